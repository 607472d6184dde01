import type { MapCell } from '@shared/domain/instrumentMap.ts';
import { useT } from '../../i18n/I18n.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './CellWords.module.css';

/** What the map says in one place: sign and word, whether there is a note, and how many items cite the instrument. */
export function CellWords({ cell, cited }: { cell: MapCell | undefined; cited: number }) {
  const t = useT();
  const hasMore = cell && (cell.note !== '' || cell.source !== '');
  return (
    <span className={styles.words}>
      {cell && (
        <span className={styles.value}>
          <span className={cx(styles.sign, styles[cell.value])} aria-hidden="true" />
          {t(`instruments.value.${cell.value}`)}
          {hasMore && <Icon name="footnote" label={t('instruments.hasNote')} />}
        </span>
      )}
      {cited > 0 && <span className={styles.cited}>{t('instruments.cited', { n: cited })}</span>}
    </span>
  );
}
