import { useState } from 'react';
import { useFormat, useT } from '../../../i18n/I18n.tsx';
import { RegionOfDelegation } from '../../../parts/RegionOf.tsx';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import type { Column, Sort } from '../../../ui/DataTable.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { linkStateOf } from './linkState.ts';
import styles from './PeopleTable.module.css';
import type { Row } from './usePeopleRows.ts';

/** As many rows as a browser draws at once without a pause. */
const portion = 200;
const linkTones = {
  none: 'neutral',
  ready: 'success',
  'used-up': 'neutral',
  expired: 'caution',
  revoked: 'danger',
} as const;

/** People in a table; `act` gives each row its last cell. */
export function PeopleTable(props: {
  rows: readonly Row[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  act?: (row: Row) => React.ReactNode;
  empty: React.ReactNode;
}) {
  const t = useT();
  const { act } = props;
  const [limit, setLimit] = useState(portion);
  const columns = useColumns();
  return (
    <>
      <DataTable<Row>
        caption={t('secretariat.people')}
        captionHidden
        rows={props.rows.slice(0, limit)}
        rowKey={({ participantId }) => participantId}
        rowLabel={({ name }) => name}
        sort={props.sort}
        onSort={props.onSort}
        selected={props.selected}
        onSelect={props.onSelect}
        empty={props.empty}
        columns={
          act
            ? [
                ...columns,
                {
                  key: 'acts',
                  header: t('secretariat.people.acts'),
                  headerHidden: true,
                  align: 'end',
                  cell: (row) => <span className={styles.acts}>{act(row)}</span>,
                },
              ]
            : columns
        }
      />
      {props.rows.length > limit && (
        <Button onClick={() => setLimit(limit + portion)}>
          {t('secretariat.more', { n: props.rows.length - limit })}
        </Button>
      )}
    </>
  );
}

function useColumns(): Column<Row>[] {
  const t = useT();
  const format = useFormat();
  return [
    {
      key: 'name',
      header: t('secretariat.people.name'),
      sortable: true,
      isRowHeader: true,
      cell: ({ name, email, isActive }) => (
        <span className={styles.name}>
          <bdi>{name || t('parts.person.unknown')}</bdi>
          {!isActive && <Badge>{t('secretariat.seat.dismissed')}</Badge>}
          {email && <bdi className={styles.email}>{email}</bdi>}
        </span>
      ),
    },
    {
      key: 'delegation',
      header: t('secretariat.people.delegation'),
      sortable: true,
      cell: ({ delegationId, delegation }) =>
        delegationId && (
          <span className={styles.delegation}>
            <RegionOfDelegation id={delegationId} />
            <bdi>{delegation}</bdi>
          </span>
        ),
    },
    {
      key: 'role',
      header: t('secretariat.people.role'),
      sortable: true,
      cell: ({ role }) => t(`parts.role.${role}`),
    },
    {
      key: 'link',
      header: t('secretariat.people.link'),
      cell: ({ link }) => {
        const state = linkStateOf(link, Date.now());
        return (
          <span className={styles.link}>
            <Badge tone={linkTones[state]} outlined={state === 'none'}>
              {t(`secretariat.link.${state}`)}
            </Badge>
            {state === 'ready' && link && (
              <span className={styles.until}>
                {t('secretariat.link.until', {
                  date: format.date(link.expiresAt, { dateStyle: 'medium' }),
                  n: link.devicesLeft,
                })}
              </span>
            )}
          </span>
        );
      },
    },
  ];
}
