import * as z from 'zod/mini';
import type { Fields } from './itemFields.ts';
import { InstrumentId, type PanelId, ThemeId } from './kernel/ids.ts';
import { defineSlice, refuse } from './kernel/slice.ts';
import { line, text } from './kernel/words.ts';
import type { ConsultationState } from './state.ts';

/** What an instrument is to a theme: it covers it, covers it in part, leaves a gap, or repeats what another one says. */
export const Coverage = z.enum(['covers', 'partly', 'gap', 'duplicates']);
export type Coverage = z.infer<typeof Coverage>;

const Cell = { value: Coverage, note: text(500), source: text(300) };
export interface MapCell {
  value: Coverage;
  note: string;
  source: string;
}

const InstrumentFacts = {
  name: line(300),
  symbol: z.nullable(line(60)),
  year: z.nullable(z.int().check(z.minimum(1000), z.maximum(2999))),
};
export interface OwnInstrument {
  id: InstrumentId;
  name: string;
  symbol: string | null;
  year: number | null;
}

export interface OwnTheme {
  id: ThemeId;
  name: string;
}

export interface InstrumentMap {
  /** Instruments that the list of the program does not have. */
  instruments: OwnInstrument[];
  /** Themes besides the panels, each of which is one by its id. */
  themes: OwnTheme[];
  cells: Record<InstrumentId, Record<PanelId | ThemeId, MapCell>>;
}

/** As many as a map can have: enough for every instrument of the list under a dozen panels. */
const most = { instruments: 200, themes: 40, cells: 3_000 };

const Place = { instrumentId: InstrumentId, themeId: ThemeId };

/** Which instrument covers which theme, partly, not at all or twice: the map of what exists and of the gaps. */
export const instrumentMap = defineSlice({
  name: 'instrumentMap',
  commands: {
    setCell: z.strictObject({ ...Place, ...Cell }),
    clearCell: z.strictObject(Place),
    addInstrument: z.strictObject(InstrumentFacts),
    removeInstrument: z.strictObject({ instrumentId: InstrumentId }),
    addTheme: z.strictObject({ name: line(120) }),
    removeTheme: z.strictObject({ themeId: ThemeId }),
  },
  events: {
    plenary: {
      CellSet: z.strictObject({ ...Place, ...Cell }),
      CellCleared: z.strictObject(Place),
      InstrumentAdded: z.strictObject({ instrumentId: InstrumentId, ...InstrumentFacts }),
      InstrumentRemoved: z.strictObject({ instrumentId: InstrumentId }),
      ThemeAdded: z.strictObject({ themeId: ThemeId, name: line(120) }),
      ThemeRemoved: z.strictObject({ themeId: ThemeId }),
    },
  },
  decide: {
    setCell({ plenary }, { instrumentId, themeId, ...cell }, _context, tell) {
      const { themes, cells } = plenary.instrumentMap;
      if (!plenary.panel.byId[themeId] && !themes.some(({ id }) => id === themeId))
        return refuse('instrumentMap.theme-unknown'); // MAP-2
      const known = cells[instrumentId]?.[themeId];
      if (known && known.value === cell.value && known.note === cell.note && known.source === cell.source) return [];
      const count = Object.values(cells).reduce((sum, row) => sum + Object.keys(row).length, 0);
      if (!known && count >= most.cells) return refuse('instrumentMap.full', { most: most.cells });
      return [tell.plenary.CellSet({ instrumentId, themeId, ...cell })];
    },
    clearCell({ plenary }, place, _context, tell) {
      const known = plenary.instrumentMap.cells[place.instrumentId]?.[place.themeId];
      return known ? [tell.plenary.CellCleared(place)] : [];
    },
    addInstrument({ plenary }, facts, { newId }, tell) {
      const { instruments } = plenary.instrumentMap;
      if (instruments.some(({ name }) => same(name, facts.name))) return refuse('instrumentMap.exists'); // MAP-4
      if (instruments.length >= most.instruments) return refuse('instrumentMap.full', { most: most.instruments });
      return [tell.plenary.InstrumentAdded({ instrumentId: newId(), ...facts })];
    },
    removeInstrument(state, { instrumentId }, _context, tell) {
      const { instruments, cells } = state.plenary.instrumentMap;
      if (!instruments.some(({ id }) => id === instrumentId)) return refuse('instrumentMap.instrument-unknown');
      if (cells[instrumentId]) return refuse('instrumentMap.in-use'); // MAP-5
      const items = itemsWhere(state, (fields) => fields.instruments?.includes(instrumentId) ?? false);
      if (items > 0) return refuse('instrumentMap.named', { items }); // MAP-8
      return [tell.plenary.InstrumentRemoved({ instrumentId })];
    },
    addTheme({ plenary }, { name }, { newId }, tell) {
      const { themes } = plenary.instrumentMap;
      const panels = Object.values(plenary.panel.byId).map(({ title }) => title);
      if ([...panels, ...themes.map((theme) => theme.name)].some((each) => same(each, name)))
        return refuse('instrumentMap.exists'); // MAP-4
      if (themes.length >= most.themes) return refuse('instrumentMap.full', { most: most.themes });
      return [tell.plenary.ThemeAdded({ themeId: newId(), name })];
    },
    removeTheme(state, { themeId }, _context, tell) {
      const { themes, cells } = state.plenary.instrumentMap;
      if (!themes.some(({ id }) => id === themeId)) return refuse('instrumentMap.theme-unknown');
      if (Object.values(cells).some((row) => row[themeId])) return refuse('instrumentMap.in-use'); // MAP-5
      const items = itemsWhere(state, ({ gapTheme }) => gapTheme === themeId);
      if (items > 0) return refuse('instrumentMap.named', { items }); // MAP-8
      return [tell.plenary.ThemeRemoved({ themeId })];
    },
  },
  evolve: {
    plenary: {
      CellSet(map, { instrumentId, themeId, ...cell }) {
        (map.cells[instrumentId] ??= {})[themeId] = cell;
      },
      CellCleared({ cells }, { instrumentId, themeId }) {
        const row = cells[instrumentId] ?? {};
        delete row[themeId];
        if (Object.keys(row).length === 0) delete cells[instrumentId];
      },
      InstrumentAdded(map, { instrumentId: id, ...facts }) {
        map.instruments.push({ id, ...facts });
      },
      InstrumentRemoved(map, { instrumentId }) {
        map.instruments = map.instruments.filter(({ id }) => id !== instrumentId);
      },
      ThemeAdded(map, { themeId: id, name }) {
        map.themes.push({ id, name });
      },
      ThemeRemoved(map, { themeId }) {
        map.themes = map.themes.filter(({ id }) => id !== themeId);
      },
    },
  },
});

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/** How many items, in rooms or on the board, have such fields; a draft and its report are one. */
function itemsWhere({ room, plenary }: ConsultationState, isMeant: (fields: Fields) => boolean): number {
  const drafted = Object.values(room).flatMap(({ actionItem }) => Object.values(actionItem.byId));
  const tabled = Object.values(plenary.board.items).map(({ id, current }) => ({ id, fields: current.fields }));
  return new Set([...drafted, ...tabled].filter(({ fields }) => isMeant(fields)).map(({ id }) => id)).size;
}
