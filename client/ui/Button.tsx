import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import styles from './Button.module.css';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import { Kbd } from './Kbd.tsx';

/** Primary: the one act of a screen. Quiet: all others. Plain: inside a line or a list. Danger: what cannot be undone. */
export type ButtonKind = 'primary' | 'quiet' | 'plain' | 'danger';

/** What buttons and links that look like buttons share. */
export interface ButtonLook {
  kind?: ButtonKind;
  size?: 'small' | 'regular' | 'large';
  icon?: IconName | undefined;
  /** The key that does the same, shown beside the words. */
  shortcut?: string | undefined;
  wide?: boolean;
}

export interface ButtonProps extends ButtonLook, ComponentProps<'button'> {
  /** Sent and not yet acknowledged: keeps focus, ignores further presses. */
  pending?: boolean;
  children: ReactNode;
}

/** The classes of a button of this look. */
export function buttonClass({ kind = 'quiet', size = 'regular', wide = false }: ButtonLook): string {
  return cx(styles.button, styles[kind], styles[size], wide && styles.wide);
}

/** An act. */
export function Button(props: ButtonProps) {
  const { kind, size, icon, shortcut, wide, pending = false, className, children, onClick, ...rest } = props;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      onClick={press}
      aria-busy={pending || undefined}
      aria-disabled={pending || rest['aria-disabled']}
      aria-keyshortcuts={shortcut}
      className={cx(buttonClass({ ...(kind && { kind }), ...(size && { size }), ...(wide && { wide }) }), className)}
    >
      {pending ? <span className={styles.pending} aria-hidden="true" /> : icon && <Icon name={icon} />}
      <span className={styles.words}>{children}</span>
      {shortcut && <Kbd quiet>{shortcut}</Kbd>}
    </button>
  );
}
