import type { Part } from '@shared/domain/concreteness.ts';
import type { DraftText } from '@shared/domain/draftText.ts';
import type { ListChanges } from '@shared/domain/wordList.ts';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type FocusEvent, type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useFormat, useT } from '../i18n/I18n.tsx';
import type { DraftChannel, DraftStatus } from '../sync/draftChannel.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { BoardRemarks } from './BoardRemarks.tsx';
import { BracketMenu } from './BracketMenu.tsx';
import { type BracketActs, type BracketViews, bracketRanges } from './brackets.ts';
import type { Writer } from './caretSigns.ts';
import styles from './DraftEditor.module.css';
import { FindBar } from './FindBar.tsx';
import { findState, openFind } from './find.ts';
import { isFindKey, keysOf } from './keys.ts';
import { LateWords } from './LateWords.tsx';
import { figuresOf, lookAt } from './lookAt.ts';
import { NoteMenu } from './NoteMenu.tsx';
import { type ParagraphDesk, ParagraphLine } from './ParagraphLine.tsx';
import type { BoardRemark } from './passageMarks.ts';
import { Remarks } from './Remarks.tsx';
import { RunningCalls } from './RunningCalls.tsx';
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
  brackets: BracketViews;
  acts: BracketActs | null;
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
  const { channel, label, people, brackets, paragraphs, readOnly = false } = props;
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
  const { view, state, vague } = useDraftView(place, {
    channel,
    isWritable,
    brackets,
    acts,
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
  const chosen = look?.bracket && brackets[look.bracket.id];
  const { isWithin, ...focus } = useFocusWithin();
  const { onStatus } = props;
  useEffect(() => onStatus?.(status), [onStatus, status]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key of the search works wherever one is in the editor.
    <div className={styles.editor} onKeyDown={(event) => view && openFindByKey(view, event)}>
      {view && look && isWritable && <Toolbar view={view} look={look} brackets={{ acts, views: () => brackets }} />}
      {view && state && findState(state).isOpen && (
        <FindBar view={view} find={findState(state)} isWritable={isWritable} locked={locked} />
      )}
      <LateWords channel={channel} />
      {refusedBytes !== null && <RefusedPaste bytes={refusedBytes} onClose={() => setRefusedBytes(null)} />}
      {status.kind === 'full' && (
        <Notice tone="danger" live>
          {t(status.why === 'draft' ? 'editor.full.draft' : 'editor.full.storage')}
        </Notice>
      )}
      {state && (
        <RunningCalls
          brackets={brackets}
          acts={acts}
          wordsOf={(id) => wordsOf(state, id)}
          serverOffsetMs={props.serverOffsetMs}
        />
      )}
      {hasHitLock && (
        <Notice
          live
          acts={
            <Button size="small" onClick={() => setHitLock(false)}>
              {t('editor.late.dismiss')}
            </Button>
          }
        >
          {t('editor.paragraph.isLocked')}
        </Notice>
      )}
      <div ref={frame} className={styles.frame} {...focus}>
        <div ref={place} />
        <p id={helpId} hidden>
          {t('editor.help', { find: keysOf('find') })}
        </p>
        {view && look?.bracket && chosen && acts && isWithin && (
          <BracketMenu key={chosen.id} view={view} range={look.bracket} bracket={chosen} acts={acts} frame={frame} />
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
      if (!event.currentTarget.contains(event.relatedTarget)) setWithin(false);
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

function RefusedPaste({ bytes, onClose }: { bytes: number; onClose: () => void }) {
  const t = useT();
  const format = useFormat();
  const acts = (
    <Button size="small" onClick={onClose}>
      {t('editor.late.dismiss')}
    </Button>
  );
  return (
    <Notice tone="danger" live acts={acts}>
      {t('editor.paste-too-large', { size: format.number(Math.ceil(bytes / 1024)) })}
    </Notice>
  );
}
