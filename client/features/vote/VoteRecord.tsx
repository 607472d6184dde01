import type { Vote } from '@shared/domain/vote.ts';
import { ExplanationsLink } from '../../parts/consensus/ExplanationsLink.tsx';
import { ResultWords } from '../../parts/ResultWords.tsx';
import { MoveVoted } from './MoveVoted.tsx';
import { RecordFiles } from './record/RecordFiles.tsx';
import { SecondVoteNotice } from './SecondVoteNotice.tsx';
import { screensOf } from './screensOf.ts';
import styles from './VoteRecord.module.css';
import { VoteTitle } from './VoteTitle.tsx';
import { Withdrawn } from './Withdrawn.tsx';

/** A vote that has ended: the result in words, a picture and a table by region, and how every member voted. */
export function VoteRecord(props: {
  vote: Extract<Vote, { phase: 'declared' | 'withdrawn' }>;
  /** Shows the lists of names at once. */
  isOpen: boolean;
}) {
  const { vote, isOpen } = props;
  if (vote.phase === 'withdrawn')
    return (
      <article className={styles.vote}>
        <VoteTitle vote={vote} />
        <Withdrawn vote={vote} />
      </article>
    );
  const { Lists } = screensOf[vote.method];
  return (
    <article className={styles.vote}>
      <VoteTitle vote={vote} />
      <ResultWords outcome={vote.outcome} isIndicative={vote.terms.isIndicative} terms={vote.terms} />
      <SecondVoteNotice vote={vote} />
      <div className={styles.acts}>
        <MoveVoted vote={vote} />
        {vote.method !== 'show-of-hands' && vote.method !== 'secret' && <RecordFiles vote={vote} />}
        <ExplanationsLink of={{ kind: 'vote', id: vote.id }} />
      </div>
      <Lists vote={vote} isOpen={isOpen} />
    </article>
  );
}
