import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { AnnouncedLock } from './AnnouncedLock.tsx';
import { LockAct } from './LockAct.tsx';
import styles from './RunningDesk.module.css';
import { WithdrawAct } from './WithdrawAct.tsx';

/** Locks a vote: after a countdown that everyone sees where somebody would be cut off, otherwise at once. */
export function LockActs({ vote }: { vote: Vote }) {
  const t = useT();
  const isInHall = useReplica(({ plenary }) => plenary.showOfHands[vote.id]?.isCountedInHall === true);
  if (vote.phase === 'open' && vote.locksAt !== undefined) return <AnnouncedLock vote={vote} />;
  return (
    <div className={styles.acts}>
      <LockAct vote={vote} label={t('vote.lock')} title={t('vote.lockTitle')} />
      <WithdrawAct vote={vote} isInHall={isInHall} />
    </div>
  );
}
