import type { ReactNode } from 'react';
import styles from './Empty.module.css';

/** A place where nothing is yet: what will be here, and how it comes. */
export function Empty(props: { title: string; children?: ReactNode; act?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{props.title}</p>
      {props.children && <div className={styles.sentence}>{props.children}</div>}
      {props.act && <div className={styles.act}>{props.act}</div>}
    </div>
  );
}
