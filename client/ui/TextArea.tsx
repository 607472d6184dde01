import type { ComponentProps } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { cx } from './cx.ts';
import styles from './Field.module.css';
import { Field, type FieldProps } from './Field.tsx';

export interface TextAreaProps extends FieldProps, Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'children'> {
  value: string;
  onChange: (value: string) => void;
  /** Characters allowed: shown as what is left, never cut off while writing. */
  limit?: number;
}

/** Several lines of text: comments, questions, announcements. */
export function TextArea(props: TextAreaProps) {
  const { label, labelHidden, hint, error, optional, value, onChange, limit, id, className, ...rest } = props;
  const frame = { label, hint, error, id, ...(labelHidden && { labelHidden }), ...(optional && { optional }) };
  return (
    <Field {...frame} after={limit !== undefined && <CharactersLeft left={limit - value.length} />}>
      {(wiring) => (
        <textarea
          rows={4}
          {...rest}
          {...wiring}
          className={cx(styles.control, className)}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function CharactersLeft({ left }: { left: number }) {
  const t = useT();
  return (
    <p className={cx(styles.count, left < 0 && styles.over)}>
      {left < 0 ? t('ui.field.tooMany', { n: -left }) : t('ui.field.left', { n: left })}
    </p>
  );
}
