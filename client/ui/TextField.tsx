import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import styles from './Field.module.css';
import { Field, type FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

export interface TextFieldProps extends FieldProps, Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'children'> {
  value: string;
  onChange: (value: string) => void;
  icon?: IconName;
}

/** One line of text: names, addresses, codes, searches. */
export function TextField(props: TextFieldProps) {
  const { label, labelHidden, hint, error, optional, value, onChange, icon, id, className, ...rest } = props;
  const frame = { label, hint, error, id, ...(labelHidden && { labelHidden }), ...(optional && { optional }) };
  return (
    <Field {...frame}>
      {(wiring) => (
        <div className={cx(icon && styles.withIcon)}>
          {icon && <Icon name={icon} />}
          <input
            type="text"
            {...rest}
            {...wiring}
            className={cx(styles.control, className)}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
      )}
    </Field>
  );
}
