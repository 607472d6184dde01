import { type ReactNode, useId } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { cx } from './cx.ts';
import styles from './Field.module.css';
import { Icon } from './Icon.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** What every field of a form shows around its control. */
export interface FieldProps {
  label: string;
  /** The label is said but not shown, where the place already names the field. */
  labelHidden?: boolean;
  hint?: ReactNode;
  /** The sentence that says what is wrong and how to mend it. */
  error?: string | undefined;
  optional?: boolean;
}

/** The attributes that tie a control to its words. */
export interface ControlWiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Label above, hint below it, the control, and the error sentence at the field. */
export function Field(
  props: FieldProps & { id?: string | undefined; after?: ReactNode; children: (wiring: ControlWiring) => ReactNode },
) {
  const t = useT();
  const ownId = useId();
  const id = props.id ?? ownId;
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const label = (
    <label htmlFor={id} className={styles.label}>
      {props.label}
      {props.optional && <span className={styles.optional}> {t('ui.field.optional')}</span>}
    </label>
  );
  const described = cx(props.hint ? hintId : null, props.error && errorId);
  return (
    <div className={cx(styles.field, props.error && styles.wrong)}>
      {props.labelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      {props.hint && (
        <div id={hintId} className={styles.hint}>
          {props.hint}
        </div>
      )}
      {props.children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': props.error ? true : undefined,
      })}
      {props.after}
      {props.error && <FieldError id={errorId}>{props.error}</FieldError>}
    </div>
  );
}

/** The sentence at a field that says what is wrong. */
export function FieldError({ id, children }: { id: string; children: string }) {
  return (
    <p id={id} className={styles.error}>
      <Icon name="alert" />
      <span>{children}</span>
    </p>
  );
}
