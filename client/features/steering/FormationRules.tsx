import type { Bound, Examination } from '@shared/domain/dealing.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './FormationRules.module.css';

const bounds: readonly Bound[] = ['size', 'region', 'delegation'];

/** Says of each rule whether it holds, and where not in how many rooms. */
export function FormationRules({ examination, manual }: { examination: Examination; manual: number }) {
  const t = useT();
  const format = useFormat();
  const { holds, breaches, maxDeviation, unseated } = examination;
  return (
    <ul className={styles.rules} aria-label={t('steering.rules')}>
      {bounds.map((bound) => {
        const rooms = new Set(breaches.filter(({ rule }) => rule === bound).map(({ room }) => room)).size;
        return (
          <li key={bound} className={styles.rule} data-holds={holds[bound]}>
            <Icon name={holds[bound] ? 'check' : 'alert'} />
            <span>
              {t(`steering.rule.${bound}`)}{' '}
              <strong>{holds[bound] ? t('steering.rule.holds') : t('steering.rule.broken', { rooms })}</strong>
            </span>
          </li>
        );
      })}
      {unseated.length > 0 && (
        <li className={styles.rule} data-holds="false">
          <Icon name="alert" />
          <span>{t('steering.rule.unseated', { n: unseated.length })}</span>
        </li>
      )}
      <li className={styles.note}>
        {t('steering.rule.deviation', { by: format.number(maxDeviation) })} {t('steering.rule.manual', { n: manual })}
      </li>
    </ul>
  );
}
