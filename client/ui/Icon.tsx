import { cx } from './cx.ts';
import styles from './Icon.module.css';
import { type IconName, icons } from './icons.ts';

// Signs that point along the line of reading turn round in Arabic; clocks, ticks and letters do not.
const turning = new Set<IconName>([
  'back',
  'forward',
  'next',
  'previous',
  'undo',
  'redo',
  'send',
  'panel',
  'signOut',
  'chat',
  'order',
]);

/** A sign of the one icon set; without a label it is decoration beside words. */
export function Icon(props: { name: IconName; label?: string | undefined; className?: string | undefined }) {
  const Sign = icons[props.name];
  return (
    <Sign
      className={cx(styles.icon, turning.has(props.name) && styles.turning, props.className)}
      strokeWidth={1.75}
      {...(props.label ? { role: 'img', 'aria-label': props.label } : { 'aria-hidden': true })}
    />
  );
}
