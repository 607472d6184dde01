/** Writes in the margin which number each paragraph has, and shows which are agreed. */
import type { Block, DraftText } from '@shared/domain/draftText.ts';
import { paragraphNumbers } from '@shared/domain/paragraphNumbers.ts';
import type { Node } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { cx } from '../ui/cx.ts';
import styles from './DraftEditor.module.css';

export interface MarginPorts {
  locked(): ReadonlySet<string>;
  /** The texts that were reported before, oldest first: their paragraphs keep their numbers. */
  earlier(): readonly DraftText[];
}

export function paragraphMargin({ locked, earlier }: MarginPorts): Plugin {
  // Asked for at every move of a caret, one's own or another's: set anew only when something has changed.
  let last: { doc: Node; agreed: ReadonlySet<string>; reported: readonly DraftText[]; signs: DecorationSet } | null =
    null;
  return new Plugin({
    props: {
      decorations({ doc }) {
        const [agreed, reported] = [locked(), earlier()];
        if (last?.doc !== doc || last.agreed !== agreed || last.reported !== reported)
          last = { doc, agreed, reported, signs: marginOf(doc, agreed, reported) };
        return last.signs;
      },
    },
  });
}

function marginOf(doc: Node, agreed: ReadonlySet<string>, reported: readonly DraftText[]): DecorationSet {
  const numbers = paragraphNumbers(reported, { blocks: doc.content.content.map(blockOf) });
  const signs: Decoration[] = [];
  doc.forEach((node, pos) => {
    const id = String(node.attrs.id);
    const number = numbers.get(id);
    if (number === undefined && !agreed.has(id)) return;
    const look = { class: cx(styles.numbered, agreed.has(id) && styles.agreed), 'data-number': number ?? '' };
    signs.push(Decoration.node(pos, pos + node.nodeSize, look));
  });
  return DecorationSet.create(doc, signs);
}

/** As much of a paragraph as its number depends on. */
function blockOf(node: Node): Block {
  const { id, kind } = node.attrs;
  return { id: String(id), kind: kind ?? 'paragraph', level: 0, runs: [{ text: node.content.size > 0 ? '-' : '' }] };
}
