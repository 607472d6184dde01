/** What is being decided, by whichever procedure: what must not be moved, changed or closed under a decision's feet. */
import { isPending } from './divisions/standing.ts';
import type { ItemId, PanelId, VoteId } from './kernel/ids.ts';
import { type Refusal, refuse } from './kernel/slice.ts';
import type { Call } from './noObjection.ts';
import type { Silence } from './silence/shape.ts';
import type { Plenary } from './state.ts';
import type { Vote } from './vote.ts';

/** A decision that has been opened and has not ended. */
export interface Pending {
  itemId: ItemId;
  panelId: PanelId;
  /** It runs on while its panel goes to another step: silence lasts for days, a panel for hours (SIL-18). */
  outlivesStep: boolean;
}

/** Everything that is open for decision now; a procedure that is added tells its own here. */
export function pendingDecisions({
  vote,
  noObjection,
  silence,
  division,
}: Pick<Plenary, 'vote' | 'noObjection' | 'silence' | 'division'>): Pending[] {
  const pending = (outlivesStep: boolean) => (of: Omit<Pending, 'outlivesStep'>) => ({ ...of, outlivesStep });
  return [
    ...Object.values(vote.byId).filter(isRunning).map(pending(false)),
    ...Object.values(noObjection.byId).filter(isCounting).map(pending(false)),
    ...Object.values(silence.byId).filter(isUnderSilence).map(pending(true)),
    ...Object.values(division.byId).filter(isPending).map(pending(false)),
  ];
}

/** Whether an item is open for decision now. */
export function isUnderDecision(plenary: Plenary, itemId: ItemId): boolean {
  return pendingDecisions(plenary).some((each) => each.itemId === itemId);
}

/** Whether anything was ever opened for decision, by any procedure. */
export function hasDecided({ vote, noObjection, silence, division }: Plenary): boolean {
  const isOpened = ({ rounds }: Silence) => rounds.some(({ opening }) => opening !== null);
  if (division.order.length > 0) return true;
  return vote.order.length > 0 || noObjection.order.length > 0 || Object.values(silence.byId).some(isOpened);
}

/**
 * Why nothing can be put to the meeting now, whatever it is: a vote or a countdown has its attention, or a delegation has the
 * floor; null where it can. `instead` is a vote that ends with it.
 */
export function openingRefusal(
  { vote, noObjection, explanation }: Plenary,
  instead: VoteId | null = null,
): Refusal | null {
  const running = Object.values(vote.byId).find((each) => isRunning(each) && each.id !== instead);
  if (running) return refuse('vote.another-is-running', { voteId: running.id }); // VOTE-2
  const counting = Object.values(noObjection.byId).find(isCounting);
  if (counting) return refuse('noObjection.another-is-running', { callId: counting.id }); // NOB-3
  return explanation.speaking ? refuse('explanation.somebody-speaks') : null; // EXP-9
}

function isUnderSilence({ phase }: Silence): boolean {
  return phase === 'under-silence';
}

function isRunning({ phase }: Vote): boolean {
  return phase === 'open' || phase === 'locked';
}

function isCounting({ phase }: Call): boolean {
  return phase === 'running';
}
