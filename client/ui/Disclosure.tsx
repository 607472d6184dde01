import type { ReactNode } from 'react';
import styles from './Disclosure.module.css';
import { Icon } from './Icon.tsx';

/** A line that opens to more of the same. */
export function Disclosure(props: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  onToggle?: (open: boolean) => void;
}) {
  return (
    <details
      className={styles.details}
      open={props.open}
      onToggle={(event) => props.onToggle?.(event.currentTarget.open)}
    >
      <summary className={styles.summary}>
        <Icon name="next" className={styles.sign} />
        <span className={styles.words}>{props.summary}</span>
      </summary>
      <div className={styles.body}>{props.children}</div>
    </details>
  );
}
