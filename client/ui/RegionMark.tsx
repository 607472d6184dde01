import { cx } from './cx.ts';
import styles from './RegionMark.module.css';

/** The five regional groups; null is everybody else. */
export type RegionKey = 'africa' | 'asia-pacific' | 'eastern-europe' | 'grulac' | 'weog' | null;

/** The region that an element speaks of, for the hue and texture in CSS. */
export function regionClass(region: RegionKey): string | undefined {
  return styles[region ?? 'none'];
}

// Five outlines that stay apart at ten pixels, in grey and when hollow.
const shapes: Record<NonNullable<RegionKey> | 'none', string> = {
  africa: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13Z',
  'asia-pacific': 'M8 1.5 15 14H1Z',
  'eastern-europe': 'M2.25 2.25h11.5v11.5H2.25Z',
  grulac: 'M8 .75 15.25 8 8 15.25.75 8Z',
  weog: 'M1.5 2h13v4.75h-13ZM1.5 9.25h13V14h-13Z',
  none: 'M8 5a3 3 0 1 1 0 6a3 3 0 1 1 0-6Z',
};

/** The shape of a regional group; hollow where the group is missing. Without a label it is decoration beside words. */
export function RegionMark(props: { region: RegionKey; label?: string | undefined; hollow?: boolean }) {
  const key = props.region ?? 'none';
  const className = cx(styles.mark, styles[key], props.hollow && styles.hollow);
  const shape = <path d={shapes[key]} />;
  if (!props.label) {
    return (
      <svg viewBox="0 0 16 16" className={className} aria-hidden="true">
        {shape}
      </svg>
    );
  }
  return (
    <svg viewBox="0 0 16 16" className={className} role="img" aria-label={props.label}>
      <title>{props.label}</title>
      {shape}
    </svg>
  );
}
