import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import styles from './Field.module.css';
import { Field, type FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';

/** One choice of a short list. */
export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
  /** Options with the same group stand under it. */
  group?: string;
  lang?: string;
}

export interface NativeSelectProps
  extends FieldProps,
    Omit<ComponentProps<'select'>, 'value' | 'onChange' | 'children'> {
  value: string;
  onChange: (value: string) => void;
  options: readonly SelectOption[];
  /** Stands first with an empty value while nothing is chosen. */
  placeholder?: string;
}

/** A choice among up to some twenty, by the control of the device. */
export function NativeSelect(props: NativeSelectProps) {
  const { label, labelHidden, hint, error, optional, value, onChange, options, placeholder, id, className, ...rest } =
    props;
  const frame = { label, hint, error, id, ...(labelHidden && { labelHidden }), ...(optional && { optional }) };
  const groups = [...new Set(options.map((option) => option.group))];
  return (
    <Field {...frame}>
      {(wiring) => (
        <div className={styles.select}>
          <select
            {...rest}
            {...wiring}
            className={cx(styles.control, className)}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          >
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {groups.map((group) => {
              const within = options.filter((option) => option.group === group).map(toOption);
              return group === undefined ? (
                within
              ) : (
                <optgroup key={group} label={group}>
                  {within}
                </optgroup>
              );
            })}
          </select>
          <Icon name="expand" />
        </div>
      )}
    </Field>
  );
}

function toOption(option: SelectOption) {
  return (
    // A name in another script is cut at its end, not at its beginning.
    <option key={option.value} value={option.value} disabled={option.disabled} lang={option.lang} dir="auto">
      {option.label}
    </option>
  );
}
