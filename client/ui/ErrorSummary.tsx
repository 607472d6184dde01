import { useEffect, useId, useRef } from 'react';
import styles from './ErrorSummary.module.css';
import { Icon } from './Icon.tsx';

/** What is wrong in a form, in one place, with the way to each field; takes the focus when it appears. */
export function ErrorSummary(props: { title: string; errors: readonly { text: string; fieldId?: string }[] }) {
  const id = useId();
  const place = useRef<HTMLElement>(null);
  const count = props.errors.length;
  useEffect(() => {
    if (count > 0) place.current?.focus();
  }, [count]);
  if (count === 0) return null;
  return (
    <section className={styles.summary} aria-labelledby={id} tabIndex={-1} ref={place}>
      <h2 id={id} className={styles.title}>
        <Icon name="alert" />
        <span>{props.title}</span>
      </h2>
      <ul className={styles.list}>
        {props.errors.map(({ text, fieldId }) => (
          <li key={`${fieldId} ${text}`}>{fieldId ? <a href={`#${fieldId}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </section>
  );
}
