import { stages } from '@shared/domain/kernel/words.ts';
import type { CommandData, CommandName } from '@shared/domain/rulebook.ts';
import { id, may, one, panelId, tabled, type Wild, words } from './wild.ts';

const goneItem = (w: Wild, as: 'merged' | 'split') =>
  id(
    w,
    Object.values(w.state.plenary.board.items)
      .filter(({ gone }) => gone?.as === as)
      .map((item) => item.id),
  );

type BoardCommand = Extract<CommandName, `board.${string}` | `lineage.${string}`>;

/** What the bureau might ask for on the board at random. */
export const wildBoard: { [C in BoardCommand]: (w: Wild) => CommandData<C> } = {
  'board.stage': (w) => ({
    itemId: tabled(w),
    stage: may(w) ? 'ready' : one(w.chance, stages),
    before: may(w, 3) ? tabled(w) : null,
  }),
  'board.spotlight': (w) => ({ panelId: panelId(w), itemId: may(w, 4) ? null : tabled(w) }),
  'board.dispose': (w) => ({
    itemId: tabled(w),
    disposition: { as: may(w) ? 'parked' : 'not-taken-up', reason: words(w) },
  }),
  'board.takeUp': (w) => ({
    itemId: id(
      w,
      Object.values(w.state.plenary.board.items)
        .filter((item) => item.disposition)
        .map((item) => item.id),
    ),
  }),
  'lineage.merge': (w) => ({ into: tabled(w), itemIds: may(w, 4) ? [tabled(w), tabled(w)] : [tabled(w)] }),
  'lineage.unmerge': (w) => ({ itemId: goneItem(w, 'merged') }),
  'lineage.split': (w) => {
    const itemId = tabled(w);
    const count = w.state.plenary.board.items[itemId]?.current.draft.blocks.length ?? 0;
    const [first, ...rest] = Array.from({ length: Math.max(2, count) }, (_, at) => at);
    return {
      itemId,
      parts: [
        { title: words(w), blockIndexes: [first ?? 0] },
        { title: words(w), blockIndexes: rest },
      ],
    };
  },
  'lineage.unsplit': (w) => ({ itemId: goneItem(w, 'split') }),
};
