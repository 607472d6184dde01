import type { DelegationId, ParticipantId, VoteId } from '@shared/domain/kernel/ids.ts';
import type { Choice, Receipt } from '@shared/domain/kernel/words.ts';
import type { RollCalls } from '@shared/domain/rollCall.ts';
import type { WithinDelegation } from '@shared/domain/state.ts';
import type { Vote, Votes } from '@shared/domain/vote.ts';
import type { Sent } from '../castMemory.ts';
import { keepsNames } from '../record/recordOfVote.ts';

/** How the published choice agrees with what this device sent: `others` where another ballot of the delegation explains it. */
export type Agreement = 'same' | 'others' | 'differs' | 'unknown';

/** What the server has of a delegation's ballot. */
interface Kept {
  /** Null where the secretariat entered the answer of a delegation in the hall. */
  castBy: ParticipantId | null;
  at: number;
  times: number;
  /** The id under which it was sent, where that is told. */
  commandId?: string;
}

/** One vote as a delegation's own people see it afterwards. */
export interface OwnVote {
  vote: Vote;
  /** Null where no ballot was received. */
  own: Kept | null;
  /** What stands in the published list; null where the delegation is not in it, or nothing is published. */
  published: Choice | null;
  sent: Sent | null;
  agreement: Agreement | null;
  /** Of a secret ballot, the receipt that this device keeps. */
  receipt: Receipt | null;
  /** Whether that receipt is in the published list; null while there is none. */
  isListed: boolean | null;
}

/** What one's delegation's pages know, and what this device remembers. */
export interface OwnMemory {
  votes: Votes;
  rollCalls: RollCalls;
  within: Pick<WithinDelegation, 'vote' | 'secretBallot' | 'rollCall'> | undefined;
  sentIn(voteId: VoteId): Sent | null;
  receiptOf(voteId: VoteId): Receipt | null;
}

/** The votes of which a delegation was a member, the newest first (AUD-8); a withdrawn one was no vote. */
export function ownVotes(memory: OwnMemory, delegationId: DelegationId): OwnVote[] {
  const { votes } = memory;
  return votes.order
    .flatMap((id) => votes.byId[id] ?? [])
    .filter(({ phase, electorate }) => phase !== 'withdrawn' && electorate.includes(delegationId))
    .map((vote) => ownVote(vote, memory, delegationId))
    .reverse();
}

function ownVote(vote: Vote, memory: OwnMemory, delegationId: DelegationId): OwnVote {
  const own = keptOf(vote, memory, delegationId);
  const isPublished = vote.phase === 'declared' && keepsNames(vote);
  const published = isPublished ? (vote.rollCall[delegationId] ?? null) : null;
  const sent = vote.method === 'recorded' || vote.method === 'show-of-hands' ? memory.sentIn(vote.id) : null;
  const receipt = vote.method === 'secret' ? memory.receiptOf(vote.id) : null;
  const list = vote.phase === 'declared' ? vote.receipts : undefined;
  return {
    ...{ vote, own, published, sent, receipt },
    // An answer of a roll call was said aloud: there is nothing to compare.
    agreement: isPublished && vote.method === 'recorded' ? agreementOf(published, own, sent) : null,
    isListed: receipt !== null && list ? list.includes(receipt) : null,
  };
}

function keptOf({ id, method }: Vote, { within, rollCalls }: OwnMemory, delegationId: DelegationId): Kept | null {
  if (method === 'secret') {
    const slip = within?.secretBallot[id];
    return slip ? { ...slip, times: 1 } : null;
  }
  if (method !== 'roll-call') return within?.vote[id] ?? null;
  const answer = rollCalls[id]?.answers[delegationId];
  if (!answer?.choice) return null;
  const castBy = answer.by === 'secretariat' ? null : (within?.rollCall[id]?.castBy ?? null);
  return { castBy, at: answer.at, times: 1 };
}

function agreementOf(published: Choice | null, own: Kept | null, sent: Sent | null): Agreement | null {
  if (published === null && own === null) return null;
  if (sent === null) return 'unknown';
  if (sent.choice === published) return 'same';
  // VOTE-16: by the ids it is known which ballot counts; otherwise whether the delegation has cast again after this device did.
  if (own?.commandId !== undefined && sent.commandId !== undefined)
    return own.commandId === sent.commandId ? 'differs' : 'others';
  return own !== null && own.times > sent.timesBefore + 1 ? 'others' : 'differs';
}
