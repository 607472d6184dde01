import type { ReactNode } from 'react';
import styles from './PageTitle.module.css';

/** The head of a page, set like the masthead of a document: symbol or place above, title, a line below, acts at the end. */
export function PageTitle(props: { title: ReactNode; over?: ReactNode; under?: ReactNode; acts?: ReactNode }) {
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        {props.over && <p className={styles.over}>{props.over}</p>}
        <h1 className={styles.title}>{props.title}</h1>
        {props.under && <div className={styles.under}>{props.under}</div>}
      </div>
      {props.acts && <div className={styles.acts}>{props.acts}</div>}
    </header>
  );
}
