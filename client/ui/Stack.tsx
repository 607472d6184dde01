import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import styles from './Stack.module.css';

/** Distances on the four-pixel grid. */
export type Gap = 1 | 2 | 3 | 4 | 6 | 8;

/** Things one below the other at one distance. */
export function Stack({ gap = 4, className, ...rest }: ComponentProps<'div'> & { gap?: Gap }) {
  return <div {...rest} className={cx(styles.stack, styles[`gap${gap}`], className)} />;
}

/** Things beside each other that wrap where the line ends. */
export function Cluster(props: ComponentProps<'div'> & { gap?: Gap; justify?: 'start' | 'between' | 'end' }) {
  const { gap = 2, justify = 'start', className, ...rest } = props;
  return <div {...rest} className={cx(styles.cluster, styles[`gap${gap}`], styles[justify], className)} />;
}
