import { mayVote } from '@shared/domain/delegation.ts';
import { type RegionalGroup, regionalGroups } from '@shared/domain/kernel/words.ts';
import { useMemo } from 'react';
import { useFormat, useT } from '../../../i18n/I18n.tsx';
import { RegionOf } from '../../../parts/RegionOf.tsx';
import { useReplica } from '../../../sync/Seat.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import styles from './RegionTable.module.css';

interface Row {
  region: RegionalGroup | null;
  delegations: number;
  voters: number;
  present: number;
  people: number;
}

/** Delegations and people by regional group; whoever has none stands last. */
export function RegionTable() {
  const t = useT();
  const format = useFormat();
  const rows = useRows();
  const number = (key: Exclude<keyof Row, 'region'>) => ({
    key,
    header: t(`secretariat.record.column.${key}`),
    align: 'end' as const,
    cell: (row: Row) => format.number(row[key]),
  });
  return (
    <DataTable
      caption={t('secretariat.record.regionTable')}
      captionHidden
      rows={rows}
      rowKey={({ region }) => region ?? 'none'}
      columns={[
        {
          key: 'region',
          header: t('secretariat.delegation.group'),
          isRowHeader: true,
          cell: ({ region }) => (
            <span className={styles.region}>
              <RegionOf region={region} />
              {t(`parts.region.${region ?? 'none'}`)}
            </span>
          ),
        },
        number('delegations'),
        number('voters'),
        number('present'),
        number('people'),
      ]}
    />
  );
}

function useRows(): Row[] {
  const known = useReplica(({ plenary }) => plenary.delegation);
  return useMemo(() => {
    const people = Object.values(known.participants).filter(({ isActive }) => isActive);
    return [...regionalGroups, null].map((region) => {
      const delegations = Object.values(known.byId).filter((each) => each.regionalGroup === region);
      const ids = new Set(delegations.map(({ id }) => id));
      const seated = people.filter(({ delegationId }) =>
        delegationId === null ? region === null : ids.has(delegationId),
      );
      return {
        region,
        delegations: delegations.length,
        voters: delegations.filter(({ id }) => mayVote(known, id)).length,
        present: new Set(seated.flatMap(({ delegationId }) => delegationId ?? [])).size,
        people: seated.length,
      };
    });
  }, [known]);
}
