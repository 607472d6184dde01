/** Marks the passages on which the board has commented, wherever they stand in the text now. */
import type { DraftText } from '@shared/domain/draftText.ts';
import { type FoundPassage, findPassage, type Paragraph, type Passage } from '@shared/domain/passage.ts';
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, TextSelection } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { cx } from '../ui/cx.ts';
import styles from './BoardRemarks.module.css';

/** What the board has said about words of a reported version. */
export interface BoardRemark {
  id: string;
  passage: Passage;
  /** The text in which the words stood. */
  draft: DraftText;
  /** Of what kind it is and whose, in words. */
  head: string;
  words: string;
}

/** A remark and where its words stand now in the document; null where they are no longer in the text. */
export interface PlacedRemark {
  remark: BoardRemark;
  place: { from: number; to: number; isChanged: boolean } | null;
}

const key = new PluginKey<DecorationSet>('passages');

export function passagePlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, before) {
        const shown: DecorationSet | undefined = tr.getMeta(key);
        return shown ?? (tr.docChanged ? before.map(tr.mapping, tr.doc) : before);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** A paragraph's letters, and where in the document each of them stands: signs between them are none. */
interface Letters {
  letters: string;
  places: number[];
}

function lettersOf(paragraph: Node, pos: number): Letters {
  let letters = '';
  const places: number[] = [];
  paragraph.forEach((node, offset) => {
    if (!node.isText) return;
    letters += node.text ?? '';
    for (let at = 0; at < node.nodeSize; at++) places.push(pos + 1 + offset + at);
  });
  return { letters, places };
}

/** Where the words of remarks stand now. */
export function placeRemarks(doc: Node, remarks: readonly BoardRemark[]): PlacedRemark[] {
  if (remarks.length === 0) return [];
  const all: Letters[] = [];
  const paragraphs: Paragraph[] = [];
  doc.forEach((paragraph, pos) => {
    const found = lettersOf(paragraph, pos);
    all.push(found);
    paragraphs.push({ id: String(paragraph.attrs.id), letters: found.letters });
  });
  return remarks.map((remark) => {
    const found = findPassage(remark.draft, remark.passage, paragraphs);
    return { remark, place: found && inDocument(found, all) };
  });
}

function inDocument({ paragraph, from, to, isChanged }: FoundPassage, all: readonly Letters[]): PlacedRemark['place'] {
  const places = all[paragraph]?.places ?? [];
  const [first, last] = [places[from], places[to - 1]];
  return first === undefined || last === undefined ? null : { from: first, to: last + 1, isChanged };
}

/** Marks these passages from now on, one of them as the chosen one. */
export function showPassages(view: EditorView, placed: readonly PlacedRemark[], chosen: string | null): void {
  const signs = placed.flatMap(({ remark, place }) => {
    if (!place) return [];
    const look = { class: cx(styles.passage, remark.id === chosen && styles.chosen), title: remark.head };
    return [Decoration.inline(place.from, place.to, { ...look, 'data-remark': remark.id })];
  });
  const { doc, tr } = view.state;
  view.dispatch(tr.setMeta(key, DecorationSet.create(doc, signs)).setMeta('addToHistory', false));
}

/** Selects the words of a remark, where they stand at this moment, and takes the focus there. */
export function goToPassage(view: EditorView, remark: BoardRemark): void {
  const { doc, tr } = view.state;
  const place = placeRemarks(doc, [remark])[0]?.place;
  if (!place) return;
  view.dispatch(tr.setSelection(TextSelection.create(doc, place.from, place.to)).scrollIntoView());
  view.focus();
}
