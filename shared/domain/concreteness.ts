/** Whether words say who does what, by when, and how one can tell: found by word lists, explained by the words found. */
import {
  beginsWith,
  contains,
  type Find,
  findIn,
  type PhraseIndex,
  phraseIndex,
  sentencesOf,
  type Token,
} from './concreteness/phrases.ts';

const parts = ['who', 'what', 'when', 'measure'] as const;
export type Part = (typeof parts)[number];

/**
 * The words of one language. A phrase may end a word with `*` for any ending, and use `<n>` for a number, `<year>`,
 * `<month>`, `<code>` for an indicator's code and `<any>` for any one word.
 */
export interface WordLists {
  /** Common words by which the language is recognised. */
  common: readonly string[];
  months: readonly string[];
  numbers: readonly string[];
  /** How a paragraph begins that tells why, and asks for nothing. */
  openings: readonly string[];
  actors: readonly string[];
  actions: readonly string[];
  deadlines: readonly string[];
  measures: readonly string[];
  vague: readonly string[];
}

/** Words in a paragraph, counted in its UTF-16 units. */
export interface Place {
  paragraph: number;
  from: number;
  to: number;
}

/** Where a part was found: in a field, in words, or nowhere. */
export interface Finding {
  part: Part;
  from: 'field' | 'words' | null;
  places: Place[];
}

/** A wording that promises nothing as it stands, with what its sentence would need. */
export interface VagueWording extends Place {
  missing: ('who' | 'what' | 'when')[];
}

export interface Concreteness {
  /** Null where no list knows the language: then only fields count. */
  language: string | null;
  findings: Record<Part, Finding>;
  vague: VagueWording[];
}

/** Lists made ready to search, by language. */
export type ReadyLists = ReadonlyMap<string, ReadyList>;

interface ReadyList {
  common: ReadonlySet<string>;
  openings: PhraseIndex;
  index: Record<Part | 'vague', PhraseIndex>;
}

/** Makes lists ready: done once, not for every paragraph. */
export function readyLists(lists: Readonly<Record<string, WordLists>>): ReadyLists {
  return new Map(
    Object.entries(lists).map(([language, words]) => {
      const of = (phrases: readonly string[]) => phraseIndex(phrases, words.months, words.numbers);
      const index = {
        who: of(words.actors),
        what: of(words.actions),
        when: of(words.deadlines),
        measure: of(words.measures),
        vague: of(words.vague),
      };
      return [language, { common: new Set(words.common), openings: of(words.openings), index }];
    }),
  );
}

/** CRT-1: the language that most of the common words belong to; null where there are none, or two have as many. */
export function languageOf(paragraphs: readonly string[], lists: ReadyLists): string | null {
  const tokens = paragraphs.flatMap((words) => sentencesOf(words).flat());
  const scores = [...lists]
    .map(([language, { common }]) => ({ language, score: tokens.filter(({ word }) => common.has(word)).length }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scores;
  if (!best || best.score === 0 || best.score === next?.score) return null;
  // Words of a language without a list may look like those of one that has: a sentence is full of its common words.
  return best.score * 8 >= tokens.length ? best.language : null;
}

/** What the paragraphs say of the four parts; `stated` are those that the fields say. */
export function concretenessOf(
  paragraphs: readonly string[],
  stated: ReadonlySet<Part>,
  lists: ReadyLists,
): Concreteness {
  const language = languageOf(paragraphs, lists);
  const ready = language === null ? undefined : lists.get(language);
  const places: Record<Part, Place[]> = { who: [], what: [], when: [], measure: [] };
  const vague: VagueWording[] = [];
  if (ready)
    paragraphs.forEach((words, paragraph) => {
      for (const sentence of operative(words, ready)) lookInto(sentence, paragraph, ready, stated, places, vague);
    });
  const finding = (part: Part): Finding => ({
    part,
    from: stated.has(part) ? 'field' : places[part].length > 0 ? 'words' : null, // CRT-2
    places: places[part],
  });
  const findings = {
    who: finding('who'),
    what: finding('what'),
    when: finding('when'),
    measure: finding('measure'),
  };
  return { language, findings, vague };
}

/** CRT-3: the vague wordings of one paragraph of a text whose language is known. */
export function vagueIn(
  words: string,
  language: string | null,
  stated: ReadonlySet<Part>,
  lists: ReadyLists,
): VagueWording[] {
  const ready = language === null ? undefined : lists.get(language);
  const vague: VagueWording[] = [];
  const places: Record<Part, Place[]> = { who: [], what: [], when: [], measure: [] };
  if (ready) for (const sentence of operative(words, ready)) lookInto(sentence, 0, ready, stated, places, vague);
  return vague;
}

/** CRT-6: the sentences but for those of a preamble, which begin like one and end as no sentence does. */
function operative(words: string, { openings }: ReadyList): Token[][] {
  return sentencesOf(words).filter((sentence) => {
    const goesOn = /^\s*[,;]/.test(words.slice(sentence.at(-1)?.to ?? 0));
    return !goesOn || !beginsWith(sentence, openings);
  });
}

function lookInto(
  sentence: readonly Token[],
  paragraph: number,
  { index }: ReadyList,
  stated: ReadonlySet<Part>,
  places: Record<Part, Place[]>,
  vague: VagueWording[],
): void {
  const found: Record<Part, Find[]> = { who: [], what: [], when: [], measure: [] };
  const wordings = findIn(sentence, index.vague);
  for (const part of parts) {
    found[part] = findIn(sentence, index[part]).filter((find) => part !== 'what' || !contains(wordings, find));
    places[part].push(...found[part].map((find) => ({ paragraph, ...find })));
  }
  const says = (part: Part) => found[part].length > 0 || stated.has(part);
  const missing: VagueWording['missing'] = [];
  if (!says('who')) missing.push('who');
  if (found.what.length === 0) missing.push('what');
  // CRT-3: a measure bounds a promise as well as a date does.
  if (!says('when') && !says('measure')) missing.push('when');
  if (missing.length > 0) vague.push(...wordings.map((find) => ({ paragraph, ...find, missing })));
}
