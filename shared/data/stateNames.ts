import type { Language } from '../domain/kernel/words.ts';

/** The names of the 193 member states and three observers in one language, by code. */
export type StateNames = Readonly<Record<string, string>>;

// One dynamic import a language, written out, so that a client downloads only the language that it shows.
const tables: Readonly<Record<Language, () => Promise<{ default: StateNames }>>> = {
  en: () => import('./stateNames/en.json', { with: { type: 'json' } }),
  fr: () => import('./stateNames/fr.json', { with: { type: 'json' } }),
  es: () => import('./stateNames/es.json', { with: { type: 'json' } }),
  ar: () => import('./stateNames/ar.json', { with: { type: 'json' } }),
  ru: () => import('./stateNames/ru.json', { with: { type: 'json' } }),
  zh: () => import('./stateNames/zh.json', { with: { type: 'json' } }),
};

const loaded = new Map<Language, StateNames>();

/** Brings the names of one language into memory; await it before showing delegations in that language. */
export async function loadStateNames(language: Language): Promise<StateNames> {
  const known = loaded.get(language);
  if (known) return known;
  const names = (await tables[language]()).default;
  loaded.set(language, names);
  return names;
}

/** The United Nations name of a state or observer; its code while the language is not loaded, or when it has no name. */
export function stateName(code: string, language: Language): string {
  const names = loaded.get(language);
  return names && Object.hasOwn(names, code) ? (names[code] ?? code) : code;
}
