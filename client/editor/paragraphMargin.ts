/** Writes in the margin which number each paragraph has, and shows which are agreed. */
import type { Block, DraftText } from '@shared/domain/draftText.ts';
import { paragraphNumbers } from '@shared/domain/paragraphNumbers.ts';
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration } from 'prosemirror-view';
import { cx } from '../ui/cx.ts';
import styles from './DraftEditor.module.css';
import { drawAll, drawChanged, type ParagraphSigns, type Pencil } from './paragraphSigns.ts';

export interface MarginPorts {
  locked(): ReadonlySet<string>;
  /** The texts that were reported before, oldest first: their paragraphs keep their numbers. */
  earlier(): readonly DraftText[];
}

interface Margin {
  agreed: ReadonlySet<string>;
  reported: readonly DraftText[];
  numbers: ReadonlyMap<string, string>;
  signs: ParagraphSigns;
}

const key = new PluginKey<Margin>('margin');

export function paragraphMargin(ports: MarginPorts): Plugin<Margin> {
  const whole = (doc: Node): Margin => {
    const [agreed, reported] = [ports.locked(), ports.earlier()];
    const numbers = numbersOf(doc, reported);
    return { agreed, reported, numbers, signs: drawAll(doc, pencilOf(numbers, agreed)) };
  };
  // What is agreed or reported becomes another without a word to the editor: it is asked for at every look.
  let later: { doc: Node; margin: Margin } | null = null;
  const isOld = ({ agreed, reported }: Margin) => agreed !== ports.locked() || reported !== ports.earlier();
  return new Plugin<Margin>({
    key,
    state: {
      init: (_config, { doc }) => whole(doc),
      apply(tr, before) {
        if (!tr.docChanged && !isOld(before)) return before;
        const [agreed, reported] = [ports.locked(), ports.earlier()];
        const isNumberedAlike = reported === before.reported && isBuiltAlike(before.signs.drawn, tr.doc);
        const numbers = isNumberedAlike ? before.numbers : numbersOf(tr.doc, reported);
        return { agreed, reported, numbers, signs: drawChanged(before.signs, tr, pencilOf(numbers, agreed)) };
      },
    },
    props: {
      decorations(state) {
        const margin = key.getState(state);
        if (margin && !isOld(margin)) return margin.signs.set;
        if (later?.doc !== state.doc || isOld(later.margin)) later = { doc: state.doc, margin: whole(state.doc) };
        return later.margin.signs.set;
      },
    },
  });
}

const numbersOf = (doc: Node, reported: readonly DraftText[]) =>
  paragraphNumbers(reported, { blocks: doc.content.content.map(blockOf) });

/** Whether numbers would be the same: the same paragraphs, of the same kind, with words or without. */
function isBuiltAlike(drawn: ParagraphSigns['drawn'], { content }: Node): boolean {
  return (
    drawn.length === content.childCount &&
    drawn.every(({ paragraph }, at) => {
      const now = content.child(at);
      const isSameKind = paragraph.attrs.id === now.attrs.id && paragraph.attrs.kind === now.attrs.kind;
      return paragraph === now || (isSameKind && paragraph.content.size > 0 === now.content.size > 0);
    })
  );
}

function pencilOf(numbers: ReadonlyMap<string, string>, agreed: ReadonlySet<string>): Pencil {
  const numberOf = ({ attrs: { id } }: Node) => numbers.get(String(id));
  const isAgreed = ({ attrs: { id } }: Node) => agreed.has(String(id));
  return {
    keyOf: (paragraph) => `${isAgreed(paragraph)} ${numberOf(paragraph) ?? '-'}`,
    draw(paragraph, pos) {
      const number = numberOf(paragraph);
      if (number === undefined && !isAgreed(paragraph)) return [];
      const look = { class: cx(styles.numbered, isAgreed(paragraph) && styles.agreed), 'data-number': number ?? '' };
      return [Decoration.node(pos, pos + paragraph.nodeSize, look)];
    },
  };
}

/** As much of a paragraph as its number depends on. */
function blockOf(node: Node): Block {
  const { id, kind } = node.attrs;
  return { id: String(id), kind: kind ?? 'paragraph', level: 0, runs: [{ text: node.content.size > 0 ? '-' : '' }] };
}
