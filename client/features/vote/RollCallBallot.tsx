import { callingOrder, isCallOver, type RollCall, turnOf } from '@shared/domain/rollCall.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useReplica, useYou } from '../../sync/Seat.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { AnswerGiven } from './AnswerGiven.tsx';
import { CalledNow } from './CalledNow.tsx';
import { NoBallot } from './NoBallot.tsx';
import styles from './RollCallBallot.module.css';
import { RollCallEnd } from './RollCallEnd.tsx';
import { useAnswer } from './useAnswer.ts';
import type { WhyNot } from './whyNot.ts';

/** A roll call as a delegation has it: waiting for its name, called, answered; everyone else sees who is called. */
export function RollCallBallot({ vote, reason }: { vote: Vote; reason: WhyNot | null }) {
  const call = useReplica(({ plenary }) => plenary.rollCall[vote.id]);
  if (!call) return null;
  if (vote.phase !== 'open') return <RollCallEnd vote={vote} />;
  return (
    <>
      {reason === null ? <OwnCall vote={vote} call={call} /> : <NoBallot vote={vote} reason={reason} />}
      <CalledNow call={call} />
    </>
  );
}

function OwnCall({ vote, call }: { vote: Vote; call: RollCall }) {
  const t = useT();
  const you = useYou();
  const own = useAnswer(vote);
  const delegationId = you.delegationId ?? '';
  if (own.given)
    return (
      <>
        <RefusalNote refusal={own.refusal} />
        <AnswerGiven answer={own.given} castBy={own.castBy} />
      </>
    );
  if (turnOf(call).current === delegationId)
    return (
      <section className={styles.called} aria-labelledby="called">
        <div role="alert">
          <h2 id="called" className={styles.head}>
            {t('ballot.roll.called')}
          </h2>
        </div>
        <AnswerForm vote={vote} own={own} />
      </section>
    );
  const before = callingOrder(call).indexOf(delegationId) - call.called;
  return (
    <Notice live>
      <DelegationName id={delegationId} withRegion />{' '}
      {isCallOver(call) || before < 0
        ? t('ballot.roll.waits')
        : before === 0
          ? t('ballot.roll.next')
          : t('ballot.roll.before', { n: before })}
    </Notice>
  );
}
