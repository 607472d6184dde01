import { useT } from '../../../i18n/I18n.tsx';
import { useField } from '../useFieldDesk.ts';
import { ListPicker } from './ListPicker.tsx';
import { Marked, useFieldError } from './Marked.tsx';
import { type ListKind, useFieldList } from './useFieldList.ts';

interface ReferenceFieldProps {
  itemId: string;
  field: 'targets' | 'objectives' | 'instruments';
  kind: ListKind;
  saved: readonly (string | number)[];
  max: number;
  /** Entries of the list that this field does not take. */
  except?: readonly string[];
}

/** Entries of a real list: targets of Agenda 2030, objectives of the Global Compact, instruments. */
export function ReferenceField({ itemId, field, kind, saved, max, except }: ReferenceFieldProps) {
  const t = useT();
  const list = useFieldList(kind, except);
  const state = useField<readonly (string | number)[]>(itemId, field, saved);
  const error = useFieldError(field, state);
  return (
    <Marked phase={state.phase}>
      <ListPicker
        label={t(`room.field.${field}`)}
        values={state.value.map(String)}
        onChange={(chosen) => state.choose(field === 'objectives' ? chosen.map(Number) : chosen)}
        {...{ list, max, error }}
      />
    </Marked>
  );
}
