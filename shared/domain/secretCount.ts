/** What a secret ballot has come to, as the vote that it belongs to asks for it. */
import { type Refusal, refuse } from './kernel/slice.ts';
import type { SecretPhase } from './procedures/secretBallot.ts';
import type { Plenary } from './state.ts';
import type { Vote } from './vote.ts';

/** Where a secret ballot stands: the vote's own phase and, once it is locked, its box's. */
export function secretPhase({ secretBallot }: Pick<Plenary, 'secretBallot'>, { id, phase }: Vote): SecretPhase {
  if (phase !== 'locked') return phase;
  const box = secretBallot[id];
  if (box?.isCounted) return 'counted';
  return box?.fault ? 'disagreeing' : 'locked';
}

/** Why a vote that is not to be declared yet is not: it is not locked, its box is not counted, or what is in it is no result (SEC-6). */
export function notYet({ secretBallot }: Plenary, { id, method, phase }: Vote): Refusal {
  if (method !== 'secret' || phase !== 'locked') return refuse('vote.not-locked');
  const fault = secretBallot[id]?.fault;
  return fault ? refuse('secretBallot.count-failed', { ...fault }) : refuse('secretBallot.not-counted');
}

/** Whether nobody may know how a delegation voted: no list, no breakdown, and no explanation of vote (rules 88 and 128). */
export function isSecret({ method }: Pick<Vote, 'method'>): boolean {
  return method === 'secret';
}

/** So few ballots may tell how single delegations voted (SEC-10). */
export const fewBallots = 5;
