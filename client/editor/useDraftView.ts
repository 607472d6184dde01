import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { DraftChannel } from '../sync/draftChannel.ts';
import { showCarets, type Writer } from './caretSigns.ts';
import { openDraftView } from './draftView.ts';

export interface DraftViewOptions {
  channel: DraftChannel;
  isWritable: boolean;
  by: string | null;
  writers: Readonly<Record<string, Writer>>;
  label: string;
  placeholder: string;
  bracketLabel(by: string | null): string;
  refusedPaste(bytes: number): void;
}

/** Keeps an editor open in a place of the page, on whatever document the channel has now. */
export function useDraftView(
  place: RefObject<HTMLElement | null>,
  options: DraftViewOptions,
): { view: EditorView | null; state: EditorState | null } {
  const { channel, by, writers, isWritable, label } = options;
  const doc = useStore(channel.view, (draft) => draft.doc);
  const carets = useStore(channel.view, (draft) => draft.carets);
  const [view, setView] = useState<EditorView | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  const now = useRef(options);
  now.current = options;

  useEffect(() => {
    if (!place.current) return;
    const opened = openDraftView(place.current, {
      doc,
      by,
      isWritable: () => now.current.isWritable,
      label: () => now.current.label,
      placeholder: () => now.current.placeholder,
      words: () => ({ label: now.current.bracketLabel }),
      tellCaret: (caret) => channel.setCaret(caret),
      refusedPaste: (bytes) => now.current.refusedPaste(bytes),
      changed: setState,
    });
    setView(opened);
    return () => {
      setView(null);
      setState(null);
      opened.destroy();
    };
  }, [place, doc, by, channel]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor reads both for itself when it is told to look again.
  useEffect(() => {
    view?.setProps({});
  }, [view, isWritable, label]);

  useEffect(() => {
    if (view) showCarets(view, { carets, writers });
  }, [view, carets, writers]);

  return { view, state };
}
