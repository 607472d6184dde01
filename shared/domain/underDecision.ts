/** What is being decided, by whichever procedure: what must not be moved, changed or closed under a decision's feet. */
import type { ItemId, PanelId } from './kernel/ids.ts';
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
export function pendingDecisions({ vote, silence }: Pick<Plenary, 'vote' | 'silence'>): Pending[] {
  const pending = (outlivesStep: boolean) => (of: Omit<Pending, 'outlivesStep'>) => ({ ...of, outlivesStep });
  return [
    ...Object.values(vote.byId).filter(isRunning).map(pending(false)),
    ...Object.values(silence.byId).filter(isUnderSilence).map(pending(true)),
  ];
}

/** Whether an item is open for decision now. */
export function isUnderDecision(plenary: Plenary, itemId: ItemId): boolean {
  return pendingDecisions(plenary).some((each) => each.itemId === itemId);
}

/** Whether anything was ever opened for decision, by any procedure. */
export function hasDecided({ vote, silence }: Plenary): boolean {
  const isOpened = ({ rounds }: Silence) => rounds.some(({ opening }) => opening !== null);
  return vote.order.length > 0 || Object.values(silence.byId).some(isOpened);
}

function isUnderSilence({ phase }: Silence): boolean {
  return phase === 'under-silence';
}

function isRunning({ phase }: Vote): boolean {
  return phase === 'open' || phase === 'locked';
}
