import type { Part } from '@shared/domain/concreteness.ts';
import type { DraftText } from '@shared/domain/draftText.ts';
import type { ListChanges } from '@shared/domain/wordList.ts';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type FocusEvent, type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useT } from '../i18n/I18n.tsx';
import type { Refused } from '../parts/refusalWords.ts';
import type { DraftChannel, DraftStatus } from '../sync/draftChannel.ts';
import { BoardRemarks } from './BoardRemarks.tsx';
import { BracketDeskMenus, BracketHerald, useProposing } from './BracketDeskMenus.tsx';
import { type BracketActs, bracketRanges, type KnownBracket } from './brackets.ts';
import type { Writer } from './caretSigns.ts';
import styles from './DraftEditor.module.css';
import { DraftNotices } from './DraftNotices.tsx';
import { FindBar } from './FindBar.tsx';
import { findState, openFind } from './find.ts';
import { isFindKey, keysOf } from './keys.ts';
import { LateWords } from './LateWords.tsx';
import { figuresOf, lookAt } from './lookAt.ts';
import { NoteMenu } from './NoteMenu.tsx';
import { type ParagraphDesk, ParagraphLine } from './ParagraphLine.tsx';
import type { BoardRemark } from './passageMarks.ts';
import type { PendingBrackets } from './pendingBrackets.ts';
import { pendingWords } from './pendingMarks.ts';
import { Remarks } from './Remarks.tsx';
import { TermCards } from './TermCards.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useDraftView } from './useDraftView.ts';

export interface DraftEditorProps {
  channel: DraftChannel;
  /** Says what this text is to who cannot see it: "Text of …". */
  label: string;
  /** Closed here, whatever the channel says. */
  readOnly?: boolean;
  /** Everybody whose caret may appear, by participant. */
  people: Readonly<Record<string, Writer>>;
  /** The open brackets as they are put into words, and what one can do about them; null where one only reads. */
  brackets: Readonly<Record<string, KnownBracket>>;
  acts: BracketActs | null;
  /** What one has opened and what has not come yet. */
  pending?: PendingBrackets | null;
  /** Why the last act was refused. */
  refusal?: Refused | null;
  forgetRefusal?: () => void;
  paragraphs: ParagraphDesk;
  /** The texts that were reported before, oldest first. */
  earlier: readonly DraftText[];
  /** What the fields say already, so that the words need not. */
  stated: ReadonlySet<Part>;
  /** What of the word lists the secretariat has changed. */
  wordLists: ListChanges;
  /** What the board has said about passages of the text while it was reported. */
  remarks: readonly BoardRemark[];
  serverOffsetMs: number;
  /** Where a disagreement about a term is parked from; without it terms are not marked. */
  place?: { roomId: string; itemId: string };
  onStatus?: (status: DraftStatus) => void;
  onFigures?: (figures: { words: number; brackets: number }) => void;
}

/** A draft that all in the room write together: tools, text, brackets, and whose caret is where. */
export function DraftEditor(props: DraftEditorProps) {
  const { channel, label, people, paragraphs, readOnly = false, pending = null } = props;
  const t = useT();
  const helpId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const [refusedBytes, setRefusedBytes] = useState<number | null>(null);
  const status = useStore(channel.view, (view) => view.status);
  const isOpen = useStore(channel.view, (view) => view.isWritable);
  const isWritable = isOpen && !readOnly;
  const acts = isWritable ? props.acts : null;
  const locked = useMemo(() => new Set(Object.keys(paragraphs.agreed)), [paragraphs.agreed]);
  const [hasHitLock, setHitLock] = useState(false);
  const { proposing, setProposing, desk } = useProposing({ acts, pending }, frame);
  const { view, state, brackets, vague } = useDraftView(place, {
    channel,
    isWritable,
    brackets: props.brackets,
    desk,
    pending,
    locked,
    earlier: props.earlier,
    lockRefused: () => setHitLock(true),
    writers: people,
    stated: isWritable ? props.stated : null,
    wordLists: props.wordLists,
    label,
    helpId,
    placeholder: t(isWritable ? 'editor.placeholder' : 'editor.nothing'),
    refusedPaste: setRefusedBytes,
  });
  const look = state && lookAt(state);
  const wholeDesk = { ...desk, views: () => brackets };
  const { isWithin, ...focus } = useFocusWithin();
  const { onStatus } = props;
  useEffect(() => onStatus?.(status), [onStatus, status]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key of the search works wherever one is in the editor.
    <div className={styles.editor} onKeyDown={(event) => view && openFindByKey(view, event)}>
      {view && look && isWritable && <Toolbar view={view} look={look} brackets={wholeDesk} />}
      {view && state && findState(state).isOpen && (
        <FindBar view={view} find={findState(state)} isWritable={isWritable} locked={locked} />
      )}
      <LateWords channel={channel} />
      {state && (
        <DraftNotices
          {...{ status, brackets, acts, pending, refusedBytes, hasHitLock }}
          wordsOf={(id) => wordsOf(state, id)}
          pendingWordsOf={(key) => pendingWords(state, key)}
          serverOffsetMs={props.serverOffsetMs}
          refusal={props.refusal ?? null}
          {...(props.forgetRefusal && { forgetRefusal: props.forgetRefusal })}
          forgetPaste={() => setRefusedBytes(null)}
          forgetLock={() => setHitLock(false)}
        />
      )}
      <div ref={frame} className={styles.frame} {...focus}>
        <div ref={place} />
        <p id={helpId} hidden>
          {t('editor.help', { find: keysOf('find') })}
        </p>
        {acts && <BracketHerald look={isWithin ? look : null} views={brackets} />}
        {view && state && look && acts && (isWithin || proposing !== null) && (
          <BracketDeskMenus
            {...{ view, state, look, acts, frame, proposing, setProposing }}
            views={brackets}
            desk={wholeDesk}
          />
        )}
        {view && look?.note && isWithin && (
          <NoteMenu view={view} note={look.note} frame={frame} isWritable={isWritable} />
        )}
        {view && state && props.place && <TermCards view={view} state={state} frame={frame} place={props.place} />}
      </div>
      {state && look && isWritable && (
        <ParagraphLine id={look.paragraph.id} openBrackets={bracketsIn(state, look.paragraph.end)} desk={paragraphs} />
      )}
      {view && state && vague && <Remarks view={view} state={state} desk={vague} />}
      {view && state && props.remarks.length > 0 && (
        <BoardRemarks view={view} state={state} remarks={props.remarks} frame={frame} />
      )}
      {state && <Figures state={state} {...(props.onFigures ? { onFigures: props.onFigures } : {})} />}
    </div>
  );
}

/** The text itself listens to this key only while it is written in. */
function openFindByKey(view: EditorView, event: KeyboardEvent): void {
  if (event.defaultPrevented || !isFindKey(event.nativeEvent)) return;
  event.preventDefault();
  openFind(view.state, view.dispatch);
}

const mostWords = 80;

/** The words of a bracket, for a sentence about it. */
function wordsOf({ doc }: EditorState, id: string): string {
  const range = bracketRanges(doc).find((each) => each.id === id);
  const words = range ? doc.textBetween(range.from + 1, range.to - 1, ' ') : '';
  return words.length > mostWords ? `${words.slice(0, mostWords)}…` : words;
}

/** How many open brackets touch the paragraph that ends here. */
function bracketsIn({ doc }: EditorState, end: number): number {
  const start = doc.resolve(end).start(1);
  return bracketRanges(doc).filter(({ from, to }) => from < end && to > start).length;
}

/** Whether the focus is in the text or in what hangs on it: to who is elsewhere nothing is offered. */
function useFocusWithin() {
  const [isWithin, setWithin] = useState(false);
  return {
    isWithin,
    onFocus: () => setWithin(true),
    onBlur: (event: FocusEvent<HTMLElement>) => {
      const { currentTarget, relatedTarget } = event;
      // What is docked at the bottom of the screen stands elsewhere in the page.
      const isInDock = relatedTarget instanceof Element && relatedTarget.closest('[data-hangs]') !== null;
      if (!currentTarget.contains(relatedTarget) && !isInDock) setWithin(false);
    },
  };
}

const countAfterMs = 300;

/** Words and open brackets, counted when the typing pauses. */
function Figures({ state, onFigures }: { state: EditorState; onFigures?: NonNullable<DraftEditorProps['onFigures']> }) {
  const t = useT();
  const [figures, setFigures] = useState(() => figuresOf(state));
  useEffect(() => {
    const timer = setTimeout(() => setFigures(figuresOf(state)), countAfterMs);
    return () => clearTimeout(timer);
  }, [state]);
  const { words, selected, brackets } = figures;
  useEffect(() => onFigures?.({ words, brackets }), [onFigures, words, brackets]);
  return (
    <p className={styles.figures}>
      <span>{t('editor.words', { n: words })}</span>
      {selected !== null && <span>{t('editor.selected', { n: selected })}</span>}
      <span>{t('editor.brackets', { n: brackets })}</span>
    </p>
  );
}
