/** Finds phrases among words, in one pass: every word is looked up by itself, by its beginnings and by what kind it is. */

/** A word in lower case, with where it stands. */
export interface Token {
  word: string;
  from: number;
  to: number;
}

export interface Find {
  from: number;
  to: number;
}

/** Whether a word is the one that a phrase wants. */
type Wants = (word: string) => boolean;

interface Phrase {
  rest: Wants[];
}

export interface PhraseIndex {
  exact: Map<string, Phrase[]>;
  begins: Map<string, Phrase[]>;
  kinds: { isMeant: Wants; phrase: Phrase }[];
}

// No repeat within a repeat shares a letter, so the search is linear.
const tokenPattern = /\p{L}{1,2}['’](?=\p{L})|[\p{L}\p{N}]+(?:[.\-/'’][\p{L}\p{N}]+)*|%|[.!?;\n]/gu;

/** The words by sentence; an elided article (l’, d’) is a word of its own. */
export function sentencesOf(words: string): Token[][] {
  const sentences: Token[][] = [[]];
  for (const match of words.matchAll(tokenPattern)) {
    const [found] = match;
    if (/^[.!?;\n]$/.test(found)) {
      if (sentences.at(-1)?.length) sentences.push([]);
      continue;
    }
    const word = found.toLowerCase().replace('’', "'");
    sentences.at(-1)?.push({ word, from: match.index, to: match.index + found.length });
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

const kindsOf = (months: ReadonlySet<string>, numbers: ReadonlySet<string>): Record<string, Wants> => ({
  '<n>': (word) => /^\d/.test(word) || numbers.has(word),
  '<year>': (word) => /^20\d\d$/.test(word),
  '<month>': (word) => months.has(word),
  '<code>': (word) => /^\d{1,2}\.[0-9a-z]{1,2}\.\d{1,2}$/.test(word),
  '<any>': () => true,
});

const kindNames = ['<n>', '<year>', '<month>', '<code>', '<any>'];

/** A wording as the lists hold it and texts are read: lower case, an elided article by itself; null where it would find nothing, or everything. */
export function phraseOf(typed: string): string | null {
  const words = typed.normalize('NFC').trim().toLowerCase().replaceAll('’', "'").split(/\s+/u).map(wordsOfPiece);
  const all = words.flatMap((each) => each ?? []);
  const isMeant = all.some((word) => word === '<code>' || !kindNames.includes(word)); // CRT-4
  return isMeant && !words.includes(null) ? all.join(' ') : null;
}

/** WORD-3: what stands between two spaces, word by word; null where no text could be read so. */
function wordsOfPiece(piece: string): string[] | null {
  if (kindNames.includes(piece) || /^\p{L}{1,2}'$/u.test(piece)) return [piece];
  const [, stem = '', star = ''] = /^([^*<>.!?;]+(?:\.[^*<>.!?;]+)*)(\*?)$/.exec(piece) ?? [];
  const words = sentencesOf(stem)
    .flat()
    .map(({ word }) => word);
  const last = words.at(-1);
  if (last === undefined || (star && last.length < shortestStem)) return null;
  return [...words.slice(0, -1), last + star];
}

/** A shorter beginning would be that of half a dictionary. */
const shortestStem = 3;

/** Whether a wording is a word as it stands, neither several nor a pattern. */
export function isOneWord(phrase: string): boolean {
  return !/[ *<]/.test(phrase);
}

/** Phrases made ready to be found. */
export function phraseIndex(
  phrases: readonly string[],
  months: readonly string[],
  numbers: readonly string[],
): PhraseIndex {
  const kinds = kindsOf(new Set(months), new Set(numbers));
  const wants = (word: string): Wants => {
    const kind = kinds[word];
    if (kind) return kind;
    if (word.endsWith('*')) return (other) => other.startsWith(word.slice(0, -1));
    return (other) => other === word;
  };
  const index: PhraseIndex = { exact: new Map(), begins: new Map(), kinds: [] };
  for (const text of phrases) {
    const [first = '', ...others] = text.toLowerCase().replaceAll('’', "'").split(' ');
    const phrase = { rest: others.map(wants) };
    const kind = kinds[first];
    if (kind) index.kinds.push({ isMeant: kind, phrase });
    else if (first.endsWith('*')) add(index.begins, first.slice(0, -1), phrase);
    else add(index.exact, first, phrase);
  }
  return index;
}

function add(map: Map<string, Phrase[]>, key: string, phrase: Phrase): void {
  const known = map.get(key);
  if (known) known.push(phrase);
  else map.set(key, [phrase]);
}

/** Where the phrases stand in a sentence, the longest at each place, none within another. */
export function findIn(sentence: readonly Token[], index: PhraseIndex): Find[] {
  const finds: Find[] = [];
  for (let at = 0; at < sentence.length; ) {
    const first = sentence[at];
    const length = longestAt(sentence, at, index);
    const last = sentence[at + length - 1];
    if (first && last && length > 0) finds.push({ from: first.from, to: last.to });
    at += Math.max(length, 1);
  }
  return finds;
}

/** Whether one of the phrases stands at the beginning of a sentence. */
export function beginsWith(sentence: readonly Token[], index: PhraseIndex): boolean {
  return longestAt(sentence, 0, index) > 0;
}

function longestAt(sentence: readonly Token[], at: number, index: PhraseIndex): number {
  const word = sentence[at]?.word ?? '';
  let longest = 0;
  const tryOut = ({ rest }: Phrase) => {
    if (rest.length < longest) return;
    if (rest.every((wants, step) => wants(sentence[at + 1 + step]?.word ?? ''))) longest = rest.length + 1;
  };
  index.exact.get(word)?.forEach(tryOut);
  for (let length = 1; length <= word.length; length += 1) index.begins.get(word.slice(0, length))?.forEach(tryOut);
  for (const { isMeant, phrase } of index.kinds) if (isMeant(word)) tryOut(phrase);
  return longest;
}

/** Whether a find lies in one of the others. */
export function contains(others: readonly Find[], { from, to }: Find): boolean {
  return others.some((other) => other.from <= from && to <= other.to);
}
