import * as z from 'zod/mini';
import { mayVote } from './delegation.ts';
import { DelegationId, VoteId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { defineSlice, type Refusal, refuse } from './kernel/slice.ts';
import { Choice } from './kernel/words.ts';
import type { Plenary } from './state.ts';

/** How delegations say that they had intended to vote: a footnote, which no tally ever reads. */
export type IntendedVotes = Record<VoteId, Record<DelegationId, { choice: Choice; at: number }>>;

/** Statements after a vote of how a delegation had intended to vote. */
export const intendedVote = defineSlice({
  name: 'intendedVote',
  commands: {
    state: z.strictObject({ voteId: VoteId, choice: Choice }),
    retract: z.strictObject({ voteId: VoteId }),
  },
  events: {
    plenary: {
      IntentionStated: z.strictObject({ voteId: VoteId, delegationId: DelegationId, choice: Choice }),
      IntentionRetracted: z.strictObject({ voteId: VoteId, delegationId: DelegationId }),
    },
  },
  decide: {
    state({ plenary }, { voteId, choice }, { actor }, tell) {
      const delegationId = actor.kind === 'participant' ? actor.delegationId : null;
      if (delegationId === null || !mayVote(plenary.delegation, delegationId)) return refuse('vote.not-entitled');
      const refused = statementRefusal(plenary, voteId, delegationId);
      if (refused) return refused;
      const known = must(plenary.vote.byId[voteId], 'vote');
      if (known.phase === 'declared' && known.rollCall[delegationId] === choice)
        return refuse('intendedVote.as-recorded'); // INT-3
      if (plenary.intendedVote[voteId]?.[delegationId]?.choice === choice) return [];
      return [tell.plenary.IntentionStated({ voteId, delegationId, choice })];
    },
    retract({ plenary }, { voteId }, { actor }, tell) {
      const delegationId = actor.kind === 'participant' ? actor.delegationId : null;
      if (delegationId === null) return refuse('vote.not-entitled');
      const refused = statementRefusal(plenary, voteId, delegationId);
      if (refused) return refused;
      if (!plenary.intendedVote[voteId]?.[delegationId]) return [];
      return [tell.plenary.IntentionRetracted({ voteId, delegationId })];
    },
  },
  evolve: {
    plenary: {
      IntentionStated(intentions, { voteId, delegationId, choice }, { at }) {
        (intentions[voteId] ??= {})[delegationId] = { choice, at };
      },
      IntentionRetracted(intentions, { voteId, delegationId }) {
        delete must(intentions[voteId], 'intentions')[delegationId];
      },
    },
  },
});

/** INT-1, INT-2: only of a vote that keeps the names, once it takes no more ballots, by one that could have voted in it. */
function statementRefusal({ vote }: Plenary, voteId: VoteId, delegationId: DelegationId): Refusal | null {
  const known = vote.byId[voteId];
  if (!known) return refuse('vote.unknown');
  if (known.method !== 'recorded' && known.method !== 'roll-call') return refuse('intendedVote.names-not-kept');
  if (known.phase !== 'locked' && known.phase !== 'declared') return refuse('intendedVote.not-over');
  return known.electorate.includes(delegationId) ? null : refuse('vote.entitled-too-late');
}
