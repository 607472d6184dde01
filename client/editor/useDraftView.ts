import type { Part } from '@shared/domain/concreteness.ts';
import type { DraftText } from '@shared/domain/draftText.ts';
import type { ListChanges } from '@shared/domain/wordList.ts';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { useT } from '../i18n/I18n.tsx';
import type { DraftChannel } from '../sync/draftChannel.ts';
import { showBrackets } from './bracketSigns.ts';
import { type BracketDesk, type BracketViews, bracketRanges, type KnownBracket, numbered } from './brackets.ts';
import { showCarets, type Writer } from './caretSigns.ts';
import { openDraftView } from './draftView.ts';
import type { PendingBrackets, PendingView } from './pendingBrackets.ts';
import { showPending } from './pendingMarks.ts';
import { useVagueDesk, useVagueMarks } from './Remarks.tsx';
import type { VagueDesk } from './vagueMarks.ts';

export interface DraftViewOptions {
  channel: DraftChannel;
  isWritable: boolean;
  brackets: Readonly<Record<string, KnownBracket>>;
  /** What one can do about brackets, apart from what is known of them. */
  desk: Omit<BracketDesk, 'views'>;
  pending: PendingBrackets | null;
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
): { view: EditorView | null; state: EditorState | null; brackets: BracketViews; vague: VagueDesk | null } {
  const { channel, locked, writers, isWritable, label, helpId } = options;
  const doc = useStore(channel.view, (draft) => draft.doc);
  const carets = useStore(channel.view, (draft) => draft.carets);
  const [view, setView] = useState<EditorView | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  const vague = useVagueDesk(state, options.stated, options.wordLists);
  const brackets = useNumbered(options.brackets, state);
  const now = useRef({ ...options, vague, brackets });
  now.current = { ...options, vague, brackets };

  useEffect(() => {
    if (!place.current) return;
    const opened = openDraftView(place.current, {
      doc,
      brackets: () => ({ ...now.current.desk, views: () => now.current.brackets }),
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

  usePendingMarks(view, options.pending);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor reads them for itself when it is told to look again.
  useEffect(() => {
    view?.setProps({});
  }, [view, isWritable, label, locked]);

  useEffect(() => {
    if (view) showCarets(view, { carets, writers });
  }, [view, carets, writers]);

  useVagueMarks(view, vague);

  return { view, state, brackets, vague };
}

/** The brackets with the numbers that their alternatives have in this text; the same object as long as nothing has changed. */
function useNumbered(known: Readonly<Record<string, KnownBracket>>, state: EditorState | null): BracketViews {
  const grouped = state
    ? bracketRanges(state.doc).flatMap(({ id }) => ((known[id]?.group ?? null) === null ? [] : [id]))
    : [];
  const order = grouped.join(' ');
  return useMemo(() => numbered(order.split(' '), known), [order, known]);
}

const none: PendingView = { entries: [], gone: 0 };
const nothing = createStore<PendingView>(() => none);

/** Shows in the text what one has opened and what has not come yet. */
function usePendingMarks(view: EditorView | null, pending: PendingBrackets | null): void {
  const t = useT();
  const { entries } = useStore(pending?.view ?? nothing);
  const [sending, waiting] = [t('editor.sending'), t('editor.pending.notSent')];
  useEffect(() => {
    if (view) showPending(view, entries, { sending, waiting });
  }, [view, entries, sending, waiting]);
}
