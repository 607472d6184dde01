import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import styles from './Notice.module.css';

const signs = { neutral: 'info', caution: 'alert', danger: 'alert', success: 'done' } as const satisfies Record<
  string,
  IconName
>;

/** A sentence that stands in the page until its cause is gone: "Indicative, not a decision", a refusal, a freeze. */
export function Notice(props: { tone?: keyof typeof signs; acts?: ReactNode; live?: boolean; children: ReactNode }) {
  const tone = props.tone ?? 'neutral';
  return (
    <div className={cx(styles.notice, styles[tone])} role={props.live ? 'status' : undefined}>
      <Icon name={signs[tone]} />
      <div className={styles.words}>{props.children}</div>
      {props.acts && <div className={styles.acts}>{props.acts}</div>}
    </div>
  );
}
