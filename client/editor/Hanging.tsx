import type { EditorView } from 'prosemirror-view';
import { type MouseEvent, type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { cx } from '../ui/cx.ts';
import { useIsNarrow } from '../ui/useIsNarrow.ts';
import styles from './Hanging.module.css';

export interface HangingProps {
  view: EditorView;
  /** The place in the text below which it hangs. */
  pos: number;
  /** Where the words that it is about begin: it stands above them where there is no room below. */
  from?: number;
  frame: RefObject<HTMLElement | null>;
  label: string;
  /** Stands at the bottom of a narrow window, as it does under a finger. */
  docks?: boolean;
  children: ReactNode;
}

/** Whether a sheet stands at the bottom of the screen: always under a finger, and in a narrow window where it is one that docks. */
export function useIsDocked(docks: boolean): boolean {
  const isNarrow = useIsNarrow();
  return window.matchMedia('(pointer: coarse)').matches || (docks && isNarrow);
}

/** A small sheet by a place in the text, never over the words that it is about; under a finger at the bottom of the screen. */
export function Hanging(props: HangingProps) {
  return useIsDocked(props.docks === true) ? <Docked {...props} /> : <Hung {...props} />;
}

const gap = 4;
/** How far before the place the sheet begins: the words that one reads on are at both sides of it. */
const overhang = 128;
/** What sticks at the foot of the pane. */
const footHeight = 56;

function Hung({ view, pos, from = pos, frame, label, children }: HangingProps) {
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null);
  const sheet = useRef<HTMLDivElement>(null);
  // After every drawing: another text, or another content of the sheet, is another layout.
  useLayoutEffect(() => {
    const box = frame.current?.getBoundingClientRect();
    if (!box || !sheet.current || Math.max(pos, from) > view.state.doc.content.size) return;
    const { width, height } = sheet.current.getBoundingClientRect();
    const end = view.coordsAtPos(pos);
    const start = view.coordsAtPos(from);
    const pane = frame.current?.closest('[data-pane]')?.getBoundingClientRect();
    const isBelowHidden = pane !== undefined && end.bottom + gap + height > pane.bottom - footHeight;
    const isAbove = isBelowHidden && start.top - gap - height > (pane?.top ?? 0);
    const top = Math.round((isAbove ? start.top - gap - height : end.bottom + gap) - box.top);
    const left = Math.round(Math.max(0, Math.min(end.left - box.left - overhang, box.width - width)));
    setPlace((before) => (before?.top === top && before.left === left ? before : { top, left }));
  });
  // Places measured on the screen are physical, whichever way the text runs.
  // Until it is placed it is there unseen, so that a field in it can take the focus.
  const style = place ?? { top: 0, left: 0, opacity: 0 };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this is a group of acts on a piece of text.
    <div ref={sheet} role="group" aria-label={label} className={styles.hanging} style={style} onMouseDown={keepFocus}>
      {children}
    </div>
  );
}

const handleHeight = 48;

/** How far a place, and the handles of what is selected there, are under the sheet. */
function coveredBy(sheet: HTMLElement, view: EditorView, pos: number): number {
  return view.coordsAtPos(pos).bottom + handleHeight - sheet.getBoundingClientRect().top;
}

function Docked({ view, pos, from = pos, frame, label, children }: HangingProps) {
  const pane = frame.current?.closest('[data-pane]') ?? frame.current;
  const hidden = useHiddenBelow(pane);
  const sheet = useRef<HTMLDivElement>(null);
  const cleared = useRef<number | null>(null);
  // After every drawing, as above.
  useLayoutEffect(() => {
    if (!sheet.current || !pane || Math.max(pos, from) > view.state.doc.content.size) return;
    const covered = coveredBy(sheet.current, view, pos);
    // When it comes, or the keyboard does, its words come out from under it; afterwards only where one writes on below.
    const isNew = cleared.current !== hidden;
    cleared.current = hidden;
    if (covered <= 0 || (!isNew && covered > handleHeight * 2)) return;
    const room = view.coordsAtPos(from).top - pane.getBoundingClientRect().top;
    pane.scrollBy({ top: Math.min(covered, Math.max(0, room)) });
  });
  if (!pane) return null;
  return createPortal(
    <div className={styles.dock} style={{ insetBlockEnd: hidden }}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this is a group of acts on a piece of text. */}
      <div
        ref={sheet}
        role="group"
        aria-label={label}
        className={cx(styles.hanging, styles.docked, hidden > 0 && styles.tight)}
        data-hangs=""
        onMouseDown={keepFocus}
      >
        {children}
      </div>
    </div>,
    pane,
  );
}

/** A press on a button leaves the focus, and the keyboard on the screen, where they are. */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('button')) event.preventDefault();
}

/** How much of a pane the keyboard on the screen hides, in pixels from its bottom. */
function useHiddenBelow(pane: Element | null): number {
  const [hidden, setHidden] = useState(0);
  useEffect(() => {
    const shown = window.visualViewport;
    if (!shown || !pane) return;
    const look = () => {
      const below = pane.getBoundingClientRect().bottom - (shown.offsetTop + shown.height);
      setHidden(Math.max(0, Math.round(below)));
    };
    look();
    shown.addEventListener('resize', look);
    shown.addEventListener('scroll', look);
    return () => {
      shown.removeEventListener('resize', look);
      shown.removeEventListener('scroll', look);
    };
  }, [pane]);
  return hidden;
}
