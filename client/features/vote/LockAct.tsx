import { notYetVoted, type Vote } from '@shared/domain/vote.ts';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useCommand, useReplica } from '../../sync/Seat.tsx';
import { ConfirmDialog } from '../../ui/aria/ConfirmDialog.tsx';
import { Button } from '../../ui/Button.tsx';

interface LockActProps {
  vote: Vote;
  command: 'vote.lock' | 'vote.announceLock';
  label: string;
  title: string;
  /** What happens before the lock, where it does not come at once. */
  warning?: ReactNode;
  children?: ReactNode;
}

/** Asks once before a vote takes no more ballots, and says how many are still missing; of a count made in the hall, that it stands then. */
export function LockAct({ vote, command, label, title, warning, children }: LockActProps) {
  const t = useT();
  const words = useRefusalWords();
  const [isAsking, setAsking] = useState(false);
  const missing = useReplica((state) => notYetVoted(state, vote).length);
  const isInHall = useReplica(({ plenary }) => plenary.showOfHands[vote.id]?.isCountedInHall === true);
  const lock = useCommand(command);
  return (
    <>
      <Button kind="primary" size="large" icon="lock" onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={title}
        confirmLabel={label}
        pending={lock.isPending}
        error={lock.refusal ? words(lock.refusal) : undefined}
        onCancel={() => {
          lock.clear();
          setAsking(false);
        }}
        onConfirm={() => void lock.send({ voteId: vote.id }).then(({ ok }) => ok && setAsking(false))}
      >
        {isInHall ? (
          <p>{t('ballot.hands.lockWords')}</p>
        ) : (
          <>
            <p>{t('vote.turnout', { n: vote.received.length, members: vote.terms.members })}</p>
            {warning}
            <p>{t('vote.lockWords', { n: missing })}</p>
          </>
        )}
        {children}
      </ConfirmDialog>
    </>
  );
}
