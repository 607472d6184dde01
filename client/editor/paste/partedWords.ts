/** Words that were parted at the end of a line, put together again where that is safe. */
import type { Line } from './textLines.ts';

/** The words that stand whole somewhere in the text; one that a line's end parts is none. */
export type KnownWords = ReadonlySet<string>;

export function knownWords(lines: readonly Pick<Line, 'text'>[]): KnownWords {
  const known = new Set<string>();
  for (const { text } of lines)
    for (const { 0: word, index } of text.matchAll(/\p{L}+(?:-\p{L}+)*/gu))
      if (!hyphens.test(text.charAt(index + word.length))) known.add(word.toLowerCase());
  return known;
}

const hyphens = /[-\u2010\u00ad]/;

/** First halves that keep their hyphen. */
const prefixes = new Set(
  (
    'self non cross long short medium co well post pre multi inter sub anti vice ex follow decision policy age gender evidence rights ' +
    'cost so up re high low full part year day sex state socio people result needs'
  ).split(' '),
);

export const endsInHyphen = (line: string) => /\p{L}[-\u2010\u00ad]$/u.test(line.slice(-3));

/** A paragraph with the next of its lines. */
export function joinedLines(before: string, after: string, known: KnownWords): string {
  const [, half] = /(\p{L}{1,40})[-\u2010\u00ad]$/u.exec(before.slice(-42)) ?? [];
  if (half === undefined) return isWide(before.at(-1)) && isWide(after[0]) ? before + after : `${before} ${after}`;
  const whole = before.slice(0, -1) + after;
  if (before.endsWith('\u00ad')) return whole;
  const [rest] = /^\p{L}+/u.exec(after) ?? [''];
  const [first, second] = [half.toLowerCase(), rest.toLowerCase()];
  if (known.has(first + second)) return whole;
  // The hyphen is the word's own where it is written so elsewhere, or where what stands before it is a word by itself.
  const isOwn = !/^\p{Ll}/u.test(after) || known.has(`${first}-${second}`) || known.has(first) || prefixes.has(first);
  return isOwn ? before + after : whole;
}

/** Chinese and Japanese have no spaces between words. */
const isWide = (letter: string | undefined) => letter !== undefined && /[\u3000-\u9fff\uff00-\uff60]/.test(letter);
