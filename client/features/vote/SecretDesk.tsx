import { secretPhase } from '@shared/domain/secretCount.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useReplica } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { AnnouncedLock } from './AnnouncedLock.tsx';
import { DeclareAct } from './DeclareAct.tsx';
import { LockAct } from './LockAct.tsx';
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
  if (vote.phase === 'open' && vote.locksAt !== undefined) return <AnnouncedLock vote={vote} />;
  return (
    <>
      <SecretSmall vote={vote} />
      <div className={styles.acts}>
        <LockAct vote={vote} label={t('secret.close')} title={t('secret.closeTitle')}>
          <SecretSmall vote={vote} />
        </LockAct>
        <WithdrawAct vote={vote} />
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
  const { received, slips, unreadable, alike } = fault;
  return (
    <>
      <Notice tone="danger" live>
        {t('secret.fault', { received, slips, unreadable })}
        {alike !== undefined && ` ${t('secret.fault.alike', { n: alike })}`}
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
