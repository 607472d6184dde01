/** Marks stretches of words in the text without changing it: scanned a paragraph at a time, and again only where one changed. */
import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, type PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

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

/** Words marked by `scan`; `key` tells this plugin from others of its kind. */
export function wordMarksPlugin(key: PluginKey<DecorationSet>, scan: () => Scan): Plugin<DecorationSet> {
  // Paragraphs are never changed, only replaced: what was found in one stays true of it.
  let known = new WeakMap<Node, readonly MarkedStretch[]>();
  const found = (paragraph: Node) => {
    let stretches = known.get(paragraph);
    if (!stretches) {
      stretches = scan()(wordsOf(paragraph));
      known.set(paragraph, stretches);
    }
    return stretches;
  };
  const signsFor = (state: EditorState) => {
    const signs: Decoration[] = [];
    state.doc.forEach((paragraph, pos) => {
      for (const { from, to, look } of found(paragraph))
        signs.push(Decoration.inline(pos + 1 + from, pos + 1 + to, look));
    });
    return DecorationSet.create(state.doc, signs);
  };
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, state) => signsFor(state),
      apply(tr, signs, _old, state) {
        const isAnew = tr.getMeta(key) === rescan;
        if (isAnew) known = new WeakMap();
        return tr.docChanged || isAnew ? signsFor(state) : signs;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** As the meta of a transaction under the plugin's key: what is marked has changed, scan everything again. */
export const rescan = 'rescan';
