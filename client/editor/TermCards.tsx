import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { ParkForm } from '../parts/terms/ParkForm.tsx';
import { TermGist } from '../parts/terms/TermGist.tsx';
import { useTerms } from '../parts/terms/useTerms.ts';
import { usePermitRefusal } from '../sync/Seat.tsx';
import { Button } from '../ui/Button.tsx';
import { Hanging } from './Hanging.tsx';
import styles from './TermCards.module.css';
import { closeTermCard, markTerms, openedCard, type TermPlace, termAt } from './termMarks.ts';

export interface TermCardsProps {
  view: EditorView;
  state: EditorState;
  frame: RefObject<HTMLElement | null>;
  /** Whose text it is: from here a disagreement is parked. */
  place: { roomId: string; itemId: string };
}

/** Keeps the terms of a text marked, and hangs the card of one below it: under the pointer, or by its key. */
export function TermCards({ view, state, frame, place }: TermCardsProps) {
  const terms = useTerms();
  const scan = terms?.scan;
  useEffect(() => {
    if (scan) markTerms(view, scan);
  }, [view, scan]);
  const hovered = useHovered(view, frame);
  const byKey = openedCard(state);
  const shown = byKey ?? hovered.place;
  const term = shown && terms?.byId.get(shown.termId);
  if (!shown || !term) return null;
  const close = () => {
    hovered.close();
    closeTermCard(view);
    view.focus();
  };
  return (
    <Hanging view={view} pos={shown.from} frame={frame} label={shown.words}>
      <Card
        key={`${shown.from} ${shown.termId}`}
        takesFocus={byKey !== null}
        onClose={close}
        onUse={hovered.hold}
        onLeave={hovered.close}
      >
        <TermGist term={term} />
        <Parking shown={shown} place={place} onDone={close} />
      </Card>
    </Hanging>
  );
}

function Card(props: {
  takesFocus: boolean;
  onClose: () => void;
  onUse: () => void;
  onLeave: () => void;
  children: ReactNode;
}) {
  const { takesFocus, onClose, onUse, onLeave } = props;
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) card.current?.focus();
  }, [takesFocus]);
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for Escape from whatever is in it.
    <div
      ref={card}
      data-term-card=""
      tabIndex={-1}
      className={styles.card}
      onKeyDown={leave}
      onFocus={onUse}
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && onLeave()}
    >
      {props.children}
    </div>
  );
}

function Parking(props: { shown: TermPlace; place: TermCardsProps['place']; onDone: () => void }) {
  const { shown, place, onDone } = props;
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const mayPark = usePermitRefusal('term.park', place) === null;
  if (!mayPark) return null;
  if (isOpen) return <ParkForm {...place} termId={shown.termId} words={shown.words} onDone={onDone} />;
  return (
    <Button size="small" icon="pin" onClick={() => setOpen(true)}>
      {t('terms.park.open')}
    </Button>
  );
}

const restMs = 350;
const leaveMs = 250;

/** The term on which the pointer rests; it stays while the pointer goes to its card, and while the card is used. */
function useHovered(view: EditorView, frame: RefObject<HTMLElement | null>) {
  const [place, setPlace] = useState<TermPlace | null>(null);
  const isHeld = useRef(false);
  const close = () => {
    isHeld.current = false;
    setPlace(null);
  };
  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    let timer: ReturnType<typeof setTimeout>;
    const later = (ms: number, act: () => void) => {
      clearTimeout(timer);
      timer = setTimeout(act, ms);
    };
    const over = ({ target, buttons, pointerType }: PointerEvent) => {
      if (!(target instanceof Element) || isHeld.current) return;
      if (target.closest('[data-term-card]')) return clearTimeout(timer);
      const marked = target.closest('[data-term]');
      // Whoever selects text is not asking what it means, and a finger has no place to rest.
      if (marked && buttons === 0 && pointerType !== 'touch')
        return later(restMs, () => setPlace(termAt(view.state, view.posAtDOM(marked, 0))));
      later(leaveMs, () => setPlace(null));
    };
    const out = () => isHeld.current || later(leaveMs, () => setPlace(null));
    const typed = () => later(0, () => !isHeld.current && setPlace(null));
    box.addEventListener('pointerover', over);
    box.addEventListener('pointerleave', out);
    view.dom.addEventListener('keydown', typed);
    return () => {
      clearTimeout(timer);
      box.removeEventListener('pointerover', over);
      box.removeEventListener('pointerleave', out);
      view.dom.removeEventListener('keydown', typed);
    };
  }, [view, frame]);
  return {
    place,
    close,
    hold: () => {
      isHeld.current = true;
    },
  };
}
