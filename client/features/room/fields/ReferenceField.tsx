import type { Picker, PickerKind } from '@shared/data/pickers.ts';
import type { PickerEntry } from '@shared/data/search.ts';
import { useT } from '../../../i18n/I18n.tsx';
import { useReference } from '../../../parts/useReference.ts';
import type { PickerOption } from '../../../ui/aria/optionSearch.ts';
import { TagPicker } from '../../../ui/aria/TagPicker.tsx';
import { useField } from '../useFieldDesk.ts';
import { Marked, useFieldError } from './Marked.tsx';

// As many as the longest list has, so that nothing of it is beyond the reach of who scrolls.
const foundAtMost = 300;

interface ReferenceFieldProps {
  itemId: string;
  field: 'targets' | 'objectives' | 'instruments';
  kind: PickerKind;
  saved: readonly (string | number)[];
  max: number;
  /** Entries of the list that this field does not take. */
  except?: readonly string[];
}

/** Entries of a real list: targets of Agenda 2030, objectives of the Global Compact, instruments. */
export function ReferenceField({ itemId, field, kind, saved, max, except = [] }: ReferenceFieldProps) {
  const t = useT();
  const picker = useReference(kind);
  const state = useField<readonly (string | number)[]>(itemId, field, saved);
  const error = useFieldError(field, state);
  const values = state.value.map(String);
  return (
    <Marked phase={state.phase}>
      <TagPicker
        label={t(`room.field.${field}`)}
        values={values}
        onChange={(chosen) => state.choose(field === 'objectives' ? chosen.map(Number) : chosen)}
        options={values.map((id) => chosenOption(picker, id, kind))}
        find={(query) => optionsOf(picker, query).filter(({ value }) => !except.includes(value))}
        max={max}
        placeholder={t(`room.search.${kind}`)}
        error={error}
      />
    </Marked>
  );
}

/** What a list answers to typing, as options. */
export function optionsOf(picker: Picker | null, query: string): PickerOption[] {
  return (picker?.find(query, foundAtMost) ?? []).map(optionOf);
}

const optionOf = ({ id, label, detail }: PickerEntry): PickerOption => ({ value: id, label, detail });

/** A chosen entry: an instrument by its short name, what has only a code or a number with its words. */
export function chosenOption(picker: Picker | null, id: string, kind: PickerKind): PickerOption {
  const entry = picker?.entry(id);
  if (!entry) return { value: id, label: id };
  return { value: id, label: kind === 'instrument' ? entry.label : `${entry.label} · ${entry.detail}` };
}
