import type { ItemId } from '@shared/domain/kernel/ids.ts';
import { useFormat, useT } from '../i18n/I18n.tsx';
import { cx } from '../ui/cx.ts';
import { RegionMark, regionClass } from '../ui/RegionMark.tsx';
import styles from './PositionStrip.module.css';
import { usePositions } from './usePositions.ts';

/** An item's positions in one line for a card: a mark and a small bar per regional group, in words for those who listen. */
export function PositionStrip({ itemId }: { itemId: ItemId }) {
  const t = useT();
  const format = useFormat();
  const { rows, total } = usePositions(itemId);
  if (total === 0) return <p className={styles.none}>{t('parts.position.nobody')}</p>;
  const words = rows
    .filter(({ support, live, concern }) => support + live + concern > 0)
    .map(({ region, support, live, concern }) =>
      t('parts.position.inRegion', { region: t(`parts.region.${region}`), support, live, concern }),
    );
  return (
    <div className={styles.strip} role="img" aria-label={format.list(words, 'unit')} title={words.join('\n')}>
      {rows.map(({ region, support, live, concern }) => (
        <span key={region} className={cx(styles.region, regionClass(region))}>
          <RegionMark region={region} hollow={support + live + concern === 0} />
          <span className={styles.bar}>
            {support > 0 && <span className={styles.support} style={{ flexGrow: support }} />}
            {live > 0 && <span className={styles.live} style={{ flexGrow: live }} />}
            {concern > 0 && <span className={styles.concern} style={{ flexGrow: concern }} />}
          </span>
        </span>
      ))}
    </div>
  );
}
