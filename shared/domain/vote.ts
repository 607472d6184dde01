import * as z from 'zod/mini';
import { mayVote } from './delegation.ts';
import { DelegationId, ItemId, PanelId, ParticipantId, VoteId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { defineSlice, isRefusal, refuse } from './kernel/slice.ts';
import { Choice, Instant, Receipt } from './kernel/words.ts';
import { consequencesOf, Subject } from './motion.ts';
import { sealLot } from './rollCall.ts';
import { Method } from './ruleProfile.ts';
import { notYet } from './secretCount.ts';
import type { ConsultationState } from './state.ts';
import { countingOf, outcomeOf } from './voting/counting.ts';
import { openingOf } from './voting/opening.ts';
import { actLeads, lockRefusal, profileOfVote } from './voting/phases.ts';
import { awaitsSecond } from './voting/tie.ts';

const Majority = z.enum(['simple', 'two-thirds', 'absolute', 'two-thirds-members']);
const Terms = {
  majority: Majority,
  quorum: z.enum(['majority-of-members', 'none']),
  tie: z.enum(['rejected', 'second-vote']),
  isIndicative: z.boolean(),
  profile: z.string(),
  profileVersion: z.int(),
  /** How many delegations have the right to vote. */
  members: z.int(),
  /** How many of them the bureau has found present; null when no quorum is asked for. */
  present: z.nullable(z.int()),
  /** In a roll call who is present is found by the call (ROLL-10); absent in the votes of earlier journals. */
  presence: z.optional(z.literal('called')),
};

const theItem: Subject = { kind: 'item' };

export type Outcome = z.infer<typeof Outcome>;
export const Outcome = z.strictObject({
  yes: z.int(),
  no: z.int(),
  abstain: z.int(),
  absent: z.int(),
  presentAndVoting: z.int(),
  denominator: z.int(),
  required: z.int(),
  majority: Majority,
  quorum: z.strictObject({ required: z.nullable(z.int()), present: z.nullable(z.int()), met: z.boolean() }),
  result: z.enum(['carried', 'not-carried', 'tied', 'no-quorum']),
  reason: z.string(),
});

const RollCall = z.record(DelegationId, Choice);

interface VoteFacts {
  id: VoteId;
  itemId: ItemId;
  panelId: PanelId;
  /** The version of the item that is voted on. */
  itemVersion: number;
  method: Method;
  /** What of the item is voted on. */
  subject: Subject;
  /** The vote that was tied and is held again (MAJ-5). */
  secondOf?: VoteId;
  terms: {
    majority: z.infer<typeof Majority>;
    quorum: 'majority-of-members' | 'none';
    tie: 'rejected' | 'second-vote';
    isIndicative: boolean;
    profile: string;
    profileVersion: number;
    members: number;
    present: number | null;
    presence?: 'called' | undefined;
  };
  /** The delegations that had the right when the vote was opened: the members of its denominators. */
  electorate: DelegationId[];
  /** Delegations whose ballot has been received, in the order of their first ballot. */
  received: DelegationId[];
  openedAt: number;
}

/** A vote on one item or on what belongs to it. The choices are not here before the declaration: they are in `sealed`. */
export type Vote =
  /** Ballots are taken; once the lock is announced, until `locksAt`. */
  | (VoteFacts & { phase: 'open'; locksAt?: number })
  | (VoteFacts & { phase: 'locked'; lockedAt: number })
  | (VoteFacts & {
      phase: 'declared';
      lockedAt: number;
      declaredAt: number;
      outcome: Outcome;
      /** Who chose what; empty where the way of voting keeps no names. */
      rollCall: Record<DelegationId, Choice>;
      /** The receipts of all slips of a secret ballot, in their own order (SEC-8). */
      receipts?: Receipt[];
      /** It was tied and may be held again until then (rule 95). */
      secondVoteUntil?: number;
      /** It was not held again in time, and so is not carried. */
      tieLapsedAt?: number;
    })
  /** Withdrawn, or replaced by a recorded vote that somebody asked for. */
  | (VoteFacts & { phase: 'withdrawn'; replacedBy?: VoteId });

export interface Votes {
  byId: Record<VoteId, Vote>;
  order: VoteId[];
}

export type SealedBallots = Record<VoteId, Record<DelegationId, Choice>>;

/** What a delegation's own people know of their ballot: that it was received, from whom and when; the choice stays sealed. */
export interface OwnBallot {
  castBy: ParticipantId;
  at: number;
  /** How often it was cast; the last one before the lock counts. */
  times: number;
  /** Under which id it was sent, by which a device knows its own; absent in earlier journals (VOTE-16). */
  commandId?: string;
}
export type OwnBallots = Record<VoteId, OwnBallot>;

/** A vote: opened, cast and changed until it is locked, declared once. A roll call is answered, a secret ballot dropped elsewhere. */
export const vote = defineSlice({
  name: 'vote',
  commands: {
    open: z.strictObject({
      itemId: ItemId,
      majority: Majority,
      present: z.nullable(z.int().check(z.minimum(0), z.maximum(1_000))),
      /** A recorded vote unless said otherwise. */
      method: z.optional(Method),
      /** The item itself unless said otherwise. */
      subject: z.optional(Subject),
    }),
    cast: z.strictObject({ voteId: VoteId, choice: Choice }),
    announceLock: z.strictObject({ voteId: VoteId }),
    callOffLock: z.strictObject({ voteId: VoteId }),
    lock: z.strictObject({ voteId: VoteId }),
    declare: z.strictObject({ voteId: VoteId }),
    withdraw: z.strictObject({ voteId: VoteId }),
    lapse: z.strictObject({ voteId: VoteId }),
  },
  events: {
    plenary: {
      VoteOpened: z.strictObject({
        voteId: VoteId,
        itemId: ItemId,
        panelId: PanelId,
        itemVersion: z.int(),
        method: z.optional(Method),
        subject: z.optional(Subject),
        secondOf: z.optional(VoteId),
        electorate: z.array(DelegationId),
        ...Terms,
      }),
      BallotReceived: z.strictObject({ voteId: VoteId, delegationId: DelegationId }),
      LockAnnounced: z.strictObject({ voteId: VoteId, locksAt: Instant }),
      LockCalledOff: z.strictObject({ voteId: VoteId }),
      VoteLocked: z.strictObject({ voteId: VoteId, lockedAt: Instant }),
      VoteWithdrawn: z.strictObject({ voteId: VoteId, replacedBy: z.optional(VoteId) }),
      TallyDeclared: z.strictObject({
        voteId: VoteId,
        outcome: Outcome,
        rollCall: RollCall,
        receipts: z.optional(z.array(Receipt)),
        secondVoteUntil: z.optional(Instant),
      }),
      TieLapsed: z.strictObject({ voteId: VoteId }),
    },
    delegation: {
      OwnBallotReceived: z.strictObject({
        voteId: VoteId,
        castBy: ParticipantId,
        commandId: z.optional(z.string().check(z.maxLength(64))),
      }),
    },
    sealed: {
      BallotCast: z.strictObject({ voteId: VoteId, delegationId: DelegationId, choice: Choice }),
    },
    box: {
      BoxMade: z.strictObject({ voteId: VoteId }),
      BoxEmptied: z.strictObject({ voteId: VoteId }),
    },
  },
  decide: {
    open(state, asked, context, tell) {
      const opening = openingOf(state, asked, context.now);
      if (isRefusal(opening)) return opening;
      const voteId = context.newId();
      return [
        ...(opening.method === 'secret' ? [tell.box.BoxMade({ voteId })] : []), // SEC-1
        tell.plenary.VoteOpened({ voteId, ...opening }),
        ...(opening.method === 'roll-call' ? sealLot(state, { voteId, ...opening }, context) : []),
      ];
    },
    cast(state, { voteId, choice }, { actor, now, commandId }, tell) {
      const known = state.plenary.vote.byId[voteId];
      if (
        actor.kind === 'system' ||
        actor.delegationId === null ||
        !mayVote(state.plenary.delegation, actor.delegationId)
      )
        return refuse('vote.not-entitled'); // VOTE-4: the right is looked at before the vote's existence
      if (!known) return refuse('vote.unknown');
      if (known.method === 'secret') return refuse('vote.is-secret'); // SEC-5
      if (known.method === 'roll-call') return refuse('rollCall.not-called'); // ROLL-5
      if (!actLeads(state.plenary, known, 'cast', now)) return refuse('vote.closed'); // VOTE-6
      if (state.plenary.showOfHands[voteId]?.isCountedInHall) return refuse('showOfHands.counted-in-hall'); // HAND-3
      const delegationId = actor.delegationId;
      if (!known.electorate.includes(delegationId)) return refuse('vote.entitled-too-late'); // VOTE-10
      return [
        tell.sealed.BallotCast({ voteId, delegationId, choice }),
        tell.delegation(delegationId).OwnBallotReceived({
          ...{ voteId, castBy: actor.participantId },
          ...(commandId ? { commandId } : {}), // VOTE-16
        }),
        // A change is the delegation's own affair: turnout is told once.
        ...(known.received.includes(delegationId) ? [] : [tell.plenary.BallotReceived({ voteId, delegationId })]),
      ];
    },
    announceLock({ plenary }, { voteId }, { now }, tell) {
      const known = plenary.vote.byId[voteId];
      if (!known) return refuse('vote.unknown');
      if (known.phase === 'open' && known.locksAt !== undefined) return []; // announcing twice is announcing once
      if (!actLeads(plenary, known, 'announce-lock', now)) return refuse('vote.closed');
      const { lockWarningSeconds } = profileOfVote(plenary, known);
      return [tell.plenary.LockAnnounced({ voteId, locksAt: now + lockWarningSeconds * 1_000 })];
    },
    callOffLock({ plenary }, { voteId }, { now }, tell) {
      const known = plenary.vote.byId[voteId];
      if (!known) return refuse('vote.unknown');
      if (known.phase === 'open' && known.locksAt === undefined) return [];
      if (!actLeads(plenary, known, 'call-off-lock', now)) return refuse('vote.closed');
      return [tell.plenary.LockCalledOff({ voteId })];
    },
    lock(state, { voteId }, { actor, now }, tell) {
      const known = state.plenary.vote.byId[voteId];
      if (!known) return refuse('vote.unknown');
      if (known.phase === 'locked') return []; // closing twice is closing once
      const refused = lockRefusal(state, known, actor, now);
      if (refused) return refused;
      // However late the program comes to it, the vote was locked when it was announced to be.
      const locksAt = known.phase === 'open' ? (known.locksAt ?? now) : now;
      return [tell.plenary.VoteLocked({ voteId, lockedAt: Math.min(now, locksAt) })];
    },
    declare(state, { voteId }, { now }, tell) {
      const known = state.plenary.vote.byId[voteId];
      if (!known) return refuse('vote.unknown');
      if (known.phase === 'declared') return [];
      if (!actLeads(state.plenary, known, 'declare', now)) return notYet(state.plenary, known); // VOTE-7
      const counting = countingOf(state, known);
      if (isRefusal(counting)) return counting;
      const outcome = outcomeOf(known, counting.count);
      const until = now + profileOfVote(state.plenary, known).secondVoteHours * 3_600_000;
      const second = outcome.result === 'tied' ? { secondVoteUntil: until } : {}; // VOTE-14
      return [
        // A roll call is over when the last has answered: nothing is left to be locked.
        ...(known.phase === 'open' ? [tell.plenary.VoteLocked({ voteId, lockedAt: now })] : []),
        tell.plenary.TallyDeclared({ voteId, outcome, ...counting.record, ...second }),
        ...counting.also,
        ...consequencesOf(state, known, outcome),
      ];
    },
    withdraw({ plenary }, { voteId }, { now }, tell) {
      const known = plenary.vote.byId[voteId];
      if (!known) return refuse('vote.unknown');
      // VOTE-8: once a ballot is in, a vote ends only by its declaration; unless its box cannot be counted (SEC-6).
      const isCast = known.received.length > 0 && !plenary.secretBallot[voteId]?.fault;
      const isBegun = isCast || plenary.showOfHands[voteId]?.isCountedInHall;
      if (isBegun || !actLeads(plenary, known, 'withdraw', now)) return refuse('vote.begun');
      return [
        tell.plenary.VoteWithdrawn({ voteId }),
        ...(known.method === 'secret' ? [tell.box.BoxEmptied({ voteId })] : []),
      ];
    },
    lapse(state, { voteId }, { now }, tell) {
      const { plenary } = state;
      const known = plenary.vote.byId[voteId];
      if (known?.phase !== 'declared') return refuse('vote.unknown');
      const isOver = known.secondVoteUntil !== undefined && now > known.secondVoteUntil;
      const isOwed = isOver && awaitsSecond(plenary, known) && actLeads(plenary, known, 'lapse', now);
      if (!isOwed) return refuse('vote.not-tied');
      const rejected = { ...known.outcome, result: 'not-carried' as const };
      return [tell.plenary.TieLapsed({ voteId }), ...consequencesOf(state, known, rejected)];
    },
  },
  evolve: {
    plenary: {
      VoteOpened(votes, { voteId, method = 'recorded', subject = theItem, ...opened }, { at }) {
        const { itemId, panelId, itemVersion, electorate, secondOf, ...terms } = opened;
        votes.byId[voteId] = {
          id: voteId,
          itemId,
          panelId,
          itemVersion,
          method,
          subject,
          ...(secondOf ? { secondOf } : {}),
          terms,
          electorate,
          received: [],
          openedAt: at,
          phase: 'open',
        };
        votes.order.push(voteId);
      },
      BallotReceived(votes, { voteId, delegationId }) {
        must(votes.byId[voteId], 'vote').received.push(delegationId);
      },
      LockAnnounced(votes, { voteId, locksAt }) {
        Object.assign(must(votes.byId[voteId], 'vote'), { locksAt });
      },
      LockCalledOff(votes, { voteId }) {
        const known = must(votes.byId[voteId], 'vote');
        if (known.phase === 'open') delete known.locksAt;
      },
      VoteLocked(votes, { voteId, lockedAt }) {
        const known = must(votes.byId[voteId], 'vote');
        if (known.phase === 'open') delete known.locksAt;
        Object.assign(known, { phase: 'locked', lockedAt });
      },
      VoteWithdrawn(votes, { voteId, replacedBy }) {
        const known = must(votes.byId[voteId], 'vote');
        if (known.phase === 'open') delete known.locksAt;
        Object.assign(known, { phase: 'withdrawn', ...(replacedBy ? { replacedBy } : {}) });
      },
      TallyDeclared(votes, { voteId, ...result }, { at }) {
        Object.assign(must(votes.byId[voteId], 'vote'), { phase: 'declared', declaredAt: at, ...result });
      },
      TieLapsed(votes, { voteId }, { at }) {
        Object.assign(must(votes.byId[voteId], 'vote'), { tieLapsedAt: at });
      },
    },
    delegation: {
      OwnBallotReceived(own, { voteId, castBy, commandId }, { at }) {
        const times = (own[voteId]?.times ?? 0) + 1;
        own[voteId] = { castBy, at, times, ...(commandId ? { commandId } : {}) };
      },
    },
    sealed: {
      BallotCast(sealed, { voteId, delegationId, choice }) {
        (sealed[voteId] ??= {})[delegationId] = choice;
      },
    },
  },
});

/** The vote that is open or locked, if any. */
export function runningVote(votes: Votes): Vote | null {
  return Object.values(votes.byId).find(({ phase }) => phase === 'open' || phase === 'locked') ?? null;
}

/** The delegations whose ballot was received, or which have answered their call. */
export function votedIn({ rollCall }: ConsultationState['plenary'], known: Vote): DelegationId[] {
  const call = known.method === 'roll-call' ? rollCall[known.id] : undefined;
  return call ? Object.keys(call.answers).filter((id) => call.answers[id]?.choice) : known.received;
}

/** The delegations that may still vote and have not. */
export function notYetVoted(state: Pick<ConsultationState, 'plenary'>, known: Vote): DelegationId[] {
  const voted = new Set(votedIn(state.plenary, known));
  return known.electorate.filter((id) => !voted.has(id) && mayVote(state.plenary.delegation, id));
}
