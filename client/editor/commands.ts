/** What one can do to a draft beside typing: lists and footnotes. */
import { deepestLevel } from '@shared/draft/draftShape.ts';
import { draftSchema } from '@shared/draft/schema.ts';
import type { Node } from 'prosemirror-model';
import { type Command, type EditorState, NodeSelection, type Transaction } from 'prosemirror-state';

export type ListKind = 'bullet' | 'numbered';

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
