import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import { useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { RefusalNote } from '../../../parts/RefusalNote.tsx';
import { useCommand } from '../../../sync/Seat.tsx';
import { Button } from '../../../ui/Button.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { FilterBar } from '../FilterBar.tsx';
import { AccreditDialog } from './AccreditDialog.tsx';
import { GroupDialog } from './GroupDialog.tsx';
import { useDelegationColumns } from './useDelegationColumns.tsx';
import { useDelegationView } from './useDelegationView.ts';

type Open = { dialog: 'accredit' } | { dialog: 'group'; id: DelegationId } | null;

/** The desk of the delegations: regional groups, credentials, observers. */
export function DelegationsDesk() {
  const t = useT();
  const view = useDelegationView();
  const [open, setOpen] = useState<Open>(null);
  const { send, refusal } = useCommand('delegation.setCredentials');
  const columns = useDelegationColumns({
    onCredentials: (delegationId, hasCredentials) => void send({ delegationId, hasCredentials }),
    onGroup: (id) => setOpen({ dialog: 'group', id }),
  });
  return (
    <>
      <PageTitle
        title={t('secretariat.desk.delegations')}
        under={t('secretariat.delegations.under', { n: view.voters })}
        acts={
          <Button kind="primary" icon="add" onClick={() => setOpen({ dialog: 'accredit' })}>
            {t('secretariat.delegation.add')}
          </Button>
        }
      />
      <FilterBar
        values={view.values}
        onChange={view.change}
        searchLabel={t('secretariat.delegations.search')}
        filters={view.filters}
        count={t('secretariat.delegations.count', { n: view.shown.length, of: view.total })}
      />
      <RefusalNote refusal={refusal} />
      <DataTable
        caption={t('secretariat.desk.delegations')}
        captionHidden
        dense
        rows={view.shown}
        rowKey={({ id }) => id}
        rowLabel={({ label }) => label}
        sort={view.sort}
        onSort={view.onSort}
        columns={columns}
        empty={<Empty title={t('secretariat.delegations.none')}>{t('secretariat.people.noneWords')}</Empty>}
      />
      {open?.dialog === 'accredit' && <AccreditDialog onClose={() => setOpen(null)} />}
      {open?.dialog === 'group' && <GroupDialog id={open.id} onClose={() => setOpen(null)} />}
    </>
  );
}
