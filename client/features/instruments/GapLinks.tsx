import type { DeclaredGap } from '@shared/domain/instrumentGrid.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useSeat } from '../../sync/Seat.tsx';
import styles from './CellWords.module.css';

/** A gap under a theme as a cell of the map: that items declare it, and which. */
export function GapLinks({ gaps }: { gaps: readonly DeclaredGap[] }) {
  const t = useT();
  const { consultationId } = useSeat();
  return (
    <span className={styles.words}>
      <span className={styles.value}>
        <span className={`${styles.sign} ${styles.gap}`} aria-hidden="true" />
        {t('instruments.proposedBy', { n: gaps.length })}
      </span>
      {gaps.map(({ itemId, panelId, title, gap }) => (
        <a key={itemId} href={`/c/${consultationId}/board/${panelId}?item=${encodeURIComponent(itemId)}`} title={gap}>
          <bdi>{title}</bdi>
        </a>
      ))}
    </span>
  );
}
