import type { ComponentProps, ReactNode } from 'react';
import styles from './Card.module.css';
import { cx } from './cx.ts';

/** A sheet among others: an item, a room, a delegation. tone draws a bar at its start. */
export function Card(
  props: ComponentProps<'article'> & {
    tone?: 'neutral' | 'accent' | 'caution' | 'danger' | 'success';
    selected?: boolean;
    children: ReactNode;
  },
) {
  const { tone = 'neutral', selected = false, className, ...rest } = props;
  return <article {...rest} className={cx(styles.card, styles[tone], selected && styles.selected, className)} />;
}
