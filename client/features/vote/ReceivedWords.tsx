import { useFormat, useT } from '../../i18n/I18n.tsx';
import { Message } from '../../i18n/Message.tsx';
import { PersonName } from '../../parts/PersonName.tsx';
import { useYou } from '../../sync/Seat.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './BallotSent.module.css';
import type { BallotStanding } from './ballotStanding.ts';
import { ChoiceWords } from './ChoiceWords.tsx';

/** That the server has the ballot: when it came and from whom; the choice only where this very device sent it. */
export function ReceivedWords(props: {
  standing: Extract<BallotStanding, { phase: 'received' }>;
  /** Names are kept and told with the result; otherwise only the totals ever are. */
  isNamed: boolean;
}) {
  const t = useT();
  const format = useFormat();
  const { participantId } = useYou();
  const { at, castBy, times, sent, isReplaced } = props.standing;
  const time = format.time(at, { seconds: true });
  const isOwn = castBy === participantId;
  return (
    <>
      <h2 className={styles.head}>
        <Icon name="done" />
        {t(isOwn && !isReplaced ? 'vote.recorded' : 'vote.recordedByOther', { at: time })}
      </h2>
      {isOwn ? (
        (!sent || isReplaced) && <p>{t('vote.receivedOwn')}</p>
      ) : (
        <p>
          <Message
            id="vote.received"
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
      {sent && (
        <p>
          {t('vote.deviceSent', { at: format.time(sent.sentAt, { seconds: true }) })}{' '}
          <ChoiceWords choice={sent.choice} />
        </p>
      )}
      {isReplaced && <p>{t('vote.replaced')}</p>}
      <p className={styles.sealed}>{t(props.isNamed ? 'vote.sealed' : 'ballot.hands.sealed', { times })}</p>
    </>
  );
}
