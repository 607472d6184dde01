import { cx } from './cx.ts';
import styles from './Kbd.module.css';

/** A key of the keyboard; quiet inside a button, where aria-keyshortcuts says it. */
export function Kbd({ children, quiet = false }: { children: string; quiet?: boolean }) {
  return (
    <kbd className={cx(styles.key, quiet && styles.quiet)} dir="ltr" aria-hidden={quiet || undefined}>
      {children}
    </kbd>
  );
}
