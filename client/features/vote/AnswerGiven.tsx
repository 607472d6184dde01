import type { Answer } from '@shared/domain/rollCall.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { Message } from '../../i18n/Message.tsx';
import { PersonName } from '../../parts/PersonName.tsx';
import { useYou } from '../../sync/Seat.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './BallotSent.module.css';
import { ChoiceWords } from './ChoiceWords.tsx';

/** That the server has the delegation's answer: which, since when, and whose it was. */
export function AnswerGiven({ answer, castBy }: { answer: Answer; castBy: string | null }) {
  const t = useT();
  const format = useFormat();
  const { participantId } = useYou();
  const { choice, by, at } = answer;
  const time = format.time(at, { seconds: true });
  return (
    <div role="status" className={styles.state}>
      <h2 className={styles.head}>
        <Icon name={choice ? 'done' : 'minus'} />
        {t(choice ? 'ballot.roll.recorded' : 'ballot.roll.absent', { at: time })}
      </h2>
      {choice && (
        <p>
          {t('ballot.roll.said')} <ChoiceWords choice={choice} />
        </p>
      )}
      {choice && by === 'secretariat' && <p>{t('ballot.roll.bySecretariat')}</p>}
      {castBy && castBy === participantId && <p>{t('ballot.roll.byYou')}</p>}
      {castBy && castBy !== participantId && (
        <p>
          <Message
            id="ballot.roll.byColleague"
            values={{
              name: (
                <strong>
                  <PersonName id={castBy} />
                </strong>
              ),
            }}
          />
        </p>
      )}
      <p className={styles.sealed}>{t(choice ? 'ballot.roll.stands' : 'ballot.roll.absentWords')}</p>
    </div>
  );
}
