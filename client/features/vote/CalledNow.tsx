import { isCallOver, type RollCall, turnOf } from '@shared/domain/rollCall.ts';
import { useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './CalledNow.module.css';
import { ChoiceWords } from './ChoiceWords.tsx';
import { signOf } from './choices.ts';
import { saidSoFar } from './rollCall.ts';

/** Where a roll call stands: who is called and what was answered, who comes next, how many are left, how many said what. */
export function CalledNow({ call }: { call: RollCall }) {
  const t = useT();
  const { current, next, afterNext, left } = turnOf(call);
  if (!call.lot) return <p>{t('ballot.roll.notDrawn')}</p>;
  const answer = current === null ? undefined : call.answers[current];
  return (
    <div className={styles.now}>
      {isCallOver(call) ? (
        <p className={styles.current}>{t('ballot.roll.over')}</p>
      ) : (
        <p className={styles.current} aria-live="polite">
          <span className={styles.label}>{t('ballot.roll.current')}</span>{' '}
          {current && <DelegationName id={current} withRegion />}{' '}
          {answer?.choice && <ChoiceWords choice={answer.choice} />}
        </p>
      )}
      <dl className={styles.facts}>
        {next && <Then label={t('ballot.roll.nextLabel')} id={next} />}
        {afterNext && <Then label={t('ballot.roll.afterNext')} id={afterNext} />}
        <div>
          <dt>{t('ballot.roll.left')}</dt>
          <dd>{t('ballot.roll.leftOf', { n: left, members: call.order.length })}</dd>
        </div>
        {saidSoFar(call).map(({ choice, n }) => (
          <div key={choice}>
            <dt>
              <Icon name={signOf(choice)} /> {t(`vote.choice.${choice}`)}
            </dt>
            <dd>{n}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Then({ label, id }: { label: string; id: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <DelegationName id={id} />
      </dd>
    </div>
  );
}
