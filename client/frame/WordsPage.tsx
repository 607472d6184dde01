import type { ReactNode } from 'react';
import { PageTitle } from '../ui/PageTitle.tsx';
import styles from './WordsPage.module.css';

/** A page that has only something to say, and the way on. */
export function WordsPage(props: { title: string; act: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.page}>
      <PageTitle title={props.title} />
      <div className={styles.words}>{props.children}</div>
      <div>{props.act}</div>
    </div>
  );
}
