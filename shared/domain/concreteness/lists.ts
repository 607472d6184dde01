/** The lists that every consultation begins with, by language. Large: the browser loads them where they are looked up. */
import { type ReadyLists, readyLists, type WordLists } from '../concreteness.ts';
import type { ListChanges, ListLanguage, ListName } from '../wordList.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export const baseLists: Readonly<Record<string, WordLists>> = { en, es, fr };

// The changes are replaced when a list changes: whoever looks words up shares what was made ready for them.
const ready = new WeakMap<ListChanges, ReadyLists>();

/** The lists as they hold in a consultation, ready to search. */
export function readyListsOf(changes: ListChanges): ReadyLists {
  const known = ready.get(changes);
  if (known) return known;
  const made = readyLists(listsOf(changes));
  ready.set(changes, made);
  return made;
}

/** WORD-2: the base lists without what was taken out of them, with what was put in. */
export function listsOf(changes: ListChanges): Record<string, WordLists> {
  return Object.fromEntries(
    Object.entries(baseLists).map(([language, base]) => [language, changed(base, changes[language as ListLanguage])]),
  );
}

function changed(base: WordLists, own: ListChanges[ListLanguage] = {}): WordLists {
  const lists = Object.entries(base).map(([name, words]: [string, readonly string[]]) => {
    const { added, removed } = own[name as ListName] ?? { added: [], removed: [] };
    return [name, [...new Set([...words.filter((each) => !removed.includes(each)), ...added])]];
  });
  return Object.fromEntries(lists) as WordLists;
}
