/** Underlines wordings that promise nothing as they stand, and lists them: by the word lists, a paragraph at a time. */
import { languageOf, type Part, type ReadyLists, type VagueWording, vagueIn } from '@shared/domain/concreteness.ts';
import { type EditorState, type Plugin, PluginKey, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import styles from './Remarks.module.css';
import { type Marked, rescan, sign, wordMarksPlugin, wordsOf } from './wordMarks.ts';

export type Missing = VagueWording['missing'];

/** By what the text is looked at: the lists, its language, what the fields say already, and how what is missing is told. */
export interface VagueDesk {
  lists: ReadyLists;
  language: string | null;
  stated: ReadonlySet<Part>;
  tell(missing: Missing): string;
}

/** A vague wording at its place in the document. */
export interface Remark {
  from: number;
  to: number;
  words: string;
  missing: Missing;
}

const key = new PluginKey<Marked>('vague wordings');

// What the marks have found in a paragraph, the list of the wordings finds here, and the other way round.
const known = new WeakMap<VagueDesk, Map<string, readonly VagueWording[]>>();

function lookedUp(desk: VagueDesk, words: string): readonly VagueWording[] {
  const before = known.get(desk) ?? new Map<string, readonly VagueWording[]>();
  known.set(desk, before);
  const found = before.get(words) ?? vagueIn(words, desk.language, desk.stated, desk.lists);
  before.set(words, found);
  return found;
}

/** Null where nothing is to be underlined. */
export function vaguePlugin(desk: () => VagueDesk | null): Plugin<Marked> {
  return wordMarksPlugin(key, () => (words) => {
    const now = desk();
    if (!now) return [];
    return lookedUp(now, words).map(({ from, to, missing }) => ({
      from,
      to,
      look: { class: styles.vague ?? '', title: now.tell(missing) },
    }));
  });
}

/** Looks at every paragraph again: by another language, with other fields. */
export function lookForVague(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(key, rescan).setMeta('addToHistory', false));
}

export function languageNow({ doc }: EditorState, lists: ReadyLists): string | null {
  return languageOf(doc.content.content.map(wordsOf), lists);
}

/** The vague wordings of the text in their order. */
export function remarksOn({ doc }: EditorState, desk: VagueDesk): Remark[] {
  const remarks: Remark[] = [];
  const current = new Map<string, readonly VagueWording[]>();
  doc.forEach((paragraph, pos) => {
    const words = wordsOf(paragraph);
    const found = lookedUp(desk, words);
    current.set(words, found);
    for (const { from, to, missing } of found)
      remarks.push({
        ...{ from: pos + 1 + from, to: pos + 1 + to },
        ...{ words: words.slice(from, to).replaceAll(sign, ''), missing },
      });
  });
  // Of what was typed on the way here nothing is remembered.
  known.set(desk, current);
  return remarks;
}

/** Selects one of the wordings as the text is now and takes the focus there; nothing where there are fewer by now. */
export function goToRemark(view: EditorView, desk: VagueDesk, at: number): void {
  const { doc, tr } = view.state;
  const remark = remarksOn(view.state, desk)[at];
  if (!remark) return;
  view.dispatch(tr.setSelection(TextSelection.create(doc, remark.from, remark.to)).scrollIntoView());
  view.focus();
}
