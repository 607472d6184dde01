import { profileOf } from '@shared/domain/consultation.ts';
import { notYetVoted, type Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useReplica } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { LockAct } from './LockAct.tsx';
import { LockCountdown } from './LockCountdown.tsx';
import styles from './RunningDesk.module.css';
import { WithdrawAct } from './WithdrawAct.tsx';

/** Locks a vote: after a countdown that everyone sees where ballots of a recorded vote are missing, otherwise at once. */
export function LockActs({ vote }: { vote: Vote }) {
  const t = useT();
  const missing = useReplica((state) => notYetVoted(state, vote).length);
  const isInHall = useReplica(({ plenary }) => plenary.showOfHands[vote.id]?.isCountedInHall === true);
  const seconds = useReplica(({ plenary }) => profileOf(plenary.consultation).lockWarningSeconds);
  const isAnnouncing = vote.method === 'recorded' && !vote.terms.isIndicative && missing > 0;
  if (vote.phase === 'open' && vote.locksAt !== undefined) return <AnnouncedLock vote={vote} />;
  return (
    <div className={styles.acts}>
      <LockAct
        vote={vote}
        command={isAnnouncing ? 'vote.announceLock' : 'vote.lock'}
        label={t('vote.lock')}
        title={t('vote.lockTitle')}
        warning={isAnnouncing && <p>{t('ballot.lock.warning', { seconds })}</p>}
      />
      <WithdrawAct vote={vote} isInHall={isInHall} />
    </div>
  );
}

function AnnouncedLock({ vote }: { vote: Vote }) {
  const t = useT();
  const { send, isPending, refusal } = useCommand('vote.callOffLock');
  return (
    <>
      <LockCountdown vote={vote} />
      <div className={styles.acts}>
        <Button size="large" icon="undo" pending={isPending} onClick={() => void send({ voteId: vote.id })}>
          {t('ballot.lock.callOff')}
        </Button>
        <p className={styles.hint}>{t('ballot.lock.byItself')}</p>
      </div>
      <RefusalNote refusal={refusal} />
    </>
  );
}
