/** What the toolbar and the menus need to know of the editor's state. */
import { countWords } from '@shared/domain/wordCount.ts';
import { draftSchema } from '@shared/draft/schema.ts';
import type { MarkType } from 'prosemirror-model';
import { type EditorState, NodeSelection, Selection } from 'prosemirror-state';
import { type BracketRange, bracketAt, bracketRanges } from './brackets.ts';
import { selectedBlocks } from './commands.ts';

export interface Look {
  isBold: boolean;
  isItalic: boolean;
  list: 'bullet' | 'numbered' | null;
  /** The bracket in which the caret stands. */
  bracket: BracketRange | null;
  /** Whether words are selected. */
  hasSelection: boolean;
  /** The paragraph in which the caret stands, and where it ends. */
  paragraph: { id: string; end: number };
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
    bracket: note ? null : bracketAt(state),
    hasSelection: !selection.empty,
    paragraph: paragraphAt(state),
    note,
  };
}

function paragraphAt({ selection }: EditorState): Look['paragraph'] {
  // Where all is selected, one stands in no paragraph: the last is the nearest.
  const $head = selection.$head.depth > 0 ? selection.$head : Selection.near(selection.$head, -1).$head;
  return { id: String($head.node(1).attrs.id), end: $head.end(1) };
}

function isMarked({ doc, selection, storedMarks }: EditorState, type: MarkType | undefined): boolean {
  if (!type) return false;
  const { from, to, empty, $from } = selection;
  return empty ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type);
}

export interface Figures {
  words: number;
  /** Words selected; null where nothing is. */
  selected: number | null;
  brackets: number;
}

/** Words, those selected of them, and open brackets, as they stand on the screen. */
export function figuresOf({ doc, selection: { from, to, empty } }: EditorState): Figures {
  const between = (start: number, end: number) => countWords(doc.textBetween(start, end, '\n', () => ''));
  return {
    words: between(0, doc.content.size),
    selected: empty ? null : between(from, to),
    brackets: bracketRanges(doc).length,
  };
}
