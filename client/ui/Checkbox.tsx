import { type ReactNode, useId } from 'react';
import styles from './Choice.module.css';
import { cx } from './cx.ts';
import { FieldError } from './Field.tsx';

export interface CheckboxProps {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Some of what it stands for is chosen. */
  mixed?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
  disabled?: boolean;
  name?: string;
}

/** One thing to agree to or to leave. */
export function Checkbox(props: CheckboxProps) {
  const id = useId();
  const described = cx(props.hint ? `${id}-hint` : null, props.error && `${id}-error`);
  return (
    <div className={styles.choice}>
      <input
        type="checkbox"
        id={id}
        name={props.name}
        checked={props.checked}
        disabled={props.disabled}
        ref={(box) => {
          if (box) box.indeterminate = props.mixed ?? false;
        }}
        aria-describedby={described || undefined}
        aria-invalid={props.error ? true : undefined}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <label htmlFor={id} className={styles.label}>
        {props.label}
      </label>
      {props.hint && (
        <div id={`${id}-hint`} className={styles.hint}>
          {props.hint}
        </div>
      )}
      {props.error && (
        <div className={styles.hint}>
          <FieldError id={`${id}-error`}>{props.error}</FieldError>
        </div>
      )}
    </div>
  );
}
