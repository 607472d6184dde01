/** Ties that are put to a second vote (rule 95), and what becomes of them. */
import type { VoteId } from '../kernel/ids.ts';
import type { Plenary } from '../state.ts';
import type { Vote, Votes } from '../vote.ts';

type Declared = Extract<Vote, { phase: 'declared' }>;

/** The vote on the very same that was tied and has not been held again; null where there is none. */
export function tieBefore(
  votes: Votes,
  { itemId, itemVersion, subject }: Pick<Vote, 'itemId' | 'itemVersion' | 'subject'>,
): Declared | null {
  const wanted = JSON.stringify(subject);
  const last = votes.order
    .map((id) => votes.byId[id])
    .findLast(
      (each): each is Declared =>
        each?.phase === 'declared' &&
        each.itemId === itemId &&
        // ONE-4: an amendment is the same whatever others have made of the text.
        (each.itemVersion === itemVersion || subject.kind === 'amendment') &&
        JSON.stringify(each.subject) === wanted &&
        // Without a quorum nothing was voted.
        each.outcome.result !== 'no-quorum',
    );
  return last?.outcome.result === 'tied' ? last : null;
}

/** Whether a tied vote still waits for its second one, which is neither being held nor has been. */
export function awaitsSecond({ vote }: Pick<Plenary, 'vote'>, tied: Declared): boolean {
  if (tied.outcome.result !== 'tied' || tied.tieLapsedAt !== undefined) return false;
  return !vote.order.some((id) => isSecondOf(vote.byId[id], tied.id));
}

function isSecondOf(each: Vote | undefined, tied: VoteId): boolean {
  if (each?.secondOf !== tied || each.phase === 'withdrawn') return false;
  return each.phase !== 'declared' || each.outcome.result !== 'no-quorum';
}

/** When each tie that waits will wait no longer. */
export function tiesThatLapse(plenary: Pick<Plenary, 'vote'>): { voteId: VoteId; at: number }[] {
  return Object.values(plenary.vote.byId).flatMap((each) =>
    each.phase === 'declared' && each.secondVoteUntil !== undefined && awaitsSecond(plenary, each)
      ? [{ voteId: each.id, at: each.secondVoteUntil + 1 }]
      : [],
  );
}
