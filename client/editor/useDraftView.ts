import type { Part } from '@shared/domain/concreteness.ts';
import type { DraftText } from '@shared/domain/draftText.ts';
import type { ListChanges } from '@shared/domain/wordList.ts';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { DraftChannel } from '../sync/draftChannel.ts';
import { showBrackets } from './bracketSigns.ts';
import type { BracketActs, BracketViews } from './brackets.ts';
import { showCarets, type Writer } from './caretSigns.ts';
import { openDraftView } from './draftView.ts';
import { useVagueDesk, useVagueMarks } from './Remarks.tsx';
import type { VagueDesk } from './vagueMarks.ts';

export interface DraftViewOptions {
  channel: DraftChannel;
  isWritable: boolean;
  brackets: BracketViews;
  acts: BracketActs | null;
  locked: ReadonlySet<string>;
  lockRefused(paragraphId: string): void;
  earlier: readonly DraftText[];
  writers: Readonly<Record<string, Writer>>;
  /** What the fields say already; null where one only reads. */
  stated: ReadonlySet<Part> | null;
  wordLists: ListChanges;
  label: string;
  helpId: string;
  placeholder: string;
  refusedPaste(bytes: number): void;
}

/** Keeps an editor open in a place of the page, on whatever document the channel has now. */
export function useDraftView(
  place: RefObject<HTMLElement | null>,
  options: DraftViewOptions,
): { view: EditorView | null; state: EditorState | null; vague: VagueDesk | null } {
  const { channel, brackets, locked, writers, isWritable, label, helpId } = options;
  const doc = useStore(channel.view, (draft) => draft.doc);
  const carets = useStore(channel.view, (draft) => draft.carets);
  const [view, setView] = useState<EditorView | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  const vague = useVagueDesk(state, options.stated, options.wordLists);
  const now = useRef({ ...options, vague });
  now.current = { ...options, vague };

  useEffect(() => {
    if (!place.current) return;
    const opened = openDraftView(place.current, {
      doc,
      brackets: () => ({ acts: now.current.acts, views: () => now.current.brackets }),
      locked: () => now.current.locked,
      earlier: () => now.current.earlier,
      lockRefused: (paragraphId) => now.current.lockRefused(paragraphId),
      vague: () => now.current.vague,
      isWritable: () => now.current.isWritable,
      label: () => now.current.label,
      helpId,
      placeholder: () => now.current.placeholder,
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
  }, [place, doc, channel, helpId]);

  useEffect(() => {
    if (view) showBrackets(view, brackets);
  }, [view, brackets]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor reads them for itself when it is told to look again.
  useEffect(() => {
    view?.setProps({});
  }, [view, isWritable, label, locked]);

  useEffect(() => {
    if (view) showCarets(view, { carets, writers });
  }, [view, carets, writers]);

  useVagueMarks(view, vague);

  return { view, state, vague };
}
