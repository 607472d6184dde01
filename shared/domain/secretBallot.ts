/**
 * A secret ballot (rules 88, 92 and 128 of the General Assembly): the vote itself is a vote like any other; its ballots are
 * slips that go to the box and nowhere else. Who has voted is known, how is known to nobody: while it runs there is the
 * turnout, at its end there are totals.
 */
import * as z from 'zod/mini';
import { mayVote } from './delegation.ts';
import { ParticipantId, VoteId } from './kernel/ids.ts';
import { defineSlice, type Refusal, refuse } from './kernel/slice.ts';
import { type Choice, Receipt } from './kernel/words.ts';
import { leads } from './procedures/procedure.ts';
import { secretBallotProcedure } from './procedures/secretBallot.ts';
import { secretPhase } from './secretCount.ts';
import type { ConsultationState } from './state.ts';
import { type Vote, vote } from './vote.ts';
import { actLeads } from './voting/phases.ts';

/** A choice as it travels: three letters each, so that no frame is longer than another for what it says. */
export const SecretChoice = z.enum(['yea', 'nay', 'abs']);
export type SecretChoice = z.infer<typeof SecretChoice>;

/** What each choice is called when it is counted, in the order of their places in a slip. */
export const meanings: Record<SecretChoice, Choice> = { yea: 'yes', nay: 'no', abs: 'abstain' };

const Count = z.strictObject({ yes: z.int(), no: z.int(), abstain: z.int() });
const Fault = {
  ...{ received: z.int(), slips: z.int(), unreadable: z.int() },
  /** Slips with a receipt that another one has as well; absent where there is none. */
  alike: z.optional(z.int()),
};

/** Why the slips in a box are no result: how many delegations have voted, how many slips there are, how many do not open or are alike. */
export type CountFault = z.infer<z.ZodMiniObject<typeof Fault>>;

/** How far the box of a vote is, as everyone knows it. */
export interface BoxStanding {
  isCounted: boolean;
  /** What was wrong at the last count. */
  fault: CountFault | null;
}
export type BoxStandings = Record<VoteId, BoxStanding>;

/** What a delegation's own people know of their slip: that it is in the box, from whom and since when; never what it says. */
export type OwnSlips = Record<VoteId, { castBy: ParticipantId; at: number }>;

/** What came out of a box, until it is declared. */
export type KeptCounts = Record<VoteId, { count: z.infer<typeof Count>; receipts: Receipt[] }>;

/** A secret ballot: cast once, counted by the program after the lock. */
export const secretBallot = defineSlice({
  name: 'secretBallot',
  commands: {
    cast: z.strictObject({ voteId: VoteId, choice: SecretChoice, receipt: Receipt }),
    /** What the host found in the box. */
    count: z.strictObject({ voteId: VoteId, count: Count, receipts: z.array(Receipt), unreadable: z.int() }),
    recount: z.strictObject({ voteId: VoteId }),
  },
  events: {
    plenary: {
      SlipsCounted: z.strictObject({ voteId: VoteId }),
      CountFailed: z.strictObject({ voteId: VoteId, ...Fault }),
      RecountAsked: z.strictObject({ voteId: VoteId }),
    },
    delegation: {
      OwnSlipReceived: z.strictObject({ voteId: VoteId, castBy: ParticipantId }),
    },
    sealed: {
      CountKept: z.strictObject({ voteId: VoteId, count: Count, receipts: z.array(Receipt) }),
    },
    box: {
      Slip: z.strictObject({ voteId: VoteId, choice: SecretChoice, receipt: Receipt }),
      BoxEmptied: z.strictObject({ voteId: VoteId }),
    },
  },
  decide: {
    cast(state, { voteId, choice, receipt }, { actor, now }, tell) {
      const { plenary } = state;
      // VOTE-4: the right is looked at before the vote's existence.
      if (actor.kind === 'system' || actor.delegationId === null || !mayVote(plenary.delegation, actor.delegationId))
        return refuse('vote.not-entitled');
      const known = secretVote(state, voteId);
      if ('refused' in known) return known;
      if (!actLeads(plenary, known, 'cast', now)) return refuse('vote.closed');
      const { delegationId } = actor;
      if (!known.electorate.includes(delegationId)) return refuse('vote.entitled-too-late');
      if (known.received.includes(delegationId)) {
        // SEC-3: whoever comes second learns whose ballot lies in the box.
        const own = state.delegation[delegationId]?.secretBallot[voteId];
        return refuse('secretBallot.already-cast', own ? { castBy: own.castBy, at: own.at } : {});
      }
      return [
        tell.box.Slip({ voteId, choice, receipt }),
        vote.tell.plenary.BallotReceived({ voteId, delegationId }),
        tell.delegation(delegationId).OwnSlipReceived({ voteId, castBy: actor.participantId }),
      ];
    },
    count(state, { voteId, count, receipts, unreadable }, _context, tell) {
      const known = secretVote(state, voteId);
      if ('refused' in known) return known;
      // SEC-7: counting again, after a restart or by a second timer, is counting once.
      if (!leads(secretBallotProcedure, secretPhase(state.plenary, known), 'count')) return [];
      const [received, slips] = [known.received.length, receipts.length + unreadable];
      const alike = receipts.filter((receipt, at) =>
        receipts.some((each, other) => other !== at && each === receipt),
      ).length;
      const isWhole = unreadable === 0 && slips === received && slips === count.yes + count.no + count.abstain;
      if (!isWhole || alike > 0)
        return [tell.plenary.CountFailed({ voteId, received, slips, unreadable, ...(alike > 0 ? { alike } : {}) })]; // SEC-6
      return [
        tell.sealed.CountKept({ voteId, count, receipts: [...receipts].sort() }),
        tell.plenary.SlipsCounted({ voteId }),
        tell.box.BoxEmptied({ voteId }),
      ];
    },
    recount(state, { voteId }, _context, tell) {
      const known = secretVote(state, voteId);
      if ('refused' in known) return known;
      if (!leads(secretBallotProcedure, secretPhase(state.plenary, known), 'recount'))
        return refuse('secretBallot.nothing-to-recount');
      return [tell.plenary.RecountAsked({ voteId })];
    },
  },
  evolve: {
    plenary: {
      SlipsCounted(boxes, { voteId }) {
        boxes[voteId] = { isCounted: true, fault: null };
      },
      CountFailed(boxes, { voteId, ...fault }) {
        boxes[voteId] = { isCounted: false, fault };
      },
      RecountAsked(boxes, { voteId }) {
        boxes[voteId] = { isCounted: false, fault: null };
      },
    },
    delegation: {
      OwnSlipReceived(own, { voteId, castBy }, { at }) {
        own[voteId] = { castBy, at };
      },
    },
    sealed: {
      CountKept(kept, { voteId, count, receipts }) {
        kept[voteId] = { count, receipts };
      },
    },
  },
});

function secretVote({ plenary }: ConsultationState, voteId: VoteId): Vote | Refusal {
  const known = plenary.vote.byId[voteId];
  if (!known) return refuse('vote.unknown');
  return known.method === 'secret' ? known : refuse('secretBallot.not-secret');
}

/** The secret votes that are locked and whose boxes the program has to count. */
export function uncounted(state: Pick<ConsultationState, 'plenary'>): Vote[] {
  return Object.values(state.plenary.vote.byId).filter(
    (known) => known.method === 'secret' && secretPhase(state.plenary, known) === 'locked',
  );
}
