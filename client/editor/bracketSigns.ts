/** Draws brackets: their signs, what kind each is, who stands how to it, and the words that are not agreed. */
import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, TextSelection } from 'prosemirror-state';
import { Decoration, type EditorView } from 'prosemirror-view';
import { cx } from '../ui/cx.ts';
import { isFromElsewhere } from './binding.ts';
import { type BracketViews, bracketAt, bracketRanges } from './brackets.ts';
import styles from './DraftEditor.module.css';
import { drawAll, drawChanged, type ParagraphSigns, type Pencil } from './paragraphSigns.ts';
import { signsOf } from './signsOf.ts';

interface Shown {
  views: BracketViews;
  /** How often `views` has become another. */
  telling: number;
  chosen: string | null;
  signs: ParagraphSigns;
}

const key = new PluginKey<Shown>('brackets');

/** Shows brackets by what is known of them from now on. */
export function showBrackets(view: EditorView, views: BracketViews): void {
  view.dispatch(view.state.tr.setMeta(key, views).setMeta('addToHistory', false));
}

export function bracketPlugin(): Plugin<Shown> {
  return new Plugin<Shown>({
    key,
    state: {
      init: (_config, state) => {
        const first = { views: {}, telling: 0, chosen: chosenAt(state) };
        return { ...first, signs: drawAll(state.doc, pencilOf(state.doc, first)) };
      },
      apply(tr, before, _old, state) {
        const views: BracketViews | undefined = tr.getMeta(key);
        const isTold = views !== undefined && views !== before.views;
        if (!isTold && !tr.docChanged && !tr.selectionSet) return before;
        const now = {
          views: views ?? before.views,
          telling: isTold ? before.telling + 1 : before.telling,
          chosen: chosenAt(state),
        };
        if (!isTold && !tr.docChanged && now.chosen === before.chosen) return before;
        return { ...now, signs: drawChanged(before.signs, tr, pencilOf(tr.doc, now)) };
      },
    },
    appendTransaction(trs, before, after) {
      // An addition that one has asked for at the caret has come: one writes between its signs.
      const { $head, empty } = after.selection;
      if (!empty || !trs.some((tr) => tr.docChanged && isFromElsewhere(tr))) return null;
      const [open, close] = [$head.parent.maybeChild($head.index() - 2), $head.nodeBefore];
      const isNew = close?.type.name === 'close' && open?.type.name === 'open' && open.attrs.id === close.attrs.id;
      if (!isNew || bracketRanges(before.doc).some(({ id }) => id === close.attrs.id)) return null;
      return after.tr.setSelection(TextSelection.create(after.doc, $head.pos - 1));
    },
    props: { decorations: (state) => key.getState(state)?.signs.set },
  });
}

const chosenAt = (state: EditorState) => bracketAt(state)?.id ?? null;

/** Draws the signs of a paragraph, and its share of every bracket that reaches into it. */
function pencilOf(doc: Node, now: Pick<Shown, 'views' | 'telling' | 'chosen'>): Pencil {
  const { views, telling, chosen } = now;
  const around = openAtStarts(doc);
  const lookOf = (id: string) => cx(styles.bracket, styles[views[id]?.kind ?? 'doubt'], id === chosen && styles.chosen);
  const titleOf = (id: string) => [views[id]?.label, views[id]?.whose].filter(Boolean).join(' · ');
  return {
    keyOf(paragraph, index) {
      const outer = around[index] ?? [];
      const own = signsOf(paragraph);
      if (outer.length === 0 && own.length === 0) return '';
      const isChosen = chosen !== null && (outer.includes(chosen) || own.some(({ id }) => id === chosen));
      return `${telling} ${isChosen ? chosen : ''} ${outer.join(' ')}`;
    },
    draw(paragraph, pos, index) {
      const signs: Decoration[] = [];
      const open = (around[index] ?? []).map((id) => ({ id, from: pos + 1 }));
      const words = (id: string, from: number, to: number) => {
        if (from < to) signs.push(Decoration.inline(from, to, { class: lookOf(id), title: titleOf(id) }));
      };
      for (const { type, id, offset } of signsOf(paragraph)) {
        const at = pos + 1 + offset;
        const shown = { class: cx(styles.sign, lookOf(id)), title: titleOf(id) };
        if (type === 'open') {
          open.push({ id, from: at + 1 });
          const attributes = { ...shown, 'data-label': views[id]?.label ?? '', 'data-bracket': id };
          signs.push(Decoration.node(at, at + 1, attributes));
        } else {
          const ended = open.pop();
          if (ended) words(ended.id, ended.from, at);
          signs.push(Decoration.node(at, at + 1, { ...shown, 'data-whose': views[id]?.whose ?? '' }));
        }
      }
      for (const { id, from } of open) words(id, from, pos + paragraph.nodeSize - 1);
      return signs;
    },
  };
}

/** Which brackets are open at the beginning of each paragraph, the outermost first. */
function openAtStarts(doc: Node): readonly string[][] {
  const open: string[] = [];
  return doc.content.content.map((paragraph) => {
    const before = [...open];
    for (const { type, id } of signsOf(paragraph)) {
      if (type === 'open') open.push(id);
      else open.pop();
    }
    return before;
  });
}
