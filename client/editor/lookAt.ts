/** What the toolbar and the menus need to know of the editor's state. */
import { draftSchema } from '@shared/draft/schema.ts';
import type { MarkType } from 'prosemirror-model';
import { type EditorState, NodeSelection } from 'prosemirror-state';
import { bracketAt, bracketStretches, openBracket, selectedBlocks } from './commands.ts';

export interface Look {
  isBold: boolean;
  isItalic: boolean;
  list: 'bullet' | 'numbered' | null;
  mayBracket: boolean;
  /** The bracket in which the caret stands, and where it ends in the text. */
  bracket: { id: string; by: string | null; at: number; end: number } | null;
  /** The selected footnote, and where it is called. */
  note: { text: string; pos: number } | null;
}

export function lookAt(state: EditorState): Look {
  const { selection } = state;
  const blocks = selectedBlocks(state);
  const kind = blocks[0]?.node.attrs.kind ?? null;
  const note =
    selection instanceof NodeSelection && selection.node.type === draftSchema.nodes.footnote
      ? { text: String(selection.node.attrs.text), pos: selection.from }
      : null;
  return {
    isBold: isMarked(state, draftSchema.marks.bold),
    isItalic: isMarked(state, draftSchema.marks.italic),
    list: blocks.every(({ node }) => node.attrs.kind === kind) ? kind : null,
    mayBracket: openBracket(null)(state),
    bracket: note ? null : bracketLook(state),
    note,
  };
}

function bracketLook(state: EditorState): Look['bracket'] {
  const id = bracketAt(state);
  if (id === null) return null;
  const own = bracketStretches(state.doc).filter(({ mark }) => mark.attrs.id === id);
  const last = own.at(-1);
  return last ? { id, by: last.mark.attrs.by, at: last.mark.attrs.at, end: last.to } : null;
}

function isMarked({ doc, selection, storedMarks }: EditorState, type: MarkType | undefined): boolean {
  if (!type) return false;
  const { from, to, empty, $from } = selection;
  return empty ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type);
}

/** Words and open brackets as they stand on the screen. */
export function figuresOf({ doc }: EditorState): { words: number; brackets: number } {
  const text = doc.textBetween(0, doc.content.size, '\n');
  const brackets = new Set(bracketStretches(doc).map(({ mark }) => mark.attrs.id));
  return { words: text.split(/\s+/u).filter(Boolean).length, brackets: brackets.size };
}
