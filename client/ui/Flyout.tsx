import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { buttonClass } from './Button.tsx';
import { cx } from './cx.ts';
import styles from './Flyout.module.css';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

export interface FlyoutProps {
  label: string;
  /** Only the sign is shown; the label is said. */
  labelHidden?: boolean;
  icon?: IconName;
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** A button that lets a small sheet hang down; Escape, a press outside or leaving by Tab closes it. */
export function Flyout({ label, labelHidden = false, icon, children }: FlyoutProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!isOpen) return;
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for Escape and leaving; the button is the control.
    <div
      ref={root}
      className={styles.flyout}
      onKeyDown={(event) => isOpen && event.key === 'Escape' && close()}
      onBlur={(event) => event.relatedTarget && !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <button
        ref={button}
        type="button"
        className={cx(buttonClass({ kind: 'plain' }), styles.button)}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={label}
        title={labelHidden ? label : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {icon && <Icon name={icon} />}
        {!labelHidden && <span className={styles.label}>{label}</span>}
        <Icon name="expand" />
      </button>
      <div id={id} className={styles.sheet} hidden={!isOpen}>
        {isOpen && (typeof children === 'function' ? children(close) : children)}
      </div>
    </div>
  );
}
