import { profileOf } from '@shared/domain/consultation.ts';
import { notYetVoted, type Vote } from '@shared/domain/vote.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote, useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useCommand, useReplica } from '../../sync/Seat.tsx';
import { ConfirmDialog } from '../../ui/aria/ConfirmDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { LockCountdown } from './LockCountdown.tsx';
import styles from './RunningDesk.module.css';
import { WithdrawAct } from './WithdrawAct.tsx';

/** Locks a vote: after a countdown that everyone sees where ballots of a recorded vote are missing, otherwise at once. */
export function LockActs({ vote }: { vote: Vote }) {
  const t = useT();
  const words = useRefusalWords();
  const [isAsking, setAsking] = useState(false);
  const missing = useReplica((state) => notYetVoted(state, vote).length);
  const seconds = useReplica(({ plenary }) => profileOf(plenary.consultation).lockWarningSeconds);
  const isAnnouncing = vote.method === 'recorded' && !vote.terms.isIndicative && missing > 0;
  const lock = useCommand(isAnnouncing ? 'vote.announceLock' : 'vote.lock');
  if (vote.phase === 'open' && vote.locksAt !== undefined) return <AnnouncedLock vote={vote} />;
  return (
    <div className={styles.acts}>
      <Button kind="primary" size="large" icon="lock" onClick={() => setAsking(true)}>
        {t('vote.lock')}
      </Button>
      <WithdrawAct vote={vote} />
      <ConfirmDialog
        isOpen={isAsking}
        title={t('vote.lockTitle')}
        confirmLabel={t('vote.lock')}
        pending={lock.isPending}
        error={lock.refusal ? words(lock.refusal) : undefined}
        onCancel={() => {
          lock.clear();
          setAsking(false);
        }}
        onConfirm={() => void lock.send({ voteId: vote.id }).then(({ ok }) => ok && setAsking(false))}
      >
        <p>{t('vote.turnout', { n: vote.received.length, members: vote.terms.members })}</p>
        {isAnnouncing && <p>{t('ballot.lock.warning', { seconds })}</p>}
        <p>{t('vote.lockWords', { n: missing })}</p>
      </ConfirmDialog>
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
