import type { EditorView } from 'prosemirror-view';
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { cx } from '../ui/cx.ts';
import styles from './DraftEditor.module.css';

const isUnderFinger = () => window.matchMedia('(pointer: coarse)').matches;

// Places measured on the screen are physical, whichever way the text runs.
const hungAt = ({ top, left }: { top: number; left: number }) => ({
  top,
  left: `clamp(0px, ${left}px - 8rem, max(0px, 100% - 24rem))`,
});

const handleHeight = 48;

/** Scrolls the place in the text, and the handles of what is selected there, out from under the sheet. */
function clear(view: EditorView, pos: number, sheet: HTMLElement): void {
  const hidden = view.coordsAtPos(pos).bottom + handleHeight - sheet.getBoundingClientRect().top;
  if (hidden > 0) sheet.closest('[data-pane]')?.scrollBy({ top: hidden });
}

/** A small sheet that hangs below a place in the text. */
export function Hanging(props: {
  view: EditorView;
  /** The place in the text. */
  pos: number;
  frame: RefObject<HTMLElement | null>;
  label: string;
  children: ReactNode;
}) {
  const { view, pos, frame, label } = props;
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null);
  const { state } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state of the text is another layout.
  useLayoutEffect(() => {
    const box = frame.current?.getBoundingClientRect();
    if (!box || pos > view.state.doc.content.size) return;
    const { bottom, left } = view.coordsAtPos(pos);
    setPlace({ top: bottom - box.top, left: left - box.left });
  }, [view, pos, frame, state]);
  const sheet = useRef<HTMLDivElement>(null);
  const isPlaced = place !== null;
  useLayoutEffect(() => {
    if (isPlaced && isUnderFinger() && sheet.current) clear(view, pos, sheet.current);
  }, [isPlaced, view, pos]);
  if (!place) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this is a group of acts on a piece of text.
    <div
      ref={sheet}
      role="group"
      aria-label={label}
      className={cx(styles.hanging, isUnderFinger() && styles.below)}
      style={isUnderFinger() ? undefined : hungAt(place)}
    >
      {props.children}
    </div>
  );
}
