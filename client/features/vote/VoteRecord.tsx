import type { Vote } from '@shared/domain/vote.ts';
import { ExplanationsLink } from '../../parts/consensus/ExplanationsLink.tsx';
import { VoteResult } from '../../parts/VoteResult.tsx';
import { MoveVoted } from './MoveVoted.tsx';
import { ReconsideredWords } from './ReconsideredWords.tsx';
import { RecordFiles } from './record/RecordFiles.tsx';
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
      <VoteResult vote={vote} withTerms />
      <ReconsideredWords vote={vote} />
      <div className={styles.acts}>
        <MoveVoted vote={vote} />
        <RecordFiles vote={vote} />
        <ExplanationsLink of={{ kind: 'vote', id: vote.id }} />
      </div>
      <Lists vote={vote} isOpen={isOpen} />
    </article>
  );
}
