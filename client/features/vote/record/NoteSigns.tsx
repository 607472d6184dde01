import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import { recordMarks } from '@shared/i18n/recordMarks.ts';
import { useFormat, useT } from '../../../i18n/I18n.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import styles from './NoteSigns.module.css';
import { noteWords, type RecordNotes, signsOf } from './recordNotes.ts';

/** The quiet signs beside a name that has a note in the record; said in words to those who listen. */
export function NoteSigns({ notes, id }: { notes: RecordNotes; id: DelegationId }) {
  const t = useT();
  const format = useFormat();
  const signs = signsOf(notes, id);
  if (signs === '') return null;
  const words = format.list(noteWords(notes, id, t));
  return (
    <>
      <sup className={styles.signs} title={words} aria-hidden="true">
        {signs}
      </sup>
      <VisuallyHidden>{t('trust.note.aside', { words })}</VisuallyHidden>
    </>
  );
}

/** What the signs mean, of those that stand in a record. */
export function NoteLegend({ notes }: { notes: RecordNotes }) {
  const t = useT();
  const met = [
    ...(notes.entered.size > 0 ? (['entered'] as const) : []),
    ...(notes.intended.size > 0 ? (['intended'] as const) : []),
  ];
  if (met.length === 0) return null;
  return (
    <ul className={styles.legend}>
      {met.map((note) => (
        <li key={note}>
          <strong aria-hidden="true">{recordMarks[note]}</strong>
          <span>{t(`trust.notes.${note}`)}</span>
        </li>
      ))}
    </ul>
  );
}
