import { isCallOver, type RollCall, turnOf } from '@shared/domain/rollCall.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './RollCallScene.module.css';
import { SubjectHead } from './SubjectHead.tsx';

const choices = [
  { choice: 'yes', icon: 'check' },
  { choice: 'no', icon: 'close' },
  { choice: 'abstain', icon: 'minus' },
] as const;

/** A roll call for the hall: who is called and what they said, who comes next, how many have said what. */
export function RollCallScene({ vote, call }: { vote: Vote; call: RollCall }) {
  const t = useT();
  return (
    <div className={styles.call}>
      <p>
        <strong>{t('ballot.method.roll-call')}</strong>
        {vote.terms.isIndicative && <strong> · {t('parts.result.indicative')}</strong>}
      </p>
      <SubjectHead vote={vote} />
      {call.lot ? <Called call={call} /> : <p className={styles.current}>{t('ballot.roll.notDrawn')}</p>}
    </div>
  );
}

function Called({ call }: { call: RollCall }) {
  const t = useT();
  const format = useFormat();
  const { current, next, afterNext, left } = turnOf(call);
  const answer = current === null ? undefined : call.answers[current];
  const said = choices.find(({ choice }) => choice === answer?.choice);
  const answers = Object.values(call.answers);
  return (
    <>
      <p className={styles.current}>
        {isCallOver(call) ? t('ballot.roll.over') : current && <DelegationName id={current} withRegion />}
      </p>
      <p className={styles.said}>
        {!isCallOver(call) && said && (
          <>
            <Icon name={said.icon} /> {t(`projector.choice.${said.choice}`)}
          </>
        )}
      </p>
      <dl className={styles.numbers}>
        {choices.map(({ choice, icon }) => (
          <div key={choice}>
            <dt>
              <Icon name={icon} /> {t(`projector.choice.${choice}`)}
            </dt>
            <dd>{format.number(answers.filter((each) => each.choice === choice).length)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('ballot.roll.left')}</dt>
          <dd>{format.number(left)}</dd>
        </div>
      </dl>
      <p className={styles.then}>
        {next && (
          <>
            {t('ballot.roll.nextLabel')}: <DelegationName id={next} />
          </>
        )}
        {afterNext && (
          <>
            {' · '}
            {t('ballot.roll.afterNext')}: <DelegationName id={afterNext} />
          </>
        )}
      </p>
    </>
  );
}
