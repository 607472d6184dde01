import { callingOrder, isCallOver, type RollCall, turnOf } from '@shared/domain/rollCall.ts';
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
      {call.lot ? (
        <div className={styles.columns}>
          <div className={styles.now}>
            <Called call={call} />
          </div>
          <Order call={call} />
        </div>
      ) : (
        <p className={styles.current}>{t('ballot.roll.notDrawn')}</p>
      )}
    </div>
  );
}

function Called({ call }: { call: RollCall }) {
  const t = useT();
  const format = useFormat();
  const { current, left } = turnOf(call);
  const answers = Object.values(call.answers);
  const isOver = isCallOver(call);
  return (
    <>
      <p>{!isOver && t('ballot.roll.current')}</p>
      <p className={styles.current}>
        {isOver ? t('ballot.roll.over') : current && <DelegationName id={current} withRegion />}
      </p>
      <p className={styles.said}>{!isOver && current && <Answer answer={call.answers[current]} />}</p>
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
    </>
  );
}

/** What a delegation has answered, by sign and word, or that it did not. */
function Answer({ answer }: { answer: RollCall['answers'][string] | undefined }) {
  const t = useT();
  if (!answer) return null;
  const said = choices.find(({ choice }) => choice === answer.choice);
  if (!said) return t('ballot.roll.absentMark');
  return (
    <>
      <Icon name={said.icon} /> {t(`vote.choice.${said.choice}`)}
    </>
  );
}

const before = 3;
const after = 4;

/** Where the call is: who was called last with what they answered, who is called now, who comes next. */
function Order({ call }: { call: RollCall }) {
  const t = useT();
  const turns = callingOrder(call);
  const at = call.called - 1;
  const from = Math.max(0, Math.min(at - before, turns.length - before - after - 1));
  const shown = turns.slice(from, from + before + after + 1);
  return (
    <ol className={styles.order} aria-label={t('ballot.roll.list')} start={from + 1}>
      {shown.map((id, place) => (
        <li key={id} className={styles.turn} aria-current={from + place === at ? 'step' : undefined}>
          <DelegationName id={id} />
          <span className={styles.answer}>
            <Answer answer={call.answers[id]} />
          </span>
        </li>
      ))}
    </ol>
  );
}
