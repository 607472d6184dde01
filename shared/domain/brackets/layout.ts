/** Where the brackets stand in a draft's text, read from the signs in its runs. */
import type { DraftText } from '../draftText.ts';
import type { BracketId } from '../kernel/ids.ts';

/** One bracket as it stands: the words between its signs, the brackets that open there, the paragraphs it touches. */
export interface Standing {
  words: string;
  nested: BracketId[];
  /** Ids of blocks, in order; a block without an id is left out. */
  paragraphs: string[];
}

/** Every bracket whose signs stand in the text, in the order of their opening; a footnote counts among the words. */
export function layoutOf({ blocks }: DraftText): ReadonlyMap<BracketId, Standing> {
  const found = new Map<BracketId, Standing>();
  const around = new Map<BracketId, Standing>();
  const put = (words: string) => {
    for (const standing of around.values()) standing.words += words;
  };
  for (const [at, { id, runs }] of blocks.entries()) {
    const touch = (standing: Standing) => {
      if (id !== undefined && standing.paragraphs.at(-1) !== id) standing.paragraphs.push(id);
    };
    if (at > 0) put('\n');
    for (const standing of around.values()) touch(standing);
    for (const { text, note, opens, closes } of runs) {
      put(note === undefined ? text : `${text}(${note})`);
      if (closes !== undefined) around.delete(closes);
      if (opens === undefined) continue;
      for (const standing of around.values()) standing.nested.push(opens);
      const standing: Standing = { words: '', nested: [], paragraphs: [] };
      touch(standing);
      found.set(opens, standing);
      around.set(opens, standing);
    }
  }
  return found;
}

/** The same words whatever white space is in and around them. */
export function folded(words: string): string {
  return words.trim().replace(/\s+/gu, ' ');
}
