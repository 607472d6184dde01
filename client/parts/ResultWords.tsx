import { outcomeWords, type ToldOutcome } from '@shared/i18n/outcomeWords.ts';
import { useFormat, useT } from '../i18n/I18n.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './ResultWords.module.css';

const signs = { carried: 'check', 'not-carried': 'close', tied: 'order', 'no-quorum': 'minus' } as const;

/** A declared result in words: heading where it is only indicative, the count, the formula, the quorum, the verdict. */
export function ResultWords(props: {
  outcome: ToldOutcome;
  isIndicative: boolean;
  size?: 'page' | 'wall';
  /** The last instant (epoch ms) at which a tied vote is held again. */
  secondVoteUntil?: number | undefined;
  /** The rules that it was taken under. */
  terms?: { profile: string; profileVersion: number };
}) {
  const t = useT();
  const format = useFormat();
  const { outcome, isIndicative, size = 'page', secondVoteUntil, terms } = props;
  const until = secondVoteUntil === undefined ? null : format.dateTime(secondVoteUntil);
  const words = outcomeWords(outcome, isIndicative, t, until);
  return (
    <div className={cx(styles.result, styles[size])}>
      {words.heading && <p className={styles.heading}>{words.heading}</p>}
      <p className={styles.count}>{words.count}</p>
      <p>{words.formula}</p>
      {words.quorum && <p>{words.quorum}</p>}
      <p className={styles.verdict}>
        <Icon name={signs[outcome.result]} />
        <span>{words.verdict}</span>
      </p>
      {words.secondVote && <p>{words.secondVote}</p>}
      {terms && (
        <p className={styles.under}>
          {t('result.under', { profile: t(`rules.name.${terms.profile}`), version: terms.profileVersion })}
        </p>
      )}
    </div>
  );
}
