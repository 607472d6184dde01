import { useState } from 'react';
import { useHistoryState } from 'wouter/use-browser-location';
import { useT } from '../../../i18n/I18n.tsx';
import { RefusalNote } from '../../../parts/RefusalNote.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { FilterBar } from '../FilterBar.tsx';
import { PeopleTable } from '../people/PeopleTable.tsx';
import { usePeopleRows } from '../people/usePeopleRows.ts';
import { usePeopleView } from '../people/usePeopleView.ts';
import { type Badge, BadgeSheet } from './BadgeSheet.tsx';
import { IssueBadgesDialog } from './IssueBadgesDialog.tsx';

/** The desk where badges are made: choose people, issue their links, print the sheets. */
export function BadgesDesk() {
  const t = useT();
  const asked = useHistoryState<{ participantIds?: string[] } | null>();
  const { rows, refusal, isLoading, reload } = usePeopleRows();
  const view = usePeopleView(rows);
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set(asked?.participantIds));
  const [isAsking, setAsking] = useState(false);
  const [badges, setBadges] = useState<readonly Badge[] | null>(null);
  const chosen = rows.filter(({ participantId, isActive }) => isActive && selected.has(participantId));
  if (badges)
    return (
      <BadgeSheet
        badges={badges}
        onClose={() => {
          setBadges(null);
          setSelected(new Set());
          reload();
        }}
      />
    );
  return (
    <>
      <PageTitle
        title={t('secretariat.desk.badges')}
        under={t('secretariat.badges.under')}
        acts={
          <Button kind="primary" icon="qr" disabled={chosen.length === 0} onClick={() => setAsking(true)}>
            {t('secretariat.badges.make', { n: chosen.length })}
          </Button>
        }
      />
      <FilterBar
        values={view.values}
        onChange={view.change}
        searchLabel={t('secretariat.people.search')}
        filters={view.filters}
        count={t('secretariat.badges.count', { n: view.shown.length, chosen: chosen.length })}
      />
      <RefusalNote refusal={refusal} />
      {isLoading ? (
        <Skeleton lines={8} />
      ) : (
        <PeopleTable
          rows={view.shown}
          sort={view.sort}
          onSort={view.onSort}
          selected={selected}
          onSelect={setSelected}
          empty={<Empty title={t('secretariat.people.none')}>{t('secretariat.people.noneWords')}</Empty>}
        />
      )}
      {isAsking && (
        <IssueBadgesDialog
          people={chosen}
          onClose={() => setAsking(false)}
          onIssued={(issued) => {
            setAsking(false);
            setBadges(issued);
          }}
        />
      )}
    </>
  );
}
