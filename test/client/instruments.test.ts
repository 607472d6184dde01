import { instruments } from '@shared/data/instruments.ts';
import type { InstrumentMap } from '@shared/domain/instrumentMap.ts';
import { describe, expect, test } from 'vitest';
import { csvLines, type MapView, mapRows, stepInGrid } from '../../client/features/instruments/mapView.ts';

const map: InstrumentMap = {
  instruments: [{ id: 'own', name: 'Quito Process', symbol: null, year: 2018 }],
  themes: [],
  cells: { migof: { p1: { value: 'gap', note: 'No words on return.', source: 'para. 4' } } },
};

describe('the map of instruments on the screen', () => {
  test('shows the wanted ones of the list, and the own ones always', () => {
    const rows = mapRows(instruments, map, (id) => id === 'migof');
    expect(rows.map(({ id }) => id)).toEqual(['migof', 'own']);
    expect(rows[1]).toMatchObject({ label: 'Quito Process', detail: '2018', symbol: '', year: '2018' });
  });

  test('is a table of what is said, what is cited and what is declared', () => {
    const view: MapView = {
      themes: [{ id: 'p1', name: 'Returns', panelNumber: 1 }],
      rows: mapRows(instruments, map, (id) => id === 'migof'),
      cellAt: (row, theme) => map.cells[row.id]?.[theme.id],
      citedAt: (row) => (row.id === 'own' ? 2 : 0),
      gaps: { p1: [{ itemId: 'i1', panelId: 'p1', title: 'Registers', gap: 'No register.' }] },
    };
    expect(csvLines(view, (value) => value.toUpperCase())).toEqual([
      ['MiGOF', 'IOM Council Resolution 1310', '2015', 'Returns', 'GAP', 'No words on return.', 'para. 4', '0'],
      ['Quito Process', '', '2018', 'Returns', '', '', '', '2'],
      ['', '', '', 'Returns', 'DECLARED', 'No register.', 'Registers', ''],
    ]);
  });

  test('arrows follow the eye, from right to left as well, and stop at the edge', () => {
    const size = { rows: 3, columns: 3 };
    expect(stepInGrid('ArrowRight', [1, 1], size, false)).toEqual([1, 2]);
    expect(stepInGrid('ArrowRight', [1, 1], size, true)).toEqual([1, 0]);
    expect(stepInGrid('ArrowLeft', [1, 0], size, false)).toEqual([1, 0]);
    expect(stepInGrid('ArrowDown', [2, 1], size, false)).toEqual([2, 1]);
    expect(stepInGrid('ArrowUp', [2, 1], size, true)).toEqual([1, 1]);
    expect(stepInGrid('End', [2, 0], size, false)).toEqual([2, 2]);
    expect(stepInGrid('x', [2, 0], size, false)).toBeNull();
  });
});
