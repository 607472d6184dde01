import type { ComponentProps } from 'react';
import styles from './Button.module.css';
import { buttonClass } from './Button.tsx';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: IconName;
  /** The act in words; also the tooltip. */
  label: string;
  kind?: 'plain' | 'quiet' | 'danger';
  size?: 'small' | 'regular';
}

/** An act known by its sign alone; its words are its name and its tooltip. */
export function IconButton({ icon, label, kind = 'plain', size = 'regular', className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={cx(buttonClass({ kind, size }), styles.square, className)}
    >
      <Icon name={icon} />
    </button>
  );
}
