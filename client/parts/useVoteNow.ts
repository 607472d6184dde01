import { mayVote } from '@shared/domain/delegation.ts';
import { type OwnBallot, runningVote, type Vote } from '@shared/domain/vote.ts';
import { useReplica, useYou } from '../sync/Seat.tsx';

/** The vote that takes ballots now, with what one's own delegation may do and has done in it. */
export interface VoteNow {
  vote: Vote;
  title: string;
  /** Whether one may cast for one's delegation. */
  mayCast: boolean;
  ownBallot: OwnBallot | null;
}

/** The open vote, if any. */
export function useVoteNow(): VoteNow | null {
  const { role, delegationId } = useYou();
  return useReplica(({ plenary, delegation }): VoteNow | null => {
    const vote = runningVote(plenary.vote);
    if (vote?.phase !== 'open') return null;
    return {
      vote,
      title: plenary.board.items[vote.itemId]?.current.title ?? '',
      mayCast:
        role === 'delegate' &&
        mayVote(plenary.delegation, delegationId) &&
        vote.electorate.some((id) => id === delegationId),
      ownBallot: delegation[delegationId ?? '']?.vote[vote.id] ?? null,
    };
  });
}
