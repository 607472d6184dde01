import type { Term } from '@shared/domain/terms/glossary.ts';
import { useId, useState } from 'react';
import { useSeat } from '../../sync/Seat.tsx';
import { TermGist } from './TermGist.tsx';
import styles from './TermMarked.module.css';
import { termStretches } from './termStretches.ts';
import { useTerms } from './useTerms.ts';

/** A text for reading with its terms marked: what they mean shows under the pointer and at the focus, a press leads to the glossary. */
export function TermMarked({ text }: { text: string }) {
  const terms = useTerms();
  return termStretches(text, terms).map(({ text: words, from, term }) =>
    term ? (
      <MarkedTerm key={from} term={term}>
        {words}
      </MarkedTerm>
    ) : (
      words
    ),
  );
}

function MarkedTerm({ term, children }: { term: Term; children: string }) {
  const { consultationId } = useSeat();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <span className={styles.place} onPointerEnter={() => setOpen(true)} onPointerLeave={() => setOpen(false)}>
      <a
        className={styles.term}
        href={`/c/${consultationId}/terms?term=${encodeURIComponent(term.id)}`}
        aria-describedby={isOpen ? id : undefined}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isOpen) return;
          event.stopPropagation();
          setOpen(false);
        }}
      >
        {children}
      </a>
      {isOpen && (
        <span id={id} role="tooltip" className={styles.sheet}>
          <TermGist term={term} />
        </span>
      )}
    </span>
  );
}
