import type { Theme } from '@shared/domain/instrumentGrid.ts';
import { useT } from '../../i18n/I18n.tsx';
import { Section } from '../../ui/Section.tsx';
import { CellWords } from './CellWords.tsx';
import { GapLinks } from './GapLinks.tsx';
import styles from './MapList.module.css';
import type { MapRow, MapView } from './mapView.ts';

interface MapListProps {
  view: MapView;
  /** The bureau also sees where nothing is said yet. */
  isWhole: boolean;
  onOpen: (row: MapRow, theme: Theme) => void;
}

/** The map on a narrow window: theme by theme, what is said of which instrument. */
export function MapList({ view, isWhole, onOpen }: MapListProps) {
  const t = useT();
  return view.themes.map((theme) => {
    const rows = view.rows.filter((row) => isWhole || view.cellAt(row, theme) || view.citedAt(row, theme) > 0);
    const gaps = view.gaps[theme.id];
    return (
      <Section key={theme.id} title={theme.name}>
        {rows.length === 0 && !gaps && <p className={styles.none}>{t('instruments.noneHere')}</p>}
        <ul className={styles.list}>
          {rows.map((row) => (
            <li key={row.id}>
              <button type="button" className={styles.row} onClick={() => onOpen(row, theme)}>
                <span>
                  <bdi>{row.label}</bdi>
                </span>
                <CellWords cell={view.cellAt(row, theme)} cited={view.citedAt(row, theme)} />
              </button>
            </li>
          ))}
          {gaps && (
            <li className={styles.declared}>
              <span>{t('instruments.declaredRow')}</span>
              <GapLinks gaps={gaps} />
            </li>
          )}
        </ul>
      </Section>
    );
  });
}
