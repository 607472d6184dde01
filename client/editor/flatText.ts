/**
 * The editor's document and the shared text are one sequence of units in two clothes: a paragraph's beginning, a letter, a
 * footnote's call, a bracket's sign take one place each in both; only a paragraph's end takes a place in the editor alone.
 */

import { must } from '@shared/domain/kernel/must.ts';
import { newParagraphId } from '@shared/draft/draftShape.ts';
import { draftSchema } from '@shared/draft/schema.ts';
import { type Looks, type Stretch, stretchesOf } from '@shared/draft/units.ts';
import { Fragment, type Mark, type Node, type NodeType } from 'prosemirror-model';
import type * as Y from 'yjs';

const { paragraph, footnote, open, close } = draftSchema.nodes as Record<string, NodeType>;
const types = {
  paragraph: must(paragraph, 'paragraph'),
  footnote: must(footnote, 'footnote'),
  open: must(open, 'open'),
  close: must(close, 'close'),
};

/** The marks of letters of one look. */
export function marksOf({ bold, italic }: Looks): Mark[] {
  const { marks } = draftSchema;
  return [
    ...(bold ? [must(marks.bold, 'bold').create()] : []),
    ...(italic ? [must(marks.italic, 'italic').create()] : []),
  ];
}

/** The node that letters or a sign are in the editor; a paragraph's is empty. */
export function nodeOf(
  stretch: { looks: Looks } & ({ letters: string } | { sign: Extract<Stretch, { sign: unknown }>['sign'] }),
): Node {
  const { looks } = stretch;
  if ('letters' in stretch) return draftSchema.text(shown(stretch.letters), marksOf(looks));
  const { sign } = stretch;
  if ('p' in sign) return types.paragraph.create({ id: sign.p, kind: looks.kind ?? null, level: looks.level ?? null });
  if ('open' in sign) return types.open.create({ id: sign.open });
  if ('close' in sign) return types.close.create({ id: sign.close });
  return types.footnote.create({ id: sign.n, text: looks.text ?? '' });
}

/** A line end or a tab would be no letter of a paragraph in a browser. */
const shown = (letters: string) => letters.replace(/[\n\r\t]/g, ' ');

/** The whole shared text as the editor's document. */
export function documentOf(text: Y.Text): Node {
  const paragraphs: { head: Node; content: Node[] }[] = [];
  for (const stretch of stretchesOf(text)) {
    const node = nodeOf(stretch);
    if (node.type === types.paragraph) paragraphs.push({ head: node, content: [] });
    else paragraphs.at(-1)?.content.push(node);
  }
  return draftSchema.node(
    'doc',
    null,
    paragraphs.map(({ head, content }) => head.copy(Fragment.fromArray(content))),
  );
}

/** The unit of the shared text at a place of the document: how many units stand before it. */
export function unitAt(doc: Node, pos: number): number {
  const $pos = doc.resolve(pos);
  // Every paragraph that has ended before the place has an end that is no unit.
  return pos - $pos.index(0);
}

/** The place in the document before the unit with this number; after the last one for their count. */
export function posAt(doc: Node, unit: number): number {
  let before = 0;
  for (let at = 0; at < doc.childCount; at++) {
    const units = doc.child(at).content.size + 1;
    // At the end of a paragraph one is still in it; its beginning itself stands before it.
    if (unit <= before + units && (unit > before || at === 0)) return unit + at;
    before += units;
  }
  return doc.content.size;
}

/** One unit of the document. `key` tells what it is, looks left out; those of signs are unique. */
export interface Unit {
  key: string;
  looks: Looks;
  sign: Extract<Stretch, { sign: unknown }>['sign'] | null;
}

/** The units between two numbers. */
export function unitsBetween(doc: Node, from: number, to: number): Unit[] {
  const units: Unit[] = [];
  let at = 0;
  for (const block of doc.content.content) {
    const size = block.content.size + 1;
    if (at + size > from && at < to) {
      if (at >= from) units.push(breakOf(block));
      pushInline(units, block, Math.max(0, from - at - 1), to - at - 1);
    }
    at += size;
    if (at >= to) break;
  }
  return units;
}

function breakOf({ attrs }: Node): Unit {
  const { id, kind, level } = attrs;
  return { key: `p ${id}`, looks: { ...(kind ? { kind } : {}), ...(level ? { level } : {}) }, sign: { p: id } };
}

function pushInline(units: Unit[], block: Node, from: number, to: number): void {
  block.forEach((node, offset) => {
    if (offset >= to || offset + node.nodeSize <= from) return;
    if (!node.isText) {
      units.push(signOf(node));
      return;
    }
    const looks: Looks = {};
    for (const { type } of node.marks) if (type.name === 'bold' || type.name === 'italic') looks[type.name] = true;
    const letters = (node.text ?? '').slice(Math.max(0, from - offset), to - offset);
    for (let at = 0; at < letters.length; at++) units.push({ key: letters.charAt(at), looks, sign: null });
  });
}

function signOf({ type, attrs }: Node): Unit {
  const id = attrs.id ?? newParagraphId();
  if (type === types.open) return { key: `open ${id}`, looks: {}, sign: { open: id } };
  if (type === types.close) return { key: `close ${id}`, looks: {}, sign: { close: id } };
  return { key: `n ${id}`, looks: { text: attrs.text }, sign: { n: id } };
}
