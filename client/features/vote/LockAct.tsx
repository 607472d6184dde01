import { notYetVoted, type Vote } from '@shared/domain/vote.ts';
import { locksAtOnce, profileOfVote } from '@shared/domain/voting/phases.ts';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { lockWords } from '../../parts/lockWords.ts';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useCommand, useReplica } from '../../sync/Seat.tsx';
import { ConfirmDialog } from '../../ui/aria/ConfirmDialog.tsx';
import { Button } from '../../ui/Button.tsx';

interface LockActProps {
  vote: Vote;
  label: string;
  title: string;
  children?: ReactNode;
}

/**
 * Locks a vote where nobody is cut off by it, otherwise announces the lock. Asks once, and says how many are still missing; of a
 * count made in the hall, that it stands then.
 */
export function LockAct({ vote, label, title, children }: LockActProps) {
  const t = useT();
  const words = useRefusalWords();
  const [isAsking, setAsking] = useState(false);
  const missing = useReplica((state) => notYetVoted(state, vote).length);
  const isInHall = useReplica(({ plenary }) => plenary.showOfHands[vote.id]?.isCountedInHall === true);
  const isAnnouncing = useReplica((state) => !locksAtOnce(state, vote));
  const seconds = useReplica(({ plenary }) => profileOfVote(plenary, vote).lockWarningSeconds);
  const lock = useCommand(isAnnouncing ? 'vote.announceLock' : 'vote.lock');
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
          <p>{t('vote.turnout', { n: vote.received.length, members: vote.terms.members })}</p>
        )}
        {isAnnouncing && <p>{t(lockWords[vote.method].warning, { seconds })}</p>}
        {!isInHall && <p>{t('vote.lockWords', { n: missing })}</p>}
        {children}
      </ConfirmDialog>
    </>
  );
}
