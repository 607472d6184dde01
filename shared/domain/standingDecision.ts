/** What has been decided about the text of an item that stands, by whichever procedure, and what that keeps from being decided. */
import { openAmendments } from './amendments/standing.ts';
import type { TabledItem } from './board.ts';
import { profileOf } from './consultation.ts';
import type { Division, DivisionPhase } from './divisions/shape.ts';
import { pendingDivision } from './divisions/standing.ts';
import { votesOnItem } from './itemVotes.ts';
import { type Refusal, refuse } from './kernel/slice.ts';
import { isAdoptedBySilence } from './silence/shape.ts';
import type { Plenary } from './state.ts';
import type { Vote } from './vote.ts';
import { awaitsSecond } from './voting/tie.ts';

/** What only indicates decides nothing. */
export type StandingDecision = 'none' | 'indicated' | 'decided';

/**
 * ONE-2: what has been decided about an item's text: it stands among the decided, or its version was adopted without a vote or by
 * silence, or voted on, as a whole or in parts. Without a quorum, or before the second vote after a tie, nothing has been.
 */
export function decisionOn(plenary: Plenary, item: TabledItem): StandingDecision {
  const { id, stage, current } = item;
  if (stage === 'decided' || isAdoptedBySilence(plenary.silence, id, current.version)) return 'decided';
  const calls = Object.values(plenary.noObjection.byId).filter(
    (each) => each.itemId === id && each.itemVersion === current.version && each.phase === 'adopted',
  );
  const votes = votesOnItem(plenary.vote, id).filter((each) => each.itemVersion === current.version && isSettled(each));
  const { isIndicative } = profileOf(plenary.consultation);
  const divisions = Object.values(plenary.division.byId).filter((each) => hasDivided(item, each));
  const indicates = [
    ...[...calls, ...votes].map(({ terms }) => terms.isIndicative),
    ...divisions.map(({ phase }) => isIndicative || phase === 'indicated'),
  ];
  if (indicates.length === 0) return 'none';
  return indicates.every(Boolean) ? 'indicated' : 'decided';
}

/** Whether a vote has settled what it was on; a tie that was not held again in time has. */
function isSettled(vote: Vote): boolean {
  if (vote.phase !== 'declared') return false;
  const { result } = vote.outcome;
  return result === 'carried' || result === 'not-carried' || vote.tieLapsedAt !== undefined;
}

/** The phases in which a division has decided its proposal, or indicated what is thought of it. */
const concluded: readonly DivisionPhase[] = ['adopted', 'rejected', 'fallen', 'indicated'];

function hasDivided({ id, current }: TabledItem, division: Division): boolean {
  const isOfText = division.itemVersion === current.version || current.amendedBy?.division === division.id;
  return division.itemId === id && isOfText && concluded.includes(division.phase);
}

/** ONE-2, ONE-3: why nothing more is decided about a text, and it does not change; null where it may. */
export function settledRefusal(plenary: Plenary, item: TabledItem): Refusal | null {
  if (decisionOn(plenary, item) === 'decided') return refuse('motion.item-decided');
  return isTieWaiting(plenary, item) ? refuse('vote.tie-waits') : null;
}

/** ONE-1: what has to be decided before an item as a whole is; null where nothing has. */
export function wholeRefusal({ amendment, division }: Plenary, { id }: TabledItem): Refusal | null {
  const open = openAmendments(amendment, id).length;
  if (open > 0) return refuse('amendment.undecided', { n: open }); // AMD-11
  return pendingDivision(division, id) ? refuse('division.pending') : null; // DIV-10
}

/** ONE-3: whether the vote on an item was tied and is to be held again. */
export function isTieWaiting(plenary: Plenary, { id, current }: TabledItem): boolean {
  return votesOnItem(plenary.vote, id).some(
    (each) => each.itemVersion === current.version && each.phase === 'declared' && awaitsSecond(plenary, each),
  );
}
