/** Underlines wordings that promise nothing as they stand, and lists them: by the word lists, a paragraph at a time. */
import { readyBaseLists } from '@shared/domain/concreteness/lists.ts';
import { languageOf, type Part, type VagueWording, vagueIn } from '@shared/domain/concreteness.ts';
import { type EditorState, type Plugin, PluginKey, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import styles from './Remarks.module.css';
import { type Marked, rescan, sign, wordMarksPlugin, wordsOf } from './wordMarks.ts';

export type Missing = VagueWording['missing'];

/** By what the text is looked at: its language, what the fields say already, and how what is missing is told. */
export interface VagueDesk {
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

/** Null where nothing is to be underlined. */
export function vaguePlugin(desk: () => VagueDesk | null): Plugin<Marked> {
  return wordMarksPlugin(key, () => (words) => {
    const now = desk();
    if (!now) return [];
    const found = vagueIn(words, now.language, now.stated, readyBaseLists());
    return found.map(({ from, to, missing }) => ({
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

export function languageNow({ doc }: EditorState): string | null {
  return languageOf(doc.content.content.map(wordsOf), readyBaseLists());
}

/** The vague wordings of the text in their order. */
export function remarksOn({ doc }: EditorState, { language, stated }: VagueDesk): Remark[] {
  const remarks: Remark[] = [];
  doc.forEach((paragraph, pos) => {
    const words = wordsOf(paragraph);
    for (const { from, to, missing } of vagueIn(words, language, stated, readyBaseLists()))
      remarks.push({
        ...{ from: pos + 1 + from, to: pos + 1 + to },
        ...{ words: words.slice(from, to).replaceAll(sign, ''), missing },
      });
  });
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
