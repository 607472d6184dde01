/** Finds and replaces in the text: all hits are shown, one of them is the current one. */
import type { Node } from 'prosemirror-model';
import { type Command, type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { cx } from '../ui/cx.ts';
import styles from './Find.module.css';
import { type Folded, type Found, folded, placesOf } from './findWords.ts';
import { wordsOf } from './wordMarks.ts';

export interface Search {
  words: string;
  isWhole: boolean;
}

export interface FindState extends Search {
  isOpen: boolean;
  /** Every opening has another number: the bar takes the focus again. */
  opening: number;
  hits: readonly Found[];
  /** Which of the hits is the current one; -1 where there is none. */
  current: number;
  signs: DecorationSet;
}

type Asked = { open: string } | { close: true } | { search: Search } | { current: number };

const key = new PluginKey<FindState>('find');
const mostHits = 5_000;
const mostSelected = 200;

const nothing: FindState = {
  ...{ words: '', isWhole: false, isOpen: false, opening: 0, hits: [], current: -1, signs: DecorationSet.empty },
};

export const findState = (state: EditorState): FindState => key.getState(state) ?? nothing;

export function findPlugin(): Plugin<FindState> {
  return new Plugin<FindState>({
    key,
    state: {
      init: () => nothing,
      apply(tr, before, _old, state) {
        const asked: Asked | undefined = tr.getMeta(key);
        if (asked) return answered(before, asked, state);
        if (!tr.docChanged || !before.isOpen) return before;
        const place = before.hits[before.current]?.from;
        return searched(before, state, place === undefined ? state.selection.from : tr.mapping.map(place));
      },
    },
    props: { decorations: (state) => findState(state).signs },
  });
}

function answered(before: FindState, asked: Asked, state: EditorState): FindState {
  if ('close' in asked) return { ...nothing, words: before.words, isWhole: before.isWhole, opening: before.opening };
  if ('current' in asked) return shown({ ...before, current: asked.current }, state);
  if ('search' in asked) {
    const place = before.hits[before.current]?.from ?? state.selection.from;
    return searched({ ...before, ...asked.search }, state, place);
  }
  const now = { ...before, isOpen: true, opening: before.opening + 1, words: asked.open || before.words };
  return searched(now, state, state.selection.from);
}

// Paragraphs are never changed, only replaced: what one reads like stays true of it.
const known = new WeakMap<Node, Folded>();

function foldedOf(paragraph: Node): Folded {
  let folds = known.get(paragraph);
  if (!folds) {
    folds = folded(wordsOf(paragraph));
    known.set(paragraph, folds);
  }
  return folds;
}

/** The hits of a search from now on; the current one is the first from a place on, or else the first of all. */
function searched(search: FindState, state: EditorState, place: number): FindState {
  const hits: Found[] = [];
  const { letters } = folded(search.words);
  state.doc.forEach((paragraph, pos) => {
    if (!letters || hits.length >= mostHits) return;
    for (const { from, to } of placesOf(letters, foldedOf(paragraph), search.isWhole))
      hits.push({ from: pos + 1 + from, to: pos + 1 + to });
  });
  hits.length = Math.min(hits.length, mostHits);
  const next = hits.findIndex(({ from }) => from >= place);
  return shown({ ...search, hits, current: hits.length === 0 ? -1 : Math.max(0, next) }, state);
}

function shown(search: FindState, { doc }: EditorState): FindState {
  const signs = search.hits.map(({ from, to }, at) =>
    Decoration.inline(from, to, { class: cx(styles.hit, at === search.current && styles.current) }),
  );
  return { ...search, signs: DecorationSet.create(doc, signs) };
}

const ask = (tr: Transaction, asked: Asked) => tr.setMeta(key, asked).setMeta('addToHistory', false);

/** Opens the search; with the selected words, where they are few and of one paragraph. */
export const openFind: Command = ({ doc, selection, tr }, dispatch) => {
  const { from, to, $from, $to } = selection;
  const isFew = $from.sameParent($to) && to - from <= mostSelected;
  dispatch?.(ask(tr, { open: isFew ? doc.textBetween(from, to) : '' }));
  return true;
};

/** Looks for these words from now on. */
export function search(view: EditorView, sought: Search): void {
  view.dispatch(ask(view.state.tr, { search: sought }));
  showCurrent(view);
}

/** Goes to the next hit or to the one before, round the ends of the text. */
export function step(view: EditorView, by: 1 | -1): void {
  const { hits, current } = findState(view.state);
  if (hits.length === 0) return;
  view.dispatch(ask(view.state.tr, { current: (current + by + hits.length) % hits.length }));
  showCurrent(view);
}

/** Ends the search; one is in the text again, at the current hit or else where one was. */
export function closeFind(view: EditorView): void {
  const { hits, current } = findState(view.state);
  const hit = hits[current];
  const tr = ask(view.state.tr, { close: true });
  if (hit) tr.setSelection(TextSelection.create(tr.doc, hit.from, hit.to));
  view.dispatch(tr);
  view.focus();
}

function showCurrent(view: EditorView): void {
  view.dom.querySelector(`.${styles.current}`)?.scrollIntoView({ block: 'nearest' });
}

/** Puts other words in place of the current hit; the next one is current then. */
export function replaceCurrent(view: EditorView, words: string): void {
  const { hits, current } = findState(view.state);
  const hit = hits[current];
  if (!hit) return;
  const tr = replaceLetters(view.state.tr, hit, words);
  // What was put in is not looked through again.
  const end = tr.mapping.map(hit.to);
  view.dispatch(tr);
  const next = findState(view.state).hits.findIndex(({ from }) => from >= end);
  view.dispatch(ask(view.state.tr, { current: findState(view.state).hits.length === 0 ? -1 : Math.max(0, next) }));
  showCurrent(view);
}

/** Puts other words in place of every hit outside locked paragraphs, in one step; answers how many. */
export function replaceAll(view: EditorView, words: string, locked: ReadonlySet<string>): number {
  const { doc, tr } = view.state;
  const free = findState(view.state).hits.filter(({ from }) => !locked.has(String(doc.resolve(from).node(1).attrs.id)));
  for (const hit of [...free].reverse()) replaceLetters(tr, hit, words);
  if (free.length > 0) view.dispatch(tr);
  return free.length;
}

/** Replaces the letters of a hit; brackets' signs and footnotes that stand between them stay. */
function replaceLetters(tr: Transaction, { from, to }: Found, words: string): Transaction {
  const pieces: { from: number; to: number; node: Node }[] = [];
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (node.isText) pieces.push({ from: Math.max(from, pos), to: Math.min(to, pos + node.nodeSize), node });
  });
  const [first, ...rest] = pieces;
  for (const piece of rest.reverse()) tr.delete(piece.from, piece.to);
  if (first && words) tr.replaceWith(first.from, first.to, tr.doc.type.schema.text(words, first.node.marks));
  else if (first) tr.delete(first.from, first.to);
  return tr;
}
