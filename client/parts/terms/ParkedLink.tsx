import { lazy, Suspense } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica, useSeat } from '../../sync/Seat.tsx';
import styles from './ParkedLink.module.css';

const ParkedWaiting = lazy(() => import('./ParkedWaiting.tsx').then((module) => ({ default: module.ParkedWaiting })));

/** The disagreements about terms that are parked, and the way to their list; nothing while there is none. */
export function ParkedLink() {
  const t = useT();
  const { consultationId } = useSeat();
  const disagreements = useReplica(({ plenary }) => plenary.term.disagreements);
  const waiting = disagreements.filter(({ outcome }) => outcome === null);
  if (waiting.length === 0) return null;
  return (
    <section className={styles.parked} aria-label={t('terms.parked')}>
      <a href={`/c/${consultationId}/terms`}>{t('terms.parked.count', { n: waiting.length })}</a>
      <Suspense fallback={null}>
        <ParkedWaiting waiting={waiting} />
      </Suspense>
    </section>
  );
}
