/** Draws brackets: their signs, what kind each is, who stands how to it, and the words that are not agreed. */
import { type EditorState, Plugin, PluginKey, TextSelection } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { cx } from '../ui/cx.ts';
import { isFromElsewhere } from './binding.ts';
import { type BracketViews, bracketAt, bracketRanges } from './brackets.ts';
import styles from './DraftEditor.module.css';

interface Shown {
  views: BracketViews;
  chosen: string | null;
  signs: DecorationSet;
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
      init: (_config, state) => shown(state, {}),
      apply(tr, before, _old, state) {
        const views: BracketViews | undefined = tr.getMeta(key);
        if (views) return shown(state, views);
        if (tr.docChanged) return shown(state, before.views);
        return tr.selectionSet && chosenAt(state) !== before.chosen ? shown(state, before.views) : before;
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
    props: { decorations: (state) => key.getState(state)?.signs },
  });
}

const chosenAt = (state: EditorState) => bracketAt(state)?.id ?? null;

function shown(state: EditorState, views: BracketViews): Shown {
  const signs: Decoration[] = [];
  const chosen = chosenAt(state);
  for (const { id, from, to } of bracketRanges(state.doc)) {
    const view = views[id];
    const look = cx(styles.bracket, styles[view?.kind ?? 'doubt'], id === chosen && styles.chosen);
    const title = [view?.label, view?.whose].filter(Boolean).join(' · ');
    signs.push(Decoration.inline(from + 1, to - 1, { class: look, title }));
    signs.push(
      Decoration.node(from, from + 1, {
        class: cx(styles.sign, look),
        'data-label': view?.label ?? '',
        'data-bracket': id,
        title,
      }),
    );
    signs.push(Decoration.node(to - 1, to, { class: cx(styles.sign, look), 'data-whose': view?.whose ?? '', title }));
  }
  return { views, chosen, signs: DecorationSet.create(state.doc, signs) };
}
