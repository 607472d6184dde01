import type { Vote } from '@shared/domain/vote.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { lockWords } from '../../parts/lockWords.ts';
import { SubjectTextView } from '../../parts/SubjectTextView.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useReplica, useServerOffset } from '../../sync/Seat.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { cx } from '../../ui/cx.ts';
import { Progress } from '../../ui/Progress.tsx';
import { RollCallScene } from './RollCallScene.tsx';
import { SubjectHead } from './SubjectHead.tsx';
import styles from './VoteScene.module.css';

/** A vote while it runs: what is voted on and how many have voted; never who chose what. */
export function VoteScene({ vote }: { vote: Vote }) {
  const call = useReplica(({ plenary }) => plenary.rollCall[vote.id]);
  if (call) return <RollCallScene vote={vote} call={call} />;
  return <BallotScene vote={vote} />;
}

function BallotScene({ vote }: { vote: Vote }) {
  const t = useT();
  const { isIndicative, majority } = vote.terms;
  const hasText = ['amendment', 'part', 'whole'].includes(vote.subject.kind);
  return (
    <div className={cx(styles.vote, hasText && styles.withText)}>
      <p className={styles.state}>
        <strong>{t(vote.phase === 'open' ? 'projector.voteOpen' : 'projector.voteLocked')}</strong>
        <span>{t(`ballot.method.${vote.method}`)}</span>
        {isIndicative && <strong className={styles.indicative}>{t('parts.result.indicative')}</strong>}
      </p>
      <SubjectHead vote={vote} />
      {hasText && (
        <div className={styles.text}>
          <SubjectTextView vote={vote} size="wall" />
        </div>
      )}
      <div className={styles.standing}>
        <Turnout vote={vote} />
        <LockClock vote={vote} />
        <p>{t(`projector.majority.${majority}`)}</p>
      </div>
    </div>
  );
}

/** How many have voted; of hands that are counted in the hall nothing is known before the result. */
function Turnout({ vote }: { vote: Vote }) {
  const t = useT();
  const format = useFormat();
  const shown = useReplica(({ plenary }) => plenary.showOfHands[vote.id]);
  const nameOf = useDelegationNames();
  const { members } = vote.terms;
  const received = vote.received.length;
  if (shown?.isCountedInHall) return <p className={styles.turnout}>{t('ballot.hands.countedInHall')}</p>;
  if (shown?.askedBy !== undefined)
    return (
      <p className={styles.lock}>
        {shown.askedBy === null
          ? t('ballot.hands.askedByBureau')
          : t('ballot.hands.askedBy', { delegation: nameOf(shown.askedBy) })}
      </p>
    );
  return (
    <>
      <p className={styles.turnout}>
        <span className={styles.figure}>{format.number(received)}</span>
        <span>{t('projector.votedOf', { n: received, members })}</span>
      </p>
      <div className={styles.bar}>
        <Progress
          label={t('projector.turnout')}
          labelHidden
          value={received}
          max={members}
          words={t('projector.notVoted', { n: members - received })}
        />
      </div>
    </>
  );
}

function LockClock({ vote }: { vote: Vote }) {
  const t = useT();
  const offset = useServerOffset();
  const locksAt = vote.phase === 'open' ? vote.locksAt : undefined;
  if (locksAt === undefined) return null;
  return (
    <p className={styles.lock}>
      {t(lockWords[vote.method].announced)}{' '}
      <Clock
        label={t('ballot.lock.clock')}
        deadline={locksAt}
        serverOffsetMs={offset}
        cautionMs={0}
        dangerMs={0}
        size="wall"
        announces={false}
      />
    </p>
  );
}
