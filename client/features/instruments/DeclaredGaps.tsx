import { useT } from '../../i18n/I18n.tsx';
import { useSeat } from '../../sync/Seat.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './InstrumentsPage.module.css';
import type { MapView } from './mapView.ts';

/** The gaps that items on the board say they fill, theme by theme. */
export function DeclaredGaps({ view }: { view: MapView }) {
  const t = useT();
  const { consultationId } = useSeat();
  const themes = view.themes.filter(({ id }) => view.gaps[id]);
  if (themes.length === 0) return null;
  return (
    <Section title={t('instruments.declared')}>
      {themes.map(({ id, name }) => (
        <Section key={id} level={3} title={name}>
          <ul className={styles.gaps}>
            {view.gaps[id]?.map(({ itemId, panelId, title, gap }) => (
              <li key={itemId}>
                <bdi>{gap}</bdi>{' '}
                <a href={`/c/${consultationId}/board/${panelId}?item=${encodeURIComponent(itemId)}`}>
                  <bdi>{title}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Section>
  );
}
