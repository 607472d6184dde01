import * as z from 'zod/mini';
import { standing } from './board.ts';
import { profileOf } from './consultation.ts';
import { mayVote, members } from './delegation.ts';
import { DelegationId, ItemId, PanelId, ParticipantId, VoteId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { defineSlice, type Refusal, refuse } from './kernel/slice.ts';
import { Choice, Instant } from './kernel/words.ts';
import { decideMajority } from './majority.ts';
import { consequencesOf, Subject, subjectRefusal } from './motion.ts';
import { leads } from './procedures/procedure.ts';
import { voteProcedure } from './procedures/vote.ts';
import { Method } from './ruleProfile.ts';
import type { ConsultationState } from './state.ts';
import { isUnderDecision } from './underDecision.ts';

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
  };
  /** The delegations that had the right when the vote was opened: the members of its denominators. */
  electorate: DelegationId[];
  /** Delegations whose ballot has been received, in the order of their first ballot. */
  received: DelegationId[];
  openedAt: number;
}

/** A recorded vote on one item. The choices are not here before the declaration: they are in `sealed`. */
export type Vote =
  | (VoteFacts & { phase: 'open' })
  | (VoteFacts & { phase: 'locked'; lockedAt: number })
  | (VoteFacts & {
      phase: 'declared';
      lockedAt: number;
      declaredAt: number;
      outcome: Outcome;
      rollCall: Record<DelegationId, Choice>;
    })
  | (VoteFacts & { phase: 'withdrawn' });

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
}
export type OwnBallots = Record<VoteId, OwnBallot>;

/** A recorded vote: open, cast and change until locked, lock, declare. */
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
    lock: z.strictObject({ voteId: VoteId }),
    declare: z.strictObject({ voteId: VoteId }),
    withdraw: z.strictObject({ voteId: VoteId }),
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
      VoteLocked: z.strictObject({ voteId: VoteId, lockedAt: Instant }),
      VoteWithdrawn: z.strictObject({ voteId: VoteId }),
      TallyDeclared: z.strictObject({ voteId: VoteId, outcome: Outcome, rollCall: RollCall }),
    },
    delegation: {
      OwnBallotReceived: z.strictObject({ voteId: VoteId, castBy: ParticipantId }),
    },
    sealed: {
      BallotCast: z.strictObject({ voteId: VoteId, delegationId: DelegationId, choice: Choice }),
    },
  },
  decide: {
    open(state, { itemId, majority, present, method, subject }, { newId }, tell) {
      const { plenary } = state;
      const item = standing(plenary.board, itemId);
      if ('refused' in item) return item;
      if (item.disposition) return refuse('board.unknown');
      if (item.stage !== 'ready') return refuse('vote.item-not-ready'); // VOTE-1
      const other = Object.values(plenary.vote.byId).find(
        (known) => known.phase === 'open' || known.phase === 'locked',
      );
      if (other) return refuse('vote.another-is-running', { voteId: other.id }); // VOTE-2
      if (isUnderDecision(plenary, itemId)) return refuse('silence.item-under-decision'); // SIL-18
      const profile = profileOf(plenary.consultation);
      if (!profile.methods.includes(method ?? 'recorded')) return refuse('vote.method-not-in-profile'); // CON-8
      if (!profile.majorities.includes(majority)) return refuse('vote.majority-not-in-profile');
      const isBarred = subject && subjectRefusal(state, item, subject);
      if (isBarred) return isBarred;
      const electorate = members(plenary.delegation).map(({ id }) => id);
      const entitled = electorate.length;
      if (entitled === 0) return refuse('vote.nobody-entitled');
      if (profile.quorum !== 'none' && present === null) return refuse('vote.presence-missing'); // VOTE-3
      if (present !== null && present > entitled) return refuse('vote.presence-too-high', { members: entitled });
      return [
        tell.plenary.VoteOpened({
          voteId: newId(),
          itemId,
          panelId: item.panelId,
          itemVersion: item.current.version,
          ...(method ? { method } : {}),
          ...(subject ? { subject } : {}),
          electorate,
          majority,
          quorum: profile.quorum,
          tie: profile.tie,
          isIndicative: profile.isIndicative,
          profile: profile.id,
          profileVersion: profile.version,
          members: entitled,
          present: profile.quorum === 'none' ? null : present,
        }),
      ];
    },
    cast(state, { voteId, choice }, { actor }, tell) {
      const known = state.plenary.vote.byId[voteId];
      if (
        actor.kind === 'system' ||
        actor.delegationId === null ||
        !mayVote(state.plenary.delegation, actor.delegationId)
      )
        return refuse('vote.not-entitled'); // VOTE-4: the right is looked at before the vote's existence
      if (!known) return refuse('vote.unknown');
      if (!leads(voteProcedure, known.phase, 'cast')) return refuse('vote.closed'); // VOTE-6
      const delegationId = actor.delegationId;
      if (!known.electorate.includes(delegationId)) return refuse('vote.entitled-too-late'); // VOTE-10
      return [
        tell.sealed.BallotCast({ voteId, delegationId, choice }),
        tell.delegation(delegationId).OwnBallotReceived({ voteId, castBy: actor.participantId }),
        // A change is the delegation's own affair: turnout is told once.
        ...(known.received.includes(delegationId) ? [] : [tell.plenary.BallotReceived({ voteId, delegationId })]),
      ];
    },
    lock({ plenary }, { voteId }, { now }, tell) {
      const known = plenary.vote.byId[voteId];
      if (!known) return refuse('vote.unknown');
      if (known.phase === 'locked') return []; // closing twice is closing once
      if (!leads(voteProcedure, known.phase, 'lock')) return refuse('vote.closed');
      return [tell.plenary.VoteLocked({ voteId, lockedAt: now })];
    },
    declare(state, { voteId }, _context, tell) {
      const known = state.plenary.vote.byId[voteId];
      if (!known) return refuse('vote.unknown');
      if (known.phase === 'declared') return [];
      if (!leads(voteProcedure, known.phase, 'declare')) return refuse('vote.not-locked'); // VOTE-7
      const rollCall = state.sealed.vote[voteId] ?? {};
      const mismatch = slipsRefusal(known.received, rollCall);
      if (mismatch) return mismatch;
      const outcome = tally(known, rollCall);
      return [tell.plenary.TallyDeclared({ voteId, outcome, rollCall }), ...consequencesOf(state, known, outcome)];
    },
    withdraw({ plenary }, { voteId }, _context, tell) {
      const known = plenary.vote.byId[voteId];
      if (!known) return refuse('vote.unknown');
      // VOTE-8: once a ballot is in, a vote ends only by its declaration.
      if (!leads(voteProcedure, known.phase, 'withdraw') || known.received.length > 0) return refuse('vote.begun');
      return [tell.plenary.VoteWithdrawn({ voteId })];
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
      VoteLocked(votes, { voteId, lockedAt }) {
        Object.assign(must(votes.byId[voteId], 'vote'), { phase: 'locked', lockedAt });
      },
      VoteWithdrawn(votes, { voteId }) {
        must(votes.byId[voteId], 'vote').phase = 'withdrawn';
      },
      TallyDeclared(votes, { voteId, outcome, rollCall }, { at }) {
        Object.assign(must(votes.byId[voteId], 'vote'), { phase: 'declared', declaredAt: at, outcome, rollCall });
      },
    },
    delegation: {
      OwnBallotReceived(own, { voteId, castBy }, { at }) {
        own[voteId] = { castBy, at, times: (own[voteId]?.times ?? 0) + 1 };
      },
    },
    sealed: {
      BallotCast(sealed, { voteId, delegationId, choice }) {
        (sealed[voteId] ??= {})[delegationId] = choice;
      },
    },
  },
});

/** VOTE-9: as many ballots as were received, from the same delegations; anything else is a fault shown, never a tally. */
function slipsRefusal(received: readonly DelegationId[], rollCall: Record<DelegationId, Choice>): Refusal | null {
  const cast = Object.keys(rollCall);
  const agrees = cast.length === received.length && received.every((id) => rollCall[id] !== undefined);
  return agrees ? null : refuse('vote.ballots-disagree', { received: received.length, cast: cast.length });
}

function tally({ terms }: VoteFacts, rollCall: Record<DelegationId, Choice>): Outcome {
  const count = { yes: 0, no: 0, abstain: 0 };
  for (const choice of Object.values(rollCall)) count[choice] += 1;
  const { majority, members: entitled, present, quorum, tie } = terms;
  return decideMajority(count, {
    majority,
    members: entitled,
    quorum,
    tie,
    ...(present === null ? {} : { present: Math.max(present, count.yes + count.no + count.abstain) }),
  });
}

/** The vote that is open or locked, if any. */
export function runningVote(votes: Votes): Vote | null {
  return Object.values(votes.byId).find(({ phase }) => phase === 'open' || phase === 'locked') ?? null;
}

/** The delegations that may still vote and have not. */
export function notYetVoted(state: Pick<ConsultationState, 'plenary'>, known: Vote): DelegationId[] {
  const received = new Set(known.received);
  return known.electorate.filter((id) => !received.has(id) && mayVote(state.plenary.delegation, id));
}
