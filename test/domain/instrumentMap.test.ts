import { instruments } from '@shared/data/instruments.ts';
import { citationsOf, declaredGaps, rowsOf, themesOf } from '@shared/domain/instrumentGrid.ts';
import type { MapCell } from '@shared/domain/instrumentMap.ts';
import { InstrumentId } from '@shared/domain/kernel/ids.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, house } from '../support/build.ts';

let h: House;

const map = () => h.state.plenary.instrumentMap;
const set = (instrumentId: string, themeId: string, cell: Partial<MapCell> = {}, who = 'mod') =>
  h.try(who, 'instrumentMap.setCell', {
    ...{ instrumentId, themeId, value: 'covers', note: '', source: '' },
    ...cell,
  });
const clear = (instrumentId: string, themeId: string, who = 'mod') =>
  h.try(who, 'instrumentMap.clearCell', { instrumentId, themeId });
const addInstrument = (name: string, who = 'sec') =>
  h.try(who, 'instrumentMap.addInstrument', { name, symbol: 'A/RES/1', year: 2016 });
const addTheme = (name: string, who = 'sec') => h.try(who, 'instrumentMap.addTheme', { name });
const ownInstrument = () => must(map().instruments[0], 'own instrument').id;
const ownTheme = () => must(map().themes[0], 'own theme').id;

beforeEach(() => {
  h = house();
});

describe('the map of instruments', () => {
  test('[MAP-1] the bureau sets a cell, sets it anew and clears it; once is enough', () => {
    const panel = h.panel();
    set('migof', panel, { value: 'partly', note: 'Only returns.', source: 'para. 4' }, 'sec');
    expect(map().cells).toEqual({
      migof: { [panel]: { value: 'partly', note: 'Only returns.', source: 'para. 4' } },
    });
    expect(set('migof', panel, { value: 'partly', note: 'Only returns.', source: 'para. 4' })).toEqual([]);
    set('migof', panel, { value: 'gap' });
    expect(map().cells.migof).toEqual({ [panel]: { value: 'gap', note: '', source: '' } });
    clear('migof', panel);
    expect(map().cells).toEqual({});
    expect(clear('migof', panel)).toEqual([]);
  });

  test('[MAP-1] nobody else does, and there is no fifth word', () => {
    const panel = h.panel();
    for (const who of ['KEN-1', 'pan-1']) {
      expect(set('migof', panel, {}, who)).toEqual({ refused: 'rights.not-permitted' });
      expect(clear('migof', panel, who)).toEqual({ refused: 'rights.not-permitted' });
    }
    expect(() => set('migof', panel, { value: 'perhaps' as 'gap' })).toThrow();
    expect(map().cells).toEqual({});
  });

  test('[MAP-1] every instrument of the list has an id that a cell can have', () => {
    for (const { id } of instruments) expect(InstrumentId.safeParse(id).success, id).toBe(true);
  });

  test('[MAP-2] a theme is a panel or one of the secretariat’s own', () => {
    expect(set('migof', 'nowhere')).toEqual({ refused: 'instrumentMap.theme-unknown' });
    addTheme('Climate');
    set('migof', ownTheme(), { value: 'duplicates' });
    expect(map().cells.migof?.[ownTheme()]?.value).toBe('duplicates');
    const themes = themesOf(h.state.plenary.panel, map());
    expect(themes.at(-1)).toEqual({ id: ownTheme(), name: 'Climate', panelNumber: null });
    expect(themes[0]).toMatchObject({ id: h.panel(), panelNumber: 1 });
  });

  test('[MAP-3] own instruments and themes are the secretariat’s', () => {
    expect(addInstrument('Quito Process', 'mod')).toEqual({ refused: 'rights.not-permitted' });
    expect(addTheme('Climate', 'mod')).toEqual({ refused: 'rights.not-permitted' });
    addInstrument('Quito Process');
    expect(map().instruments).toEqual([{ id: ownInstrument(), name: 'Quito Process', symbol: 'A/RES/1', year: 2016 }]);
    set(ownInstrument(), h.panel());
    expect(map().cells[ownInstrument()]?.[h.panel()]?.value).toBe('covers');
  });

  test('[MAP-4] no name twice', () => {
    addInstrument('Quito Process');
    expect(addInstrument(' quito process')).toEqual({ refused: 'instrumentMap.exists' });
    addTheme('Climate');
    expect(addTheme('CLIMATE')).toEqual({ refused: 'instrumentMap.exists' });
    expect(addTheme(must(h.state.plenary.panel.byId[h.panel()], 'panel').title)).toEqual({
      refused: 'instrumentMap.exists',
    });
  });

  test('[MAP-5] what the map says something of is cleared before it is removed', () => {
    addInstrument('Quito Process');
    addTheme('Climate');
    const [instrumentId, themeId] = [ownInstrument(), ownTheme()];
    set(instrumentId, themeId);
    expect(h.try('sec', 'instrumentMap.removeInstrument', { instrumentId })).toEqual({
      refused: 'instrumentMap.in-use',
    });
    expect(h.try('sec', 'instrumentMap.removeTheme', { themeId })).toEqual({ refused: 'instrumentMap.in-use' });
    clear(instrumentId, themeId);
    h.act('sec', 'instrumentMap.removeInstrument', { instrumentId });
    h.act('sec', 'instrumentMap.removeTheme', { themeId });
    expect(map()).toEqual({ instruments: [], themes: [], cells: {} });
    expect(h.try('sec', 'instrumentMap.removeInstrument', { instrumentId })).toEqual({
      refused: 'instrumentMap.instrument-unknown',
    });
    expect(h.try('sec', 'instrumentMap.removeTheme', { themeId })).toEqual({ refused: 'instrumentMap.theme-unknown' });
  });

  test('[MAP-6] citations and declared gaps are those of the items on the board', () => {
    h.openRooms({ rooms: 1 });
    const panel = h.panel();
    h.reported(1, 'A', 'Words.', { instruments: ['migof', 'pdd'] });
    const second = h.reported(1, 'B', 'Words.', { instruments: ['migof'] });
    h.reported(1, 'C', 'Words.', { gap: ' No register of consuls. ' });
    const { board } = h.state.plenary;
    expect(citationsOf(board).get('migof')?.get(panel)).toBe(2);
    const themes = themesOf(h.state.plenary.panel, map());
    expect(declaredGaps(board, themes)[panel]).toMatchObject([{ title: 'C', gap: 'No register of consuls.' }]);
    h.act('mod', 'board.dispose', { itemId: second, disposition: { as: 'parked', reason: 'Later.' } });
    const after = h.state.plenary.board;
    expect(citationsOf(after).get('migof')?.get(panel)).toBe(1);
    expect([...rowsOf(map(), after, themes)].sort()).toEqual(['migof', 'pdd']);
  });

  test('[MAP-6] a citation of an old record may be called whatever it likes', () => {
    h.openRooms({ rooms: 1 });
    const itemId = h.reported(1, 'A', 'Words.', { instruments: ['migof'] });
    must(h.state.plenary.board.items[itemId], 'item').current.fields.instruments = ['constructor', '__proto__'];
    expect(citationsOf(h.state.plenary.board).get('__proto__')?.get(h.panel())).toBe(1);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('[MAP-8] what an item names is not removed, wherever the item is', () => {
    h.openRooms({ rooms: 1 });
    addInstrument('Quito Process');
    addTheme('Climate');
    const [instrumentId, gapTheme] = [ownInstrument(), ownTheme()];
    const first = h.draft(1, 'A', 'Words.', { instruments: [instrumentId] });
    h.reported(1, 'B', 'Words.', { instruments: ['gcm', instrumentId], gap: 'No register.', gapTheme });
    const remove = () => h.try('sec', 'instrumentMap.removeInstrument', { instrumentId });
    expect(remove()).toEqual({ refused: 'instrumentMap.named', details: { items: 2 } });
    expect(h.try('sec', 'instrumentMap.removeTheme', { themeId: gapTheme })).toEqual({
      ...{ refused: 'instrumentMap.named', details: { items: 1 } },
    });
    const roomId = h.roomOf(first);
    h.act(h.rapporteur(1), 'actionItem.fill', { roomId, itemId: first, fields: { instruments: [] } });
    expect(remove()).toEqual({ refused: 'instrumentMap.named', details: { items: 1 } });
  });

  test('[MAP-9] a declared gap stands under the theme that it names, else under the panel', () => {
    h.openRooms({ rooms: 1 });
    addTheme('Climate');
    const gap = 'No register.';
    h.reported(1, 'A', 'Words.', { gap, gapTheme: ownTheme() });
    h.reported(1, 'B', 'Words.', { gap, gapTheme: null });
    const { board, panel } = h.state.plenary;
    const titles = (themes: ReturnType<typeof themesOf>) =>
      Object.entries(declaredGaps(board, themes)).map(([id, gaps]) => [id, gaps.map(({ title }) => title)]);
    expect(titles(themesOf(panel, map()))).toEqual([
      [ownTheme(), ['A']],
      [h.panel(), ['B']],
    ]);
    // A theme that is gone from the map loses no gap.
    expect(titles(themesOf(panel, { ...map(), themes: [] }))).toEqual([[h.panel(), ['A', 'B']]]);
  });

  test('[MAP-7] a map has an end', () => {
    for (let n = 0; n < 40; n += 1) addTheme(`Theme ${n}`);
    expect(addTheme('One more')).toEqual({ refused: 'instrumentMap.full', details: { most: 40 } });
    for (let n = 0; n < 200; n += 1) addInstrument(`Instrument ${n}`);
    expect(addInstrument('One more')).toEqual({ refused: 'instrumentMap.full', details: { most: 200 } });
    // As told one by one they would be 3,000 acts of the whole rulebook.
    const row = Object.fromEntries(map().themes.map(({ id }) => [id, { value: 'gap', note: '', source: '' } as const]));
    for (let n = 0; n < 75; n += 1) map().cells[`i${n}`] = { ...row };
    expect(set('migof', h.panel())).toEqual({ refused: 'instrumentMap.full', details: { most: 3_000 } });
    expect(set('i0', ownTheme(), { value: 'covers' })).not.toEqual([]);
  });
});
