/** Draws the brackets that one has opened and that have not come yet, in signs that are not in the text, and finds them by the caret. */
import { rangeAt } from '@shared/draft/placing.ts';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { isFromElsewhere, sharedDoc } from './binding.ts';
import { posAt } from './flatText.ts';
import styles from './Hanging.module.css';
import type { PendingBracket } from './pendingBrackets.ts';

/** Where a bracket that has not come yet will be. */
export interface PendingRange {
  key: number;
  from: number;
  to: number;
  isAddition: boolean;
  isWaiting: boolean;
}

interface Shown {
  ranges: readonly PendingRange[];
  words: PendingWords;
  signs: DecorationSet;
}

/** What stands behind a bracket that is on its way, and behind one that waits for the line. */
export interface PendingWords {
  sending: string;
  waiting: string;
}

const key = new PluginKey<Shown>('pendingBrackets');

/** Shows these from now on, where they are in the text at this moment. */
export function showPending(view: EditorView, entries: readonly PendingBracket[], words: PendingWords): void {
  const known = key.getState(view.state)?.ranges ?? [];
  if (entries.length === 0 && known.length === 0) return;
  const ranges = entries.flatMap((entry) => rangeOf(view.state, entry, known));
  view.dispatch(view.state.tr.setMeta(key, { ranges, words }).setMeta('addToHistory', false));
}

function rangeOf(state: EditorState, entry: PendingBracket, known: readonly PendingRange[]): PendingRange[] {
  const facts = { key: entry.key, isAddition: entry.kind === 'addition', isWaiting: entry.phase === 'waiting' };
  const before = known.find((range) => range.key === entry.key);
  if (before) return [{ ...before, ...facts }];
  const shared = sharedDoc(state);
  const units = shared && rangeAt(shared, entry.place.from, entry.place.to);
  return units ? [{ ...facts, from: posAt(state.doc, units.from), to: posAt(state.doc, units.to) }] : [];
}

/** The words in a bracket that has not come yet. */
export function pendingWords(state: EditorState, entryKey: number): string {
  const range = key.getState(state)?.ranges.find((each) => each.key === entryKey);
  return range ? state.doc.textBetween(range.from, range.to, ' ') : '';
}

/** The innermost of those that have not come yet around the selection. */
export function pendingAt(state: EditorState): PendingRange | null {
  const { from, to } = state.selection;
  const around = (key.getState(state)?.ranges ?? []).filter((range) => range.from <= from && range.to >= to);
  return around.at(-1) ?? null;
}

export function pendingPlugin(): Plugin<Shown> {
  return new Plugin<Shown>({
    key,
    state: {
      init: () => ({ ranges: [], words: { sending: '', waiting: '' }, signs: DecorationSet.empty }),
      apply(tr, before, _old, state) {
        const now: Omit<Shown, 'signs'> | undefined = tr.getMeta(key);
        if (now) return { ...now, signs: drawn(state, now) };
        if (!tr.docChanged || before.ranges.length === 0) return before;
        const moved = { ...before, ranges: before.ranges.map((range) => movedBy(tr, range)) };
        return { ...moved, signs: drawn(state, moved) };
      },
    },
    appendTransaction: (trs, before, after) => (trs.some(isFromElsewhere) ? backInside(before, after) : null),
    props: { decorations: (state) => key.getState(state)?.signs },
  });
}

/** What is written at an end of an addition is in it; what is written beside a selection is not. */
function movedBy({ mapping }: Transaction, range: PendingRange): PendingRange {
  const [from, to] = [
    mapping.map(range.from, range.isAddition ? -1 : 1),
    mapping.map(range.to, range.isAddition ? 1 : -1),
  ];
  return { ...range, from: Math.min(from, to), to: Math.max(from, to) };
}

/** Who is writing an addition while its signs come goes on writing in it. */
function backInside(before: EditorState, after: EditorState): Transaction | null {
  const { $head, empty } = after.selection;
  const close = $head.nodeBefore;
  if (!empty || close?.type.name !== 'close') return null;
  const written = key
    .getState(before)
    ?.ranges.some(({ isAddition, from, to }) => isAddition && from < to && to === before.selection.head);
  if (!written || before.selection.$head.nodeBefore?.type.name === 'close') return null;
  return after.tr.setSelection(TextSelection.create(after.doc, $head.pos - 1));
}

function drawn(state: EditorState, { ranges, words }: Omit<Shown, 'signs'>): DecorationSet {
  const signs = ranges.flatMap(({ key: id, from, to, isWaiting }) => [
    ...(from < to ? [Decoration.inline(from, to, { class: styles.pending ?? '' })] : []),
    sign(from, -1, `open ${id}`, ''),
    sign(to, 1, `close ${id} ${isWaiting}`, isWaiting ? words.waiting : words.sending),
  ]);
  return DecorationSet.create(state.doc, signs);
}

function sign(pos: number, side: -1 | 1, name: string, words: string): Decoration {
  const draw = () => {
    const drawnSign = document.createElement('span');
    drawnSign.className = `${styles.pendingSign}`;
    drawnSign.dataset.sign = side < 0 ? '[' : ']';
    drawnSign.dataset.words = words;
    return drawnSign;
  };
  return Decoration.widget(pos, draw, { side, key: `${name} ${words}`, ignoreSelection: true });
}
