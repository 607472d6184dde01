import { useT } from '../../i18n/I18n.tsx';
import { useReplica, useSeat } from '../../sync/Seat.tsx';
import styles from './ParkedLink.module.css';

/** How many disagreements about terms are parked, and the way to their list; nothing while there is none. */
export function ParkedLink() {
  const t = useT();
  const { consultationId } = useSeat();
  const n = useReplica(({ plenary }) => plenary.term.disagreements.filter(({ outcome }) => outcome === null).length);
  if (n === 0) return null;
  return (
    <p className={styles.parked}>
      <a href={`/c/${consultationId}/terms`}>{t('terms.parked.count', { n })}</a>
    </p>
  );
}
