import type { Theme } from '@shared/domain/instrumentGrid.ts';
import type { Coverage, MapCell } from '@shared/domain/instrumentMap.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { usePermitRefusal, useSend } from '../../sync/Seat.tsx';
import { useAnnounce, useToast } from '../../ui/Announcer.tsx';
import type { MapRow } from './mapView.ts';

/** What the bureau does with a cell by one key; a refusal is said, and what was cleared can be brought back. */
export interface CellActs {
  /** Puts a value, leaving note and source as they are; null clears. */
  put(row: MapRow, theme: Theme, known: MapCell | undefined, value: Coverage | null): Promise<void>;
}

/** The bureau's acts on the map; null for everybody else. */
export function useCellActs(): CellActs | null {
  const t = useT();
  const send = useSend();
  const toast = useToast();
  const announce = useAnnounce();
  const wordsOf = useRefusalWords();
  const refused = usePermitRefusal('instrumentMap.setCell', {});
  if (refused) return null;
  return {
    async put(row, theme, known, value) {
      const place = { instrumentId: row.id, themeId: theme.id };
      const isMute = value === null && !known;
      if (isMute) return;
      const answer = await (value === null
        ? send('instrumentMap.clearCell', place)
        : send('instrumentMap.setCell', { ...place, note: known?.note ?? '', source: known?.source ?? '', value }));
      if (!answer.ok) return toast({ text: wordsOf(answer), tone: 'danger' });
      if (value !== null) return announce(t(`instruments.value.${value}`));
      toast({
        text: t('instruments.cleared', { instrument: row.label }),
        ...(known && {
          act: {
            label: t('instruments.undo'),
            onAct: () => void send('instrumentMap.setCell', { ...place, ...known }),
          },
        }),
      });
    },
  };
}
