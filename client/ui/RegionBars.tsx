import { useFormat, useT } from '../i18n/I18n.tsx';
import { cx } from './cx.ts';
import { RegionBadge } from './RegionBadge.tsx';
import styles from './RegionBars.module.css';
import { type RegionKey, regionClass } from './RegionMark.tsx';

/** How a part of a bar is filled; the texture tells the parts apart, the hue tells the region. */
export type BarFill = 'solid' | 'pattern' | 'soft' | 'hollow';

/** What the parts of every bar count: support, can live with, concern; or yes, no, abstain. */
export interface BarSeries {
  key: string;
  label: string;
  fill: BarFill;
}

/** One regional group's counts, in the order of the series. */
export interface BarRow {
  region: RegionKey;
  /** Two or three letters. */
  label: string;
  name: string;
  values: readonly number[];
  /** Those who could have answered; the bar's full length. */
  of: number;
}

export interface RegionBarsProps {
  caption: string;
  series: readonly BarSeries[];
  rows: readonly BarRow[];
  /** On cards: thin strips, no legend, numbers said but not shown. */
  compact?: boolean;
}

/** A bar per regional group, each as long as the group, with its parts in numbers; a table for those who listen. */
export function RegionBars({ caption, series, rows, compact = false }: RegionBarsProps) {
  const t = useT();
  const format = useFormat();
  const longest = Math.max(1, ...rows.map((row) => row.of));
  return (
    <figure className={cx(styles.figure, compact && styles.compact)}>
      <figcaption className={compact ? styles.silent : styles.caption}>{caption}</figcaption>
      <table className={styles.table}>
        <thead className={styles.silent}>
          <tr>
            <th scope="col">{t('ui.bars.region')}</th>
            {series.map((part) => (
              <th key={part.key} scope="col">
                {part.label}
              </th>
            ))}
            <th scope="col">{t('ui.bars.rest')}</th>
            <th scope="col">{t('ui.bars.of')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.region ?? 'none'} className={cx(styles.row, regionClass(row.region))}>
              <th scope="row" className={styles.head}>
                <RegionBadge region={row.region} label={row.label} name={row.name} />
              </th>
              {series.map((part, index) => {
                const value = row.values[index] ?? 0;
                return (
                  <td
                    key={part.key}
                    className={cx(styles.part, styles[part.fill])}
                    style={{ flexGrow: value }}
                    data-value={value}
                  >
                    <span className={styles.value}>{format.number(value)}</span>
                  </td>
                );
              })}
              <td className={styles.rest} style={{ flexGrow: row.of - sum(row.values) }}>
                <span className={styles.silent}>{format.number(row.of - sum(row.values))}</span>
              </td>
              <td className={styles.scale} style={{ flexGrow: longest - row.of }}>
                <span className={styles.of}>{t('ui.bars.outOf', { n: row.of })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!compact && <BarLegend series={series} />}
    </figure>
  );
}

/** What the textures of the bars mean. */
function BarLegend({ series }: { series: readonly BarSeries[] }) {
  return (
    <ul className={styles.legend}>
      {series.map((part) => (
        <li key={part.key}>
          <span className={cx(styles.swatch, regionClass(null), styles[part.fill])} aria-hidden="true" />
          {part.label}
        </li>
      ))}
    </ul>
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
