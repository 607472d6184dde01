import { type Change, effective, wordsOf } from '@shared/domain/amendments/changes.ts';
import type { DraftText } from '@shared/domain/draftText.ts';

/** One paragraph as somebody is amending it: its words, whether it is to go, and what is to come after it. */
export interface EditedParagraph {
  text: string;
  isDeleted: boolean;
  added: string[];
}

/** A text about to be amended; `first` are the paragraphs to come before it. */
export interface EditedText {
  first: string[];
  paragraphs: EditedParagraph[];
}

/** A text as it stands, with nothing changed. */
export function editedText(draft: DraftText): EditedText {
  return {
    first: [],
    paragraphs: draft.blocks.map((block) => ({ text: wordsOf(block), isDeleted: false, added: [] })),
  };
}

/** What somebody has changed, in the order of the text; a paragraph emptied is one deleted. */
export function changesOf(draft: DraftText, { first, paragraphs }: EditedText): Change[] {
  const adding = (after: number, texts: readonly string[]) =>
    texts.flatMap((text): Change[] => (oneLine(text) === '' ? [] : [{ as: 'add', after, text: oneLine(text) }]));
  const changes = paragraphs.flatMap(({ text, isDeleted, added }, block): Change[] => {
    const paragraph = draft.blocks[block];
    const said = oneLine(text);
    const wasEmpty = paragraph !== undefined && wordsOf(paragraph).trim() === '';
    const own: Change[] =
      isDeleted || (said === '' && !wasEmpty)
        ? [{ as: 'delete', block }]
        : wasEmpty && said === ''
          ? []
          : [{ as: 'revise', block, text: said }];
    return [...own, ...adding(block, added)];
  });
  return effective(draft, [...adding(-1, first), ...changes]);
}

const oneLine = (text: string): string => text.replace(/\s*[\n\r]+\s*/g, ' ').trim();
