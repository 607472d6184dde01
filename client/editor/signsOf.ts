/** Where a paragraph has signs of brackets: read once of each, because a paragraph is never changed, only replaced. */
import type { Node } from 'prosemirror-model';

export interface Sign {
  type: 'open' | 'close';
  id: string;
  /** From the beginning of the paragraph's content. */
  offset: number;
  node: Node;
}

const known = new WeakMap<Node, readonly Sign[]>();

/** The signs of a paragraph in their order. */
export function signsOf(paragraph: Node): readonly Sign[] {
  const found = known.get(paragraph);
  if (found) return found;
  const signs: Sign[] = [];
  paragraph.forEach((node, offset) => {
    const { name } = node.type;
    if (name === 'open' || name === 'close') signs.push({ type: name, id: String(node.attrs.id), offset, node });
  });
  known.set(paragraph, signs);
  return signs;
}
