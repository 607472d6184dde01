import type { Theme } from '@shared/domain/instrumentGrid.ts';
import { Coverage, type MapCell } from '@shared/domain/instrumentMap.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { Dialog } from '../../ui/aria/Dialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CellWords } from './CellWords.tsx';
import type { MapRow } from './mapView.ts';
import { useCellActs } from './useCellActs.ts';

interface CellDialogProps {
  row: MapRow;
  theme: Theme;
  cell: MapCell | undefined;
  cited: number;
  onClose: () => void;
}

/** What the map says of an instrument under a theme, with its note and source, to be read. */
export function CellReading({ row, theme, cell, cited, onClose }: CellDialogProps) {
  const t = useT();
  return (
    <Dialog isOpen onClose={onClose} title={row.label}>
      <Stack gap={3}>
        <bdi>{row.detail}</bdi>
        <bdi>{theme.name}</bdi>
        {cell || cited > 0 ? <CellWords cell={cell} cited={cited} /> : <p>{t('instruments.nothingSaid')}</p>}
        {cell?.note && <p dir="auto">{cell.note}</p>}
        {cell?.source && <p dir="auto">{t('instruments.from', { source: cell.source })}</p>}
      </Stack>
    </Dialog>
  );
}

/** The same for the bureau, to be said: value, note, source. */
export function CellDialog({ row, theme, cell, onClose }: CellDialogProps) {
  const t = useT();
  const acts = useCellActs();
  const { send, isPending, refusal } = useCommand('instrumentMap.setCell');
  const [typed, setTyped] = useState<{ value: Coverage | null; note: string; source: string }>(
    () => cell ?? { value: null, note: '', source: '' },
  );
  const { value, note, source } = typed;
  const save = async () => {
    if (value === null) return;
    const answer = await send({ instrumentId: row.id, themeId: theme.id, value, note, source });
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      locked={isPending}
      title={row.label}
      acts={
        <>
          {cell && acts && (
            <Button
              kind="danger"
              onClick={() => {
                void acts.put(row, theme, cell, null);
                onClose();
              }}
            >
              {t('instruments.clear')}
            </Button>
          )}
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" disabled={value === null} pending={isPending} onClick={() => void save()}>
            {t('instruments.save')}
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <RefusalNote refusal={refusal} />
        <RadioGroup
          label={t('instruments.under', { theme: theme.name })}
          value={value}
          onChange={(next) => setTyped({ ...typed, value: next })}
          options={Coverage.options.map((each) => ({ value: each, label: t(`instruments.value.${each}`) }))}
        />
        <TextArea
          {...{ label: t('instruments.note'), optional: true, rows: 3, limit: 500, maxLength: 500, dir: 'auto' }}
          value={note}
          onChange={(next) => setTyped({ ...typed, note: next })}
        />
        <TextField
          {...{ label: t('instruments.source'), optional: true, maxLength: 300, dir: 'auto' }}
          value={source}
          onChange={(next) => setTyped({ ...typed, source: next })}
        />
      </Stack>
    </Dialog>
  );
}
