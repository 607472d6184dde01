import { type Catalogue, createTranslator, type Language, type Translate } from '@shared/i18n/translate.ts';

type Modules = Record<Language, () => Promise<{ catalogue: Catalogue }>>;

/** What a delegate's first screen says. */
const first: Modules = {
  en: () => import('virtual:catalogue/en/first'),
  fr: () => import('virtual:catalogue/fr/first'),
  es: () => import('virtual:catalogue/es/first'),
  ar: () => import('virtual:catalogue/ar/first'),
  ru: () => import('virtual:catalogue/ru/first'),
  zh: () => import('virtual:catalogue/zh/first'),
};

/** What all other pages say. */
const rest: Modules = {
  en: () => import('virtual:catalogue/en/rest'),
  fr: () => import('virtual:catalogue/fr/rest'),
  es: () => import('virtual:catalogue/es/rest'),
  ar: () => import('virtual:catalogue/ar/rest'),
  ru: () => import('virtual:catalogue/ru/rest'),
  zh: () => import('virtual:catalogue/zh/rest'),
};

const loaded = new Map<string, Promise<Translate>>();

/** Fetches a language once, whole or only the words of the first screen; a failed attempt may be repeated. */
export function loadLanguage(language: Language, isWhole: boolean): Promise<Translate> {
  const key = `${language}/${isWhole}`;
  const known = loaded.get(key);
  if (known) return known;
  const wanted = [first[language](), ...(isWhole ? [rest[language]()] : [])];
  const attempt = Promise.all(wanted).then((modules) =>
    createTranslator(language, Object.assign({}, ...modules.map(({ catalogue }) => catalogue))),
  );
  loaded.set(key, attempt);
  attempt.catch(() => loaded.delete(key));
  return attempt;
}
