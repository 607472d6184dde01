import { useFormat, useT } from '../i18n/I18n.tsx';
import { cx } from '../ui/cx.ts';
import styles from './BurnDown.module.css';
import { type CountedPoint, high, stepPath, wide } from './burnDownPath.ts';

/** How many brackets were open over time, as a line of steps; time goes from left to right in every language. */
export function BurnDown({ points, size = 'page' }: { points: readonly CountedPoint[]; size?: 'page' | 'wall' }) {
  const t = useT();
  const format = useFormat();
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return <p className={cx(styles.none, styles[size])}>{t('text.burn.none')}</p>;
  const most = points.reduce((top, each) => (each.open > top.open ? each : top), first);
  const open = t('history.burn.open', { n: last.open });
  const { path, end } = stepPath(points);
  return (
    <figure className={cx(styles.figure, styles[size])}>
      <figcaption className={styles.caption}>
        <span className={styles.heading}>{t('history.burn.heading')}</span>
        <span>
          {points.length === 1
            ? t('history.burn.one', { open, at: format.time(last.at) })
            : t('history.burn.words', { open, most: most.open, at: format.time(most.at) })}
        </span>
      </figcaption>
      <div className={styles.chart} dir="ltr" aria-hidden="true">
        <span className={styles.most}>{format.number(most.open)}</span>
        <svg className={styles.plot} viewBox={`0 0 ${wide} ${high}`} preserveAspectRatio="none" aria-hidden="true">
          <path className={styles.base} d={`M 0 ${high} H ${wide}`} />
          <path className={styles.area} d={`${path} V ${high} H 0 Z`} />
          <path className={styles.steps} d={path} />
          <path className={styles.end} d={`M ${end.x} ${end.y} h 0`} />
        </svg>
        <span className={styles.zero}>{format.number(0)}</span>
        <span className={styles.from}>{format.time(first.at)}</span>
        {points.length > 1 && <span className={styles.to}>{format.time(last.at)}</span>}
      </div>
    </figure>
  );
}
