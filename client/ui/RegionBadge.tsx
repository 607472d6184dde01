import { cx } from './cx.ts';
import styles from './RegionBadge.module.css';
import { type RegionKey, RegionMark, regionClass } from './RegionMark.tsx';

/** A regional group by shape, hue and two or three letters; name is said and shown on hover. */
export function RegionBadge(props: { region: RegionKey; label: string; name?: string }) {
  return (
    <span className={cx(styles.badge, regionClass(props.region))} title={props.name}>
      <RegionMark region={props.region} />
      {props.name ? (
        <abbr className={styles.short} title={props.name}>
          {props.label}
        </abbr>
      ) : (
        <span>{props.label}</span>
      )}
    </span>
  );
}

/** The five groups as small marks: filled where present, hollow where missing; the state is also in the name. */
export function RegionMarks(props: {
  label: string;
  marks: readonly { region: RegionKey; name: string; present: boolean }[];
}) {
  return (
    <ul className={styles.marks} aria-label={props.label}>
      {props.marks.map((mark) => (
        <li key={mark.region ?? 'none'} title={mark.name}>
          <RegionMark region={mark.region} hollow={!mark.present} label={mark.name} />
        </li>
      ))}
    </ul>
  );
}
