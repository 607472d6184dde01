/** The lists that every consultation begins with, by language. Large: the browser loads them where they are looked up. */
import { type ReadyLists, readyLists, type WordLists } from '../concreteness.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export const baseLists: Readonly<Record<string, WordLists>> = { en, es, fr };

let ready: ReadyLists | undefined;

/** The same, made ready when they are first needed. */
export function readyBaseLists(): ReadyLists {
  ready ??= readyLists(baseLists);
  return ready;
}
