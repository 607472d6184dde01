import type { Language } from '../domain/kernel/words.ts';

/** The names of the 193 member states and three observers in one language, by code. */
export type StateNames = Readonly<Record<string, string>>;

// One dynamic import a language, written out, so that a client downloads only the language that it shows.
// Taking the default alone lets the bundler drop 196 named exports: 1.9 KB compressed instead of 3.4.
const tables: Readonly<Record<Language, () => Promise<StateNames>>> = {
  en: () => import('./stateNames/en.json', { with: { type: 'json' } }).then(({ default: names }) => names),
  fr: () => import('./stateNames/fr.json', { with: { type: 'json' } }).then(({ default: names }) => names),
  es: () => import('./stateNames/es.json', { with: { type: 'json' } }).then(({ default: names }) => names),
  ar: () => import('./stateNames/ar.json', { with: { type: 'json' } }).then(({ default: names }) => names),
  ru: () => import('./stateNames/ru.json', { with: { type: 'json' } }).then(({ default: names }) => names),
  zh: () => import('./stateNames/zh.json', { with: { type: 'json' } }).then(({ default: names }) => names),
};

const loaded = new Map<Language, StateNames>();

/** Brings the names of one language into memory; await it before showing delegations in that language. */
export async function loadStateNames(language: Language): Promise<StateNames> {
  const known = loaded.get(language);
  if (known) return known;
  const names = await tables[language]();
  loaded.set(language, names);
  return names;
}

/** The United Nations name of a state or observer; its code while the language is not loaded, or when it has no name. */
export function stateName(code: string, language: Language): string {
  const names = loaded.get(language);
  return names && Object.hasOwn(names, code) ? (names[code] ?? code) : code;
}
