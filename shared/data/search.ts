/** One line of a picker: what is stored, what is read first, and what explains it. */
export interface PickerEntry {
  id: string;
  label: string;
  detail: string;
}

/** An entry with what it can be found by beyond its words. */
export interface PickerSource extends PickerEntry {
  /** Codes and numbers by which people ask for it, such as `10.7`. */
  codes?: readonly string[];
  /** Further words: variants, short names, names in other languages. */
  keywords?: readonly string[];
  /** Offered first while nothing is typed, and before equals. */
  isFeatured?: boolean;
}

interface Indexed {
  entry: PickerEntry;
  position: number;
  isFeatured: boolean;
  codes: readonly string[];
  labelWords: readonly string[];
  otherWords: readonly string[];
}

/** A list made ready for searching. */
export type PickerIndex = readonly Indexed[];

/** Lower case without diacritics, in any script: Côte → cote, Türkiye → turkiye, أفغانستان → افغانستان. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

// A word keeps inner dots and apostrophes: `16.9.1` is one code, `d’ivoire` one word.
const WORD = /[\p{L}\p{N}]+(?:['.][\p{L}\p{N}]+)*/gu;

function wordsOf(text: string): string[] {
  return fold(text).replace(/[’‘ʼ]/g, "'").match(WORD) ?? [];
}

/** Every form under which a word may be typed. */
function formsOf(word: string): string[] {
  const forms = [word.replaceAll("'", '')];
  if (word.includes("'")) forms.push(...word.split("'"));
  // The Arabic article is written into the word; people leave it out.
  if (word.startsWith('ال') && word.length > 4) forms.push(word.slice(2));
  return forms;
}

function indexWords(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(wordsOf).flatMap(formsOf))];
}

/** Makes a list ready for searching; its order decides between equals. */
export function buildIndex(sources: readonly PickerSource[]): PickerIndex {
  return sources.map(({ id, label, detail, codes = [], keywords = [], isFeatured = false }, position) => ({
    entry: { id, label, detail },
    position,
    isFeatured,
    codes: codes.map(fold),
    labelWords: indexWords([label]),
    otherWords: indexWords([detail, ...keywords]),
  }));
}

const EXACT_CODE = 8;
const CODE_PART = 6;
const CODE_START = 5;

/** How well one typed word fits an entry; zero when not at all. */
function weigh(candidate: Indexed, word: string): number {
  if (candidate.codes.includes(word)) return EXACT_CODE;
  if (/\d/.test(word)) {
    if (candidate.codes.some((code) => code.startsWith(`${word}.`))) return CODE_PART;
    if (candidate.codes.some((code) => code.startsWith(word))) return CODE_START;
  }
  if (candidate.labelWords.includes(word)) return 4;
  if (candidate.otherWords.includes(word)) return 3;
  if (startsAny(candidate.labelWords, word)) return 2;
  return startsAny(candidate.otherWords, word) ? 1 : 0;
}

function startsAny(words: readonly string[], start: string): boolean {
  // Chinese is written without spaces, so a word may begin anywhere.
  if (/\p{Script=Han}/u.test(start)) return words.some((word) => word.includes(start));
  return words.some((word) => word.startsWith(start));
}

interface Hit {
  candidate: Indexed;
  /** 4 exact code, 3 beginning of a code, 2 all words, 1 some words. */
  tier: number;
  matched: number;
  score: number;
}

function hitOf(candidate: Indexed, whole: string, words: readonly string[]): Hit | null {
  // A symbol such as A/RES/73/195 is one code of several words.
  if (candidate.codes.includes(whole)) return { candidate, tier: 4, matched: words.length, score: EXACT_CODE };
  const weights = words.map((word) => weigh(candidate, word));
  const matched = weights.filter((value) => value > 0).length;
  const score = weights.reduce((sum, value) => sum + value, 0);
  if (matched === words.length) {
    const best = Math.max(...weights);
    return { candidate, tier: best === EXACT_CODE ? 4 : best >= CODE_START ? 3 : 2, matched, score };
  }
  // A lone "of" or "the" in common is not worth an answer.
  const telling = words.some((word, at) => (weights[at] ?? 0) > 0 && (word.length >= 4 || /\d|[^a-z]/.test(word)));
  return telling ? { candidate, tier: 1, matched, score } : null;
}

function byRank(a: Hit, b: Hit): number {
  const featured = Number(b.candidate.isFeatured) - Number(a.candidate.isFeatured);
  return (
    b.tier - a.tier ||
    b.matched - a.matched ||
    b.score - a.score ||
    // Codes are read in their own order.
    (a.tier >= 3 ? 0 : featured) ||
    // Of two that have all that was typed, the one that has less besides.
    a.candidate.labelWords.length - b.candidate.labelWords.length ||
    a.candidate.position - b.candidate.position
  );
}

/** The best `limit` entries for what was typed; the featured ones first when nothing was. Strict: by code alone where one fits, and those with some of the words only where none has all. */
export function searchIndex(index: PickerIndex, typed: string, limit: number, isStrict = false): PickerEntry[] {
  const words = [...new Set(wordsOf(typed).map((word) => word.replaceAll("'", '')))];
  if (words.length === 0) {
    const featured = index.filter(({ isFeatured }) => isFeatured);
    return [...featured, ...index.filter(({ isFeatured }) => !isFeatured)].slice(0, limit).map(({ entry }) => entry);
  }
  const whole = fold(typed).trim();
  const hits = index.flatMap((candidate) => hitOf(candidate, whole, words) ?? []);
  // Who types a code wants that code, not everything that shares a word with the question.
  const best = Math.max(0, ...hits.map(({ tier }) => tier));
  const least = isStrict ? Math.min(best, 3) : best >= 3 ? 2 : 1;
  return hits
    .filter(({ tier }) => tier >= least)
    .sort(byRank)
    .slice(0, limit)
    .map(({ candidate }) => candidate.entry);
}
