/** How the ballots of a vote are counted, by its way of voting. */
import type { DelegationId } from '../kernel/ids.ts';
import { must } from '../kernel/must.ts';
import { type Refusal, refuse, type Told } from '../kernel/slice.ts';
import type { Choice, Receipt } from '../kernel/words.ts';
import { type Count, decideMajority, presentAt } from '../majority.ts';
import { answersOf, isCallOver, revealLot } from '../rollCall.ts';
import { notYet } from '../secretCount.ts';
import type { ConsultationState } from '../state.ts';
import type { Outcome, Vote } from '../vote.ts';

type RollCall = Record<DelegationId, Choice>;

/** What a declaration makes known: the numbers, the names where they are kept, and what else is told with it. */
export interface Counting {
  count: Count;
  /** What is kept of single ballots: names, or the receipts of slips. */
  record: { rollCall: RollCall; receipts?: Receipt[] };
  also: readonly Told[];
}

/** Counts a vote, or says why it cannot be counted. */
export function countingOf(state: ConsultationState, vote: Vote): Counting | Refusal {
  if (vote.method === 'roll-call') return rollCalled(state, vote);
  if (vote.method === 'secret') return secretly(state, vote);
  const slips = state.sealed.vote[vote.id] ?? {};
  const mismatch = slipsRefusal(vote.received, slips);
  if (mismatch) return mismatch;
  if (vote.method !== 'show-of-hands') return { count: countOf(slips), record: { rollCall: slips }, also: [] };
  // HAND-2: who showed which hand is said by nothing; HAND-3: a count in the hall stands for all hands.
  return { count: state.bureau.showOfHands[vote.id] ?? countOf(slips), record: { rollCall: {} }, also: [] };
}

function rollCalled(state: ConsultationState, { id }: Vote): Counting | Refusal {
  const call = must(state.plenary.rollCall[id], 'roll call');
  if (!isCallOver(call)) return refuse('rollCall.not-over'); // ROLL-8
  const rollCall = answersOf(call);
  return { count: countOf(rollCall), record: { rollCall }, also: revealLot(state, id) };
}

/** SEC-8: totals, and receipts that stand beside no choice. */
function secretly(state: ConsultationState, vote: Vote): Counting | Refusal {
  const kept = state.sealed.secretBallot[vote.id];
  if (!kept) return notYet(state.plenary, vote);
  return { count: kept.count, record: { rollCall: {}, receipts: kept.receipts }, also: [] };
}

/** VOTE-9: as many ballots as were received, from the same delegations; anything else is a fault shown, never a tally. */
function slipsRefusal(received: readonly DelegationId[], slips: RollCall): Refusal | null {
  const cast = Object.keys(slips);
  const agrees = cast.length === received.length && received.every((id) => slips[id] !== undefined);
  return agrees ? null : refuse('vote.ballots-disagree', { received: received.length, cast: cast.length });
}

function countOf(slips: RollCall): Count {
  const count = { yes: 0, no: 0, abstain: 0 };
  for (const choice of Object.values(slips)) count[choice] += 1;
  return count;
}

/** The result of a count on the terms of its vote. */
export function outcomeOf({ terms }: Pick<Vote, 'terms'>, count: Count): Outcome {
  const { majority, members, quorum, tie } = terms;
  return decideMajority(count, { majority, members, quorum, tie, ...presentAt(count, terms) });
}
