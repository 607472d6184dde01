import type { TabledItem } from '@shared/domain/board.ts';
import { type FormEvent, useId, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { Dialog } from '../../ui/aria/Dialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';

const longest = 500;

/** Asks for the reason with which an item is parked or not taken up; the reason is read by everyone and printed. */
export function SetAsideDialog(props: { item: TabledItem; as: 'parked' | 'not-taken-up'; onClose: () => void }) {
  const { item, as, onClose } = props;
  const t = useT();
  const formId = useId();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { send, isPending, refusal } = useCommand('board.dispose');
  const length = reason.trim().length;
  const wrong = length === 0 ? t('board.aside.missing') : length > longest ? t('board.aside.tooLong') : undefined;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong) return;
    const answer = await send({ itemId: item.id, disposition: { as, reason: reason.trim() } });
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      locked={isPending}
      title={t(`board.aside.${as}.title`)}
      acts={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" form={formId} pending={isPending}>
            {t(`board.aside.${as}.confirm`)}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap={3}>
          <p dir="auto">{item.current.title}</p>
          <TextArea
            label={t('board.aside.reason')}
            hint={t('board.aside.hint')}
            limit={longest}
            value={reason}
            onChange={setReason}
            error={isTried ? wrong : undefined}
          />
          <RefusalNote refusal={refusal} />
        </Stack>
      </form>
    </Dialog>
  );
}
