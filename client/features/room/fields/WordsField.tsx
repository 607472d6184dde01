import { useT } from '../../../i18n/I18n.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { longest, type ReasonName, reasonNames } from '../fieldProblem.ts';
import { useField } from '../useFieldDesk.ts';
import { Marked, useFieldError } from './Marked.tsx';

interface WordsFieldProps {
  itemId: string;
  field: 'gap' | 'means' | ReasonName;
  saved: string;
  /** The field was asked for by a press, and is written in at once. */
  isNew?: boolean;
}

/** A field in one's own words; the room's words appear in it live while one does not write there. */
export function WordsField({ itemId, field, saved, isNew = false }: WordsFieldProps) {
  const t = useT();
  const state = useField(itemId, field, saved);
  const error = useFieldError(field, state);
  const isNearLimit = state.value.length > longest[field] * 0.8;
  const isReason = reasonNames.some((each) => each === field);
  return (
    <Marked phase={state.phase}>
      <TextArea
        label={t(isReason ? `fields.because.${field}` : `room.field.${field}`)}
        rows={isReason ? 1 : 2}
        autoFocus={isNew}
        value={state.value}
        onChange={state.type}
        onBlur={state.leave}
        {...(isNearLimit ? { limit: longest[field] } : {})}
        error={error}
      />
    </Marked>
  );
}
