import type { ReactNode } from 'react';
import styles from './Column.module.css';

/** One column of the width of a page of text, as the lobby has it on a phone and on a wall. */
export function Column({ children }: { children: ReactNode }) {
  return <div className={styles.column}>{children}</div>;
}
