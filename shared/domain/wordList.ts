import * as z from 'zod/mini';
import { baseLists } from './concreteness/lists.ts';
import { isOneWord, phraseOf } from './concreteness/phrases.ts';
import type { WordLists } from './concreteness.ts';
import { defineSlice, refuse } from './kernel/slice.ts';
import { line } from './kernel/words.ts';

/** The languages that have word lists. */
export const ListLanguage = z.enum(['en', 'fr', 'es']);
export type ListLanguage = z.infer<typeof ListLanguage>;

/** The lists of a language: those that the check looks words up in, then those by which it reads. */
export const ListName = z.enum([
  'vague',
  'actors',
  'actions',
  'deadlines',
  'measures',
  'openings',
  'months',
  'numbers',
  'common',
]) satisfies z.ZodMiniType<keyof WordLists>;
export type ListName = z.infer<typeof ListName>;

/** What the secretariat has put into a list, and taken out of its base. */
export interface ListChange {
  added: readonly string[];
  removed: readonly string[];
}
export type ListChanges = Partial<Record<ListLanguage, Partial<Record<ListName, ListChange>>>>;

export interface ChangedLists {
  /** Replaced as a whole whenever a list changes: lists that were made ready for it stay true of it. */
  byLanguage: ListChanges;
}

const most = 300;
const Wording = z.strictObject({ language: ListLanguage, list: ListName, words: line(80) });
const List = z.strictObject({ language: ListLanguage, list: ListName });

const none: ListChange = { added: [], removed: [] };
const changeOf = ({ byLanguage }: ChangedLists, { language, list }: z.infer<typeof List>): ListChange =>
  byLanguage[language]?.[list] ?? none;

/** The word lists of the concreteness check, as far as the secretariat has made them differ from the base. */
export const wordList = defineSlice({
  name: 'wordList',
  commands: {
    /** Puts a wording into a list; one that was taken out of the base comes back. */
    add: Wording,
    remove: Wording,
    /** Brings back a wording of the base. */
    restore: Wording,
    /** Takes a whole list back to the base. */
    reset: List,
  },
  events: {
    plenary: {
      WordingAdded: Wording,
      WordingRemoved: Wording,
      WordingRestored: Wording,
      ListReset: List,
    },
  },
  decide: {
    add({ plenary }, { language, list, words: typed }, _context, tell) {
      const words = phraseOf(typed);
      if (words === null) return refuse('wordList.not-a-wording'); // WORD-3
      if (singles.has(list) && !isOneWord(words)) return refuse('wordList.one-word');
      const { added, removed } = changeOf(plenary.wordList, { language, list });
      if (removed.includes(words)) return [tell.plenary.WordingRestored({ language, list, words })];
      if (added.includes(words) || baseLists[language]?.[list].includes(words)) return refuse('wordList.known');
      if (added.length >= most) return refuse('wordList.full', { most }); // WORD-4
      return [tell.plenary.WordingAdded({ language, list, words })];
    },
    remove({ plenary }, { language, list, words }, _context, tell) {
      const { added, removed } = changeOf(plenary.wordList, { language, list });
      if (removed.includes(words)) return [];
      const isAdded = added.includes(words);
      if (!isAdded && !baseLists[language]?.[list].includes(words)) return refuse('wordList.unknown');
      if (!isAdded && removed.length >= most) return refuse('wordList.full', { most });
      return [tell.plenary.WordingRemoved({ language, list, words })];
    },
    restore({ plenary }, { language, list, words }, _context, tell) {
      const { removed } = changeOf(plenary.wordList, { language, list });
      return removed.includes(words)
        ? [tell.plenary.WordingRestored({ language, list, words })]
        : refuse('wordList.unknown');
    },
    reset({ plenary }, { language, list }, _context, tell) {
      const { added, removed } = changeOf(plenary.wordList, { language, list });
      return added.length + removed.length > 0 ? [tell.plenary.ListReset({ language, list })] : [];
    },
  },
  evolve: {
    plenary: {
      WordingAdded(lists, { words, ...place }) {
        const { added, removed } = changeOf(lists, place);
        change(lists, place, { added: [...added, words], removed });
      },
      WordingRemoved(lists, { words, ...place }) {
        const { added, removed } = changeOf(lists, place);
        // What was put in goes without a trace; of the base one remembers what is not to hold.
        if (added.includes(words)) change(lists, place, { added: added.filter((each) => each !== words), removed });
        else change(lists, place, { added, removed: [...removed, words] });
      },
      WordingRestored(lists, { words, ...place }) {
        const { added, removed } = changeOf(lists, place);
        change(lists, place, { added, removed: removed.filter((each) => each !== words) });
      },
      ListReset(lists, place) {
        change(lists, place, none);
      },
    },
  },
});

/** Lists of single words: they tell the language, and what a number or a month is. */
const singles: ReadonlySet<ListName> = new Set<ListName>(['common', 'months', 'numbers']);

function change(lists: ChangedLists, { language, list }: z.infer<typeof List>, next: ListChange): void {
  lists.byLanguage = { ...lists.byLanguage, [language]: { ...lists.byLanguage[language], [list]: next } };
}
