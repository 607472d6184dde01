import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useMyRoom } from '../../parts/useMyRoom.ts';
import { usePermitRefusal, useReplica } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Section } from '../../ui/Section.tsx';
import { ParkedEntry } from './ParkedEntry.tsx';
import { ParkHere } from './ParkHere.tsx';
import styles from './TermsPage.module.css';

/** What rooms have parked: what waits, the oldest first, and below what was settled. */
export function ParkedList() {
  const t = useT();
  const disagreements = useReplica(({ plenary }) => plenary.term.disagreements);
  const waiting = disagreements.filter(({ outcome }) => outcome === null).sort((a, b) => a.parkedAt - b.parkedAt);
  const settled = disagreements.filter(({ outcome }) => outcome !== null).reverse();
  const roomId = useMyRoom()?.id ?? '';
  const mayPark = usePermitRefusal('term.park', { roomId, itemId: null }) === null;
  const [isParking, setParking] = useState(false);
  return (
    <Section
      title={t('terms.parked')}
      note={waiting.length > 0 && t('terms.parked.count', { n: waiting.length })}
      acts={
        mayPark &&
        !isParking && (
          <Button icon="pin" onClick={() => setParking(true)}>
            {t('terms.park.open')}
          </Button>
        )
      }
    >
      {mayPark && isParking && <ParkHere roomId={roomId} onDone={() => setParking(false)} />}
      {waiting.length === 0 && <Empty title={t('terms.parked.none')}>{t('terms.parked.noneWords')}</Empty>}
      <ul className={styles.list}>
        {waiting.map((each) => (
          <ParkedEntry key={each.id} disagreement={each} />
        ))}
      </ul>
      {settled.length > 0 && (
        <Disclosure summary={t('terms.settled.count', { n: settled.length })}>
          <ul className={styles.list}>
            {settled.map((each) => (
              <ParkedEntry key={each.id} disagreement={each} />
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  );
}
