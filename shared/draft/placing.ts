/**
 * The signs of brackets in a draft's text. Only the server sets and removes them, always both of a bracket in one step, so in
 * every replica every bracket opens once and closes once, whoever writes inside or around it meanwhile.
 */
import * as Y from 'yjs';
import { isBracketSign, textOf } from './draftShape.ts';
import { bracketSigns, type SignAt, stretchesOf } from './units.ts';

/** How a bracket stands to the text: where its signs belong while it is open, or what becomes of its words once it is settled. */
export interface PlacedBracket {
  id: string;
  place: { from: string; to: string } | { after: string };
  /** What the server writes between the signs. */
  words: string | null;
  state: 'open' | 'kept' | 'removed';
}

/** A place between two units that stays true while others write: as it travels in a command. */
export function anchorAt(doc: Y.Doc, at: number, side: 'before' | 'after'): string {
  const position = Y.createRelativePositionFromTypeIndex(textOf(doc), at, side === 'before' ? -1 : 0);
  return toBase64(Y.encodeRelativePosition(position));
}

/** Where an anchor stands now; null where it is nobody's. */
function placeOf(doc: Y.Doc, anchor: string): number | null {
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(fromBase64(anchor)), doc);
    return found && found.type === textOf(doc) ? Math.max(1, found.index) : null;
  } catch {
    return null;
  }
}

/** The places of two anchors in the text as it stands now, in order; null where one is nobody's. */
export function rangeAt(doc: Y.Doc, from: string, to: string): { from: number; to: number } | null {
  const [start, end] = [placeOf(doc, from), placeOf(doc, to)];
  return start === null || end === null ? null : { from: Math.min(start, end), to: Math.max(start, end) };
}

/** What stands between two anchors: which paragraphs, whether any words, whether a bracket is half in it. */
export interface Span {
  paragraphs: string[];
  isEmpty: boolean;
  isCrossing: boolean;
}

export function spanAt(doc: Y.Doc, from: string, to: string): Span | null {
  const ends = rangeAt(doc, from, to);
  if (!ends) return null;
  const stretches = stretchesOf(textOf(doc));
  const range = aroundWhole(bracketSigns(stretches), ends);
  const breaks = stretches.flatMap((each) =>
    'sign' in each && 'p' in each.sign ? [{ id: each.sign.p, at: each.at }] : [],
  );
  const first = breaks.findLastIndex(({ at }) => at < range.from);
  const paragraphs = breaks
    .filter(({ at }, n) => n === first || (at >= range.from && at < range.to))
    .map(({ id }) => id);
  const isEmpty = !stretches.some(
    (each) =>
      range.from < range.to &&
      ('letters' in each || 'n' in each.sign) &&
      each.at < range.to &&
      each.at + ('letters' in each ? each.letters.length : 1) > range.from,
  );
  return { paragraphs, isEmpty, isCrossing: range.isCrossing };
}

interface Range {
  from: number;
  to: number;
}

/** Moves the ends of a range out over signs that touch it, so that a bracket of which it takes one sign is taken whole. */
function aroundWhole(signs: readonly SignAt[], { from, to }: Range): Range & { isCrossing: boolean } {
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    const unmatched = unmatchedIn(signs, from, to);
    const before = signs.find(({ at }) => at === from - 1);
    const after = signs.find(({ at }) => at === to);
    if (before?.isOpening && unmatched.some(({ id, isOpening }) => id === before.id && !isOpening)) {
      from--;
      isMoving = true;
    } else if (after && !after.isOpening && unmatched.some(({ id, isOpening }) => id === after.id && isOpening)) {
      to++;
      isMoving = true;
    }
  }
  return { from, to, isCrossing: unmatchedIn(signs, from, to).length > 0 };
}

function unmatchedIn(signs: readonly SignAt[], from: number, to: number): SignAt[] {
  const within = signs.filter(({ at }) => at >= from && at < to);
  return within.filter(
    ({ id, isOpening }) => !within.some((other) => other.id === id && other.isOpening !== isOpening),
  );
}

/**
 * Brings the signs in the text to what these brackets are, in the order in which they were opened; false where all stood right
 * already. Doing it twice is doing it once, so it may be done anew after a crash.
 */
export function settleSigns(doc: Y.Doc, brackets: readonly PlacedBracket[]): boolean {
  let hasChanged = false;
  doc.transact(() => {
    // The whole text is read, so only once, and again after each of the few brackets that it is not right about yet.
    let signs = bracketSigns(stretchesOf(textOf(doc)));
    for (const bracket of brackets) {
      const own = signs.filter(({ id }) => id === bracket.id);
      const isStanding = own.length > 0;
      if (isStanding === (bracket.state === 'open')) continue;
      if (!isStanding) setSigns(doc, bracket);
      else if (bracket.state === 'kept') removeSigns(doc, own);
      else removeWhole(doc, own);
      signs = bracketSigns(stretchesOf(textOf(doc)));
      hasChanged = true;
    }
  });
  return hasChanged;
}

function setSigns(doc: Y.Doc, { id, place, words }: PlacedBracket): void {
  const text = textOf(doc);
  const { from, to } = rangeFor(doc, place);
  text.insertEmbed(to, { close: id }, {});
  if (words) text.insert(to, words, {});
  text.insertEmbed(from, { open: id }, {});
}

/** Where a bracket's signs go now. What was beside or around something that is gone meanwhile goes to the end. */
function rangeFor(doc: Y.Doc, place: PlacedBracket['place']): Range {
  const signs = bracketSigns(stretchesOf(textOf(doc)));
  const end = textOf(doc).length;
  if ('after' in place) {
    const closing = signs.find(({ id, isOpening }) => id === place.after && !isOpening);
    return { from: (closing?.at ?? end - 1) + 1, to: (closing?.at ?? end - 1) + 1 };
  }
  const ends = [placeOf(doc, place.from) ?? end, placeOf(doc, place.to) ?? end];
  const { from, to, isCrossing } = aroundWhole(signs, { from: Math.min(...ends), to: Math.max(...ends) });
  if (!isCrossing) return { from, to };
  // Another bracket was set across in the same instant: this one ends before it.
  const [first] = unmatchedIn(signs, from, to);
  return { from, to: Math.max(from, Math.min(to, first?.at ?? to)) };
}

function removeSigns(doc: Y.Doc, own: readonly SignAt[]): void {
  for (const { at } of [...own].sort((a, b) => b.at - a.at)) textOf(doc).delete(at, 1);
}

/** The words go with their signs, but for the signs of other brackets: what was opened among them meanwhile still stands. */
function removeWhole(doc: Y.Doc, own: readonly SignAt[]): void {
  const [first, last] = [Math.min(...own.map(({ at }) => at)), Math.max(...own.map(({ at }) => at))];
  const kept = bracketSigns(stretchesOf(textOf(doc))).filter(({ id }) => id !== own[0]?.id);
  let to = last + 1;
  for (const { at } of [...kept].reverse()) {
    if (at > last || at < first) continue;
    if (to > at + 1) textOf(doc).delete(at + 1, to - at - 1);
    to = at;
  }
  if (to > first) textOf(doc).delete(first, to - first);
}

/** Whether every bracket in a text opens once, closes once after it, and crosses no other. */
export function areWhole(doc: Y.Doc): boolean {
  const open: string[] = [];
  const seen = new Set<string>();
  for (const { insert } of textOf(doc).toDelta() as { insert: unknown }[]) {
    if (!isBracketSign(insert)) continue;
    if ('open' in insert) {
      if (seen.has(insert.open)) return false;
      seen.add(insert.open);
      open.push(insert.open);
    } else if (open.pop() !== insert.close) return false;
  }
  return open.length === 0;
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function fromBase64(words: string): Uint8Array {
  const letters = atob(words.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
