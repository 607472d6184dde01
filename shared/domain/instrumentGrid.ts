/** The map of instruments as a table: its themes, its rows, and what the items on the board say of them. Not of the first screen. */
import type { Board, TabledItem } from './board.ts';
import type { InstrumentMap } from './instrumentMap.ts';
import type { Panels } from './panel.ts';

export interface Theme {
  id: string;
  name: string;
  /** Its place on the agenda; null for a theme that is no panel. */
  panelNumber: number | null;
}

/** The themes in order: the panels of the agenda, then the own ones. */
export function themesOf(panels: Panels, map: InstrumentMap): Theme[] {
  return [
    ...panels.order.map((id, at) => ({ id, name: panels.byId[id]?.title ?? id, panelNumber: at + 1 })),
    ...map.themes.map(({ id, name }) => ({ id, name, panelNumber: null })),
  ];
}

/** The items that count for a map (MAP-6): what a room has taken back and what was set aside do not. */
export function itemsThatCount(board: Board): TabledItem[] {
  return Object.values(board.items).filter(({ isTakenBack, disposition }) => !isTakenBack && disposition === null);
}

/** How many items of each panel cite each instrument: by instrument, then by panel. Items name what they like, so no record. */
export function citationsOf(board: Board): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { panelId, current } of itemsThatCount(board))
    for (const instrument of new Set(current.fields.instruments)) {
      const row = counts.get(instrument) ?? new Map<string, number>();
      counts.set(instrument, row.set(panelId, (row.get(panelId) ?? 0) + 1));
    }
  return counts;
}

export interface DeclaredGap {
  itemId: string;
  /** Of the item, whatever theme it declares the gap under. */
  panelId: string;
  title: string;
  gap: string;
}

/** The gaps that items declare, by theme, in the order of their reports: the theme that an item names, else its panel (MAP-9). */
export function declaredGaps(board: Board, themes: readonly Theme[]): Record<string, DeclaredGap[]> {
  const known = new Set(themes.map(({ id }) => id));
  const gaps: Record<string, DeclaredGap[]> = {};
  const items = itemsThatCount(board).sort((one, other) => one.reportedAt - other.reportedAt);
  for (const { id, panelId, current } of items) {
    const { gap = '', gapTheme } = current.fields;
    const theme = gapTheme && known.has(gapTheme) ? gapTheme : panelId;
    if (gap.trim()) (gaps[theme] ??= []).push({ itemId: id, panelId, title: current.title, gap: gap.trim() });
  }
  return gaps;
}

/** The instruments that a map has something to say about: those with a cell under a theme, those cited, and the own ones. */
export function rowsOf(map: InstrumentMap, board: Board, themes: readonly Theme[]): Set<string> {
  const known = new Set(themes.map(({ id }) => id));
  const withCells = Object.keys(map.cells).filter((id) =>
    Object.keys(map.cells[id] ?? {}).some((key) => known.has(key)),
  );
  return new Set([...withCells, ...citationsOf(board).keys(), ...map.instruments.map(({ id }) => id)]);
}
