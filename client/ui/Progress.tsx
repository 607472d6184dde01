import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import styles from './Progress.module.css';

/** How far something is, in a bar and in words: ballots received, drafts with all fields. */
export function Progress(props: {
  label: string;
  value: number;
  max: number;
  words: ReactNode;
  tone?: 'accent' | 'success' | 'caution';
  labelHidden?: boolean;
}) {
  const id = useId();
  return (
    <div className={styles.progress}>
      <span id={id} className={cx(styles.label, props.labelHidden && styles.silent)}>
        {props.label}
      </span>
      <span className={styles.words}>{props.words}</span>
      <progress
        className={cx(styles.bar, styles[props.tone ?? 'accent'])}
        aria-labelledby={id}
        value={props.value}
        max={Math.max(1, props.max)}
      />
    </div>
  );
}
