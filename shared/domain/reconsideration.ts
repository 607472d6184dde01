/** Reconsideration (rules 81 and 123): what was decided is put again only where two thirds of those present and voting so decide. */
import { board, type Snapshot, type TabledItem, versionsOf } from './board.ts';
import { profileOf } from './consultation.ts';
import { votesAbout } from './itemVotes.ts';
import type { DelegationId, VoteId } from './kernel/ids.ts';
import { type Refusal, refuse, type Told } from './kernel/slice.ts';
import { decisionOn } from './standingDecision.ts';
import type { Plenary } from './state.ts';

/** REC-1, REC-4: why it cannot be moved that an item be reconsidered; null where it can. */
export function reconsiderationRefusal(plenary: Plenary, item: TabledItem): Refusal | null {
  if (profileOf(plenary.consultation).isIndicative) return refuse('motion.nothing-binds');
  // Where a card stands is no decision: the chair moves it back without a motion.
  if (decisionOn(plenary, { ...item, stage: 'ready' }) !== 'decided') return refuse('motion.not-decided');
  return wasRefused(plenary, item) ? refuse('motion.reconsideration-refused') : null;
}

/** Why the motion cannot be that of a delegation; null where it can, or where it is nobody's by name. */
export function moverRefusal({ delegation }: Plenary, movedBy: DelegationId | undefined): Refusal | null {
  if (movedBy === undefined || delegation.byId[movedBy]?.kind === 'member-state') return null;
  return refuse('motion.not-entitled');
}

/** Whether reconsideration of the text that stands was moved and not carried. */
function wasRefused({ vote }: Plenary, { id, current }: TabledItem): boolean {
  return votesAbout(vote, id).some(
    (each) =>
      each.subject.kind === 'reconsideration' &&
      each.itemVersion === current.version &&
      each.phase === 'declared' &&
      each.outcome.result === 'not-carried',
  );
}

/** REC-5: the same text as the next version of its item, about which nothing has been decided. */
export function reconsidered({ id: itemId, current }: TabledItem, voteId: VoteId): Told {
  const { writers: _, amendedBy: __, ...text } = current;
  const snapshot: Snapshot = { ...text, version: current.version + 1, reconsideredBy: voteId };
  return board.tell.plenary.ItemReconsidered({ itemId, snapshot });
}

/** The version from which on decisions are about what stands; those about an earlier one were reconsidered. */
export function standsSince(item: TabledItem): number {
  return versionsOf(item).findLast(({ reconsideredBy }) => reconsideredBy !== undefined)?.version ?? 1;
}
