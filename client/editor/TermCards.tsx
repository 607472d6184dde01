import { definitionIn, nameIn } from '@shared/domain/terms/glossary.ts';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useLang, useT } from '../i18n/I18n.tsx';
import { AvoidedGist } from '../parts/terms/AvoidedGist.tsx';
import { ParkForm } from '../parts/terms/ParkForm.tsx';
import { TermGist } from '../parts/terms/TermGist.tsx';
import { useTerms } from '../parts/terms/useTerms.ts';
import { usePermitRefusal } from '../sync/Seat.tsx';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { Hanging } from './Hanging.tsx';
import { keysOf } from './keys.ts';
import styles from './TermCards.module.css';
import { closeTermCard, markTerms, openedCard, type TermPlace } from './termMarks.ts';
import { useHoveredTerm } from './useHoveredTerm.ts';

export interface TermCardsProps {
  view: EditorView;
  state: EditorState;
  frame: RefObject<HTMLElement | null>;
  /** Whose text it is: from here a disagreement is parked. */
  place: { roomId: string; itemId: string };
}

/** Keeps the terms of a text marked, and hangs the card of one below it: under the pointer, or by its key. */
export function TermCards({ view, state, frame, place }: TermCardsProps) {
  const t = useT();
  const { lang } = useLang();
  const terms = useTerms();
  const scan = terms?.scanWriting;
  const saysTerm = t('terms.marked', { keys: keysOf('term') });
  const saysAvoided = t('terms.avoid.marked', { keys: keysOf('term') });
  useEffect(() => {
    if (scan) markTerms(view, scan, { term: saysTerm, avoided: saysAvoided });
  }, [view, scan, saysTerm, saysAvoided]);
  const hovered = useHoveredTerm(view, frame);
  const mayPark = usePermitRefusal('term.park', place) === null;
  const byKey = openedCard(state);
  const shown = byKey ?? hovered.place;
  const term = shown?.termId ? (terms?.byId.get(shown.termId) ?? null) : null;
  const avoided = shown?.termId ? terms?.avoided.get(shown.termId) : undefined;
  if (!terms || !shown || (shown.termId === null ? !mayPark : !term && !avoided)) return null;
  const close = () => {
    hovered.close();
    closeTermCard(view);
    view.focus();
  };
  return (
    <Hanging view={view} pos={shown.from} frame={frame} label={shown.words}>
      <Card
        key={`${shown.from} ${shown.termId}`}
        name={shown.words}
        says={term ? `${nameIn(term, lang).preferred}: ${definitionIn(term, lang)}` : avoided ? saysAvoided : null}
        takesFocus={byKey !== null}
        onClose={close}
        onUse={hovered.hold}
        onLeave={hovered.close}
      >
        {term && <TermGist term={term} />}
        {avoided && <AvoidedGist avoided={avoided} byId={terms.byId} />}
        {mayPark && <Parking shown={shown} termId={term?.id ?? null} place={place} onDone={close} />}
      </Card>
    </Hanging>
  );
}

function Card(props: {
  name: string;
  /** What is said of it where the focus stays in the text. */
  says: string | null;
  takesFocus: boolean;
  onClose: () => void;
  onUse: () => void;
  onLeave: () => void;
  children: ReactNode;
}) {
  const { name, says, takesFocus, onClose, onUse, onLeave } = props;
  const card = useRef<HTMLDivElement>(null);
  const id = useId();
  const announce = useAnnounce();
  useEffect(() => {
    if (takesFocus) card.current?.focus();
    else if (says) announce(says);
  }, [takesFocus, says, announce]);
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <div
      ref={card}
      id={id}
      role="dialog"
      aria-label={name}
      aria-describedby={id}
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

function Parking(props: {
  shown: TermPlace;
  termId: string | null;
  place: TermCardsProps['place'];
  onDone: () => void;
}) {
  const { shown, termId, place, onDone } = props;
  const t = useT();
  // Who opened the card of words that are no term has asked for nothing else.
  const [isOpen, setOpen] = useState(shown.termId === null);
  if (isOpen) return <ParkForm {...place} termId={termId} words={shown.words} onDone={onDone} />;
  return (
    <Button size="small" icon="pin" onClick={() => setOpen(true)}>
      {t('terms.park.open')}
    </Button>
  );
}
