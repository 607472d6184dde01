import { notYetVoted, type Vote } from '@shared/domain/vote.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote, useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useCommand, useReplica } from '../../sync/Seat.tsx';
import { ConfirmDialog } from '../../ui/aria/ConfirmDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './RunningDesk.module.css';
import { TurnoutByRegion } from './TurnoutByRegion.tsx';

/** The bureau's desk of a recorded vote: the one act that comes next, and who has voted and who not, never how. */
export function RecordedDesk({ vote }: { vote: Vote }) {
  return (
    <>
      {vote.phase === 'locked' ? <DeclareAct vote={vote} /> : <LockActs vote={vote} />}
      <TurnoutByRegion vote={vote} />
    </>
  );
}

function LockActs({ vote }: { vote: Vote }) {
  const t = useT();
  const words = useRefusalWords();
  const [isAsking, setAsking] = useState(false);
  const missing = useReplica((state) => notYetVoted(state, vote).length);
  const lock = useCommand('vote.lock');
  const withdraw = useCommand('vote.withdraw');
  const received = vote.received.length;
  return (
    <div className={styles.acts}>
      <Button kind="primary" size="large" icon="lock" onClick={() => setAsking(true)}>
        {t('vote.lock')}
      </Button>
      {received === 0 && (
        <Button
          size="large"
          icon="undo"
          pending={withdraw.isPending}
          onClick={() => void withdraw.send({ voteId: vote.id })}
        >
          {t('vote.withdraw')}
        </Button>
      )}
      <p className={styles.hint}>{t(received === 0 ? 'vote.mayWithdraw' : 'vote.mayNotWithdraw')}</p>
      <RefusalNote refusal={withdraw.refusal} />
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
        <p>{t('vote.turnout', { n: received, members: vote.terms.members })}</p>
        <p>{t('vote.lockWords', { n: missing })}</p>
      </ConfirmDialog>
    </div>
  );
}

function DeclareAct({ vote }: { vote: Vote }) {
  const t = useT();
  const { send, isPending, refusal } = useCommand('vote.declare');
  return (
    <div className={styles.acts}>
      <Button
        kind="primary"
        size="large"
        icon="gavel"
        pending={isPending}
        onClick={() => void send({ voteId: vote.id })}
      >
        {t('vote.declare')}
      </Button>
      <p className={styles.hint}>{t('vote.declareWords')}</p>
      <RefusalNote refusal={refusal} />
    </div>
  );
}
