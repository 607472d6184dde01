import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useReplica, useYou } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { AskedRecorded } from './AskedRecorded.tsx';
import { AskRecordedAct } from './AskRecordedAct.tsx';
import { DeclareAct } from './DeclareAct.tsx';
import { HallCountForm } from './HallCountForm.tsx';
import { LockActs } from './LockActs.tsx';
import styles from './RunningDesk.module.css';
import { TurnoutByRegion } from './TurnoutByRegion.tsx';

/** The bureau's desk of a show of hands: counted on devices or in the hall, or given up for a recorded vote. */
export function HandsDesk({ vote }: { vote: Vote }) {
  const t = useT();
  const { role } = useYou();
  const { isCountedInHall = false, askedBy } = useReplica(({ plenary }) => plenary.showOfHands[vote.id]) ?? {};
  if (vote.phase === 'locked') return <DeclareAct vote={vote} hint={t('ballot.hands.declareWords')} />;
  if (askedBy !== undefined)
    return (
      <>
        <AskedRecorded by={askedBy} />
        <HoldRecorded vote={vote} />
      </>
    );
  return (
    <>
      <LockActs vote={vote} />
      {vote.received.length === 0 && role === 'secretariat' && <HallCountForm vote={vote} />}
      <AskRecordedAct vote={vote} />
      {isCountedInHall ? (
        role !== 'secretariat' && <Notice>{t('ballot.hands.countedInHall')}</Notice>
      ) : (
        <TurnoutByRegion vote={vote} />
      )}
    </>
  );
}

function HoldRecorded({ vote }: { vote: Vote }) {
  const t = useT();
  const { send, isPending, refusal } = useCommand('showOfHands.holdRecorded');
  return (
    <div className={styles.acts}>
      <Button
        kind="primary"
        size="large"
        icon="vote"
        pending={isPending}
        onClick={() => void send({ voteId: vote.id })}
      >
        {t('ballot.hands.hold')}
      </Button>
      <p className={styles.hint}>{t('ballot.hands.holdWords')}</p>
      <RefusalNote refusal={refusal} />
    </div>
  );
}
