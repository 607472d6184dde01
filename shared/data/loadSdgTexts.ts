import type { LoadSdgTexts, OtherLanguage, SdgTexts } from './sdgTexts.ts';

const loaded = new Map<OtherLanguage, Promise<SdgTexts>>();

/** The words of a language, a chunk of its own; a download that failed is tried again when next asked for. */
export const loadSdgTexts: LoadSdgTexts = (language) => {
  const known = loaded.get(language);
  if (known) return known;
  const loading = import(`./sdgTexts/${language}.json`).then((module: { default: SdgTexts }) => module.default);
  loaded.set(language, loading);
  loading.catch(() => loaded.delete(language));
  return loading;
};
