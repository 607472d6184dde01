import type { Vote } from '@shared/domain/vote.ts';
import { awaitsSecond } from '@shared/domain/voting/tie.ts';
import { useReplica } from '../sync/Seat.tsx';
import { ResultWords } from './ResultWords.tsx';
import { TieNotice } from './TieNotice.tsx';

/** The result of a declared vote in words: of a tie also until when it is held again, or what became of that. */
export function VoteResult(props: {
  vote: Extract<Vote, { phase: 'declared' }>;
  size?: 'page' | 'wall';
  /** Says under which rules it was taken. */
  withTerms?: boolean;
}) {
  const { vote, size = 'page', withTerms = false } = props;
  const isWaiting = useReplica(({ plenary }) => awaitsSecond(plenary, vote));
  return (
    <>
      <ResultWords
        outcome={vote.outcome}
        isIndicative={vote.terms.isIndicative}
        size={size}
        secondVoteUntil={isWaiting ? vote.secondVoteUntil : undefined}
        {...(withTerms ? { terms: vote.terms } : {})}
      />
      {size === 'page' && !isWaiting && <TieNotice vote={vote} />}
    </>
  );
}
