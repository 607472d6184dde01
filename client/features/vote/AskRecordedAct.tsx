import type { Vote } from '@shared/domain/vote.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { ConfirmDialog } from '../../ui/aria/ConfirmDialog.tsx';
import { Button } from '../../ui/Button.tsx';

/** Asks for a recorded vote in place of a show of hands, after saying what that does to everybody. */
export function AskRecordedAct({ vote }: { vote: Vote }) {
  const t = useT();
  const words = useRefusalWords();
  const [isAsking, setAsking] = useState(false);
  const { send, isPending, refusal, clear } = useCommand('showOfHands.askRecorded');
  return (
    <div>
      <Button icon="bullets" onClick={() => setAsking(true)}>
        {t('ballot.hands.ask')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('ballot.hands.askTitle')}
        confirmLabel={t('ballot.hands.askAct')}
        pending={isPending}
        error={refusal ? words(refusal) : undefined}
        onCancel={() => {
          clear();
          setAsking(false);
        }}
        onConfirm={() => void send({ voteId: vote.id }).then(({ ok }) => ok && setAsking(false))}
      >
        <p>{t('ballot.hands.askWords')}</p>
      </ConfirmDialog>
    </div>
  );
}
