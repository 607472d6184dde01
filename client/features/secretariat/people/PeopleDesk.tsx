import { useState } from 'react';
import { useLocation } from 'wouter';
import { useT } from '../../../i18n/I18n.tsx';
import { RefusalNote } from '../../../parts/RefusalNote.tsx';
import { useSeat } from '../../../sync/Seat.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { Cluster } from '../../../ui/Stack.tsx';
import { FilterBar } from '../FilterBar.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { PersonActs } from './PersonActs.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { type Row, usePeopleRows } from './usePeopleRows.ts';
import { usePeopleView } from './usePeopleView.ts';

type Open =
  | { dialog: 'add' }
  | { dialog: 'edit' | 'link'; row: Pick<Row, 'participantId' | 'name'> & Partial<Row> }
  | null;

/** The desk where people get their seats and their links. */
export function PeopleDesk() {
  const t = useT();
  const { consultationId } = useSeat();
  const [, navigate] = useLocation();
  const { rows, refusal, isLoading, reload } = usePeopleRows();
  const view = usePeopleView(rows);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<Open>(null);
  const chosen = view.shown.filter(({ participantId }) => selected.has(participantId));
  const close = () => {
    setOpen(null);
    reload();
  };
  const toBadges = () =>
    navigate(`/c/${consultationId}/secretariat/badges`, {
      state: { participantIds: chosen.map(({ participantId }) => participantId) },
    });
  return (
    <>
      <PageTitle
        title={t('secretariat.desk.people')}
        under={t('secretariat.people.under')}
        acts={
          <Button kind="primary" icon="add" onClick={() => setOpen({ dialog: 'add' })}>
            {t('secretariat.person.add')}
          </Button>
        }
      />
      <FilterBar
        values={view.values}
        onChange={view.change}
        searchLabel={t('secretariat.people.search')}
        filters={view.filters}
        count={t('secretariat.people.count', { n: view.shown.length, of: rows.length })}
      />
      <RefusalNote refusal={refusal} />
      {chosen.length > 0 && (
        <Cluster gap={3}>
          <span>{t('secretariat.people.chosen', { n: chosen.length })}</span>
          <Button size="small" icon="print" onClick={toBadges}>
            {t('secretariat.people.badges')}
          </Button>
          <Button size="small" kind="plain" onClick={() => setSelected(new Set())}>
            {t('secretariat.people.chooseNone')}
          </Button>
        </Cluster>
      )}
      {isLoading ? (
        <Skeleton lines={8} />
      ) : (
        <PeopleTable
          rows={view.shown}
          sort={view.sort}
          onSort={view.onSort}
          selected={selected}
          onSelect={setSelected}
          act={(row) => (
            <PersonActs
              row={row}
              onEdit={() => setOpen({ dialog: 'edit', row })}
              onLink={() => setOpen({ dialog: 'link', row })}
              onDone={reload}
            />
          )}
          empty={
            <Empty title={t(rows.length === 0 ? 'secretariat.people.empty' : 'secretariat.people.none')}>
              {t(rows.length === 0 ? 'secretariat.people.emptyWords' : 'secretariat.people.noneWords')}
            </Empty>
          }
        />
      )}
      {open?.dialog === 'add' && (
        <PersonDialog
          row={null}
          onClose={close}
          onAdded={(participantId, name) => setOpen({ dialog: 'link', row: { participantId, name } })}
        />
      )}
      {open?.dialog === 'edit' && (
        <PersonDialog
          row={rows.find(({ participantId }) => participantId === open.row.participantId) ?? null}
          onClose={close}
        />
      )}
      {open?.dialog === 'link' && <LinkDialog person={open.row} onClose={close} />}
    </>
  );
}
