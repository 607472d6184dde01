import type { TabledItem } from '@shared/domain/board.ts';
import { type Stage, stages } from '@shared/domain/kernel/words.ts';
import { memo, useState } from 'react';
import { useLocation } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { DragList, type Move } from '../../ui/aria/DragList.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './BoardColumn.module.css';
import type { ShownColumn } from './boardView.ts';
import { ItemCard } from './ItemCard.tsx';
import { useBoardActs } from './useBoardActs.ts';
import { useItemHref } from './useItemHref.ts';

/** More cards than anybody reads at once; the others come when asked for. */
const firstCards = 40;

export interface BoardColumnProps {
  panelId: string;
  column: ShownColumn;
  /** Whether the reader may arrange cards. */
  isArrangeable: boolean;
  isSearching: boolean;
  /** The level of the cards' headings. */
  level: 2 | 3;
}

/** The cards of one stage; the bureau arranges them, everybody opens them. */
export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
  const { panelId, column, isArrangeable, isSearching, level } = props;
  const t = useT();
  const acts = useBoardActs();
  const [, navigate] = useLocation();
  const hrefOf = useItemHref(panelId);
  const [isWhole, setWhole] = useState(false);
  const { stage } = column;
  const items = isWhole ? column.items : column.items.slice(0, firstCards);
  const rest = column.items.length - items.length;
  const empty = t(isSearching && column.total > 0 ? 'board.noMatch' : `board.empty.${stage}`);
  const move = ({ keys, toList, before }: Move) => {
    const to = stageOfList(toList);
    // At the end of what is shown is before what is not.
    const target = before ?? (rest > 0 ? (column.items[items.length]?.id ?? null) : null);
    for (const key of keys) if (to) void acts.stage(key, to, target === key ? null : target);
  };
  return (
    <div className={styles.column}>
      {isArrangeable ? (
        <DragList
          listId={listOf(panelId, stage)}
          label={t(`parts.stage.${stage}`)}
          items={items.map(entryOf)}
          dragType={`rapporteur/card-${panelId}`}
          onMove={move}
          onOpen={(key) => navigate(hrefOf(key))}
          empty={empty}
          render={({ item }) => <ItemCard item={item} withActs level={level} />}
        />
      ) : items.length === 0 ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <ul className={styles.list} aria-label={t(`parts.stage.${stage}`)}>
          {items.map((item) => (
            <li key={item.id} className={styles.item}>
              <ItemCard item={item} href={hrefOf(item.id)} level={level} />
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && (
        <Button wide onClick={() => setWhole(true)}>
          {t('board.showRest', { n: rest })}
        </Button>
      )}
    </div>
  );
}, isSame);

/** A column is drawn again when its own cards have changed, not for every event on the board. */
function isSame(before: BoardColumnProps, after: BoardColumnProps): boolean {
  const { column: old, ...rest } = before;
  const { column, ...next } = after;
  return (
    old.total === column.total &&
    old.items.length === column.items.length &&
    old.items.every((item, at) => item === column.items[at]) &&
    rest.panelId === next.panelId &&
    rest.isArrangeable === next.isArrangeable &&
    rest.isSearching === next.isSearching &&
    rest.level === next.level
  );
}

// The list draws an entry anew when it is another object: an item that has not changed keeps its entry.
const entries = new WeakMap<TabledItem, Entry>();

interface Entry {
  key: string;
  label: string;
  item: TabledItem;
}

function entryOf(item: TabledItem): Entry {
  const known = entries.get(item);
  if (known) return known;
  const entry = { key: item.id, label: item.current.title, item };
  entries.set(item, entry);
  return entry;
}

function listOf(panelId: string, stage: Stage): string {
  return `${panelId}/${stage}`;
}

function stageOfList(listId: string): Stage | undefined {
  return stages.find((stage) => listId.endsWith(`/${stage}`));
}
