/** What one can do to a draft beside typing: lists, footnotes, and the brackets around what is not agreed. */
import { deepestLevel } from '@shared/draft/draftShape.ts';
import { draftSchema } from '@shared/draft/schema.ts';
import { nanoid } from 'nanoid';
import type { Mark, Node } from 'prosemirror-model';
import { type Command, type EditorState, NodeSelection, TextSelection, type Transaction } from 'prosemirror-state';

export type ListKind = 'bullet' | 'numbered';

/** A stretch of one bracket within one block, notes called in it included. */
export interface BracketStretch {
  mark: Mark;
  from: number;
  to: number;
}

const bracketType = draftSchema.marks.bracket;
const bracketOf = (node: Node): Mark | undefined => bracketType?.isInSet(node.marks);

/** Makes the selected blocks entries of a list, or plain again where all of them are that already. */
export function toggleList(kind: ListKind): Command {
  return (state, dispatch) => {
    const blocks = selectedBlocks(state);
    const next = blocks.every(({ node }) => node.attrs.kind === kind) ? null : kind;
    const { tr } = state;
    for (const { node, pos } of blocks) setList(tr, pos, next, next ? node.attrs.level : null);
    dispatch?.(tr.scrollIntoView());
    return blocks.length > 0;
  };
}

/** Sets the selected list entries one level deeper (1) or higher (-1). */
export function shiftLevel(by: 1 | -1): Command {
  return (state, dispatch) => {
    const blocks = selectedBlocks(state).filter(({ node }) => node.attrs.kind);
    const { tr } = state;
    for (const { node, pos } of blocks) {
      const level = Math.min(Math.max((node.attrs.level ?? 0) + by, 0), deepestLevel);
      if (level !== (node.attrs.level ?? 0)) setList(tr, pos, node.attrs.kind, level || null);
    }
    if (!tr.docChanged) return false;
    dispatch?.(tr);
    return true;
  };
}

/** Enter in a list: a further entry, or out of the list where the entry is empty. */
export const splitListEntry: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if (!$from.parent.attrs.kind || !$from.sameParent($to)) return false;
  if ($from.parent.content.size === 0) {
    dispatch?.(setList(state.tr, $from.before(), null, null));
    return true;
  }
  const { tr } = state;
  tr.deleteSelection();
  tr.split(tr.mapping.map($from.pos), 1, [{ type: $from.parent.type, attrs: $from.parent.attrs }]);
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Backspace at the beginning of a list entry: one level up, at last out of the list. */
export const leaveList: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const { kind, level } = $from.parent.attrs;
  if (!empty || $from.parentOffset > 0 || !kind) return false;
  dispatch?.(setList(state.tr, $from.before(), level ? kind : null, level && level > 1 ? level - 1 : null));
  return true;
};

/** Calls an empty footnote at the caret and selects it, so that its text can be written. */
export const insertFootnote: Command = (state, dispatch) => {
  const note = draftSchema.nodes.footnote?.create({ text: '' });
  const { $to } = state.selection;
  if (!note || !$to.parent.inlineContent) return false;
  const { tr } = state;
  tr.insert($to.pos, note);
  dispatch?.(tr.setSelection(NodeSelection.create(tr.doc, $to.pos)).scrollIntoView());
  return true;
};

/** Puts the selected words in brackets; not where some of them stand in brackets already. */
export function openBracket(by: string | null, now: () => number = Date.now): Command {
  return (state, dispatch) => {
    const { from, to } = state.selection;
    const pieces: { from: number; to: number }[] = [];
    let isFree = true;
    state.doc.nodesBetween(from, to, (node, pos) => {
      if (!node.isText) return;
      if (bracketOf(node)) isFree = false;
      pieces.push({ from: Math.max(from, pos), to: Math.min(to, pos + node.nodeSize) });
    });
    const filled = pieces.filter((piece) => piece.from < piece.to);
    if (!isFree || filled.length === 0 || !bracketType) return false;
    if (!dispatch) return true;
    const mark = bracketType.create({ id: nanoid(10), by, at: now() });
    const { tr } = state;
    for (const piece of filled) tr.addMark(piece.from, piece.to, mark);
    // The caret comes to stand inside, where the choice between keeping and deleting is offered.
    dispatch(tr.setSelection(TextSelection.create(tr.doc, Math.max(to - 1, from))));
    return true;
  };
}

/** The brackets go and the words stay. */
export function keepBracket(id: string): Command {
  return settleBracket(id, (tr, { mark, from, to }) => tr.removeMark(from, to, mark));
}

/** The words go with their brackets. */
export function deleteBracket(id: string): Command {
  return settleBracket(id, (tr, { from, to }) => tr.delete(from, to));
}

/** The same for the bracket in which the caret stands. */
export const atCaret =
  (act: (id: string) => Command): Command =>
  (state, dispatch, view) => {
    const id = bracketAt(state);
    return id !== null && act(id)(state, dispatch, view);
  };

function settleBracket(id: string, settle: (tr: Transaction, stretch: BracketStretch) => void): Command {
  return (state, dispatch) => {
    const own = bracketStretches(state.doc).filter(({ mark }) => mark.attrs.id === id);
    if (own.length === 0) return false;
    const { tr } = state;
    // From the end, so that the places before stay true.
    for (const stretch of own.reverse()) settle(tr, stretch);
    dispatch?.(tr);
    return true;
  };
}

/** The bracket in which the caret stands, or which the selection touches. */
export function bracketAt({ doc, selection }: EditorState): string | null {
  const { from, to } = selection;
  const found = bracketStretches(doc).find((stretch) => stretch.from <= to && stretch.to >= from);
  return found ? String(found.mark.attrs.id) : null;
}

/** All stretches of brackets in the order of the text. */
export function bracketStretches(doc: Node): BracketStretch[] {
  const found: BracketStretch[] = [];
  doc.forEach((block, blockPos) => {
    let open: BracketStretch | null = null;
    block.forEach((node, offset) => {
      const from = blockPos + 1 + offset;
      // A note has no mark of its own: it belongs to the bracket that goes on behind it.
      if (!node.isText) return;
      const mark = bracketOf(node);
      if (mark && open && open.mark.attrs.id === mark.attrs.id) open.to = from + node.nodeSize;
      else if (mark) found.push((open = { mark, from, to: from + node.nodeSize }));
      else open = null;
    });
  });
  return found;
}

export function selectedBlocks({ doc, selection }: EditorState): { node: Node; pos: number }[] {
  const blocks: { node: Node; pos: number }[] = [];
  doc.nodesBetween(selection.from, selection.to, (node, pos) => {
    if (node.type.name === 'paragraph') blocks.push({ node, pos });
    return false;
  });
  return blocks;
}

/** Attributes alone are changed: whoever types in the block at the same time goes on typing in it. */
function setList(tr: Transaction, pos: number, kind: ListKind | null, level: number | null): Transaction {
  return tr.setNodeAttribute(pos, 'kind', kind).setNodeAttribute(pos, 'level', level);
}
