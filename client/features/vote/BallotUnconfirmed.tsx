import type { OwnBallot } from '@shared/domain/vote.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { Message } from '../../i18n/Message.tsx';
import { PersonName } from '../../parts/PersonName.tsx';
import { useLine } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Cluster } from '../../ui/Stack.tsx';
import styles from './BallotSent.module.css';
import type { BallotStanding } from './ballotStanding.ts';
import { ChoiceWords } from './ChoiceWords.tsx';

interface BallotUnconfirmedProps {
  standing: Extract<BallotStanding, { phase: 'unconfirmed' }>;
  own: OwnBallot | null;
  onAgain(): void;
  onChange(): void;
}

/** Sent from here, and nothing heard of it: says so, what is known of the delegation's ballot, and how to be sure. */
export function BallotUnconfirmed({ standing, own, onAgain, onChange }: BallotUnconfirmedProps) {
  const t = useT();
  const format = useFormat();
  const isLive = useLine() === 'live';
  const time = (at: number) => format.time(at, { seconds: true });
  return (
    <div className={styles.sent}>
      <div role="alert" className={styles.state}>
        <h2 className={styles.head}>
          <Icon name="alert" />
          {t('vote.unconfirmed')}
        </h2>
        <p>
          {t('vote.deviceSent', { at: time(standing.sentAt) })} <ChoiceWords choice={standing.choice} />
        </p>
        <p>
          {own ? (
            <Message
              id="vote.unconfirmedBut"
              values={{
                at: time(own.at),
                name: (
                  <strong>
                    <PersonName id={own.castBy} />
                  </strong>
                ),
              }}
            />
          ) : (
            isLive && t('vote.unconfirmedNone')
          )}
        </p>
      </div>
      <div className={styles.acts}>
        <p>{t('vote.againCountsOnce')}</p>
        <Cluster gap={3}>
          <Button kind="primary" icon="refresh" onClick={onAgain}>
            {t('vote.again')}
          </Button>
          <Button icon="edit" onClick={onChange}>
            {t('vote.choose')}
          </Button>
        </Cluster>
      </div>
    </div>
  );
}
