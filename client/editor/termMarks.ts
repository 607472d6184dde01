/** Marks the terms of the consultation in the text, and opens the card of the one at the caret. */
import { isAvoided } from '@shared/domain/terms/avoided.ts';
import type { Scanner } from '@shared/domain/terms/scanner.ts';
import { type Command, type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import styles from './TermCards.module.css';
import { type Marked, type MarkedStretch, rescan, type Scan, sign, wordMarksPlugin, wordsOf } from './wordMarks.ts';

/** A term or a wording to avoid where it stands in the text, or words that were selected and are neither. */
export interface TermPlace {
  termId: string | null;
  words: string;
  from: number;
}

const marksKey = new PluginKey<Marked>('terms');
const cardKey = new PluginKey<TermPlace | null>('termCard');
const nothing: Scanner = () => [];
const silent: Says = { term: '', avoided: '' };
// Each editor has its own: the glossary comes later than the text.
const scanners = new WeakMap<Plugin, Marking>();

interface Marking {
  scan: Scanner;
  says: Says;
}

/** What a screen reader says of a marked word: of a term, and of a wording to avoid. */
export interface Says {
  term: string;
  avoided: string;
}

/** The marks, and which card was opened by key. */
export function termPlugins(): Plugin[] {
  const own: Marking = { scan: nothing, says: silent };
  const marks = wordMarksPlugin(marksKey, () => (words) => termMarks(own.scan, own.says)(words));
  scanners.set(marks, own);
  return [marks, cardPlugin];
}

const cardPlugin = new Plugin<TermPlace | null>({
  key: cardKey,
  state: {
    init: () => null,
    apply(tr, open) {
      const asked: TermPlace | null | undefined = tr.getMeta(cardKey);
      if (asked !== undefined) return asked;
      return tr.docChanged || tr.selectionSet ? null : open;
    },
  },
});

/** The first occurrence of each term in a paragraph is marked: a text full of lines is not read. */
export function termMarks(scan: Scanner, says = silent): Scan {
  return (words) => {
    const seen = new Set<string>();
    const marks: MarkedStretch[] = [];
    for (const { id, from, to } of scan(words)) {
      if (seen.has(id)) continue;
      seen.add(id);
      const kind = isAvoided(id) ? 'avoided' : 'term';
      const said = says[kind];
      marks.push({
        from,
        to,
        look: { class: styles[kind] ?? '', 'data-term': id, ...(said && { 'aria-description': said }) },
      });
    }
    return marks;
  };
}

/** Marks these terms from now on. */
export function markTerms(view: EditorView, scan: Scanner, says = silent): void {
  const own = scannerIn(view.state);
  if (!own || (own.scan === scan && own.says === says)) return;
  Object.assign(own, { scan, says });
  view.dispatch(view.state.tr.setMeta(marksKey, rescan).setMeta('addToHistory', false));
}

function scannerIn(state: EditorState): Marking | undefined {
  const marks = marksKey.get(state);
  return marks && scanners.get(marks);
}

/** The term in which, or at whose end, a place of the text is; every occurrence counts. */
export function termAt(state: EditorState, pos: number): TermPlace | null {
  const $pos = state.doc.resolve(pos);
  const { parent, parentOffset } = $pos;
  if (!parent.isTextblock) return null;
  const words = wordsOf(parent);
  const found = scannerIn(state)
    ?.scan(words)
    .find(({ from, to }) => from <= parentOffset && parentOffset <= to);
  return found
    ? {
        termId: found.id,
        words: words.slice(found.from, found.to).replaceAll(sign, ''),
        from: $pos.start() + found.from,
      }
    : null;
}

const longestWords = 120;

/** The selected words of one paragraph, where they are not just the term that stands there. */
function selectedWords(state: EditorState, term: TermPlace | null): TermPlace | null {
  const { $from, $to, from, to, empty } = state.selection;
  if (empty || !$from.sameParent($to) || !$from.parent.isTextblock) return null;
  const words = state.doc.textBetween(from, to, undefined, sign).replaceAll(sign, '').trim();
  if (words === '' || words.length > longestWords) return null;
  return words === term?.words ? null : { termId: null, words, from };
}

/** Opens the card of the term at the caret, or of the words that are selected: about them too one may disagree. */
export const openTermCard: Command = (state, dispatch) => {
  const term = termAt(state, state.selection.head);
  const place = selectedWords(state, term) ?? term;
  if (!place) return false;
  dispatch?.(state.tr.setMeta(cardKey, place).setMeta('addToHistory', false));
  return true;
};

/** The card that was opened by key. */
export function openedCard(state: EditorState): TermPlace | null {
  return cardKey.getState(state) ?? null;
}

export function closeTermCard(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(cardKey, null).setMeta('addToHistory', false));
}
