import { type ReactNode, useId } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { Presence } from '../Concreteness.tsx';
import styles from './Fields.module.css';

/** A group of fields under a heading at its side; `isStated` where the concreteness of the item hangs on it. */
export function FieldSection(props: { id?: string; title: string; isStated?: boolean; children: ReactNode }) {
  const t = useT();
  const headingId = useId();
  return (
    <section id={props.id} tabIndex={-1} className={styles.section} aria-labelledby={headingId}>
      <div className={styles.head}>
        <h3 id={headingId} className={styles.title}>
          {props.title}
        </h3>
        {props.isStated !== undefined && (
          <Presence isPresent={props.isStated}>{t(props.isStated ? 'room.stated' : 'room.notStated')}</Presence>
        )}
      </div>
      <div className={styles.controls}>{props.children}</div>
    </section>
  );
}
