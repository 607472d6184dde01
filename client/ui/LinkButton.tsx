import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { type ButtonLook, buttonClass } from './Button.tsx';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';

/** A way to another place or a download, in the look of a button. */
export function LinkButton(props: ButtonLook & ComponentProps<'a'> & { href: string; children: ReactNode }) {
  const { kind, size, icon, shortcut, wide, className, children, ...rest } = props;
  return (
    <a
      {...rest}
      aria-keyshortcuts={shortcut}
      className={cx(buttonClass({ ...(kind && { kind }), ...(size && { size }), ...(wide && { wide }) }), className)}
    >
      {icon && <Icon name={icon} />}
      <span className={styles.words}>{children}</span>
      {shortcut && <Kbd quiet>{shortcut}</Kbd>}
    </a>
  );
}
