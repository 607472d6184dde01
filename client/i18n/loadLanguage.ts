import { type Catalogue, createTranslator, type Language, type Translate } from '@shared/i18n/translate.ts';

const modules: Record<Language, () => Promise<{ catalogue: Catalogue }>> = {
  en: () => import('virtual:catalogue/en'),
  fr: () => import('virtual:catalogue/fr'),
  es: () => import('virtual:catalogue/es'),
  ar: () => import('virtual:catalogue/ar'),
  ru: () => import('virtual:catalogue/ru'),
  zh: () => import('virtual:catalogue/zh'),
};

const loaded = new Map<Language, Promise<Translate>>();

/** Fetches a language once; a failed attempt may be repeated. */
export function loadLanguage(language: Language): Promise<Translate> {
  const known = loaded.get(language);
  if (known) return known;
  const attempt = modules[language]().then(({ catalogue }) => createTranslator(language, catalogue));
  loaded.set(language, attempt);
  attempt.catch(() => loaded.delete(language));
  return attempt;
}
