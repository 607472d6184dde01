import type { Picker } from '@shared/data/pickers.ts';
import type { PickerEntry } from '@shared/data/search.ts';
import { useState } from 'react';
import { useOwnInstruments } from '../../../parts/useOwnInstruments.ts';
import { useReference } from '../../../parts/useReference.ts';
import { optionsMatching, type PickerOption } from '../../../ui/aria/optionSearch.ts';

/** The lists that can be browsed as well as searched. */
export type ListKind = 'target' | 'indicator' | 'objective' | 'instrument';

// As many as the longest list has, so that nothing of it is beyond the reach of who scrolls.
const foundAtMost = 300;

/** A list as a field needs it; of instruments, also those that the map has of its own. */
export interface FieldList {
  kind: ListKind;
  picker: Picker | null;
  own: readonly PickerOption[];
  find: (query: string) => PickerOption[];
  /** A chosen entry: an instrument by its short name, what has only a code or a number with its words. */
  chosen: (id: string) => PickerOption;
  /** Lets it answer in all six languages, once somebody looks into it. */
  widen: () => void;
}

export function useFieldList(kind: ListKind, except: readonly string[] = []): FieldList {
  const [isWide, setWide] = useState(false);
  const picker = useReference(kind, true, isWide ? 'all' : 'own');
  const onMap = useOwnInstruments();
  const own = kind === 'instrument' ? onMap : [];
  return {
    ...{ kind, picker, own },
    find(query) {
      const listed = (picker?.find(query, foundAtMost) ?? []).filter(({ id }) => !except.includes(id)).map(optionOf);
      return query.trim() === '' ? [...listed, ...own] : [...optionsMatching(own, query), ...listed];
    },
    chosen(id) {
      const entry = picker?.entry(id);
      if (!entry) return own.find(({ value }) => value === id) ?? { value: id, label: id };
      return { value: id, label: kind === 'instrument' ? entry.label : `${entry.label} · ${entry.detail}` };
    },
    widen: () => setWide(true),
  };
}

const optionOf = ({ id, label, detail }: PickerEntry): PickerOption => ({ value: id, label, detail });
