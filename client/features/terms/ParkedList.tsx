import { useT } from '../../i18n/I18n.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Section } from '../../ui/Section.tsx';
import { ParkedEntry } from './ParkedEntry.tsx';
import styles from './TermsPage.module.css';

/** What rooms have parked: what waits, the oldest first, and below what was settled. */
export function ParkedList() {
  const t = useT();
  const disagreements = useReplica(({ plenary }) => plenary.term.disagreements);
  const waiting = disagreements.filter(({ outcome }) => outcome === null);
  const settled = disagreements.filter(({ outcome }) => outcome !== null).reverse();
  return (
    <Section title={t('terms.parked')} note={waiting.length > 0 && t('terms.parked.count', { n: waiting.length })}>
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
