import type { Theme } from '@shared/domain/instrumentGrid.ts';
import type { Coverage } from '@shared/domain/instrumentMap.ts';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useLang, useT } from '../../i18n/I18n.tsx';
import { cx } from '../../ui/cx.ts';
import { CellWords } from './CellWords.tsx';
import { GapLinks } from './GapLinks.tsx';
import styles from './MapGrid.module.css';
import { type MapRow, type MapView, stepInGrid } from './mapView.ts';
import type { CellActs } from './useCellActs.ts';

/** One key for each value; nought and Delete clear. */
const valueByKey: Readonly<Record<string, Coverage | null>> = {
  ...{ 1: 'covers', 2: 'partly', 3: 'gap', 4: 'duplicates' },
  ...{ 0: null, Delete: null, Backspace: null },
};

interface MapGridProps {
  view: MapView;
  acts: CellActs | null;
  onOpen: (row: MapRow, theme: Theme) => void;
}

/** Instruments by themes. Arrows go about, Enter opens; the bureau puts a value with one key. */
export function MapGrid({ view, acts, onOpen }: MapGridProps) {
  const t = useT();
  const { dir } = useLang();
  const table = useRef<HTMLTableElement>(null);
  const [[atRow, atColumn], setAt] = useState<[number, number]>([0, 0]);
  const { rows, themes } = view;
  const size = { rows: rows.length, columns: themes.length };
  // The map can shrink while somebody stands at its end.
  const [nowRow, nowColumn] = [Math.min(atRow, size.rows - 1), Math.min(atColumn, size.columns - 1)];
  const press = (event: KeyboardEvent, row: MapRow, theme: Theme, at: [number, number]) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = stepInGrid(event.key, at, size, dir === 'rtl');
    const value = acts ? valueByKey[event.key] : undefined;
    if (next) {
      setAt(next);
      table.current?.querySelector<HTMLElement>(`[data-at="${next.join('-')}"]`)?.focus();
    } else if (value !== undefined) void acts?.put(row, theme, view.cellAt(row, theme), value);
    else if (event.key === 'Enter' || event.key === ' ') onOpen(row, theme);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is what a table becomes when one goes about in it by arrows. */}
      <table ref={table} role="grid" className={styles.grid} aria-label={t('instruments.page')}>
        <thead>
          <tr>
            <th scope="col">{t('instruments.column.instrument')}</th>
            {themes.map(({ id, name, panelNumber }) => (
              <th key={id} scope="col">
                {panelNumber !== null && (
                  <span className={styles.over}>{t('instruments.panel', { n: panelNumber })}</span>
                )}
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={row.id}>
              <th scope="row">
                <bdi>{row.label}</bdi>
                <span className={styles.detail}>
                  <bdi>{row.detail}</bdi>
                </span>
              </th>
              {themes.map((theme, c) => {
                const cell = view.cellAt(row, theme);
                return (
                  <td
                    key={theme.id}
                    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cell of a grid.
                    role="gridcell"
                    data-at={`${r}-${c}`}
                    tabIndex={r === nowRow && c === nowColumn ? 0 : -1}
                    className={cx(styles.cell, cell && styles[cell.value])}
                    onFocus={() => setAt([r, c])}
                    onClick={() => onOpen(row, theme)}
                    onKeyDown={(event) => press(event, row, theme, [r, c])}
                  >
                    <CellWords cell={cell} cited={view.citedAt(row, theme)} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        {themes.some(({ id }) => view.gaps[id]) && (
          <tfoot>
            <tr>
              <th scope="row">
                {t('instruments.declaredRow')}
                <span className={styles.detail}>{t('instruments.declaredRow.detail')}</span>
              </th>
              {themes.map(({ id }) => {
                const gaps = view.gaps[id];
                return (
                  <td key={id} className={cx(gaps && styles.gap)}>
                    {gaps && <GapLinks gaps={gaps} />}
                  </td>
                );
              })}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
