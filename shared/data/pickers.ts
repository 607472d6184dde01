import type { Language } from '../domain/kernel/words.ts';
import { loadSdgTexts } from './loadSdgTexts.ts';
import { type PickerNode, type PickerTree, pickerTree } from './pickerTree.ts';
import type { SdgWords } from './sdg.ts';
import { type LoadSdgTexts, otherLanguages, sdgTextsIn } from './sdgTexts.ts';
import { buildIndex, type PickerEntry, type PickerSource, searchIndex } from './search.ts';

/** The lists that a field of an action item can be filled from. */
export type PickerKind = 'target' | 'indicator' | 'objective' | 'instrument' | 'term' | 'state';

/** A list that answers to typing, and that turns a stored id back into words. */
export interface Picker {
  find(typed: string, limit: number): PickerEntry[];
  entry(id: string): PickerEntry | undefined;
  /** The same list to be browsed; null where it has no order but its own. */
  tree: PickerTree | null;
}

/** Whether a list answers in the reader's language and English, or in all six. */
export type Reach = 'own' | 'all';

interface List {
  sources: PickerSource[];
  tree?: PickerNode[];
}

// Each list is a chunk of its own, downloaded when its picker is first opened.
const lists: Record<PickerKind, (language: Language, words: () => Promise<SdgWords>) => Promise<List>> = {
  async target(_language, words) {
    const [{ alignmentSources, sdgTree }, said] = await Promise.all([import('./sdg.ts'), words()]);
    return { sources: alignmentSources(said), tree: sdgTree(said, (each) => each !== 'indicator') };
  },
  async indicator(_language, words) {
    const [{ indicatorSources, sdgTree }, said] = await Promise.all([import('./sdg.ts'), words()]);
    return { sources: indicatorSources(said), tree: sdgTree(said, (each) => each === 'indicator') };
  },
  async objective() {
    const { objectiveSources, objectiveTree } = await import('./gcmObjectives.ts');
    return { sources: objectiveSources(), tree: objectiveTree() };
  },
  async instrument() {
    const { instrumentSources, instrumentTree } = await import('./instruments.ts');
    return { sources: instrumentSources(), tree: instrumentTree() };
  },
  term: async () => ({ sources: (await import('./glossary.ts')).termSources() }),
  state: async (language) => ({ sources: await (await import('./stateSearch.ts')).stateSources(language) }),
};

const opened = new Map<string, Promise<Picker>>();

/**
 * Opens a list; `language` decides in which language it is shown. States are found in all six languages; targets and
 * indicators in the reader's and English, and in all six once that is asked for, with a download for each.
 */
export function loadPicker(kind: PickerKind, language: Language, reach: Reach = 'own'): Promise<Picker> {
  const isSdg = kind === 'target' || kind === 'indicator';
  const key = isSdg ? `${kind}:${language}:${reach}` : kind === 'state' ? `${kind}:${language}` : kind;
  const known = opened.get(key);
  if (known) return known;
  const opening = openPicker(kind, language, reach, loadSdgTexts);
  const picker = opening.then((each) => each.picker);
  opened.set(key, picker);
  // What could not be had on the hall's Wi-Fi, the list or a language of it, is asked for again at the next opening.
  opening.then(
    ({ isWhole }) => isWhole || opened.delete(key),
    () => opened.delete(key),
  );
  return picker;
}

/** Opens a list with the words of Agenda 2030 that `load` brings; tells whether every language that was wanted came. */
export async function openPicker(
  kind: PickerKind,
  language: Language,
  reach: Reach,
  load: LoadSdgTexts,
): Promise<{ picker: Picker; isWhole: boolean }> {
  const wanted = reach === 'all' ? otherLanguages : otherLanguages.filter((each) => each === language);
  let isWhole = true;
  const { sources, tree } = await lists[kind](language, async () => {
    const texts = await sdgTextsIn(wanted, load);
    isWhole = texts.size === wanted.length;
    return { language, texts };
  });
  return { picker: pickerOf(sources, tree), isWhole };
}

function pickerOf(list: PickerSource[], nodes: PickerNode[] | undefined): Picker {
  const index = buildIndex(list);
  const byId = new Map(index.map(({ entry }) => [entry.id, entry]));
  let tree: PickerTree | null = null;
  return {
    find: (typed, limit) => searchIndex(index, typed, limit),
    entry: (id) => byId.get(id),
    // Most who fill a field never browse.
    get tree() {
      if (nodes) tree ??= pickerTree(nodes);
      return tree;
    },
  };
}
