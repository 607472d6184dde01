/** Text in square brackets is not agreed: opened over words, then kept (the brackets go) or deleted (the words go). */
import * as Y from 'yjs';
import { type BracketMark, fragmentName, isBracketMark } from './draftShape.ts';

/** An open bracket, with the words that stand in it. */
export interface OpenBracket extends BracketMark {
  text: string;
}

interface Stretch {
  text: Y.XmlText;
  at: number;
  words: string;
  mark: BracketMark;
}

/** The open brackets of a draft in the order of the text. */
export function listBrackets(doc: Y.Doc): OpenBracket[] {
  const found = new Map<string, OpenBracket>();
  for (const { mark, words } of stretches(doc)) {
    const known = found.get(mark.id);
    if (known) known.text += words;
    else found.set(mark.id, { ...mark, text: words });
  }
  return [...found.values()];
}

/** Puts words of one block in brackets; false where there are none, or where another bracket already stands. */
export function openBracket(
  doc: Y.Doc,
  place: { block: number; from: number; to: number },
  mark: BracketMark,
): boolean {
  const pieces = piecesOf(doc, place);
  if (pieces.length === 0 || pieces.some(({ isBracketed }) => isBracketed)) return false;
  doc.transact(() => {
    for (const { text, at, length } of pieces) text.format(at, length, { bracket: { ...mark } });
  });
  return true;
}

/** The words stay and the brackets go; false where no such bracket is open. */
export function keepBracket(doc: Y.Doc, id: string): boolean {
  return forEach(doc, id, ({ text, at, words }) => text.format(at, words.length, { bracket: null }));
}

/** The words go with their brackets, and the notes called among them; false where no such bracket is open. */
export function deleteBracket(doc: Y.Doc, id: string): boolean {
  return doc.transact(() => {
    deleteNotesWithin(doc, id);
    return forEach(doc, id, ({ text, at, words }) => text.delete(at, words.length));
  });
}

function deleteNotesWithin(doc: Y.Doc, id: string): void {
  const holders = new Set(stretches(doc).flatMap(({ mark, text }) => (mark.id === id ? [text] : [])));
  for (const block of new Set([...holders].map((text) => text.parent))) {
    if (!(block instanceof Y.XmlElement)) continue;
    const children = block.toArray();
    const within = children.map((child) => child instanceof Y.XmlText && holders.has(child));
    for (let at = within.lastIndexOf(true) - 1; at > within.indexOf(true); at--)
      if (children[at] instanceof Y.XmlElement) block.delete(at, 1);
  }
}

function forEach(doc: Y.Doc, id: string, act: (stretch: Stretch) => void): boolean {
  // From the last to the first, so that the places of the ones before stay true.
  const own = stretches(doc)
    .filter(({ mark }) => mark.id === id)
    .reverse();
  doc.transact(() => {
    for (const stretch of own) act(stretch);
  });
  return own.length > 0;
}

function textsOf(doc: Y.Doc): Y.XmlText[] {
  return doc
    .getXmlFragment(fragmentName)
    .toArray()
    .flatMap((node) => (node instanceof Y.XmlElement ? node.toArray() : []))
    .filter((child) => child instanceof Y.XmlText);
}

function stretches(doc: Y.Doc): Stretch[] {
  return textsOf(doc).flatMap((text) => partsOf(text).filter((part): part is Stretch => part.mark !== null));
}

function partsOf(text: Y.XmlText): (Omit<Stretch, 'mark'> & { mark: BracketMark | null })[] {
  let at = 0;
  return (text.toDelta() as { insert: unknown; attributes?: { bracket?: unknown } }[]).map(({ insert, attributes }) => {
    const words = String(insert);
    const part = { text, at, words, mark: isBracketMark(attributes?.bracket) ? attributes.bracket : null };
    at += words.length;
    return part;
  });
}

function piecesOf(doc: Y.Doc, { block, from, to }: { block: number; from: number; to: number }) {
  const node = doc.getXmlFragment(fragmentName).get(block);
  if (!(node instanceof Y.XmlElement)) return [];
  const pieces: { text: Y.XmlText; at: number; length: number; isBracketed: boolean }[] = [];
  let start = 0;
  for (const text of node.toArray().filter((child) => child instanceof Y.XmlText)) {
    for (const part of partsOf(text)) {
      const first = Math.max(from - start, part.at);
      const last = Math.min(to - start, part.at + part.words.length);
      if (first < last) pieces.push({ text, at: first, length: last - first, isBracketed: part.mark !== null });
    }
    start += text.length;
  }
  return pieces;
}
