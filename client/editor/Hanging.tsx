import type { EditorView } from 'prosemirror-view';
import { type ReactNode, type RefObject, useLayoutEffect, useState } from 'react';
import styles from './DraftEditor.module.css';

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
  if (!place) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this is a group of acts on a piece of text.
    <div
      role="group"
      aria-label={label}
      className={styles.hanging}
      // Places measured on the screen are physical, whichever way the text runs.
      style={{ top: place.top, left: `clamp(0px, ${place.left}px - 8rem, max(0px, 100% - 24rem))` }}
    >
      {props.children}
    </div>
  );
}
