/** Where a vote stands in the procedure of its way of voting, and whether a step may be taken. */

import { profileOf } from '../consultation.ts';
import { mayVote } from '../delegation.ts';
import type { Actor } from '../kernel/actor.ts';
import { type Refusal, refuse } from '../kernel/slice.ts';
import { leads, type Procedure } from '../procedures/procedure.ts';
import { rollCallProcedure } from '../procedures/rollCall.ts';
import { secretBallotProcedure } from '../procedures/secretBallot.ts';
import { showOfHandsProcedure } from '../procedures/showOfHands.ts';
import { voteProcedure } from '../procedures/vote.ts';
import { type Method, profileOfDecision, type RuleProfile } from '../ruleProfile.ts';
import { secretPhase } from '../secretCount.ts';
import type { ConsultationState, Plenary } from '../state.ts';
import type { Vote } from '../vote.ts';

/** The procedure of each way of voting. */
const procedureOf: Record<Method, Procedure> = {
  recorded: voteProcedure,
  'show-of-hands': showOfHandsProcedure,
  'roll-call': rollCallProcedure,
  secret: secretBallotProcedure,
};

/** The version of the rule profile that a vote was opened under, by which it goes to its end (CON-7). */
export function profileOfVote({ consultation }: Pick<Plenary, 'consultation'>, { terms }: Vote): RuleProfile {
  return profileOfDecision(terms.profile, terms.profileVersion) ?? profileOf(consultation);
}

/** The phase of a vote as its procedure names it; a lock that was announced for an instant takes effect at that instant. */
function phaseOf(plenary: Plenary, vote: Vote, now: number): string {
  const { rollCall, showOfHands } = plenary;
  if (vote.phase === 'declared') return vote.tieLapsedAt === undefined ? 'declared' : 'lapsed';
  if (vote.phase !== 'open') return vote.method === 'secret' ? secretPhase(plenary, vote) : vote.phase;
  if (vote.method === 'roll-call') return rollCall[vote.id]?.lot ? 'calling' : 'announced';
  if (showOfHands[vote.id]?.askedBy !== undefined) return 'recorded-asked';
  if (vote.locksAt === undefined) return 'open';
  return now < vote.locksAt ? 'lock-announced' : 'locked';
}

/** Whether a vote's procedure knows an act in the phase in which it stands. */
export function actLeads(plenary: Plenary, vote: Vote, act: string, now: number): boolean {
  return leads(procedureOf[vote.method], phaseOf(plenary, vote, now), act) !== null;
}

/** Why a vote cannot be locked now, or null: VOTE-12 for the program, VOTE-13 for the bureau. */
export function lockRefusal(state: ConsultationState, vote: Vote, actor: Actor, now: number): Refusal | null {
  if (vote.phase !== 'open') return refuse('vote.closed');
  if (vote.method === 'roll-call') return refuse('rollCall.not-over');
  if (state.plenary.showOfHands[vote.id]?.askedBy !== undefined) return refuse('showOfHands.recorded-asked');
  if (vote.locksAt !== undefined && now >= vote.locksAt) return null;
  if (actor.kind === 'system') return refuse('vote.lock-not-due');
  return locksAtOnce(state, vote)
    ? null
    : refuse(vote.locksAt === undefined ? 'vote.lock-not-announced' : 'vote.lock-counts-down');
}

/** VOTE-13: whether nobody is cut off by a lock that was not announced. */
export function locksAtOnce({ plenary }: Pick<ConsultationState, 'plenary'>, vote: Vote): boolean {
  if (vote.terms.isIndicative || profileOfVote(plenary, vote).lockWarningSeconds === 0) return true;
  // HAND-4: whoever has shown a hand may still ask for a recorded vote.
  return vote.method !== 'show-of-hands' && isComplete(plenary, vote);
}

/** Whether everyone who may vote has voted. */
function isComplete({ delegation }: Plenary, { electorate, received }: Vote): boolean {
  const voted = new Set(received);
  return electorate.every((id) => voted.has(id) || !mayVote(delegation, id));
}
