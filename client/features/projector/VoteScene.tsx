import type { Vote } from '@shared/domain/vote.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { Progress } from '../../ui/Progress.tsx';
import styles from './VoteScene.module.css';

/** A vote while it runs: what is voted on and how many have voted; never who chose what. */
export function VoteScene({ vote }: { vote: Vote }) {
  const t = useT();
  const format = useFormat();
  const title = useReplica(({ plenary }) => plenary.board.items[vote.itemId]?.current.title ?? '');
  const { members, isIndicative, majority } = vote.terms;
  const received = vote.received.length;
  return (
    <div className={styles.vote}>
      <p className={styles.state}>
        <strong>{t(vote.phase === 'open' ? 'projector.voteOpen' : 'projector.voteLocked')}</strong>
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
      <p>{t(`projector.majority.${majority}`)}</p>
    </div>
  );
}
