import type { Language } from '../domain/kernel/words.ts';
import { buildIndex, type PickerEntry, type PickerSource, searchIndex } from './search.ts';

/** The lists that a field of an action item can be filled from. */
export type PickerKind = 'target' | 'indicator' | 'objective' | 'instrument' | 'term' | 'state';

/** A list that answers to typing, and that turns a stored id back into words. */
export interface Picker {
  find(typed: string, limit: number): PickerEntry[];
  entry(id: string): PickerEntry | undefined;
}

// Each list is a chunk of its own, downloaded when its picker is first opened.
const sources: Record<PickerKind, (language: Language) => Promise<PickerSource[]>> = {
  target: async () => (await import('./sdg.ts')).alignmentSources(),
  indicator: async () => (await import('./sdg.ts')).indicatorSources(),
  objective: async () => (await import('./gcmObjectives.ts')).objectiveSources(),
  instrument: async () => (await import('./instruments.ts')).instrumentSources(),
  term: async () => (await import('./glossary.ts')).termSources(),
  state: async (language) => (await import('./stateSearch.ts')).stateSources(language),
};

const opened = new Map<string, Promise<Picker>>();

/** Opens a list; `language` decides in which language states are shown, they are found in all six. */
export function loadPicker(kind: PickerKind, language: Language): Promise<Picker> {
  const key = kind === 'state' ? `${kind}:${language}` : kind;
  const known = opened.get(key);
  if (known) return known;
  const opening = sources[kind](language).then(pickerOf);
  opened.set(key, opening);
  // A download that failed on the hall's Wi-Fi is tried again at the next opening.
  opening.catch(() => opened.delete(key));
  return opening;
}

function pickerOf(list: PickerSource[]): Picker {
  const index = buildIndex(list);
  const byId = new Map(index.map(({ entry }) => [entry.id, entry]));
  return {
    find: (typed, limit) => searchIndex(index, typed, limit),
    entry: (id) => byId.get(id),
  };
}
