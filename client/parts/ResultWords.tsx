import { useT } from '../i18n/I18n.tsx';
import { cx } from '../ui/cx.ts';
import styles from './ResultWords.module.css';
import { type ToldOutcome, voteWords } from './voteWords.ts';

/** A declared result in words: heading where it is only indicative, the count, the formula, the quorum, the verdict. */
export function ResultWords(props: { outcome: ToldOutcome; isIndicative: boolean; size?: 'page' | 'wall' }) {
  const t = useT();
  const { heading, count, formula, quorum, verdict } = voteWords(props.outcome, props.isIndicative, t);
  return (
    <div className={cx(styles.result, styles[props.size ?? 'page'])}>
      {heading && <p className={styles.heading}>{heading}</p>}
      <p>{count}</p>
      <p>{formula}</p>
      {quorum && <p>{quorum}</p>}
      <p className={styles.verdict}>{verdict}</p>
    </div>
  );
}
