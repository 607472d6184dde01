import { callingOrder, type RollCall, turnOf } from '@shared/domain/rollCall.ts';
import { useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import styles from './CallerList.module.css';
import { ChoiceWords } from './ChoiceWords.tsx';

/** Everyone in the order of the call, round from the one drawn, with what they answered; before the draw, by the alphabet. */
export function CallerList({ call }: { call: RollCall }) {
  const t = useT();
  const ids = call.lot ? callingOrder(call) : call.order;
  const { current } = turnOf(call);
  return (
    <section aria-labelledby="caller-list" className={styles.list}>
      <h4 id="caller-list" className={styles.head}>
        {t(call.lot ? 'ballot.roll.list' : 'ballot.roll.listBefore')}
      </h4>
      <ol className={styles.names}>
        {ids.map((id) => {
          const answer = call.answers[id];
          return (
            <li key={id} aria-current={id === current ? 'step' : undefined}>
              <DelegationName id={id} />
              {answer?.choice && <ChoiceWords choice={answer.choice} />}
              {answer && !answer.choice && <span className={styles.mark}>{t('ballot.roll.absentMark')}</span>}
              {answer?.choice && answer.by === 'secretariat' && (
                <span className={styles.mark}>{t('ballot.roll.enteredMark')}</span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
