import type { ReactNode, SyntheticEvent } from 'react';
import {
  Button as AriaButton,
  DropIndicator,
  type DropItem,
  type DropTarget,
  GridList,
  GridListItem,
  type Key,
  useDragAndDrop,
} from 'react-aria-components';
import { useT } from '../../i18n/I18n.tsx';
import { cx } from '../cx.ts';
import { Icon } from '../Icon.tsx';
import { AriaLocale } from './AriaLocale.tsx';
import styles from './DragList.module.css';

/** What can stand in a list that people arrange: its key and how it is called. */
export interface DragItem {
  key: string;
  label: string;
}

/** Where things were taken and where they were put; before null is the end of the list. */
export interface Move {
  keys: string[];
  fromList: string;
  toList: string;
  before: string | null;
}

export interface DragListProps<Item extends DragItem> {
  listId: string;
  label: string;
  items: readonly Item[];
  render: (item: Item) => ReactNode;
  /** Lists of the same type exchange items. */
  dragType: string;
  onMove: (move: Move) => void;
  onOpen?: (key: string) => void;
  layout?: 'list' | 'grid';
  empty?: ReactNode;
  isDisabled?: boolean;
}

/** A list that people arrange by pointer, touch or keyboard, within itself and with its neighbours. */
export function DragList<Item extends DragItem>(props: DragListProps<Item>) {
  const t = useT();
  const { label, items, onOpen, layout = 'list', isDisabled = false } = props;
  const { dragAndDropHooks } = useArranging(props);
  return (
    <AriaLocale>
      <GridList
        aria-label={label}
        className={cx(styles.list, styles[layout])}
        items={items}
        layout={layout === 'grid' ? 'grid' : 'stack'}
        {...(isDisabled ? {} : { dragAndDropHooks })}
        {...(onOpen ? { onAction: (key: Key) => onOpen(String(key)) } : {})}
        renderEmptyState={() => <div className={styles.empty}>{props.empty}</div>}
      >
        {(item) => (
          <GridListItem id={item.key} textValue={item.label} className={cx(styles.item)}>
            {!isDisabled && (
              <AriaButton slot="drag" className={cx(styles.grip)} aria-label={t('ui.drag.grip', { label: item.label })}>
                <Icon name="grip" />
              </AriaButton>
            )}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here; the controls within keep their presses */}
            <div className={styles.content} onClick={keepOwnPress} onKeyDown={keepOwnPress}>
              {props.render(item)}
            </div>
          </GridListItem>
        )}
      </GridList>
    </AriaLocale>
  );
}

/**
 * A press on a control within an entry is the control's alone. The entry takes a click made by a key for that of a screen
 * reader and would begin to drag, and a key for its own.
 */
function keepOwnPress(event: SyntheticEvent): void {
  const { target, currentTarget } = event;
  const control = target instanceof Element ? target.closest('a, button, input, select, textarea, summary') : null;
  if (control && currentTarget.contains(control)) event.stopPropagation();
}

function useArranging<Item extends DragItem>({ listId, items, dragType, onMove }: DragListProps<Item>) {
  const receive = async (dropped: readonly DropItem[], before: string | null) => {
    const moves = await Promise.all(dropped.map((item) => readDrag(item, dragType)));
    const fromLists = new Set(moves.flatMap((move) => (move ? [move.list] : [])));
    for (const fromList of fromLists) {
      const keys = moves.flatMap((move) => (move?.list === fromList ? [move.key] : []));
      onMove({ keys, fromList, toList: listId, before });
    }
  };
  const placeOf = (target: { key: Key; dropPosition: 'before' | 'after' | 'on' }, moving: ReadonlySet<Key>) =>
    beforeWhom(
      items.map((item) => item.key),
      String(target.key),
      target.dropPosition === 'before',
      moving,
    );
  return useDragAndDrop<Item>({
    getItems: (keys) =>
      [...keys].map((key) => ({
        [dragType]: JSON.stringify({ list: listId, key }),
        'text/plain': items.find((item) => item.key === key)?.label ?? '',
      })),
    acceptedDragTypes: [dragType],
    getDropOperation: () => 'move',
    renderDropIndicator: (target: DropTarget) => <DropIndicator target={target} className={cx(styles.indicator)} />,
    onReorder: ({ keys, target }) =>
      onMove({ keys: [...keys].map(String), fromList: listId, toList: listId, before: placeOf(target, keys) }),
    onInsert: ({ items: dropped, target }) => void receive(dropped, placeOf(target, new Set())),
    onRootDrop: ({ items: dropped }) => void receive(dropped, null),
  });
}

async function readDrag(item: DropItem, dragType: string): Promise<{ list: string; key: string } | null> {
  if (item.kind !== 'text' || !item.types.has(dragType)) return null;
  const parsed: unknown = JSON.parse(await item.getText(dragType));
  if (typeof parsed !== 'object' || parsed === null || !('list' in parsed) || !('key' in parsed)) return null;
  return { list: String(parsed.list), key: String(parsed.key) };
}

/** The first item that stays put behind the place of a drop; null at the end. */
export function beforeWhom(
  keys: readonly string[],
  target: string,
  isBefore: boolean,
  moving: ReadonlySet<Key>,
): string | null {
  const from = keys.indexOf(target) + (isBefore ? 0 : 1);
  return keys.slice(from).find((key) => !moving.has(key)) ?? null;
}
