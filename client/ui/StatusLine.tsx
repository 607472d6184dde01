import type { ReactNode } from 'react';
import styles from './StatusLine.module.css';

/** The line at the foot of a desk: announcements, Undo, what will happen next. */
export function StatusLine({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className={styles.line}>
      {children}
    </section>
  );
}
