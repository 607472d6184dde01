import type { TabledItem } from '@shared/domain/board.ts';
import { type FormEvent, useId, useMemo, useState } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { DraftTextView } from '../../parts/DraftTextView.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useReplica } from '../../sync/Seat.tsx';
import { Dialog } from '../../ui/aria/Dialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { likenesses } from './duplicates.ts';

/** Asks into which item of the panel an item goes; those with many of its words stand first, none is chosen by itself. */
export function MergeDialog({ item, onClose }: { item: TabledItem; onClose: () => void }) {
  const t = useT();
  const format = useFormat();
  const formId = useId();
  const items = useReplica(({ plenary }) => plenary.board.items);
  const [into, setInto] = useState('');
  const [isTried, setTried] = useState(false);
  const { send, isPending, refusal } = useCommand('lineage.merge');
  const others = useMemo(() => likenesses(Object.values(items), item), [items, item]);
  const target = into === '' ? undefined : items[into];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!target) return;
    const answer = await send({ into: target.id, itemIds: [item.id] });
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      locked={isPending}
      title={t('board.merge.title')}
      acts={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" form={formId} pending={isPending} disabled={others.length === 0}>
            {t('board.merge.confirm')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap={3}>
          <p dir="auto">{item.current.title}</p>
          {others.length === 0 && <Notice>{t('board.merge.none')}</Notice>}
          {others.length > 0 && (
            <NativeSelect
              label={t('board.merge.into')}
              hint={t('board.merge.hint')}
              placeholder={t('board.merge.choose')}
              value={into}
              onChange={setInto}
              error={isTried && !target ? t('board.merge.missing') : undefined}
              options={others.map(({ item: other, share, isLikely }) => ({
                value: other.id,
                label: isLikely
                  ? t('board.merge.alike', { title: other.current.title, share: format.percent(share) })
                  : other.current.title,
                group: t(isLikely ? 'board.merge.likely' : 'board.merge.others'),
              }))}
            />
          )}
          {target && <DraftTextView draft={target.current.draft} />}
          <RefusalNote refusal={refusal} />
        </Stack>
      </form>
    </Dialog>
  );
}
