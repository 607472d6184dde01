/** A passage of an item's text that somebody comments on, and where it stands in a later text. */
import * as z from 'zod/mini';
import type { Block, DraftText } from './draftText.ts';
import { text } from './kernel/words.ts';

const Place = z.int().check(z.minimum(0), z.maximum(2_000_000));

/** Words of one paragraph of a reported version: its place among the blocks, from letter to letter, and the words themselves. */
export const Passage = z.strictObject({ block: Place, from: Place, to: Place, quote: text(300) });
export type Passage = z.infer<typeof Passage>;

/** The letters of a paragraph; signs and the calls of notes are none. */
export const lettersOf = ({ runs }: Pick<Block, 'runs'>): string => runs.map((run) => run.text).join('');

/** Whether these words stand there. */
export function isPassageOf({ blocks }: DraftText, { block, from, to, quote }: Passage): boolean {
  const found = blocks[block];
  return found !== undefined && quote.trim() !== '' && lettersOf(found).slice(from, to) === quote;
}

/** A paragraph as it reads now. */
export interface Paragraph {
  id: string | null;
  letters: string;
}

/** Where a passage stands now: in which paragraph, from letter to letter, and whether it still reads as it was commented on. */
export interface FoundPassage {
  paragraph: number;
  from: number;
  to: number;
  isChanged: boolean;
}

/** Letters before and behind a passage by which it is told from others of the same words. */
const context = 40;
/** What is shorter is only found as it was written. */
const shortest = 8;

/** Finds a passage of an earlier text in the paragraphs of a later one; null where it is no longer in the text. */
export function findPassage(earlier: DraftText, passage: Passage, now: readonly Paragraph[]): FoundPassage | null {
  const block = earlier.blocks[passage.block];
  if (!block) return null;
  const letters = lettersOf(block);
  const sought: Sought = {
    quote: passage.quote,
    before: letters.slice(Math.max(0, passage.from - context), passage.from),
    after: letters.slice(passage.to, passage.to + context),
    id: block.id ?? null,
    from: passage.from,
  };
  return asWritten(sought, now) ?? (passage.quote.length < shortest ? null : asChanged(sought, now));
}

interface Sought {
  quote: string;
  before: string;
  after: string;
  id: string | null;
  from: number;
}

/** The place where the very words stand; of several that which fits best what stood around them. */
function asWritten(sought: Sought, now: readonly Paragraph[]): FoundPassage | null {
  let best: (FoundPassage & { fit: number }) | null = null;
  for (const [paragraph, { id, letters }] of now.entries()) {
    const isSame = id !== null && id === sought.id;
    for (let from = letters.indexOf(sought.quote); from >= 0; from = letters.indexOf(sought.quote, from + 1)) {
      const to = from + sought.quote.length;
      const around = sharedEnd(letters.slice(0, from), sought.before) + sharedStart(letters.slice(to), sought.after);
      const fit = around + (isSame ? context : 0) + (isSame && from === sought.from ? 1 : 0);
      if (!best || fit > best.fit) best = { paragraph, from, to, isChanged: false, fit };
    }
  }
  if (!best) return null;
  const { fit: _fit, ...place } = best;
  return place;
}

function sharedEnd(a: string, b: string): number {
  let n = 0;
  while (n < context && n < a.length && n < b.length && a.at(-1 - n) === b.at(-1 - n)) n++;
  return n;
}

function sharedStart(a: string, b: string): number {
  let n = 0;
  while (n < context && n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

/** The place where words stand that differ in at most a third of the letters; in its own paragraph first. */
function asChanged(sought: Sought, now: readonly Paragraph[]): FoundPassage | null {
  const own = now.findIndex(({ id }) => id !== null && id === sought.id);
  const places = own < 0 ? [...now.keys()] : [own, ...[...now.keys()].filter((at) => at !== own)];
  const words = wordsOf(sought.quote);
  const most = Math.floor(sought.quote.length / 3);
  let best: { place: FoundPassage; errors: number } | null = null;
  for (const paragraph of places) {
    const { letters } = now[paragraph] as Paragraph;
    if (!sharesHalf(words, letters)) continue;
    const found = nearest(sought.quote, letters, Math.min(most, (best?.errors ?? most + 1) - 1));
    if (!found) continue;
    const place = { paragraph, ...toWholeWords(letters, found.from, found.to), isChanged: true };
    best = { place, errors: found.errors };
    if (paragraph === own) break;
  }
  return best?.place ?? null;
}

/** Words, and the characters of what is written without spaces. */
const wordsOf = (letters: string) =>
  new Set(letters.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}]|[\p{L}\p{N}]+/gu) ?? []);

/** Only where half of the words are to be found is it worth while to compare letter by letter. */
function sharesHalf(words: ReadonlySet<string>, letters: string): boolean {
  const lower = letters.toLowerCase();
  let shared = 0;
  for (const word of words) if (lower.includes(word)) shared++;
  return words.size > 0 && shared * 2 >= words.size;
}

/** Letters of a word that is written with others of its kind; a character of Chinese is a word. */
const isOfWord = (letter = '') => /[\p{L}\p{N}]/u.test(letter) && !/[\p{Script=Han}\p{Script=Hiragana}]/u.test(letter);

/** A stretch of letters with the whole of the words in which it begins and ends. */
export function toWholeWords(letters: string, from: number, to: number): { from: number; to: number } {
  const place = { from, to };
  while (isOfWord(letters[place.from - 1]) && isOfWord(letters[place.from])) place.from--;
  while (isOfWord(letters[place.to - 1]) && isOfWord(letters[place.to])) place.to++;
  return place;
}

/** The stretch of some letters that is nearest to a quote, with at most so many letters put in, left out or written otherwise. */
function nearest(quote: string, letters: string, most: number): { from: number; to: number; errors: number } | null {
  // Column by column: the errors with which so much of the quote ends here, and where that began.
  let errors = Array.from({ length: quote.length + 1 }, (_, at) => at);
  let starts = new Array<number>(quote.length + 1).fill(0);
  let best: { from: number; to: number; errors: number } | null = null;
  for (let to = 1; to <= letters.length; to++) {
    const nextErrors = [0];
    const nextStarts = [to];
    for (let at = 1; at <= quote.length; at++) {
      const same = (errors[at - 1] ?? 0) + (quote[at - 1] === letters[to - 1] ? 0 : 1);
      const more = (errors[at] ?? 0) + 1;
      const fewer = (nextErrors[at - 1] ?? 0) + 1;
      const least = Math.min(same, more, fewer);
      nextErrors.push(least);
      // Of ways that are as good, the one that takes most of the text along.
      const ways = [
        same === least ? starts[at - 1] : to,
        more === least ? starts[at] : to,
        fewer === least ? nextStarts[at - 1] : to,
      ];
      nextStarts.push(Math.min(...ways.map((start) => start ?? to)));
    }
    [errors, starts] = [nextErrors, nextStarts];
    const reached = errors[quote.length] ?? 0;
    if (reached <= most && reached < (best?.errors ?? most + 1))
      best = { from: starts[quote.length] ?? 0, to, errors: reached };
  }
  return best;
}
