import { type ReactNode, useId } from 'react';
import styles from './Choice.module.css';
import { cx } from './cx.ts';
import { FieldError } from './Field.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

/** One of few choices that are all seen at once. */
export interface RadioOption<Value extends string> {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
  icon?: IconName;
  disabled?: boolean;
}

export interface RadioGroupProps<Value extends string> {
  label: string;
  labelHidden?: boolean;
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly RadioOption<Value>[];
  hint?: ReactNode;
  error?: string | undefined;
  disabled?: boolean;
}

/** Choices one below the other, each with room for a sentence. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  return <Choices {...props} shape="list" />;
}

/** Two to five short choices side by side, as one control. */
export function SegmentedControl<Value extends string>(props: RadioGroupProps<Value>) {
  return <Choices {...props} shape="segments" />;
}

function Choices<Value extends string>(props: RadioGroupProps<Value> & { shape: 'list' | 'segments' }) {
  const id = useId();
  const described = cx(props.hint ? `${id}-hint` : null, props.error && `${id}-error`);
  return (
    <fieldset className={styles.group} aria-describedby={described || undefined} disabled={props.disabled}>
      <legend className={cx(styles.legend, props.labelHidden && styles.silent)}>{props.label}</legend>
      {props.hint && (
        <div id={`${id}-hint`} className={styles.groupHint}>
          {props.hint}
        </div>
      )}
      <div className={styles[props.shape]}>
        {props.options.map((option) => {
          const optionId = `${id}-${option.value}`;
          return (
            <div key={option.value} className={styles.choice}>
              <input
                type="radio"
                id={optionId}
                name={id}
                checked={props.value === option.value}
                disabled={option.disabled}
                aria-describedby={option.hint ? `${optionId}-hint` : undefined}
                onChange={() => props.onChange(option.value)}
              />
              <label htmlFor={optionId} className={styles.label}>
                {option.icon && <Icon name={option.icon} />}
                {option.label}
              </label>
              {option.hint && (
                <div id={`${optionId}-hint`} className={styles.hint}>
                  {option.hint}
                </div>
              )}
            </div>
          );
        })}
      </div>
      {props.error && <FieldError id={`${id}-error`}>{props.error}</FieldError>}
    </fieldset>
  );
}
