import type { ReactNode } from 'react';
import styles from './Badge.module.css';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

/** What a word of state means for the reader. */
export type Tone = 'neutral' | 'accent' | 'caution' | 'danger' | 'success';

/** A word of state; the tone never says it alone. */
export function Badge(props: { tone?: Tone; icon?: IconName; outlined?: boolean; children: ReactNode }) {
  return (
    <span className={cx(styles.badge, styles[props.tone ?? 'neutral'], props.outlined && styles.outlined)}>
      {props.icon && <Icon name={props.icon} />}
      <span>{props.children}</span>
    </span>
  );
}
