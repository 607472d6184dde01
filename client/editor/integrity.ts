/**
 * What typing must not do: take a bracket's sign away or put one in, change an agreed paragraph, or give two paragraphs one
 * name. The server refuses these; here they do not even come about.
 */
import { firstParagraph, newParagraphId } from '@shared/draft/draftShape.ts';
import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, type Transaction } from 'prosemirror-state';
import { isFromElsewhere } from './binding.ts';
import { signsOf } from './signsOf.ts';

export interface IntegrityPorts {
  /** The ids of the paragraphs that nobody may write in. */
  locked(): ReadonlySet<string>;
  /** Called where writing was tried in a locked paragraph. */
  refused?(paragraphId: string): void;
}

export function integrityPlugin({ locked, refused }: IntegrityPorts): Plugin {
  return new Plugin({
    filterTransaction(tr, state) {
      if (!tr.docChanged || isFromElsewhere(tr)) return true;
      const hit = changedLock(locked(), state.doc, tr.doc);
      if (hit !== null) refused?.(hit);
      return hit === null;
    },
    appendTransaction(trs, before, after) {
      const own = trs.filter((tr) => tr.docChanged && !isFromElsewhere(tr));
      if (own.length === 0) return null;
      const tr = after.tr;
      keepSigns(tr, before, own);
      plainSigns(tr);
      nameAll(tr, 'paragraph');
      nameAll(tr, 'footnote');
      return tr.docChanged ? tr : null;
    },
  });
}

function changedLock(locked: ReadonlySet<string>, before: Node, after: Node): string | null {
  if (locked.size === 0) return null;
  const first = String(after.firstChild?.attrs.id);
  if (locked.has(first) && first !== before.firstChild?.attrs.id) return first;
  const now = new Map(after.content.content.map((block) => [String(block.attrs.id), block]));
  for (const block of before.content.content) {
    const id = String(block.attrs.id);
    if (!locked.has(id)) continue;
    // Where a paragraph is split off at its very beginning, the words are in the one behind it, which still has the name to come.
    const same = now.get(id);
    const isWhole = same && (same === block || same.eq(block) || isOnlySplit(after, id, block));
    if (!isWhole) return id;
  }
  return null;
}

/** Whether an empty paragraph was begun before a locked one, whose words are as they were. */
function isOnlySplit(after: Node, id: string, block: Node): boolean {
  const own = after.content.content.filter((each) => each.attrs.id === id);
  return (
    id !== firstParagraph &&
    own.length === 2 &&
    own[0]?.content.size === 0 &&
    own[1]?.content.eq(block.content) === true
  );
}

interface Found {
  key: string;
  pos: number;
  node: Node;
}

function signsIn(doc: Node): Found[] {
  const found: Found[] = [];
  doc.forEach((paragraph, start) => {
    for (const { type, id, offset, node } of signsOf(paragraph))
      found.push({ key: `${type} ${id}`, pos: start + 1 + offset, node });
  });
  return found;
}

/** Puts back the signs that went and takes out those that came, so that there are the same ones in the same order. */
function keepSigns(tr: Transaction, before: EditorState, own: readonly Transaction[]): void {
  const old = signsIn(before.doc);
  const now = signsIn(tr.doc);
  if (old.length === now.length && old.every(({ key }, at) => key === now[at]?.key)) return;
  const moved = (pos: number) => own.reduce((at, { mapping }) => mapping.map(at), pos);
  for (const { pos } of [...now].reverse()) tr.delete(pos, pos + 1);
  const places = old.map(({ pos, key, node }) => {
    const kept = now.find((sign) => sign.key === key);
    return { node, pos: tr.mapping.map(kept ? kept.pos : moved(pos), -1) };
  });
  // Never one before another that it stood behind, wherever an edit has carried their surroundings.
  let least = 0;
  for (const place of places) least = place.pos = Math.max(least, place.pos);
  for (const { node, pos } of places.reverse()) tr.insert(inParagraph(tr.doc, pos), node);
}

/** Emphasis is of letters: a sign has none. */
function plainSigns(tr: Transaction): void {
  tr.doc.descendants((node, pos) => {
    if (node.isInline && !node.isText && node.marks.length > 0) tr.removeMark(pos, pos + 1);
  });
}

function inParagraph(doc: Node, pos: number): number {
  const $pos = doc.resolve(Math.min(pos, doc.content.size));
  if ($pos.parent.inlineContent) return $pos.pos;
  return $pos.nodeBefore ? $pos.pos - 1 : $pos.pos + 1;
}

/** Gives a name to each paragraph or footnote that has none, or has that of one before it. */
function nameAll(tr: Transaction, type: 'paragraph' | 'footnote'): void {
  const known = new Map<string, { pos: number; node: Node }>();
  const unnamed: number[] = [];
  tr.doc.descendants((node, pos) => {
    if (node.type.name !== type) return !node.inlineContent || type === 'footnote';
    const id: string | null = node.attrs.id;
    const first = id === null ? undefined : known.get(id);
    // Begun before the words: the empty one is new, the words keep their name.
    const isBefore = first && id !== firstParagraph && first.node.content.size === 0 && node.content.size > 0;
    if (isBefore) unnamed.push(first.pos);
    else if (id === null || first) unnamed.push(pos);
    if (id !== null && (!first || isBefore)) known.set(id, { pos, node });
    return type === 'footnote';
  });
  for (const pos of unnamed) tr.setNodeAttribute(pos, 'id', newParagraphId());
  // Where the first paragraph was taken away as an empty one, or pasted over, the next is the first now.
  if (type === 'paragraph' && !known.has(firstParagraph)) tr.setNodeAttribute(0, 'id', firstParagraph);
}
