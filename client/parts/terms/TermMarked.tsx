import type { Term } from '@shared/domain/terms/glossary.ts';
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
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
        <Sheet id={id}>
          <TermGist term={term} />
        </Sheet>
      )}
    </span>
  );
}

/** Hangs below its term, drawn in where it would leave the window. */
function Sheet({ id, children }: { id: string; children: ReactNode }) {
  const sheet = useRef<HTMLSpanElement>(null);
  const [shift, setShift] = useState(0);
  useLayoutEffect(() => {
    const box = sheet.current?.getBoundingClientRect();
    if (box) setShift(Math.min(0, document.documentElement.clientWidth - box.right) + Math.max(0, -box.left));
  }, []);
  return (
    // A place measured on the screen is physical, whichever way the text runs.
    <span ref={sheet} id={id} role="tooltip" className={styles.sheet} style={{ translate: `${shift}px` }}>
      {children}
    </span>
  );
}
