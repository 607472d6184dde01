import { useEffect, useRef, useState } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { useLine } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './BallotSent.module.css';
import type { BallotStanding } from './ballotStanding.ts';
import { ChoiceWords } from './ChoiceWords.tsx';
import { ReceivedWords } from './ReceivedWords.tsx';

type Sending = Extract<BallotStanding, { phase: 'sending' }>;
type Received = Extract<BallotStanding, { phase: 'received' }>;

/** How the ballot stands once it was cast: on its way, not yet acknowledged, or recorded; in words, with the time. */
export function BallotSent({
  standing,
  isNamed,
  onChange,
}: {
  standing: Sending | Received;
  isNamed: boolean;
  onChange(): void;
}) {
  const t = useT();
  const head = useRef<HTMLDivElement>(null);
  const isReceived = standing.phase === 'received';
  const wasJustCast = useRef(standing.phase === 'sending');
  // The button that was pressed is gone with its screen: the focus goes on to what became of the ballot.
  useEffect(() => {
    if (wasJustCast.current) head.current?.focus();
  }, []);
  return (
    <div className={styles.sent}>
      <div ref={head} role="status" tabIndex={-1} className={styles.state}>
        {isReceived ? <ReceivedWords standing={standing} isNamed={isNamed} /> : <OnItsWay standing={standing} />}
      </div>
      {isReceived && (
        <div className={styles.acts}>
          <p>{t('vote.lastCounts')}</p>
          <Button icon="edit" onClick={onChange}>
            {t('vote.change')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** After so long without an answer one is told that there is none yet. */
const patienceMs = 2_000;

function OnItsWay({ standing }: { standing: Sending }) {
  const t = useT();
  const format = useFormat();
  const line = useLine();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  const isCut = line !== 'live';
  return (
    <>
      <h2 className={styles.head}>
        <Icon name={isCut ? 'offline' : 'send'} />
        {t(isLate || isCut ? 'vote.notYetAcknowledged' : 'vote.sending')}
      </h2>
      <p>
        {t('vote.deviceSends', { at: format.time(standing.sentAt, { seconds: true }) })}{' '}
        <ChoiceWords choice={standing.choice} />
      </p>
      {(isLate || isCut) && <p>{t(isCut ? 'vote.waitsForLine' : 'vote.waitsForAnswer')}</p>}
    </>
  );
}
