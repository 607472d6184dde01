/** Who stands how to a bracket, and what an outcome would do to it: BRA's rules about positions, as pure functions. */
import type { BracketKind, DraftText } from '../draftText.ts';
import type { BracketId, DelegationId, ItemId } from '../kernel/ids.ts';
import { type Refusal, refuse } from '../kernel/slice.ts';
import type { WithinRoom } from '../state.ts';
import { folded, layoutOf } from './layout.ts';
import type { Bracket, Brackets, Outcome, Stance } from './shape.ts';

/** A position that an act would override. */
export interface Loss {
  bracketId: BracketId;
  delegationId: DelegationId;
  stance: Stance;
}

export type OpenBracket = Bracket & { phase: 'open' };

/** The open brackets of a draft, in the order in which they were opened. */
export function openBracketsOf(within: WithinRoom | undefined, itemId: ItemId): OpenBracket[] {
  return within ? within.bracket.order.flatMap((id) => open(within.bracket, id, itemId)) : [];
}

function open(brackets: Brackets, id: BracketId, itemId: ItemId): OpenBracket[] {
  const found = brackets.byId[id];
  return found?.phase === 'open' && found.itemId === itemId ? [found] : [];
}

/** The open brackets of a group of alternatives, in order; a bracket without a group is alone. */
export function siblingsOf(brackets: Brackets, bracket: OpenBracket): OpenBracket[] {
  if (bracket.group === null) return [bracket];
  return brackets.order
    .flatMap((id) => open(brackets, id, bracket.itemId))
    .filter(({ group }) => group === bracket.group);
}

/**
 * BRA-6: whether a stance contradicts an outcome. A stance is about what the bracket proposes: to have the words, or, of a
 * deletion, not to have them. A reservation contradicts either outcome.
 */
export function contradicts(kind: BracketKind, stance: Stance, outcome: Outcome): boolean {
  const proposed: Outcome = kind === 'deletion' ? 'remove' : 'keep';
  if (stance === 'reserve') return true;
  return (stance === 'support') !== (proposed === outcome);
}

/** What an outcome decides: the bracket itself and, where it chooses one of several alternatives, that the others go (BRA-7). */
export function decidedBy(
  brackets: Brackets,
  bracket: OpenBracket,
  outcome: Outcome,
): { bracket: OpenBracket; outcome: Outcome }[] {
  const others = outcome === 'keep' ? siblingsOf(brackets, bracket).filter(({ id }) => id !== bracket.id) : [];
  return [{ bracket, outcome }, ...others.map((other) => ({ bracket: other, outcome: 'remove' as const }))];
}

/** The positions that stand against an outcome of a bracket, those on its alternatives included. */
export function positionsAgainst(brackets: Brackets, bracket: OpenBracket, outcome: Outcome): Loss[] {
  return decidedBy(brackets, bracket, outcome).flatMap(({ bracket: each, outcome: its }) =>
    positionsOf(each).filter(({ stance }) => contradicts(each.kind, stance, its)),
  );
}

/** All positions on a bracket. */
export function positionsOf({ id, positions }: Bracket): Loss[] {
  return Object.entries(positions).map(([delegationId, { stance }]) => ({ bracketId: id, delegationId, stance }));
}

/** BRA-8: the open brackets that stand within words that go, but for those that are decided themselves. */
export function nestedIn(
  brackets: Brackets,
  draft: DraftText | null,
  gone: readonly OpenBracket[],
  decided: readonly OpenBracket[] = gone,
): OpenBracket[] {
  const layout = draft && gone.length > 0 ? layoutOf(draft) : new Map();
  const ids = new Set(gone.flatMap(({ id }): BracketId[] => layout.get(id)?.nested ?? []));
  for (const { id } of decided) ids.delete(id);
  return [...ids].flatMap((id) => {
    const found = brackets.byId[id];
    return found?.phase === 'open' ? [found] : [];
  });
}

/** The running calls that a stance on a bracket stands against: its own, or that to choose an alternative of it (BRA-10). */
export function callsAgainst(brackets: Brackets, bracketId: BracketId, kind: BracketKind, stance: Stance): BracketId[] {
  return brackets.called.filter((id) => {
    const called = brackets.byId[id];
    if (called?.phase !== 'open' || !called.call) return false;
    const touched = decidedBy(brackets, called, called.call.outcome).find(({ bracket }) => bracket.id === bracketId);
    return touched !== undefined && contradicts(kind, stance, touched.outcome);
  });
}

/** Who holds which position on a bracket, for a screen: the delegations by stance, in the order in which they took it. */
export function stances({ positions }: Bracket): Record<Stance, DelegationId[]> {
  const of = (stance: Stance) =>
    Object.entries(positions).flatMap(([delegationId, position]) => (position.stance === stance ? [delegationId] : []));
  return { support: of('support'), oppose: of('oppose'), reserve: of('reserve') };
}

/** BRA-5: what becomes of a bracket when its last position is withdrawn; null where it stays open. */
export function leftBy({ kind, words, proposedBy }: OpenBracket, by: DelegationId): Outcome | null {
  if (kind === 'doubt' || kind === 'deletion') return 'keep';
  // Words that stood in the text before anybody proposed them do not go with a position.
  return proposedBy === by && (kind === 'addition' || words !== null) ? 'remove' : null;
}

/** BRA-9: why two brackets cannot become one, if so. */
export function mergeRefusal(kept: OpenBracket, dropped: OpenBracket, draft: DraftText | null): Refusal | null {
  if (kept.id === dropped.id || kept.group === null || kept.group !== dropped.group)
    return refuse('bracket.not-alternatives');
  if (kept.call ?? dropped.call) return refuse('bracket.call-running');
  const layout = draft ? layoutOf(draft) : null;
  const [mine, other] = [layout?.get(kept.id), layout?.get(dropped.id)];
  if (!mine || !other || folded(mine.words) !== folded(other.words)) return refuse('bracket.words-differ');
  const losses = positionsOf(dropped).filter(({ delegationId, stance }) => {
    const held = kept.positions[delegationId];
    return held !== undefined && held.stance !== stance;
  });
  return losses.length > 0 ? refuse('bracket.positions-differ', { losses }) : null;
}
