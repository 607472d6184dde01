import type { Language } from '../domain/kernel/words.ts';
import { memberStates, standingObservers } from './memberStates.ts';
import type { PickerSource } from './search.ts';
import { loadStateNames } from './stateNames.ts';

const LANGUAGES: readonly Language[] = ['en', 'fr', 'es', 'ar', 'ru', 'zh'];

/** States and observers as a picker finds them: by code, and by their name in any of the six languages. */
export async function stateSources(language: Language): Promise<PickerSource[]> {
  const tables = await Promise.all(LANGUAGES.map(loadStateNames));
  const [shown, english] = await Promise.all([loadStateNames(language), loadStateNames('en')]);
  const formal = new Map(memberStates.map(({ id, formalNameEn }) => [id, formalNameEn]));
  return [...memberStates, ...standingObservers].map(({ id, alpha2 }) => ({
    id,
    label: shown[id] ?? id,
    detail: (language === 'en' ? formal.get(id) : english[id]) ?? '',
    codes: [id, alpha2],
    keywords: [formal.get(id) ?? '', ...tables.map((names) => names[id] ?? '')],
  }));
}
