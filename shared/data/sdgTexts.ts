import type { Language } from '../domain/kernel/words.ts';

/** Official words of Agenda 2030 in one language, by code; what it lacks is read in English. */
export interface SdgTexts {
  goals: Readonly<Record<string, string>>;
  targets: Readonly<Record<string, string>>;
  indicators?: Readonly<Record<string, string>>;
}

/** A language besides English, in which the tables themselves are. */
export type OtherLanguage = Exclude<Language, 'en'>;
export type LoadSdgTexts = (language: OtherLanguage) => Promise<SdgTexts>;

export const otherLanguages: readonly OtherLanguage[] = ['fr', 'es', 'ar', 'ru', 'zh'];

/** The words of some of the six languages; one that could not be had is left out, and English is always there. */
export async function sdgTextsIn(
  languages: readonly Language[],
  load: LoadSdgTexts,
): Promise<ReadonlyMap<Language, SdgTexts>> {
  const others = otherLanguages.filter((language) => languages.includes(language));
  const settled = await Promise.allSettled(others.map(load));
  const texts = new Map<Language, SdgTexts>();
  settled.forEach((each, at) => {
    const language = others[at];
    if (language && each.status === 'fulfilled') texts.set(language, each.value);
  });
  return texts;
}
