import { mayVote } from '@shared/domain/delegation.ts';
import { turnOf } from '@shared/domain/rollCall.ts';
import type { HandsShown } from '@shared/domain/showOfHands.ts';
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

/** Nothing is to be done on devices: the hands are counted in the hall, or a recorded vote takes their place. */
function isShownInHall(shown: HandsShown | undefined): boolean {
  return shown?.isCountedInHall === true || shown?.askedBy !== undefined;
}

/** The open vote, if any. */
export function useVoteNow(): VoteNow | null {
  const { role, delegationId } = useYou();
  return useReplica(({ plenary, delegation }): VoteNow | null => {
    const vote = runningVote(plenary.vote);
    if (vote?.phase !== 'open') return null;
    const call = vote.method === 'roll-call' ? plenary.rollCall[vote.id] : undefined;
    return {
      vote,
      title: plenary.board.items[vote.itemId]?.current.title ?? '',
      mayCast:
        role === 'delegate' &&
        mayVote(plenary.delegation, delegationId) &&
        vote.electorate.some((id) => id === delegationId) &&
        // In a roll call, when it is called and has not answered.
        (!call || (turnOf(call).current === delegationId && !call.answers[delegationId ?? ''])) &&
        !isShownInHall(plenary.showOfHands[vote.id]),
      ownBallot: delegation[delegationId ?? '']?.vote[vote.id] ?? null,
    };
  });
}
