/**
 * Keeps the editor and the shared text the same. What is written here goes over as the fewest units; what comes from elsewhere
 * becomes ordinary steps, so that selections and marks move along. Undo takes back what was written here and nothing else.
 */
import { isSign, textOf } from '@shared/draft/draftShape.ts';
import type { Looks } from '@shared/draft/units.ts';
import type { Node } from 'prosemirror-model';
import { type Command, type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import * as Y from 'yjs';
import { type Change, changesBetween } from './difference.ts';
import { documentOf, marksOf, nodeOf, posAt, type Unit } from './flatText.ts';

interface Bound {
  doc: Y.Doc;
  undo: Y.UndoManager;
}

const key = new PluginKey<Bound>('sharedText');
const undoPauseMs = 500;

/** A transaction that brings what was written elsewhere, or takes something back. */
export const isFromElsewhere = (tr: Transaction): boolean => tr.getMeta(key) === 'elsewhere';

/** The shared document behind an editor. */
export const sharedDoc = (state: EditorState): Y.Doc | null => key.getState(state)?.doc ?? null;

export interface Binding {
  plugin: Plugin;
  /** The document as it stands, to begin with. */
  start: Node;
  /** Takes a transaction into the editor, and what it did here into the shared text. */
  dispatch(view: Pick<EditorView, 'state' | 'updateState'>, tr: Transaction): void;
}

/** Binds an editor to a shared document; the editor is found when its view opens. */
export function bind(doc: Y.Doc): Binding {
  const text = textOf(doc);
  const origin = { isEditor: true };
  const undo = new Y.UndoManager(text, { trackedOrigins: new Set([origin]), captureTimeout: undoPauseMs });
  let view: EditorView | null = null;

  function pull(event: Y.YTextEvent, transaction: Y.Transaction): void {
    if (transaction.origin === origin || !view) return;
    const tr = view.state.tr;
    takeIn(tr, event.delta as Delta[]);
    if (!tr.docChanged) return;
    view.dispatch(tr.setMeta(key, 'elsewhere').setMeta('addToHistory', false));
  }

  return {
    start: documentOf(text),
    plugin: new Plugin<Bound>({
      key,
      state: { init: () => ({ doc, undo }), apply: (_tr, bound) => bound },
      view(opened) {
        view = opened;
        text.observe(pull);
        return {
          destroy() {
            view = null;
            text.unobserve(pull);
            undo.destroy();
          },
        };
      },
    }),
    dispatch(shown, tr) {
      const before = shown.state.doc;
      const { state, transactions } = shown.state.applyTransaction(tr);
      shown.updateState(state);
      if (transactions.some(isFromElsewhere)) return;
      const changes = changesBetween(before, state.doc);
      if (changes.length === 0) return;
      doc.transact(() => {
        for (const change of changes) put(text, change);
      }, origin);
    },
  };
}

function put(text: Y.Text, change: Change): void {
  if ('looks' in change) {
    text.format(change.at, change.length, change.looks);
    return;
  }
  if (change.remove > 0) text.delete(change.at, change.remove);
  let { at } = change;
  for (const piece of piecesOf(change.insert)) {
    if (typeof piece.content === 'string') text.insert(at, piece.content, { ...piece.looks });
    else text.insertEmbed(at, piece.content, { ...piece.looks });
    at += typeof piece.content === 'string' ? piece.content.length : 1;
  }
}

function piecesOf(units: readonly Unit[]): { content: string | object; looks: Looks }[] {
  const pieces: { content: string | object; looks: Looks }[] = [];
  for (const { key: letter, looks, sign } of units) {
    const last = pieces.at(-1);
    if (sign) pieces.push({ content: sign, looks });
    else if (
      last &&
      typeof last.content === 'string' &&
      last.looks.bold === looks.bold &&
      last.looks.italic === looks.italic
    )
      last.content += letter;
    else pieces.push({ content: letter, looks });
  }
  return pieces;
}

interface Delta {
  insert?: unknown;
  retain?: number;
  delete?: number;
  attributes?: Record<string, unknown>;
}

/** Puts what happened to the shared text into a transaction. */
function takeIn(tr: Transaction, delta: readonly Delta[]): void {
  let unit = 0;
  for (const { insert, retain = 0, delete: removed = 0, attributes } of delta) {
    if (retain > 0) {
      if (attributes) giveLooks(tr, unit, retain, attributes);
      unit += retain;
    } else if (removed > 0) tr.delete(posAt(tr.doc, unit), posAt(tr.doc, unit + removed));
    else unit += takeInsert(tr, unit, insert, attributes ?? {});
  }
}

/** Puts in what was inserted and answers how many units it takes. */
function takeInsert(tr: Transaction, unit: number, insert: unknown, looks: Looks): number {
  const pos = posAt(tr.doc, unit);
  if (typeof insert === 'string') {
    tr.insert(pos, nodeOf({ letters: insert, looks }));
    return insert.length;
  }
  if (!isSign(insert)) return 1;
  const node = nodeOf({ sign: insert, looks });
  if ('p' in insert) tr.split(pos, 1, [{ type: node.type, attrs: node.attrs }]);
  else tr.insert(pos, node);
  return 1;
}

function giveLooks(tr: Transaction, from: number, length: number, looks: Record<string, unknown>): void {
  // One by one paragraph and sign, but letters as wide as they stand together.
  const start = posAt(tr.doc, from);
  const end = posAt(tr.doc, from + length);
  tr.doc.nodesBetween(Math.max(0, start - 1), end, (node, pos) => {
    if (node.type.name === 'paragraph' || node.type.name === 'footnote') {
      const isWithin = node.type.name === 'paragraph' ? pos + 1 > start && pos < end : pos >= start && pos < end;
      if (isWithin)
        for (const [name, value] of Object.entries(looks))
          if (name in node.attrs) tr.setNodeAttribute(pos, name, value ?? (name === 'text' ? '' : null));
      return true;
    }
    if (!node.isText) return false;
    const [first, last] = [Math.max(pos, start), Math.min(pos + node.nodeSize, end)];
    if (first >= last) return false;
    for (const mark of marksOf({ bold: true, italic: true })) {
      if (!(mark.type.name in looks)) continue;
      if (looks[mark.type.name]) tr.addMark(first, last, mark);
      else tr.removeMark(first, last, mark.type);
    }
    return false;
  });
}

const through =
  (act: (undo: Y.UndoManager) => unknown, isPossible: (undo: Y.UndoManager) => boolean): Command =>
  (state, dispatch) => {
    const undo = key.getState(state)?.undo;
    if (!undo || !isPossible(undo)) return false;
    if (dispatch) act(undo);
    return true;
  };

/** Takes back what was last written here, whatever others have written since. */
export const undoOwn = through(
  (undo) => undo.undo(),
  (undo) => undo.undoStack.length > 0,
);
export const redoOwn = through(
  (undo) => undo.redo(),
  (undo) => undo.redoStack.length > 0,
);
