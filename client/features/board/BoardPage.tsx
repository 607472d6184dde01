import type { PanelId } from '@shared/domain/kernel/ids.ts';
import type { Stage } from '@shared/domain/kernel/words.ts';
import { type ReactNode, useMemo, useState } from 'react';
import { useLocation, useParams, useSearchParams } from 'wouter';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { usePermitRefusal, useReplica, useSeat } from '../../sync/Seat.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import { BoardColumn } from './BoardColumn.tsx';
import styles from './BoardPage.module.css';
import { setAside, shownColumns } from './boardView.ts';
import { ItemPanel } from './ItemPanel.tsx';
import { SetAsideList } from './SetAsideList.tsx';
import { useItemHref } from './useItemHref.ts';

/** Below so many items nobody needs to search for one. */
const searchFrom = 12;

/** The plenary's board of one panel, live for everyone. */
export function BoardPage() {
  const t = useT();
  const { panelId: asked } = useParams();
  const panels = useReplica(({ plenary }) => plenary.panel);
  const panelId = asked ?? panels.live ?? panels.order[0];
  const panel = panels.byId[panelId ?? ''];
  if (!panel) return <Empty title={t('board.noPanel')}>{t('board.noPanelHint')}</Empty>;
  return <Board key={panel.id} panelId={panel.id} />;
}

function Board({ panelId }: { panelId: PanelId }) {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const [sought, setSought] = useState('');
  const board = useReplica(({ plenary }) => plenary.board);
  const columns = useMemo(() => shownColumns(board, panelId, sought), [board, panelId, sought]);
  const aside = useMemo(() => setAside(board, panelId), [board, panelId]);
  const total = columns.reduce((sum, each) => sum + each.total, 0);
  const openId = params.get('item');
  const hrefOf = useItemHref(panelId);
  const close = () =>
    setParams((now) => {
      const next = new URLSearchParams(now);
      next.delete('item');
      return next;
    });
  return (
    <div className={styles.board}>
      <BoardHead panelId={panelId} total={total}>
        {(total >= searchFrom || sought !== '') && (
          <TextField
            label={t('board.search')}
            placeholder={t('board.searchHint')}
            icon="search"
            type="search"
            value={sought}
            onChange={setSought}
          />
        )}
      </BoardHead>
      <Columns panelId={panelId} columns={columns} isSearching={sought !== ''} />
      <SetAsideList items={aside} hrefOf={hrefOf} />
      {openId !== null && <ItemPanel key={openId} itemId={openId} onClose={close} />}
    </div>
  );
}

function BoardHead({ panelId, total, children }: { panelId: PanelId; total: number; children: ReactNode }) {
  const t = useT();
  const { consultationId } = useSeat();
  const [, navigate] = useLocation();
  const { byId, order } = useReplica(({ plenary }) => plenary.panel);
  const panel = byId[panelId];
  if (!panel) return null;
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <p className={styles.over}>
          {t('board.over', { n: order.indexOf(panelId) + 1, step: t(`parts.step.${panel.step}`) })} ·{' '}
          {t('board.count', { n: total })}
        </p>
        <h1 className={styles.title} dir="auto">
          {panel.title}
        </h1>
      </div>
      {children}
      {order.length > 1 && (
        <NativeSelect
          label={t('board.panel')}
          value={panelId}
          onChange={(next) => navigate(`/c/${consultationId}/board/${next}`)}
          options={order.map((id, at) => ({
            value: id,
            label: t('board.panelOption', { n: at + 1, title: byId[id]?.title ?? id }),
          }))}
        />
      )}
    </header>
  );
}

interface ColumnsProps {
  panelId: PanelId;
  columns: ReturnType<typeof shownColumns>;
  isSearching: boolean;
}

/** The four columns side by side, or one at a time where there is no room for more. */
function Columns({ columns, ...rest }: ColumnsProps) {
  const t = useT();
  const format = useFormat();
  const isNarrow = useIsNarrow();
  const isArrangeable = usePermitRefusal('board.stage', { panelId: rest.panelId }) === null;
  // One begins where most is: the fullest column.
  const [chosen, setChosen] = useState<Stage>(
    () =>
      columns.reduce(
        (most, each) => (each.total > most.total ? each : most),
        columns[0] ?? { total: 0, stage: 'reported' as const },
      ).stage,
  );
  const drawn = (column: ColumnsProps['columns'][number]) => (
    <BoardColumn column={column} isArrangeable={isArrangeable} level={isNarrow ? 2 : 3} {...rest} />
  );
  if (isNarrow)
    return (
      <Tabs
        label={t('board.columns')}
        selected={chosen}
        onSelect={setChosen}
        tabs={columns.map((column) => ({
          key: column.stage,
          label: t(`parts.stage.${column.stage}`),
          count: format.number(column.items.length),
          content: drawn(column),
        }))}
      />
    );
  return (
    <div className={styles.columns}>
      {columns.map((column) => (
        <section key={column.stage} className={styles.column} aria-labelledby={`column-${column.stage}`}>
          <h2 id={`column-${column.stage}`} className={styles.heading}>
            <span>{t(`parts.stage.${column.stage}`)}</span>
            <span className={styles.number}>{format.number(column.items.length)}</span>
          </h2>
          {drawn(column)}
        </section>
      ))}
    </div>
  );
}
