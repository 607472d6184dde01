import type { Term } from '@shared/domain/terms/glossary.ts';
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useSeat } from '../../sync/Seat.tsx';
import { TermGist } from './TermGist.tsx';
import styles from './TermMarked.module.css';
import { type PieceOfLine, termStretches } from './termStretches.ts';
import { useTerms } from './useTerms.ts';

/** A text for reading with its terms marked: what they mean shows under the pointer, at the focus and at a tap; a press leads to the glossary. */
export function TermMarked({ text, line = text, at = 0 }: Pick<PieceOfLine, 'text'> & Partial<PieceOfLine>) {
  const terms = useTerms();
  return termStretches({ text, line, at }, terms).map(({ text: words, from, term }) =>
    term ? (
      <MarkedTerm key={from} term={term}>
        {words}
      </MarkedTerm>
    ) : (
      words
    ),
  );
}

/** Sets a piece of a draft's text with its terms marked. */
export const withTerms = (piece: PieceOfLine) => <TermMarked {...piece} />;

function MarkedTerm({ term, children }: { term: Term; children: string }) {
  const { consultationId } = useSeat();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const own = useRef<HTMLSpanElement>(null);
  const opensByTap = useRef(false);
  useEffect(() => {
    if (!isOpen) return;
    // The term has gone on; what hangs on it would stay behind.
    const close = () => setOpen(false);
    const closeOutside = ({ target }: PointerEvent) =>
      (target instanceof Node && own.current?.contains(target)) || setOpen(false);
    addEventListener('scroll', close, { capture: true, passive: true });
    addEventListener('pointerdown', closeOutside, true);
    return () => {
      removeEventListener('scroll', close, { capture: true });
      removeEventListener('pointerdown', closeOutside, true);
    };
  }, [isOpen]);
  return (
    <span
      ref={own}
      onPointerEnter={({ pointerType }) => pointerType !== 'touch' && setOpen(true)}
      onPointerLeave={({ pointerType }) => pointerType !== 'touch' && setOpen(false)}
    >
      <a
        // Words are selected across it, not dragged away.
        draggable={false}
        onPointerDown={({ pointerType }) => {
          opensByTap.current = pointerType === 'touch' && !isOpen;
        }}
        onClick={(event) => {
          event.stopPropagation();
          if (!opensByTap.current) return;
          // The first tap tells what the term means, the second goes to the glossary.
          opensByTap.current = false;
          event.preventDefault();
          setOpen(true);
        }}
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

const edge = 8;

/** Hangs below its term, or above where there is no room; laid over the page, so that nothing clips it and nothing grows by it. */
function Sheet({ id, children }: { id: string; children: ReactNode }) {
  const sheet = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const own = sheet.current;
    const term = own?.parentElement?.getBoundingClientRect();
    if (!own || !term) return;
    own.showPopover?.();
    const { width, height } = own.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const from = getComputedStyle(own).direction === 'rtl' ? term.right - width : term.left;
    const hasRoom = term.bottom + height <= clientHeight || term.top < height;
    // Places measured on the screen are physical, whichever way the text runs.
    own.style.left = `${Math.max(edge, Math.min(from, clientWidth - width - edge))}px`;
    own.style.top = `${hasRoom ? term.bottom : term.top - height}px`;
  }, []);
  return (
    <span ref={sheet} id={id} role="tooltip" popover="manual" className={styles.sheet}>
      {children}
    </span>
  );
}
