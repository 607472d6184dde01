import { type Vote, votedIn } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { SubjectWords } from '../../parts/SubjectWords.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { Badge } from '../../ui/Badge.tsx';
import styles from './BallotHead.module.css';
import { useVotedOn } from './useVotedOn.ts';
import { VotedText } from './VotedText.tsx';

/** What is voted on and by which rule, in words: title, version, the text to unfold, majority, whether it only indicates. */
export function BallotHead({ vote }: { vote: Vote }) {
  const t = useT();
  const { title } = useVotedOn(vote);
  const { isIndicative, majority, members } = vote.terms;
  return (
    <header className={styles.head}>
      <p className={styles.over}>
        <span>{t(`ballot.over.${vote.method}`, { version: vote.itemVersion })}</span>
        <Badge tone={isIndicative ? 'caution' : 'neutral'}>
          {t(isIndicative ? 'parts.result.indicative' : 'vote.isDecision')}
        </Badge>
      </p>
      <h1 className={styles.title}>
        <bdi>{title}</bdi> <SubjectWords vote={vote} />
      </h1>
      <VotedText vote={vote} />
      <p className={styles.rule}>{t(`vote.rule.${majority}`, { members })}</p>
      <Turnout vote={vote} />
    </header>
  );
}

/** How many have voted, while that still changes; never how. */
function Turnout({ vote }: { vote: Vote }) {
  const t = useT();
  const n = useReplica(({ plenary }) => votedIn(plenary, vote).length);
  if (vote.phase !== 'open' && vote.phase !== 'locked') return null;
  return <p className={styles.turnout}>{t('vote.turnout', { n, members: vote.terms.members })}</p>;
}
