import { declaredGaps, itemsThatCount, rowsOf, themesOf } from '../instrumentGrid.ts';
import type { ConsultationState } from '../state.ts';
import type { ItemOutline, MapOutline } from './shape.ts';

/** The map of instruments and gaps with the numbers of the items that cite or declare. */
export function mapOutline(
  { panel, instrumentMap, board }: Pick<ConsultationState['plenary'], 'panel' | 'instrumentMap' | 'board'>,
  items: readonly ItemOutline[],
): MapOutline {
  const themes = themesOf(panel, instrumentMap);
  const gaps = declaredGaps(board, themes);
  const numbers = new Map(items.map(({ id, number }) => [id, number]));
  const counted = new Map(itemsThatCount(board).map(({ id, panelId }) => [id, panelId]));
  const names = new Map(instrumentMap.instruments.map(({ id, name }) => [id, name]));
  const citing = (instrumentId: string, themeId: string) =>
    items
      .filter(({ id, fields }) => counted.get(id) === themeId && fields.instruments?.includes(instrumentId))
      .map(({ number }) => number);
  return {
    themes,
    rows: [...rowsOf(instrumentMap, board, themes)].map((id) => ({
      ...{ id, name: names.get(id) ?? null },
      cells: themes.map((theme) => ({
        said: instrumentMap.cells[id]?.[theme.id] ?? null,
        citedBy: citing(id, theme.id),
      })),
    })),
    gaps: themes.map(({ id }) =>
      (gaps[id] ?? []).map(({ itemId, gap }) => ({ gap, declaredBy: numbers.get(itemId) ?? itemId })),
    ),
  };
}
