import { type Board, column, type TabledItem } from '@shared/domain/board.ts';
import type { ItemId, PanelId } from '@shared/domain/kernel/ids.ts';
import { type Stage, stages } from '@shared/domain/kernel/words.ts';

/** A column as it is shown: the cards that match what is searched for, and how many there are in all. */
export interface ShownColumn {
  stage: Stage;
  items: TabledItem[];
  total: number;
}

/** The four columns of a panel, narrowed to the items whose title has every word that is searched for. */
export function shownColumns(board: Board, panelId: PanelId, sought: string): ShownColumn[] {
  const words = sought.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  const matches = ({ current }: TabledItem) => {
    const title = current.title.toLocaleLowerCase();
    return words.every((word) => title.includes(word));
  };
  return stages.map((stage) => {
    const all = column(board, panelId, stage);
    return { stage, items: words.length === 0 ? all : all.filter(matches), total: all.length };
  });
}

/** What the bureau has set aside on a panel, the latest report last. */
export function setAside(board: Board, panelId: PanelId): TabledItem[] {
  return Object.values(board.items)
    .filter((item) => item.panelId === panelId && item.disposition !== null)
    .sort((a, b) => a.reportedAt - b.reportedAt || (a.id < b.id ? -1 : 1));
}

/** Before which card a card goes to be one place further up or down; undefined where it is already there. */
export function stepWithin(
  column: readonly ItemId[],
  itemId: ItemId,
  direction: 'up' | 'down',
): ItemId | null | undefined {
  const at = column.indexOf(itemId);
  if (at < 0) return undefined;
  if (direction === 'up') return at === 0 ? undefined : column[at - 1];
  return at === column.length - 1 ? undefined : (column[at + 2] ?? null);
}

/** The card that follows a card in its column: where it goes back to when a move is undone. */
export function followerOf(board: Board, item: TabledItem): ItemId | null {
  const ids = board.columns[item.panelId]?.[item.stage] ?? [];
  return ids[ids.indexOf(item.id) + 1] ?? null;
}
