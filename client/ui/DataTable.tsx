import type { ReactNode } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { cx } from './cx.ts';
import styles from './DataTable.module.css';
import { Icon } from './Icon.tsx';

/** One column of a table. */
export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end so that their digits align. */
  align?: 'start' | 'end' | 'center';
  sortable?: boolean;
  /** The column that names the row. */
  isRowHeader?: boolean;
  headerHidden?: boolean;
}

/** By which column a table stands, and in which direction. */
export interface Sort {
  key: string;
  direction: 'ascending' | 'descending';
}

export interface DataTableProps<Row> {
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: Sort | undefined;
  onSort?: (sort: Sort) => void;
  /** Ticked rows, for acts on many; every row gets a tick box named by rowLabel. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  rowLabel?: (row: Row) => string;
  /** What stands in place of rows when there are none. */
  empty?: ReactNode;
  dense?: boolean;
}

/** A plain table with a head that stays; it scrolls inside its frame where the screen is narrow. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, selected, onSelect } = props;
  const keys = rows.map(rowKey);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard.
    <section className={styles.frame} aria-label={caption} tabIndex={0}>
      <table className={cx(styles.table, props.dense && styles.dense)}>
        <caption className={cx(styles.caption, props.captionHidden && styles.silent)}>{caption}</caption>
        <thead>
          <tr>
            {selected && onSelect && <SelectAll keys={keys} selected={selected} onSelect={onSelect} />}
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row);
            const label = props.rowLabel?.(row) ?? key;
            return (
              <tr key={key} aria-selected={selected?.has(key)} className={cx(selected?.has(key) && styles.selected)}>
                {selected && onSelect && (
                  <SelectRow rowKey={key} label={label} selected={selected} onSelect={onSelect} />
                )}
                {columns.map((column) => (
                  <BodyCell key={column.key} column={column} row={row} />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length === 0 && <div className={styles.empty}>{props.empty}</div>}
    </section>
  );
}

function HeadCell<Row>(props: {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}) {
  const { column, sort, onSort } = props;
  const direction = sort?.key === column.key ? sort.direction : undefined;
  const turned = direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      className={cx(styles[column.align ?? 'start'])}
      aria-sort={column.sortable ? (direction ?? 'none') : undefined}
    >
      {column.sortable && onSort ? (
        <button type="button" className={styles.sort} onClick={() => onSort({ key: column.key, direction: turned })}>
          <span>{column.header}</span>
          <Icon name={direction === 'descending' ? 'down' : 'up'} className={cx(!direction && styles.idle)} />
        </button>
      ) : (
        <span className={cx(column.headerHidden && styles.silent)}>{column.header}</span>
      )}
    </th>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = styles[column.align ?? 'start'];
  if (!column.isRowHeader) return <td className={className}>{column.cell(row)}</td>;
  return (
    <th scope="row" className={className}>
      {column.cell(row)}
    </th>
  );
}

interface Selecting {
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
}

function SelectAll({ keys, selected, onSelect }: Selecting & { keys: readonly string[] }) {
  const t = useT();
  const count = keys.filter((key) => selected.has(key)).length;
  return (
    <th scope="col" className={styles.tick}>
      <input
        type="checkbox"
        aria-label={t('ui.table.selectAll')}
        checked={count > 0 && count === keys.length}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && count < keys.length;
        }}
        onChange={(event) => onSelect(event.target.checked ? new Set([...selected, ...keys]) : without(selected, keys))}
      />
    </th>
  );
}

function SelectRow({ rowKey, label, selected, onSelect }: Selecting & { rowKey: string; label: string }) {
  const t = useT();
  return (
    <td className={styles.tick}>
      <input
        type="checkbox"
        aria-label={t('ui.table.select', { label })}
        checked={selected.has(rowKey)}
        onChange={(event) =>
          onSelect(event.target.checked ? new Set([...selected, rowKey]) : without(selected, [rowKey]))
        }
      />
    </td>
  );
}

function without(selected: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> {
  const rest = new Set(selected);
  for (const key of keys) rest.delete(key);
  return rest;
}
