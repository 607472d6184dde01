import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import type { OwnBallot, OwnBallots, Vote, Votes } from '@shared/domain/vote.ts';
import type { Sent } from '../castMemory.ts';
import { keepsNames } from '../record/recordOfVote.ts';

/** How the published choice agrees with what this device sent: `others` where a colleague's later ballot explains it. */
export type Agreement = 'same' | 'others' | 'differs' | 'unknown';

/** One vote as a delegation's own people see it afterwards. */
export interface OwnVote {
  vote: Vote;
  /** What the server has of the delegation's ballot; null where none was received. */
  own: OwnBallot | null;
  /** What stands in the published list; null where the delegation is not in it, or nothing is published. */
  published: Choice | null;
  sent: Sent | null;
  agreement: Agreement | null;
}

/** The votes of which a delegation was a member, the newest first (AUD-8); a withdrawn one was no vote. */
export function ownVotes(
  votes: Votes,
  own: OwnBallots,
  delegationId: DelegationId,
  sentIn: (vote: Vote) => Sent | null,
): OwnVote[] {
  return votes.order
    .flatMap((id) => votes.byId[id] ?? [])
    .filter(({ phase, electorate }) => phase !== 'withdrawn' && electorate.includes(delegationId))
    .map((vote) => {
      const ballot = own[vote.id] ?? null;
      const isPublished = vote.phase === 'declared' && keepsNames(vote);
      const published = isPublished ? (vote.rollCall[delegationId] ?? null) : null;
      const sent = sentIn(vote);
      const agreement = isPublished ? agreementOf(published, ballot, sent) : null;
      return { vote, own: ballot, published, sent, agreement };
    })
    .reverse();
}

function agreementOf(published: Choice | null, own: OwnBallot | null, sent: Sent | null): Agreement | null {
  if (published === null && own === null) return null;
  if (sent === null) return 'unknown';
  if (sent.choice === published) return 'same';
  // Somebody of the delegation has cast again after this device did.
  return own !== null && own.times > sent.timesBefore + 1 ? 'others' : 'differs';
}
