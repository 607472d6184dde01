import type { Silence } from '@shared/domain/silence/shape.ts';
import { useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { useRefusalWords } from '../../../parts/RefusalNote.tsx';
import { useCommand } from '../../../sync/Seat.tsx';
import { ConfirmDialog } from '../../../ui/aria/ConfirmDialog.tsx';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';

/** Ends a procedure without an adoption, with a reason that everyone reads. */
export function WithdrawAct({ silence }: { silence: Silence }) {
  const t = useT();
  const words = useRefusalWords();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { send, isPending, refusal, clear } = useCommand('silence.withdraw');
  if (silence.phase === 'adopted' || silence.phase === 'withdrawn') return null;
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t('silence.withdraw')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        danger
        title={t('silence.withdrawTitle')}
        confirmLabel={t('silence.withdraw')}
        pending={isPending}
        error={refusal ? words(refusal) : undefined}
        onCancel={() => {
          clear();
          setAsking(false);
        }}
        onConfirm={() => {
          if (reason.trim()) void send({ silenceId: silence.id, reason }).then(({ ok }) => ok && setAsking(false));
        }}
      >
        <TextArea label={t('silence.withdrawReason')} value={reason} onChange={setReason} limit={1_000} rows={2} />
      </ConfirmDialog>
    </>
  );
}
