/**
 * Drafts that were written when a paragraph was a node of its own. What they hold is taken over into the one sequence, always in
 * the same way and under the same numbers, so that two that take over the same text have the same. Square brackets, which
 * were looks of letters then and nobody's decision in the journal, stay in the text as characters.
 */
import * as Y from 'yjs';
import { emptyDraft, longestNote, textOf } from './draftShape.ts';

const earlierRoot = 'text';
/** Who takes over: nobody's replica has this number. */
const takerClient = 2;

interface Insert {
  insert: unknown;
  attributes?: { bold?: unknown; italic?: unknown; bracket?: { id?: unknown } | null };
}

/** Brings a text of the earlier shape into a draft in which nothing has been written since. */
export function takeOverEarlier(doc: Y.Doc): void {
  if (!doc.share.has(earlierRoot) || textOf(doc).length > 1) return;
  const blocks = doc.getXmlFragment(earlierRoot).toArray();
  if (blocks.length === 0) return;
  const taken = emptyDraft();
  taken.clientID = takerClient;
  const text = textOf(taken);
  taken.transact(() => {
    for (const [n, block] of blocks.entries()) if (block instanceof Y.XmlElement) write(text, block, n);
  });
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(taken), 'taken over');
}

function write(text: Y.Text, block: Y.XmlElement, n: number): void {
  const at = n === 0 ? 0 : text.length;
  if (n > 0) text.insertEmbed(at, { p: `e${n}` }, {});
  const kind: unknown = block.getAttribute('kind');
  const level = Number(block.getAttribute('level') ?? 0);
  if (kind === 'bullet' || kind === 'numbered') text.format(at, 1, { kind, ...(level > 0 ? { level } : {}) });
  let open: unknown = null;
  const turn = (id: unknown) => {
    if (id === open) return;
    text.insert(text.length, `${open === null ? '' : ']'}${id === null ? '' : '['}`, {});
    open = id;
  };
  for (const [place, child] of block.toArray().entries()) {
    if (child instanceof Y.XmlElement && child.nodeName === 'footnote') {
      const note = String(child.getAttribute('text') ?? '').slice(0, longestNote);
      text.insertEmbed(text.length, { n: `e${n}-${place}` }, { text: note });
    }
    if (!(child instanceof Y.XmlText)) continue;
    for (const { insert, attributes = {} } of child.toDelta() as Insert[]) {
      if (typeof insert !== 'string') continue;
      turn(attributes.bracket?.id ?? null);
      const looks = { ...(attributes.bold ? { bold: true } : {}), ...(attributes.italic ? { italic: true } : {}) };
      text.insert(text.length, insert, looks);
    }
  }
  turn(null);
}
