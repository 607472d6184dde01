/** Shows where the others write, by name and in the hue of their region; the names are never part of the text. */
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { cx } from '../ui/cx.ts';
import { type RegionKey, regionClass } from '../ui/RegionMark.tsx';
import { isFromElsewhere } from './binding.ts';
import { decodeCaret, encodeCaret } from './caretBytes.ts';
import styles from './DraftEditor.module.css';

/** Somebody in the room, as a caret names them. */
export interface Writer {
  name: string;
  delegationLabel: string | null;
  region: RegionKey;
}

export interface OthersCarets {
  carets: ReadonlyMap<string, Uint8Array>;
  writers: Readonly<Record<string, Writer>>;
}

interface Shown extends OthersCarets {
  signs: DecorationSet;
}

const key = new PluginKey<Shown>('carets');

/** Shows these carets from now on. */
export function showCarets(view: EditorView, others: OthersCarets): void {
  view.dispatch(view.state.tr.setMeta(key, others).setMeta('addToHistory', false));
}

/** Draws the others' carets and tells one's own whenever it has moved. */
export function caretPlugin(tell: (caret: Uint8Array | null) => void): Plugin<Shown> {
  return new Plugin<Shown>({
    key,
    state: {
      init: () => ({ carets: new Map(), writers: {}, signs: DecorationSet.empty }),
      apply(tr, shown, _old, state) {
        const others: OthersCarets | undefined = tr.getMeta(key);
        if (others) return { ...others, signs: signsFor(state, others) };
        // What others wrote may bring the text in which a caret stands; one's own typing only moves the signs.
        if (tr.docChanged && isFromElsewhere(tr)) return { ...shown, signs: signsFor(state, shown) };
        return tr.docChanged ? { ...shown, signs: shown.signs.map(tr.mapping, tr.doc) } : shown;
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.signs,
      handleDOMEvents: {
        focus: (view) => {
          tell(view.editable ? encodeCaret(view.state) : null);
          return false;
        },
        blur: () => {
          tell(null);
          return false;
        },
      },
    },
    view: () => ({
      update(view, before) {
        const hasMoved = !view.state.selection.eq(before.selection) || view.state.doc !== before.doc;
        if (hasMoved && view.editable && view.hasFocus()) tell(encodeCaret(view.state));
      },
    }),
  });
}

function signsFor(state: EditorState, { carets, writers }: OthersCarets): DecorationSet {
  const signs: Decoration[] = [];
  for (const [participantId, bytes] of carets) {
    const writer = writers[participantId];
    const place = writer && decodeCaret(state, bytes);
    if (!writer || !place) continue;
    const { head, anchor } = place;
    const hue = regionClass(writer.region);
    // Another place makes another element, and with it the name shows again for a while.
    signs.push(Decoration.widget(head, () => flag(writer, hue), { key: `${participantId} ${bytes.join()}`, side: 10 }));
    if (head !== anchor) {
      const look = { class: cx(styles.selected, hue) };
      signs.push(Decoration.inline(Math.min(head, anchor), Math.max(head, anchor), look));
    }
  }
  return DecorationSet.create(state.doc, signs);
}

function flag({ name, delegationLabel }: Writer, hue: string | undefined): HTMLElement {
  const element = document.createElement('span');
  element.className = cx(styles.caret, hue);
  element.dataset.name = delegationLabel ? `${name} · ${delegationLabel}` : name;
  element.setAttribute('aria-hidden', 'true');
  return element;
}
