import type { Vote } from '@shared/domain/vote.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useReplica, useServerOffset } from '../../sync/Seat.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { RollCallScene } from './RollCallScene.tsx';
import styles from './VoteScene.module.css';

/** A vote while it runs: what is voted on and how many have voted; never who chose what. */
export function VoteScene({ vote }: { vote: Vote }) {
  const t = useT();
  const format = useFormat();
  const title = useReplica(({ plenary }) => plenary.board.items[vote.itemId]?.current.title ?? '');
  const offset = useServerOffset();
  const call = useReplica(({ plenary }) => plenary.rollCall[vote.id]);
  const shown = useReplica(({ plenary }) => plenary.showOfHands[vote.id]);
  const nameOf = useDelegationNames();
  if (call) return <RollCallScene vote={vote} call={call} />;
  const { members, isIndicative, majority } = vote.terms;
  const locksAt = vote.phase === 'open' ? vote.locksAt : undefined;
  const received = vote.received.length;
  return (
    <div className={styles.vote}>
      <p className={styles.state}>
        <strong>{t(vote.phase === 'open' ? 'projector.voteOpen' : 'projector.voteLocked')}</strong>
        <span>{t(`ballot.method.${vote.method}`)}</span>
        {isIndicative && <strong className={styles.indicative}>{t('parts.result.indicative')}</strong>}
      </p>
      <h1 className={styles.title} dir="auto">
        {title}
      </h1>
      <p className={styles.turnout}>
        <span className={styles.figure}>{format.number(received)}</span>
        <span>{t('projector.votedOf', { n: received, members })}</span>
      </p>
      <Progress
        label={t('projector.turnout')}
        labelHidden
        value={received}
        max={members}
        words={t('projector.notVoted', { n: members - received })}
      />
      {locksAt !== undefined && (
        <p className={styles.lock}>
          {t('ballot.lock.announced')}{' '}
          <Clock
            label={t('ballot.lock.clock')}
            deadline={locksAt}
            serverOffsetMs={offset}
            cautionMs={0}
            dangerMs={0}
            size="large"
            announces={false}
          />
        </p>
      )}
      {shown?.isCountedInHall && <p>{t('ballot.hands.countedInHall')}</p>}
      {shown?.askedBy !== undefined && (
        <p className={styles.lock}>
          {shown.askedBy === null
            ? t('ballot.hands.askedByBureau')
            : t('ballot.hands.askedBy', { delegation: nameOf(shown.askedBy) })}
        </p>
      )}
      <p>{t(`projector.majority.${majority}`)}</p>
    </div>
  );
}
