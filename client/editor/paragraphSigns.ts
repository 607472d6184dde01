/**
 * Decorations that belong to one paragraph each: drawn a paragraph at a time and again only where something changed, so that a
 * keystroke costs as much in a long text as in a short one.
 */
import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import { type Decoration, DecorationSet } from 'prosemirror-view';

/** A paragraph as it was drawn: `key` tells all that its decorations depend on besides its own content. */
interface Drawn {
  paragraph: Node;
  key: unknown;
}

/** What was drawn of a document. */
export interface ParagraphSigns {
  set: DecorationSet;
  drawn: readonly Drawn[];
}

/** How the decorations of a paragraph come about. */
export interface Pencil {
  /** What they depend on besides the paragraph; equal as `===` means alike. */
  keyOf(paragraph: Node, index: number): unknown;
  draw(paragraph: Node, pos: number, index: number): Decoration[];
}

/** Draws a whole document. */
export function drawAll(doc: Node, { keyOf, draw }: Pencil): ParagraphSigns {
  const signs: Decoration[] = [];
  const drawn: Drawn[] = [];
  doc.forEach((paragraph, pos, index) => {
    drawn.push({ paragraph, key: keyOf(paragraph, index) });
    signs.push(...draw(paragraph, pos, index));
  });
  return { set: DecorationSet.create(doc, signs), drawn };
}

/** Draws anew what a transaction has changed, and what depends on something else by now. */
export function drawChanged(before: ParagraphSigns, tr: Transaction, { keyOf, draw }: Pencil): ParagraphSigns {
  const { doc } = tr;
  const drawn = doc.content.content.map((paragraph, index) => ({ paragraph, key: keyOf(paragraph, index) }));
  const touched = touchedBy(tr);
  const shift = before.drawn.length - drawn.length;
  let set = tr.docChanged ? before.set.map(tr.mapping, doc) : before.set;
  const stale: Decoration[] = [];
  const fresh: Decoration[] = [];
  doc.forEach((paragraph, pos, index) => {
    const end = pos + paragraph.nodeSize;
    const old = end <= touched.from ? before.drawn[index] : pos >= touched.to ? before.drawn[index + shift] : undefined;
    if (old?.paragraph === paragraph && old.key === drawn[index]?.key) return;
    stale.push(...set.find(pos, end).filter(({ from, to }) => from < end && to > pos));
    fresh.push(...draw(paragraph, pos, index));
  });
  if (stale.length > 0) set = set.remove(stale);
  if (fresh.length > 0) set = set.add(doc, fresh);
  return { set, drawn };
}

/** From where to where a transaction has taken away or put in anything, counted in the new document. */
function touchedBy({ mapping, doc }: Transaction): { from: number; to: number } {
  let from = doc.content.size;
  let to = 0;
  for (const [at, map] of mapping.maps.entries()) {
    const later = mapping.slice(at + 1);
    map.forEach((_oldStart, _oldEnd, start, end) => {
      from = Math.min(from, later.map(start, -1));
      to = Math.max(to, later.map(end, 1));
    });
  }
  return from <= to ? { from, to } : { from: doc.content.size, to: doc.content.size };
}
