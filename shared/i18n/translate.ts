import { setupI18n } from '@lingui/core';
import type { CompiledMessage } from '@lingui/message-utils/compileMessage';

/** The six languages of the United Nations, in the order of the switch. */
export const languages = ['en', 'fr', 'es', 'ar', 'ru', 'zh'] as const;

/** A language a person may work in. */
export type Language = (typeof languages)[number];

/** The messages of one language, compiled: identifier to tokens. */
export type Catalogue = Record<string, CompiledMessage>;

/** What a message may be filled with. */
export type Values = Record<string, string | number | Date>;

/** Says a message of the catalogue in the language of the reader. */
export type Translate = (id: string, values?: Values) => string;

/** What each language calls itself, for the switch. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
  ru: 'Русский',
  zh: '中文',
};

// British dates as in the documents of the United Nations; Western digits in Arabic because symbols and clocks mix with them.
const intlLocales: Record<Language, string> = {
  en: 'en-GB',
  fr: 'fr',
  es: 'es',
  ar: 'ar-u-nu-latn',
  ru: 'ru',
  zh: 'zh-Hans',
};

/** Whether a text names one of our languages. */
export function isLanguage(text: unknown): text is Language {
  return languages.some((language) => language === text);
}

/** The direction a language is written in. */
export function dirOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** The locale that Intl formats a language with. */
export function intlLocaleOf(language: Language): string {
  return intlLocales[language];
}

/** The first of our languages among a person's preferences, English otherwise. */
export function negotiateLanguage(preferences: readonly string[]): Language {
  for (const preference of preferences) {
    const language = preference.toLowerCase().split(/[-_]/)[0];
    if (isLanguage(language)) return language;
  }
  return 'en';
}

/** Binds a compiled catalogue to its language; a message that no catalogue knows shows its key and is reported. */
export function createTranslator(language: Language, catalogue: Catalogue): Translate {
  const i18n = setupI18n({
    locale: language,
    locales: intlLocaleOf(language),
    messages: { [language]: catalogue },
    missing: (_locale, id) => {
      console.error(`no message "${id}"`);
      return id;
    },
  });
  return (id, values) => i18n._(id, values);
}
