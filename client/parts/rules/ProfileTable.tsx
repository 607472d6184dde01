import { members } from '@shared/domain/delegation.ts';
import type { RuleProfile } from '@shared/domain/ruleProfile.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import styles from './ProfileTable.module.css';
import { profileRows } from './profileRows.ts';

/** What holds under a rule profile, line by line, with the rules of procedure that say so. */
export function ProfileTable({ profile }: { profile: RuleProfile }) {
  const t = useT();
  const format = useFormat();
  const entitled = useReplica(({ plenary }) => members(plenary.delegation).length);
  return (
    <dl className={styles.rows}>
      {profileRows(profile, entitled, t).map(({ topic, words, rules }) => (
        <div key={topic} className={styles.row}>
          <dt className={styles.topic}>{t(`rules.topic.${topic}`)}</dt>
          {words.map((sentence) => (
            <dd key={sentence}>{sentence}</dd>
          ))}
          {rules.length > 0 && (
            <dd className={styles.source}>
              {t('rules.numbers', { n: rules.length, list: format.list(rules.map((rule) => format.number(rule))) })}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
