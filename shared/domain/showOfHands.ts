import * as z from 'zod/mini';
import { mayVote } from './delegation.ts';
import { DelegationId, VoteId } from './kernel/ids.ts';
import { defineSlice, isRefusal, type Refusal, refuse } from './kernel/slice.ts';
import type { Count } from './majority.ts';
import type { Plenary } from './state.ts';
import { type Vote, vote } from './vote.ts';
import { openingOf } from './voting/opening.ts';
import { actLeads } from './voting/phases.ts';

/** What is known of a show of hands besides what every vote has. */
export interface HandsShown {
  /** The hands were counted in the hall and the secretariat has entered how many. */
  isCountedInHall?: boolean;
  /** Who asked for a recorded vote in its place; null is the bureau. */
  askedBy?: DelegationId | null;
}
export type ShowsOfHands = Record<VoteId, HandsShown>;

/** Counts entered by the secretariat. */
export type HallCounts = Record<VoteId, Count>;

const number = z.int().check(z.minimum(0), z.maximum(1_000));
const Hands = { yes: number, no: number, abstain: number };

/** A show of hands: totals alone, counted on devices or in the hall, unless a recorded vote is asked for. */
export const showOfHands = defineSlice({
  name: 'showOfHands',
  commands: {
    enterCount: z.strictObject({ voteId: VoteId, ...Hands }),
    askRecorded: z.strictObject({ voteId: VoteId }),
    holdRecorded: z.strictObject({ voteId: VoteId }),
  },
  events: {
    plenary: {
      HandsCounted: z.strictObject({ voteId: VoteId }),
      RecordedVoteAsked: z.strictObject({ voteId: VoteId, delegationId: z.nullable(DelegationId) }),
    },
    bureau: {
      CountEntered: z.strictObject({ voteId: VoteId, ...Hands }),
    },
  },
  decide: {
    enterCount({ plenary }, { voteId, ...count }, { now }, tell) {
      const known = handsOf(plenary, voteId, 'enter-count', now);
      if (isRefusal(known)) return known;
      if (known.received.length > 0) return refuse('showOfHands.shown-on-devices'); // HAND-3
      const { members } = known.terms;
      if (count.yes + count.no + count.abstain > members) return refuse('showOfHands.too-many', { members });
      const isFirst = !plenary.showOfHands[voteId]?.isCountedInHall;
      return [
        tell.bureau.CountEntered({ voteId, ...count }),
        ...(isFirst ? [tell.plenary.HandsCounted({ voteId })] : []),
      ];
    },
    askRecorded({ plenary }, { voteId }, { actor, now }, tell) {
      const delegationId = actor.kind === 'participant' && actor.role === 'delegate' ? actor.delegationId : null;
      if (delegationId !== null && !mayVote(plenary.delegation, delegationId)) return refuse('vote.not-entitled');
      const known = handsOf(plenary, voteId, 'ask-recorded', now);
      if (isRefusal(known)) return known;
      const isAnnounced = known.phase === 'open' && known.locksAt !== undefined;
      return [
        ...(isAnnounced ? [vote.tell.plenary.LockCalledOff({ voteId })] : []),
        tell.plenary.RecordedVoteAsked({ voteId, delegationId }),
      ];
    },
    holdRecorded(state, { voteId }, { now, newId }) {
      const known = handsOf(state.plenary, voteId, 'hold-recorded', now);
      if (isRefusal(known)) return known;
      const { itemId, subject, terms } = known;
      const { majority, present } = terms;
      const asked = { itemId, subject, majority, present, method: 'recorded' as const };
      const opening = openingOf(state, asked, now, voteId);
      if (isRefusal(opening)) return opening;
      const next = newId();
      return [
        vote.tell.plenary.VoteWithdrawn({ voteId, replacedBy: next }),
        vote.tell.plenary.VoteOpened({ voteId: next, ...opening }),
      ];
    },
  },
  evolve: {
    plenary: {
      HandsCounted(shows, { voteId }) {
        (shows[voteId] ??= {}).isCountedInHall = true;
      },
      RecordedVoteAsked(shows, { voteId, delegationId }) {
        (shows[voteId] ??= {}).askedBy = delegationId;
      },
    },
    bureau: {
      CountEntered(counts, { voteId, ...count }) {
        counts[voteId] = count;
      },
    },
  },
});

/** A show of hands, if it takes such a step now. */
function handsOf(
  plenary: Plenary,
  voteId: VoteId,
  act: 'enter-count' | 'ask-recorded' | 'hold-recorded',
  now: number,
): Vote | Refusal {
  const known = plenary.vote.byId[voteId];
  if (!known) return refuse('vote.unknown');
  if (known.method !== 'show-of-hands') return refuse('showOfHands.not-one');
  if (actLeads(plenary, known, act, now)) return known;
  const isAsked = plenary.showOfHands[voteId]?.askedBy !== undefined;
  if (known.phase !== 'open' || (!isAsked && now >= (known.locksAt ?? now + 1))) return refuse('vote.closed');
  return refuse(isAsked ? 'showOfHands.recorded-asked' : 'showOfHands.nobody-asked');
}
