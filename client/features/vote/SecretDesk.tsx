import { secretPhase } from '@shared/domain/secretCount.ts';
import { notYetVoted, type Vote } from '@shared/domain/vote.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote, useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useCommand, useReplica } from '../../sync/Seat.tsx';
import { ConfirmDialog } from '../../ui/aria/ConfirmDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { DeclareAct } from './DeclareAct.tsx';
import styles from './RunningDesk.module.css';
import { SecretSmall } from './SecretSmall.tsx';
import { TurnoutByRegion } from './TurnoutByRegion.tsx';
import { WithdrawAct } from './WithdrawAct.tsx';

/** The bureau's desk of a secret vote: the one act that comes next, and who has voted; nobody here knows how. */
export function SecretDesk({ vote }: { vote: Vote }) {
  const t = useT();
  const phase = useReplica(({ plenary }) => secretPhase(plenary, vote));
  return (
    <>
      <Notice>
        <strong>{t('secret.isSecret')}</strong> {t('secret.deskWords')}
      </Notice>
      {phase === 'open' && <CloseActs vote={vote} />}
      {phase === 'locked' && <Notice live>{t('secret.counting')}</Notice>}
      {phase === 'counted' && <DeclareAct vote={vote} hint={t('secret.counted')} />}
      {phase === 'disagreeing' && <FaultActs vote={vote} />}
      <TurnoutByRegion vote={vote} />
    </>
  );
}

function CloseActs({ vote }: { vote: Vote }) {
  const t = useT();
  const words = useRefusalWords();
  const [isAsking, setAsking] = useState(false);
  const missing = useReplica((state) => notYetVoted(state, vote).length);
  const lock = useCommand('vote.lock');
  const received = vote.received.length;
  return (
    <>
      <SecretSmall vote={vote} />
      <div className={styles.acts}>
        <Button kind="primary" size="large" icon="lock" onClick={() => setAsking(true)}>
          {t('secret.close')}
        </Button>
        <WithdrawAct vote={vote} />
        <ConfirmDialog
          isOpen={isAsking}
          title={t('secret.closeTitle')}
          confirmLabel={t('secret.close')}
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
          <SecretSmall vote={vote} />
        </ConfirmDialog>
      </div>
    </>
  );
}

/** The box does not agree with the roll: the numbers are shown, and there is no tally. */
function FaultActs({ vote }: { vote: Vote }) {
  const t = useT();
  const fault = useReplica(({ plenary }) => plenary.secretBallot[vote.id]?.fault ?? null);
  const recount = useCommand('secretBallot.recount');
  if (!fault) return null;
  const { received, slips, unreadable } = fault;
  return (
    <>
      <Notice tone="danger" live>
        {t('secret.fault', { received, slips, unreadable })}
      </Notice>
      <div className={styles.acts}>
        <Button
          size="large"
          icon="refresh"
          pending={recount.isPending}
          onClick={() => void recount.send({ voteId: vote.id })}
        >
          {t('secret.recount')}
        </Button>
        <WithdrawAct vote={vote} hasFailed />
        <RefusalNote refusal={recount.refusal} />
      </div>
    </>
  );
}
