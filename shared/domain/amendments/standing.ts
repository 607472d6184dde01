/** How the amendments to an item stand: which are open, which is next, what a vote has begun on. */
import { profileOf } from '../consultation.ts';
import { must } from '../kernel/must.ts';
import type { Plenary } from '../state.ts';
import type { Vote } from '../vote.ts';
import { byReach, reachOf } from './changes.ts';
import type { Amendment, Amendments } from './shape.ts';

/** AMD-5: whether nobody but the room takes an amendment as its own: where decisions bind, the chair cannot write the text. */
export function isForRoomAlone({ consultation }: Pick<Plenary, 'consultation'>): boolean {
  return !profileOf(consultation).isIndicative;
}

/** All amendments to an item, in the chair's order. */
export function amendmentsTo({ byId, order }: Amendments, itemId: string): Amendment[] {
  return (order[itemId] ?? []).map((id) => must(byId[id], 'amendment'));
}

/** Those that wait for a decision, in the chair's order. */
export function openAmendments(amendments: Amendments, itemId: string): Amendment[] {
  return amendmentsTo(amendments, itemId).filter(({ phase }) => phase === 'proposed');
}

/** AMD-7: the one that may be put next; null where the chair has yet to set the order, or nothing is open. */
export function nextAmendment(amendments: Amendments, itemId: string): Amendment | null {
  const open = openAmendments(amendments, itemId);
  return open.length > 1 && !amendments.arranged[itemId] ? null : (open[0] ?? null);
}

/** The votes on an amendment; a withdrawn one was none. */
export function votesOnAmendment({ byId, order }: Plenary['vote'], amendmentId: string): Vote[] {
  return order
    .map((id) => must(byId[id], 'vote'))
    .filter(
      ({ phase, subject }) =>
        phase !== 'withdrawn' && subject.kind === 'amendment' && subject.amendmentId === amendmentId,
    );
}

/** AMD-6: furthest removed first: deletions, replacements, restrictions, additions; within each by the words that come and go. */
export function suggestedOrder({ board, amendment }: Plenary, itemId: string): Amendment[] {
  const item = board.items[itemId];
  const versions = item ? [...item.earlier, item.current] : [];
  return openAmendments(amendment, itemId)
    .map((each) => {
      const base = must(
        versions.find(({ version }) => version === each.version),
        'the version that an amendment is to',
      );
      return { each, reach: reachOf(base.draft, each.changes) };
    })
    .sort((a, b) => byReach(a.reach, b.reach) || a.each.number - b.each.number)
    .map(({ each }) => each);
}
