import type { ActionItem } from '@shared/domain/actionItem.ts';
import { useId } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { FieldError } from '../../ui/Field.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './DraftPane.module.css';
import { longest } from './fieldProblem.ts';
import { Marked, useFieldError } from './fields/Marked.tsx';
import { useField } from './useFieldDesk.ts';

/** The title of a draft, written where it is read. */
export function TitleField({ item, number }: { item: ActionItem; number: number }) {
  const t = useT();
  const id = useId();
  const state = useField(item.id, 'title', item.title);
  const error = useFieldError('title', state);
  return (
    <Marked phase={state.phase}>
      <div className={styles.titleLine}>
        <h2 className={styles.number}>
          <span aria-hidden="true">{number}</span>
          <VisuallyHidden>{t('room.draft.heading', { n: number, title: item.title })}</VisuallyHidden>
        </h2>
        <textarea
          className={styles.titleInput}
          aria-label={t('room.title.label', { n: number })}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          rows={1}
          maxLength={longest.title}
          dir="auto"
          value={state.value}
          onChange={(event) => state.type(event.target.value.replace(/\n/g, ' '))}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          onBlur={state.leave}
        />
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </Marked>
  );
}
