import type { Vote } from '@shared/domain/vote.ts';
import { useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { RollCallLists } from '../RollCallLists.tsx';
import { MembersTable } from './MembersTable.tsx';
import { SeatPicture } from './SeatPicture.tsx';

type View = 'lists' | 'picture' | 'table';

/** How every member voted: as the lists of the record, as a picture of the chamber, as a table. */
export function VoteMembers(props: { vote: Extract<Vote, { phase: 'declared' }>; isOpen: boolean }) {
  const t = useT();
  const { vote } = props;
  const [isOpen, setOpen] = useState(props.isOpen);
  const [view, setView] = useState<View>('lists');
  return (
    <Disclosure summary={t('vote.lists')} open={isOpen} onToggle={setOpen}>
      {isOpen && (
        <Tabs<View>
          label={t('trust.view')}
          selected={view}
          onSelect={setView}
          tabs={[
            { key: 'lists', label: t('trust.view.lists'), content: <RollCallLists vote={vote} /> },
            { key: 'picture', label: t('trust.view.picture'), content: <SeatPicture vote={vote} /> },
            { key: 'table', label: t('trust.view.table'), content: <MembersTable vote={vote} /> },
          ]}
        />
      )}
    </Disclosure>
  );
}
