/** What is being decided, by whichever procedure: what must not be moved, changed or closed under a decision's feet. */
import type { ItemId, PanelId } from './kernel/ids.ts';
import type { Plenary } from './state.ts';
import type { Vote } from './vote.ts';

/** A decision that has been opened and has not ended. */
export interface Pending {
  itemId: ItemId;
  panelId: PanelId;
}

/** Everything that is open for decision now; a procedure that is added tells its own here. */
export function pendingDecisions({ vote }: Pick<Plenary, 'vote'>): Pending[] {
  return Object.values(vote.byId).filter(isRunning);
}

/** Whether an item is open for decision now. */
export function isUnderDecision(plenary: Plenary, itemId: ItemId): boolean {
  return pendingDecisions(plenary).some((each) => each.itemId === itemId);
}

/** Whether anything was ever opened for decision, by any procedure. */
export function hasDecided({ vote }: Plenary): boolean {
  return vote.order.length > 0;
}

function isRunning({ phase }: Vote): boolean {
  return phase === 'open' || phase === 'locked';
}
