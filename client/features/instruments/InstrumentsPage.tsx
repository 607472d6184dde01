import { instruments } from '@shared/data/instruments.ts';
import { citationsOf, declaredGaps, rowsOf, type Theme, themesOf } from '@shared/domain/instrumentGrid.ts';
import { useMemo, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { csvOf, download } from '../../parts/csv.ts';
import { usePermitRefusal, useReplica } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import { AddInstrument, AddTheme } from './AddDialogs.tsx';
import { CellDialog, CellReading } from './CellDialog.tsx';
import { DeclaredGaps } from './DeclaredGaps.tsx';
import styles from './InstrumentsPage.module.css';
import { MapGrid } from './MapGrid.tsx';
import { MapList } from './MapList.tsx';
import { csvLines, type MapRow, type MapView, mapRows } from './mapView.ts';
import { OwnEntries } from './OwnEntries.tsx';
import { useCellActs } from './useCellActs.ts';

const csvHead = ['instrument', 'symbol', 'year', 'theme', 'value', 'note', 'source', 'cited'] as const;

/** Which instrument covers which theme, and where the gaps are: for everybody to read, for the bureau to say. */
export function InstrumentsPage() {
  const t = useT();
  const isNarrow = useIsNarrow();
  const acts = useCellActs();
  const [isWhole, setWhole] = useState(false);
  const { view, isEmpty } = useView(isWhole);
  const [place, setPlace] = useState<{ row: MapRow; theme: Theme } | null>(null);
  const open = (row: MapRow, theme: Theme) => setPlace({ row, theme });
  const save = () => {
    const head = csvHead.map((each) => t(`instruments.column.${each}`));
    download('instruments.csv', csvOf([head, ...csvLines(view, (value) => t(`instruments.value.${value}`))]));
  };
  const OpenDialog = acts ? CellDialog : CellReading;
  return (
    <>
      <PageTitle
        title={t('instruments.page')}
        under={t('instruments.under.page')}
        acts={
          <>
            <Adding />
            <Button icon="download" disabled={isEmpty} onClick={save}>
              {t('instruments.download')}
            </Button>
          </>
        }
      />
      <div className={styles.page}>
        <Checkbox label={t('instruments.whole')} checked={isWhole} onChange={setWhole} />
        {acts && !isNarrow && <p className={styles.keys}>{t('instruments.keys')}</p>}
        {view.themes.length === 0 || (isEmpty && view.rows.length === 0) ? (
          <Empty title={t('instruments.none')}>{t(acts ? 'instruments.noneBureau' : 'instruments.noneWords')}</Empty>
        ) : isNarrow ? (
          <MapList view={view} isWhole={isWhole} onOpen={open} />
        ) : (
          <MapGrid view={view} acts={acts} onOpen={open} />
        )}
        <DeclaredGaps view={view} />
        <OwnEntries />
      </div>
      {place && (
        <OpenDialog
          {...place}
          cell={view.cellAt(place.row, place.theme)}
          cited={view.citedAt(place.row, place.theme)}
          onClose={() => setPlace(null)}
        />
      )}
    </>
  );
}

/** What only the secretariat adds. */
function Adding() {
  const t = useT();
  const refused = usePermitRefusal('instrumentMap.addInstrument', {});
  const [adding, setAdding] = useState<'instrument' | 'theme' | null>(null);
  const close = () => setAdding(null);
  if (refused) return null;
  return (
    <>
      <Button icon="add" onClick={() => setAdding('instrument')}>
        {t('instruments.addInstrument')}
      </Button>
      <Button icon="add" onClick={() => setAdding('theme')}>
        {t('instruments.addTheme')}
      </Button>
      {adding === 'instrument' && <AddInstrument onClose={close} />}
      {adding === 'theme' && <AddTheme onClose={close} />}
    </>
  );
}

function useView(isWhole: boolean): { view: MapView; isEmpty: boolean } {
  const { map, panels, board } = useReplica(({ plenary }) => ({
    ...{ map: plenary.instrumentMap, panels: plenary.panel, board: plenary.board },
  }));
  return useMemo(() => {
    const themes = themesOf(panels, map);
    const known = rowsOf(map, board, themes);
    const cited = citationsOf(board);
    const view: MapView = {
      themes,
      rows: mapRows(instruments, map, (id) => isWhole || known.has(id)),
      cellAt: (row, theme) => map.cells[row.id]?.[theme.id],
      citedAt: (row, theme) => cited.get(row.id)?.get(theme.id) ?? 0,
      gaps: declaredGaps(board, themes),
    };
    return { view, isEmpty: known.size === 0 && Object.keys(view.gaps).length === 0 };
  }, [map, panels, board, isWhole]);
}
