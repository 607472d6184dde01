import type { Panel } from '@shared/domain/panel.ts';
import type { Proposal } from '@shared/domain/seating.ts';
import { useState } from 'react';
import { Link } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica, useSeat } from '../../sync/Seat.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { FormRooms } from './FormRooms.tsx';
import { PanelPlace } from './PanelPlace.tsx';
import { ProposalDesk } from './ProposalDesk.tsx';
import { RoundDesk } from './RoundDesk.tsx';
import styles from './SeatingPage.module.css';
import { usePanelRooms } from './usePanelRooms.ts';
import { useProposal } from './useProposal.ts';

/** Forms the rooms of a panel's next round; once they are open, places who comes late. */
export function SeatingPage() {
  return <PanelPlace>{(panel) => <Seating key={panel.id} panel={panel} />}</PanelPlace>;
}

function Seating({ panel }: { panel: Panel }) {
  const t = useT();
  const { consultationId } = useSeat();
  const number = useReplica(({ plenary }) => plenary.panel.order.indexOf(panel.id) + 1);
  const proposal = useProposal(panel.id);
  const { round, open } = usePanelRooms(panel.id);
  // What was asked for last stands in the form again after a proposal is discarded.
  const [discarded, setDiscarded] = useState<Proposal | null>(null);
  const form = <FormRooms panel={panel} earlier={discarded} />;
  return (
    <Stack gap={6}>
      <PageTitle
        over={t('steering.over', { n: number, step: t(`parts.step.${panel.step}`) })}
        title={t('steering.seating.title')}
        under={<bdi>{panel.title}</bdi>}
        acts={
          <span className={styles.ways}>
            <Link href={`/c/${consultationId}/steering/${panel.id}`}>{t('steering.desk')}</Link>
            <Link href={`/c/${consultationId}/wall/${panel.id}`}>{t('steering.wall')}</Link>
          </span>
        }
      />
      {round && open.length > 0 && <RoundDesk round={round} rooms={open} />}
      {proposal && <ProposalDesk key={proposal.roundId} panel={panel} proposal={proposal} onDiscarded={setDiscarded} />}
      {!proposal && open.length === 0 && form}
      {!proposal && open.length > 0 && <Disclosure summary={t('steering.form.another')}>{form}</Disclosure>}
    </Stack>
  );
}
