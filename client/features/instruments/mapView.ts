import type { Instrument } from '@shared/data/instruments.ts';
import type { DeclaredGap, Theme } from '@shared/domain/instrumentGrid.ts';
import type { InstrumentMap, MapCell } from '@shared/domain/instrumentMap.ts';

/** An instrument as a row of the map. */
export interface MapRow {
  id: string;
  label: string;
  /** Full name, year and symbol, as far as the label does not say them. */
  detail: string;
  symbol: string;
  year: string;
}

/** The rows to be shown: the wanted ones of the list in its order, then the own ones. */
export function mapRows(list: readonly Instrument[], map: InstrumentMap, isWanted: (id: string) => boolean): MapRow[] {
  const listed = list
    .filter(({ id }) => isWanted(id))
    .map(({ id, shortName, name, year, symbol }) => row(id, shortName, name, year, symbol));
  return [...listed, ...map.instruments.map(({ id, name, year, symbol }) => row(id, name, name, year, symbol))];
}

function row(id: string, label: string, name: string, year: number | null, symbol: string | null): MapRow {
  const detail = [name, year, symbol].filter((part) => part !== null && part !== label).join(' · ');
  return { id, label, detail, symbol: symbol ?? '', year: year === null ? '' : String(year) };
}

/** What the page shows, put together once. */
export interface MapView {
  themes: Theme[];
  rows: MapRow[];
  cellAt(row: MapRow, theme: Theme): MapCell | undefined;
  citedAt(row: MapRow, theme: Theme): number;
  gaps: Record<string, DeclaredGap[]>;
}

/** The map as lines of a table for spreadsheets: one per cell or citation, then the gaps that items declare. */
export function csvLines(view: MapView, wordOf: (value: MapCell['value'] | 'declared') => string): string[][] {
  const pairs = view.rows.flatMap((each) =>
    view.themes.flatMap((theme) => {
      const cell = view.cellAt(each, theme);
      const cited = view.citedAt(each, theme);
      if (!cell && cited === 0) return [];
      const said = cell ? [wordOf(cell.value), cell.note, cell.source] : ['', '', ''];
      return [[each.label, each.symbol, each.year, theme.name, ...said, String(cited)]];
    }),
  );
  const declared = view.themes.flatMap((theme) =>
    (view.gaps[theme.id] ?? []).map(({ gap, title }) => ['', '', '', theme.name, wordOf('declared'), gap, title, '']),
  );
  return [...pairs, ...declared];
}

/** Where an arrow, Home or End leads in a grid; null for any other key. Arrows follow the eye, also from right to left. */
export function stepInGrid(
  key: string,
  [row, column]: readonly [number, number],
  size: { rows: number; columns: number },
  isRightToLeft: boolean,
): [number, number] | null {
  const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const within = (at: number, count: number) => Math.max(0, Math.min(count - 1, at));
  if (key === 'ArrowDown' || key === 'ArrowUp')
    return [within(row + (key === 'ArrowDown' ? 1 : -1), size.rows), column];
  if (key === 'ArrowLeft' || key === 'ArrowRight')
    return [row, within(column + (key === forward ? 1 : -1), size.columns)];
  if (key === 'Home') return [row, 0];
  if (key === 'End') return [row, within(size.columns - 1, size.columns)];
  return null;
}
