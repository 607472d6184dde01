import { formsOf, type Word, wordsOf } from './words.ts';

/** A term and every way of writing it. */
export interface Spelt {
  id: string;
  spellings: readonly string[];
}

/** Where a term stands in a text, in UTF-16 units. */
export interface Found {
  id: string;
  from: number;
  to: number;
}

/** Finds the terms in a text: from left to right, the longest where several begin, none within another. */
export type Scanner = (text: string) => Found[];

interface Pattern {
  id: string;
  words: readonly { forms: ReadonlySet<string>; afterComma: boolean }[];
}

// Between the words of one term: a space, a hyphen, an apostrophe, or a sign of the text such as a bracket's or a footnote's.
const between = /^[\s\-\u2010-\u2013'’\ufffc]{1,4}$/u;
const comma = /[,،、]\s*$/u;
const han = /^\p{Script=Han}$/u;
const mostKnown = 20_000;

/** Makes terms ready to be found: an index by first word, so that a scan costs one look-up a word, however many terms there are. */
export function scannerOf(terms: readonly Spelt[]): Scanner {
  const starts = new Map<string, Pattern[]>();
  for (const { id, spellings } of terms)
    for (const spelling of spellings) {
      const words = patternOf(withoutAside(spelling).trim());
      for (const form of words[0]?.forms ?? []) starts.set(form, [...(starts.get(form) ?? []), { id, words }]);
    }
  for (const patterns of starts.values()) patterns.sort((a, b) => b.words.length - a.words.length);
  const known = new Map<string, readonly string[]>();
  const forms = (raw: string): readonly string[] => {
    const before = known.get(raw);
    if (before) return before;
    if (known.size >= mostKnown) known.clear();
    const fresh = formsOf(raw);
    known.set(raw, fresh);
    return fresh;
  };
  return (text) => scan(text, wordsOf(text), starts, forms);
}

function patternOf(spelling: string): Pattern['words'] {
  // One sign of Chinese, or one letter, would be found everywhere.
  if (spelling.length < 2) return [];
  return wordsOf(spelling).map(({ raw, from }) => ({
    forms: new Set(formsOf(raw)),
    afterComma: comma.test(spelling.slice(0, from)),
  }));
}

function scan(
  text: string,
  words: readonly Word[],
  starts: ReadonlyMap<string, readonly Pattern[]>,
  forms: (raw: string) => readonly string[],
): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at] as Word;
    let pattern: Pattern | undefined;
    for (const form of forms(first.raw)) {
      const patterns = starts.get(form);
      const fits = patterns && fitting(patterns, text, words, at, forms);
      if (fits && fits.words.length > (pattern?.words.length ?? 0)) pattern = fits;
    }
    if (!pattern) continue;
    const last = words[at + pattern.words.length - 1] as Word;
    found.push({ id: pattern.id, from: first.from, to: last.to });
    at += pattern.words.length - 1;
  }
  return found;
}

/** The longest of the patterns that goes on as the text does. */
function fitting(
  patterns: readonly Pattern[],
  text: string,
  words: readonly Word[],
  at: number,
  forms: (raw: string) => readonly string[],
): Pattern | undefined {
  return patterns.find((pattern) =>
    pattern.words.every((wanted, step) => {
      if (step === 0) return true;
      const [before, here] = [words[at + step - 1], words[at + step]];
      if (!before || !here) return false;
      const gap = text.slice(before.to, here.from);
      const isNext = isJoining(wanted.afterComma ? gap.replace(/[,،、]/u, '') : gap, before, here);
      return isNext && forms(here.raw).some((form) => wanted.forms.has(form));
    }),
  );
}

function isJoining(gap: string, before: Word, here: Word): boolean {
  return gap === '' ? han.test(before.raw) || han.test(here.raw) : between.test(gap);
}

/** What stands in parentheses explains a term and is not part of it. */
export function withoutAside(spelling: string): string {
  return spelling.replace(/\s*[(（][^)）]*[)）]/gu, '');
}
