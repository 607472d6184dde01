import * as z from 'zod/mini';
import { mayVote } from './delegation.ts';
import { DelegationId, ParticipantId, VoteId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { type Context, defineSlice, type Refusal, refuse, type Told } from './kernel/slice.ts';
import { Choice } from './kernel/words.ts';
import { leads } from './procedures/procedure.ts';
import { rollCallProcedure } from './procedures/rollCall.ts';
import type { ConsultationState, Plenary } from './state.ts';
import type { Vote } from './vote.ts';
import { drawnStart } from './voting/lot.ts';

/** What a member said when it was called, or that it did not answer; and whose device said so. */
export interface Answer {
  /** Null where it was called and did not answer. */
  choice: Choice | null;
  by: 'delegation' | 'secretariat';
  at: number;
}

/** A roll call: the lot, who has been called, what was answered. All of it is said aloud, so all of it is everybody's. */
export interface RollCall {
  /** The members in English alphabetical order. */
  order: DelegationId[];
  /** The digest by which the server has committed itself to its part of the lot. */
  commitment: string;
  lot: { nonce: string; start: number } | null;
  /** The server's part of the lot, once the result is declared. */
  seed: string | null;
  /** How many have been called; the last of them is on. */
  called: number;
  answers: Record<DelegationId, Answer>;
}
export type RollCalls = Record<VoteId, RollCall>;

/** Who of the delegation answered for it. */
export type OwnAnswers = Record<VoteId, { castBy: ParticipantId; at: number }>;

const Digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Nonce = z.string().check(z.regex(/^[0-9a-f]{32,64}$/));

/** A roll call: the start drawn by lot, each member called once, answers for all to hear. */
export const rollCall = defineSlice({
  name: 'rollCall',
  commands: {
    draw: z.strictObject({ voteId: VoteId, nonce: Nonce }),
    /** Calls the one after `after`, who was called last. */
    callNext: z.strictObject({ voteId: VoteId, after: DelegationId }),
    answer: z.strictObject({ voteId: VoteId, choice: Choice }),
    enter: z.strictObject({ voteId: VoteId, delegationId: DelegationId, choice: Choice }),
    markAbsent: z.strictObject({ voteId: VoteId, delegationId: DelegationId }),
    /** Calls the one that was put down as absent last once more. */
    takeBackAbsence: z.strictObject({ voteId: VoteId, delegationId: DelegationId }),
  },
  events: {
    plenary: {
      LotSealed: z.strictObject({ voteId: VoteId, commitment: Digest, order: z.array(DelegationId) }),
      LotDrawn: z.strictObject({ voteId: VoteId, nonce: Nonce, start: z.int() }),
      DelegationCalled: z.strictObject({ voteId: VoteId, delegationId: DelegationId }),
      DelegationAnswered: z.strictObject({
        voteId: VoteId,
        delegationId: DelegationId,
        choice: Choice,
        by: z.enum(['delegation', 'secretariat']),
      }),
      DelegationAbsent: z.strictObject({ voteId: VoteId, delegationId: DelegationId }),
      AbsenceTakenBack: z.strictObject({ voteId: VoteId, delegationId: DelegationId }),
      LotRevealed: z.strictObject({ voteId: VoteId, seed: z.string() }),
    },
    delegation: {
      OwnAnswerGiven: z.strictObject({ voteId: VoteId, castBy: ParticipantId }),
    },
    sealed: {
      SeedKept: z.strictObject({ voteId: VoteId, seed: z.string() }),
    },
  },
  decide: {
    draw(state, { voteId, nonce }, { hmacSha256 }, tell) {
      const call = callOf(state.plenary, voteId, 'draw');
      if ('refused' in call) return call;
      const seed = must(state.sealed.rollCall[voteId], 'seed');
      const start = drawnStart(hmacSha256, { seed, nonce, voteId, among: call.order.length });
      const first = must(call.order[start], 'the one drawn');
      return [
        tell.plenary.LotDrawn({ voteId, nonce, start }),
        tell.plenary.DelegationCalled({ voteId, delegationId: first }),
      ];
    },
    callNext({ plenary }, { voteId, after }, _context, tell) {
      const call = callOf(plenary, voteId, 'call-next');
      if ('refused' in call) return call;
      const { current, next } = turnOf(call);
      if (current !== after) return []; // calling twice is calling once
      if (!call.answers[after]) return refuse('rollCall.not-answered'); // ROLL-4
      return next === null ? refuse('rollCall.over') : [tell.plenary.DelegationCalled({ voteId, delegationId: next })];
    },
    answer({ plenary }, { voteId, choice }, { actor }, tell) {
      if (actor.kind === 'system' || actor.delegationId === null || !mayVote(plenary.delegation, actor.delegationId))
        return refuse('vote.not-entitled'); // VOTE-4
      const { delegationId, participantId } = actor;
      const refused = answerRefusal(plenary, voteId, 'answer', delegationId);
      if (refused) return refused;
      return [
        tell.plenary.DelegationAnswered({ voteId, delegationId, choice, by: 'delegation' }),
        tell.delegation(delegationId).OwnAnswerGiven({ voteId, castBy: participantId }),
      ];
    },
    enter({ plenary }, { voteId, delegationId, choice }, _context, tell) {
      const refused = answerRefusal(plenary, voteId, 'enter', delegationId);
      if (refused) return refused;
      if (!mayVote(plenary.delegation, delegationId)) return refuse('vote.not-entitled');
      return [tell.plenary.DelegationAnswered({ voteId, delegationId, choice, by: 'secretariat' })];
    },
    markAbsent({ plenary }, { voteId, delegationId }, _context, tell) {
      const refused = answerRefusal(plenary, voteId, 'mark-absent', delegationId);
      if (refused) return refused;
      const { next } = turnOf(must(plenary.rollCall[voteId], 'roll call'));
      return [
        tell.plenary.DelegationAbsent({ voteId, delegationId }),
        // Nobody has the floor any more: the call goes on.
        ...(next === null ? [] : [tell.plenary.DelegationCalled({ voteId, delegationId: next })]),
      ];
    },
    takeBackAbsence({ plenary }, { voteId, delegationId }, _context, tell) {
      const call = callOf(plenary, voteId, 'take-back-absence');
      if ('refused' in call) return call;
      // Taking back twice is taking back once: it has the floor again.
      if (turnOf(call).current === delegationId && !call.answers[delegationId]) return [];
      if (lastAbsent(call) !== delegationId) return refuse('rollCall.absence-stands'); // ROLL-9
      return [tell.plenary.AbsenceTakenBack({ voteId, delegationId })];
    },
  },
  evolve: {
    plenary: {
      AbsenceTakenBack(calls, { voteId, delegationId }) {
        const call = must(calls[voteId], 'roll call');
        delete call.answers[delegationId];
        call.called = callingOrder(call).indexOf(delegationId) + 1;
      },
      LotSealed(calls, { voteId, commitment, order }) {
        calls[voteId] = { order, commitment, lot: null, seed: null, called: 0, answers: {} };
      },
      LotDrawn(calls, { voteId, nonce, start }) {
        must(calls[voteId], 'roll call').lot = { nonce, start };
      },
      DelegationCalled(calls, { voteId }) {
        must(calls[voteId], 'roll call').called += 1;
      },
      DelegationAnswered(calls, { voteId, delegationId, choice, by }, { at }) {
        must(calls[voteId], 'roll call').answers[delegationId] = { choice, by, at };
      },
      DelegationAbsent(calls, { voteId, delegationId }, { at }) {
        must(calls[voteId], 'roll call').answers[delegationId] = { choice: null, by: 'secretariat', at };
      },
      LotRevealed(calls, { voteId, seed }) {
        must(calls[voteId], 'roll call').seed = seed;
      },
    },
    delegation: {
      OwnAnswerGiven(own, { voteId, castBy }, { at }) {
        own[voteId] = { castBy, at };
      },
    },
    sealed: {
      SeedKept(seeds, { voteId, seed }) {
        seeds[voteId] = seed;
      },
    },
  },
});

/** ROLL-1: what is told beside the opening: the order, and the digest of a seed that nobody reads before the result. */
export function sealLot(
  { plenary }: ConsultationState,
  { voteId, electorate }: { voteId: VoteId; electorate: readonly DelegationId[] },
  { newId, sha256, compareCodes }: Context,
): Told[] {
  // Two ids: more chance in it than anybody can try through.
  const seed = `${newId()}${newId()}`;
  const codeOf = (id: DelegationId) => plenary.delegation.byId[id]?.code ?? id;
  const order = [...electorate].sort((a, b) => compareCodes(codeOf(a), codeOf(b)));
  return [
    rollCall.tell.plenary.LotSealed({ voteId, commitment: sha256(seed), order }),
    rollCall.tell.sealed.SeedKept({ voteId, seed }),
  ];
}

/** ROLL-3: the seed, which the result brings with it. */
export function revealLot({ sealed }: ConsultationState, voteId: VoteId): Told[] {
  const seed = sealed.rollCall[voteId];
  return seed === undefined ? [] : [rollCall.tell.plenary.LotRevealed({ voteId, seed })];
}

/** The members in the order in which they are called: from the one drawn, round to the one before it. */
export function callingOrder({ order, lot }: Pick<RollCall, 'order' | 'lot'>): DelegationId[] {
  return lot ? [...order.slice(lot.start), ...order.slice(0, lot.start)] : [];
}

/** Whose turn it is, who comes next and after, and how many have not been called. */
export interface Turn {
  current: DelegationId | null;
  next: DelegationId | null;
  afterNext: DelegationId | null;
  left: number;
}

export function turnOf(call: RollCall): Turn {
  const turns = callingOrder(call);
  const at = (place: number) => turns[place] ?? null;
  const { called } = call;
  return { current: at(called - 1), next: at(called), afterNext: at(called + 1), left: call.order.length - called };
}

/** Whether everybody has been called and has answered or not. */
export function isCallOver({ order, answers }: RollCall): boolean {
  return order.every((id) => answers[id]);
}

/** The delegation that did not answer when it was called, as long as nobody was heard or put down after it; else null. */
export function lastAbsent(call: RollCall): DelegationId | null {
  const last = callingOrder(call).findLast((id) => call.answers[id]);
  return last !== undefined && call.answers[last]?.choice === null ? last : null;
}

/** What was answered so far; who did not answer is left out. */
export function answersOf({ answers }: RollCall): Record<DelegationId, Choice> {
  const given = Object.entries(answers).flatMap(([id, { choice }]) => (choice ? [[id, choice] as const] : []));
  return Object.fromEntries(given);
}

/** The members whose answer the secretariat entered for them in the hall (ROLL-6), in the order of the roll call. */
export function enteredInHall({ order, answers }: Pick<RollCall, 'order' | 'answers'>): DelegationId[] {
  return order.filter((id) => answers[id]?.choice && answers[id]?.by === 'secretariat');
}

type Act = 'draw' | 'call-next' | 'answer' | 'enter' | 'mark-absent' | 'take-back-absence';

/** The roll call of a vote, if it takes such a step now. */
function callOf({ vote, rollCall: calls }: Plenary, voteId: VoteId, act: Act): RollCall | Refusal {
  const known: Vote | undefined = vote.byId[voteId];
  const call = calls[voteId];
  if (!known || !call) return refuse(known ? 'rollCall.not-a-roll-call' : 'vote.unknown');
  if (known.phase !== 'open') return refuse('vote.closed');
  const phase = call.lot ? 'calling' : 'announced';
  if (leads(rollCallProcedure, phase, act)) return call;
  return refuse(call.lot ? 'rollCall.drawn' : 'rollCall.not-drawn');
}

/** ROLL-5: only the one that is called answers, and only once, whoever brings the answer. */
function answerRefusal(plenary: Plenary, voteId: VoteId, act: Act, delegationId: DelegationId): Refusal | null {
  const call = callOf(plenary, voteId, act);
  if ('refused' in call) return call;
  if (!call.order.includes(delegationId)) return refuse('vote.entitled-too-late'); // VOTE-10
  if (call.answers[delegationId]) return refuse('rollCall.answered');
  return turnOf(call).current === delegationId ? null : refuse('rollCall.not-called');
}
