/** Sets square brackets around what is not agreed, and whose they are behind them; they are signs, not letters of the text. */
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { bracketAt, bracketStretches } from './commands.ts';
import styles from './DraftEditor.module.css';

/** How brackets are put into words. */
export interface BracketWords {
  /** Who is written behind a bracket; empty where nobody is named. */
  label(by: string | null): string;
}

const key = new PluginKey<DecorationSet>('brackets');

export function bracketPlugin(words: () => BracketWords): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, state) => signsFor(state, words()),
      apply: (tr, signs, _old, state) =>
        tr.docChanged || tr.selectionSet || tr.getMeta(key) ? signsFor(state, words()) : signs,
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

function signsFor(state: EditorState, { label }: BracketWords): DecorationSet {
  const stretches = bracketStretches(state.doc);
  const chosen = bracketAt(state);
  const signs: Decoration[] = [];
  for (const [at, { mark, from, to }] of stretches.entries()) {
    const { id, by } = mark.attrs;
    const isSame = (other: number) => stretches[other]?.mark.attrs.id === id;
    const look = id === chosen ? `${styles.bracket} ${styles.chosen}` : styles.bracket;
    signs.push(Decoration.inline(from, to, { class: look ?? '', title: label(by) }));
    // One that goes on in the next paragraph opens once and closes once.
    if (!isSame(at - 1)) signs.push(Decoration.inline(from, from + 1, { class: styles.opens ?? '' }));
    if (isSame(at + 1)) continue;
    const name = label(by);
    signs.push(Decoration.inline(to - 1, to, { nodeName: 'span', class: styles.closes ?? '' }));
    if (name)
      signs.push(Decoration.inline(to - 1, to, { nodeName: 'span', class: styles.whose ?? '', 'data-name': name }));
  }
  return DecorationSet.create(state.doc, signs);
}
