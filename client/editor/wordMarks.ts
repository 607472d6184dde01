/** Marks stretches of words in the text without changing it: scanned a paragraph at a time, and again only where one changed. */
import type { Node } from 'prosemirror-model';
import { Plugin, type PluginKey } from 'prosemirror-state';
import { Decoration } from 'prosemirror-view';
import { drawAll, drawChanged, type ParagraphSigns, type Pencil } from './paragraphSigns.ts';

/** A stretch of a paragraph's words, counted in its letters; every sign between letters counts as one. */
export interface MarkedStretch {
  from: number;
  to: number;
  /** What the marked words' element carries: a class, data attributes, a title. */
  look: Record<string, string>;
}

/** What of a paragraph's words is to be marked; signs between letters are given as U+FFFC. */
export type Scan = (words: string) => readonly MarkedStretch[];

/** Stands for a sign between two letters: as long as one, and no letter. */
export const sign = '\ufffc';

/** A paragraph's words, in which every place is as far from the beginning as in the document. */
export const wordsOf = (paragraph: Node): string => paragraph.textBetween(0, paragraph.content.size, undefined, sign);

/** What is marked, and of which scan. */
export interface Marked {
  signs: ParagraphSigns;
  /** How often everything was scanned anew. */
  scans: number;
}

/** Words marked by `scan`; `key` tells this plugin from others of its kind. */
export function wordMarksPlugin(key: PluginKey<Marked>, scan: () => Scan): Plugin<Marked> {
  const pencilOf = (scans: number): Pencil => {
    const marks = scan();
    return {
      keyOf: () => scans,
      draw: (paragraph, pos) =>
        marks(wordsOf(paragraph)).map(({ from, to, look }) => Decoration.inline(pos + 1 + from, pos + 1 + to, look)),
    };
  };
  return new Plugin<Marked>({
    key,
    state: {
      init: (_config, state) => ({ signs: drawAll(state.doc, pencilOf(0)), scans: 0 }),
      apply(tr, before) {
        const isAnew = tr.getMeta(key) === rescan;
        if (!tr.docChanged && !isAnew) return before;
        const scans = isAnew ? before.scans + 1 : before.scans;
        return { signs: drawChanged(before.signs, tr, pencilOf(scans)), scans };
      },
    },
    props: { decorations: (state) => key.getState(state)?.signs.set },
  });
}

/** As the meta of a transaction under the plugin's key: what is marked has changed, scan everything again. */
export const rescan = 'rescan';
