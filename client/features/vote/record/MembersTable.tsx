import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useMemo, useState } from 'react';
import { useFormat, useT } from '../../../i18n/I18n.tsx';
import { DelegationName } from '../../../parts/DelegationName.tsx';
import { RegionOf } from '../../../parts/RegionOf.tsx';
import { useReplica } from '../../../sync/Seat.tsx';
import { type Column, DataTable, type Sort } from '../../../ui/DataTable.tsx';
import { type Entry, rollCallOf } from '../rollCall.ts';
import { EntrySign } from './EntrySign.tsx';
import { entryWords } from './entryWords.ts';
import styles from './MembersTable.module.css';
import { type MemberRow, sortedRows } from './memberRows.ts';
import { noteWords, useRecordNotes } from './recordNotes.ts';

/** Every member of a declared vote in one table, by name, group or choice. */
export function MembersTable({ vote }: { vote: Extract<Vote, { phase: 'declared' }> }) {
  const t = useT();
  const format = useFormat();
  const byId = useReplica(({ plenary }) => plenary.delegation.byId);
  const notes = useRecordNotes(vote.id);
  const hasNotes = notes.entered.size + notes.intended.size > 0;
  const [sort, setSort] = useState<Sort>({ key: 'name', direction: 'ascending' });
  const rows = useMemo(
    () =>
      sortedRows(
        rollCallOf(vote, byId).map(({ id, entry }, place) => ({
          ...{ id, entry, place },
          region: byId[id]?.regionalGroup ?? null,
        })),
        sort,
      ),
    [vote, byId, sort],
  );
  const columns: Column<MemberRow>[] = [
    {
      ...{ key: 'name', header: t('vote.csv.delegation'), isRowHeader: true, sortable: true },
      cell: ({ id }) => <DelegationName id={id} />,
    },
    {
      ...{ key: 'region', header: t('vote.region'), sortable: true },
      cell: ({ region }) => <RegionOf region={region} />,
    },
    {
      ...{ key: 'entry', header: t('vote.csv.vote'), sortable: true },
      cell: ({ entry }) => <EntryWords entry={entry} />,
    },
    ...(hasNotes
      ? [
          {
            ...{ key: 'notes', header: t('trust.notes') },
            cell: ({ id }: MemberRow) => format.list(noteWords(notes, id, t)),
          },
        ]
      : []),
  ];
  return (
    <div className={styles.table}>
      <DataTable
        caption={t('trust.members.caption')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }: { id: DelegationId }) => id}
        sort={sort}
        onSort={setSort}
        dense
      />
    </div>
  );
}

function EntryWords({ entry }: { entry: Entry }) {
  const t = useT();
  return (
    <span className={styles.entry}>
      <EntrySign entry={entry} /> {entryWords(entry, t)}
    </span>
  );
}
