import type { ReactNode } from 'react';
import styles from './Figures.module.css';

/** A few large numbers with their words. */
export function Figures(props: { figures: readonly { key: string; value: ReactNode; label: ReactNode }[] }) {
  return (
    <dl className={styles.figures}>
      {props.figures.map(({ key, value, label }) => (
        <div key={key} className={styles.figure}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
