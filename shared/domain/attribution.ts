/** What leaves a room about who said what: a draft's brackets and agreed paragraphs, as the round's attribution allows. */
import { versionsOf } from './board.ts';
import { layoutOf } from './brackets/layout.ts';
import type { Bracket } from './brackets/shape.ts';
import { stances } from './brackets/standing.ts';
import type { Delegations } from './delegation.ts';
import type { BracketFacts, DraftText, Holder } from './draftText.ts';
import type { DelegationId, ItemId, RoomId } from './kernel/ids.ts';
import { type Attribution, regionalGroups } from './kernel/words.ts';
import { withNumbers } from './paragraphNumbers.ts';
import type { ConsultationState } from './state.ts';

/** A draft as it is reported: the facts of the brackets whose signs stand in it, and what is agreed (ITEM-8, BRA-12). */
export function reportedDraft(draft: DraftText, state: ConsultationState, roomId: RoomId, itemId: ItemId): DraftText {
  const { delegation, room } = state.plenary;
  const within = state.room[roomId];
  const attribution = room.byId[roomId]?.attribution ?? 'none';
  const agreed = within?.paragraph[itemId]?.agreed ?? {};
  const facts = [...layoutOf(draft).keys()].flatMap((id): [string, BracketFacts][] => {
    const found = within?.bracket.byId[id];
    return found?.itemId === itemId ? [[id, attributed(found, attribution, delegation)]] : [];
  });
  const earlier = versionsOf(state.plenary.board.items[itemId]).map((snapshot) => snapshot.draft);
  const told = {
    blocks: draft.blocks.map(({ status: _, ...block }) => {
      const status = block.id === undefined ? undefined : agreed[block.id]?.status;
      return status ? { ...block, status } : block;
    }),
    ...(facts.length > 0 ? { brackets: Object.fromEntries(facts) } : {}),
  };
  return withNumbers(earlier, told); // REN-5
}

/** A bracket's facts with as much of who holds which position as may be said. */
export function attributed(bracket: Bracket, attribution: Attribution, delegations: Delegations): BracketFacts {
  const { kind, group, proposedBy } = bracket;
  const { support, oppose, reserve } = stances(bracket);
  const of = (ids: readonly DelegationId[]) => holders(ids, attribution, delegations);
  return {
    ...{ kind, group, proposedBy: of(proposedBy === null ? [] : [proposedBy]) },
    ...{ supportedBy: of(support), opposedBy: of(oppose), reservedBy: of(reserve) },
  };
}

/** Delegations by their codes and names, or how many of each regional group, or nobody; never in the order of their coming. */
function holders(ids: readonly DelegationId[], attribution: Attribution, { byId }: Delegations): Holder[] {
  if (attribution === 'none') return [];
  if (attribution === 'region')
    return regionalGroups.flatMap((region) => {
      const count = ids.filter((id) => byId[id]?.regionalGroup === region).length;
      return count > 0 ? [{ region, count }] : [];
    });
  const name = (id: DelegationId) => byId[id]?.code ?? byId[id]?.name ?? id;
  return [...ids]
    .sort((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0))
    .map((delegation) => ({ delegation }));
}
