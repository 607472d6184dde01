import * as z from 'zod/mini';
import { mayVote } from './delegation.ts';
import type { Actor } from './kernel/actor.ts';
import { DelegationId, VoteId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { defineSlice, type Refusal, refuse, type Told } from './kernel/slice.ts';
import { Choice } from './kernel/words.ts';
import type { Plenary } from './state.ts';

/** How delegations say that they had intended to vote: a footnote, which no tally ever reads. */
export type IntendedVotes = Record<VoteId, Record<DelegationId, Intention>>;

interface Intention {
  choice: Choice;
  at: number;
  /** Set where the bureau entered it for a delegation in the hall. */
  by?: 'bureau';
}

/** Statements after a vote of how a delegation had intended to vote. */
export const intendedVote = defineSlice({
  name: 'intendedVote',
  commands: {
    state: z.strictObject({ voteId: VoteId, choice: Choice }),
    retract: z.strictObject({ voteId: VoteId }),
    /** The bureau enters or strikes the statement of a delegation that has asked it to. */
    enter: z.strictObject({ voteId: VoteId, delegationId: DelegationId, choice: Choice }),
    strike: z.strictObject({ voteId: VoteId, delegationId: DelegationId }),
  },
  events: {
    plenary: {
      IntentionStated: z.strictObject({
        ...{ voteId: VoteId, delegationId: DelegationId, choice: Choice, by: z.optional(z.literal('bureau')) },
      }),
      IntentionRetracted: z.strictObject({ voteId: VoteId, delegationId: DelegationId }),
    },
  },
  decide: {
    state({ plenary }, { voteId, choice }, { actor }, tell) {
      const delegationId = ownOf(actor);
      const refused = statementRefusal(plenary, voteId, delegationId, choice);
      if (refused) return refused;
      const known = plenary.intendedVote[voteId]?.[must(delegationId, 'delegation')];
      if (known?.choice === choice && known.by === undefined) return [];
      return [tell.plenary.IntentionStated({ voteId, delegationId: must(delegationId, 'delegation'), choice })];
    },
    retract({ plenary }, { voteId }, { actor }, tell) {
      const delegationId = ownOf(actor);
      if (delegationId === null) return refuse('vote.not-entitled');
      return retracted(plenary, { voteId, delegationId }, tell.plenary.IntentionRetracted);
    },
    enter({ plenary }, { voteId, delegationId, choice }, _context, tell) {
      const refused = statementRefusal(plenary, voteId, delegationId, choice);
      if (refused) return refused;
      // INT-5: what the delegation has said itself stays its own.
      if (plenary.intendedVote[voteId]?.[delegationId]?.choice === choice) return [];
      return [tell.plenary.IntentionStated({ voteId, delegationId, choice, by: 'bureau' })];
    },
    strike({ plenary }, named, _context, tell) {
      return retracted(plenary, named, tell.plenary.IntentionRetracted);
    },
  },
  evolve: {
    plenary: {
      IntentionStated(intentions, { voteId, delegationId, choice, by }, { at }) {
        (intentions[voteId] ??= {})[delegationId] = { choice, at, ...(by === undefined ? {} : { by }) };
      },
      IntentionRetracted(intentions, { voteId, delegationId }) {
        delete must(intentions[voteId], 'intentions')[delegationId];
      },
    },
  },
});

const ownOf = (actor: Actor): DelegationId | null => (actor.kind === 'participant' ? actor.delegationId : null);

/** Tells that a statement is taken back, nothing where there is none, or why it stands. */
function retracted(
  plenary: Plenary,
  { voteId, delegationId }: { voteId: VoteId; delegationId: DelegationId },
  tell: (which: { voteId: VoteId; delegationId: DelegationId }) => Told,
): Told[] | Refusal {
  const refused = votedRefusal(plenary, voteId, delegationId);
  if (refused) return refused;
  return plenary.intendedVote[voteId]?.[delegationId] ? [tell({ voteId, delegationId })] : [];
}

/** INT-2, INT-3: whether a delegation may say now that it had intended this. */
function statementRefusal(
  plenary: Plenary,
  voteId: VoteId,
  delegationId: DelegationId | null,
  choice: Choice,
): Refusal | null {
  if (delegationId === null || !mayVote(plenary.delegation, delegationId)) return refuse('vote.not-entitled');
  const refused = votedRefusal(plenary, voteId, delegationId);
  if (refused) return refused;
  const known = must(plenary.vote.byId[voteId], 'vote');
  const isRecorded = known.phase === 'declared' && known.rollCall[delegationId] === choice;
  return isRecorded ? refuse('intendedVote.as-recorded') : null; // INT-3
}

/** The statements on a vote that stand: INT-3, what was stated before the declaration and is what was recorded is none. */
export function standingIntentions(
  { vote, intendedVote: stated }: Pick<Plenary, 'vote' | 'intendedVote'>,
  voteId: VoteId,
) {
  const known = vote.byId[voteId];
  const recorded = known?.phase === 'declared' ? known.rollCall : {};
  return Object.fromEntries(
    Object.entries(stated[voteId] ?? {}).filter(([delegationId, { choice }]) => recorded[delegationId] !== choice),
  );
}

/** INT-1, INT-2: only of a vote that keeps the names, once it takes no more ballots, by one that could have voted in it. */
function votedRefusal({ vote }: Plenary, voteId: VoteId, delegationId: DelegationId): Refusal | null {
  const known = vote.byId[voteId];
  if (!known) return refuse('vote.unknown');
  if (known.method !== 'recorded' && known.method !== 'roll-call') return refuse('intendedVote.names-not-kept');
  if (known.phase !== 'locked' && known.phase !== 'declared') return refuse('intendedVote.not-over');
  return known.electorate.includes(delegationId) ? null : refuse('vote.entitled-too-late');
}
