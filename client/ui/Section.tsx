import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

/** A part of a page under a ruled heading, with its acts at the end of the line. */
export function Section(props: {
  title: string;
  level?: 2 | 3 | 4;
  note?: ReactNode;
  acts?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const Heading = `h${props.level ?? 2}` as const;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.head}>
        <Heading id={id} className={styles[Heading]}>
          {props.title}
        </Heading>
        {props.note && <span className={styles.note}>{props.note}</span>}
        {props.acts && <div className={styles.acts}>{props.acts}</div>}
      </header>
      {props.children}
    </section>
  );
}
