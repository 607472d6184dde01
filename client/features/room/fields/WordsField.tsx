import { useT } from '../../../i18n/I18n.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { longest } from '../fieldProblem.ts';
import { useField } from '../useFieldDesk.ts';
import { Marked, useFieldError } from './Marked.tsx';

/** A field in one's own words; the room's words appear in it live while one does not write there. */
export function WordsField({ itemId, field, saved }: { itemId: string; field: 'gap' | 'means'; saved: string }) {
  const t = useT();
  const state = useField(itemId, field, saved);
  const error = useFieldError(field, state);
  const isNearLimit = state.value.length > longest[field] * 0.8;
  return (
    <Marked phase={state.phase}>
      <TextArea
        label={t(`room.field.${field}`)}
        rows={2}
        value={state.value}
        onChange={state.type}
        onBlur={state.leave}
        {...(isNearLimit ? { limit: longest[field] } : {})}
        error={error}
      />
    </Marked>
  );
}
