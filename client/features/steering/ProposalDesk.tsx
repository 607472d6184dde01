import type { Panel } from '@shared/domain/panel.ts';
import type { Proposal } from '@shared/domain/seating.ts';
import { useCallback, useState } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { useToast } from '../../ui/Announcer.tsx';
import { ConfirmDialog } from '../../ui/aria/ConfirmDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Cluster, Stack } from '../../ui/Stack.tsx';
import { ConflictNote } from './ConflictNote.tsx';
import { FormationRules } from './FormationRules.tsx';
import { FormationTable } from './FormationTable.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { OpenRooms } from './OpenRooms.tsx';
import styles from './ProposalDesk.module.css';
import { RoomCards } from './RoomCards.tsx';
import { useAssignmentFile } from './useAssignmentFile.ts';
import { useFormation } from './useFormation.ts';
import { type ProposalActs, useProposalActs } from './useProposalActs.ts';

interface ProposalDeskProps {
  panel: Panel;
  proposal: Proposal;
  onDiscarded: (proposal: Proposal) => void;
}

/** The rooms as they would open: how they stand by the rules, and the hands that may change them. */
export function ProposalDesk({ panel, proposal, onDiscarded }: ProposalDeskProps) {
  const t = useT();
  const { examination, rooms } = useFormation(proposal);
  const acts = useProposalActs(proposal);
  const [movingId, setMovingId] = useState<string | null>(null);
  const [shownRoom, setShownRoom] = useState<number | null>(null);
  const forgetShown = useCallback(() => setShownRoom(null), []);
  return (
    <Section
      title={t('steering.proposal')}
      note={t('steering.proposal.note', { people: proposal.people.length, rooms: proposal.rooms.length })}
    >
      <Stack gap={6}>
        <ProposalFacts proposal={proposal} />
        {examination === null && <Notice tone="caution">{t('steering.proposal.stale')}</Notice>}
        {examination && <FormationRules examination={examination} manual={proposal.manual.length} />}
        <ConflictNote refusal={acts.refusal} proposal={proposal} onUnpin={acts.hands.unpin} />
        <ProposalButtons proposal={proposal} acts={acts} onDiscarded={onDiscarded} />
        <OpenRooms panel={panel} proposal={proposal} />
        {examination && <FormationTable rooms={rooms} examination={examination} onShow={setShownRoom} />}
        <RoomCards
          proposal={proposal}
          rooms={rooms}
          hands={acts.hands}
          onMoveTo={setMovingId}
          shownRoom={shownRoom}
          onShown={forgetShown}
        />
      </Stack>
      {movingId !== null && (
        <MoveDialog personId={movingId} rooms={rooms} onMove={acts.hands.move} onClose={() => setMovingId(null)} />
      )}
    </Section>
  );
}

function ProposalFacts({ proposal }: { proposal: Proposal }) {
  const t = useT();
  const toast = useToast();
  const copy = () =>
    navigator.clipboard.writeText(proposal.seed).then(
      () => toast({ text: t('steering.seed.copied') }),
      () => toast({ text: t('steering.seed.notCopied'), tone: 'caution' }),
    );
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('steering.form.question')}</dt>
        <dd>
          <bdi>{proposal.question}</bdi>
        </dd>
      </div>
      <div>
        <dt>{t('steering.form.attribution')}</dt>
        <dd>{t(`steering.attribution.${proposal.attribution}`)}</dd>
      </div>
      <div>
        <dt>{t('steering.form.seed')}</dt>
        <dd className={styles.seed}>
          <code dir="ltr">{proposal.seed}</code>
          <IconButton icon="copy" size="small" label={t('steering.seed.copy')} onClick={() => void copy()} />
        </dd>
      </div>
    </dl>
  );
}

function ProposalButtons(props: { proposal: Proposal; acts: ProposalActs } & Pick<ProposalDeskProps, 'onDiscarded'>) {
  const t = useT();
  const format = useFormat();
  const { proposal, acts, onDiscarded } = props;
  const [isAsking, setAsking] = useState(false);
  const saveFile = useAssignmentFile(proposal);
  const { send, isPending } = useCommand('seating.discard');
  const discard = async () => {
    onDiscarded(proposal);
    if ((await send({ roundId: proposal.roundId })).ok) setAsking(false);
  };
  return (
    <Cluster gap={2}>
      <Button icon="settings" pending={acts.isRepairing} onClick={() => void acts.repair()}>
        {t('steering.repair', { n: proposal.pins.length })}
      </Button>
      <Button icon="refresh" pending={acts.isDealing} onClick={() => void acts.dealAnew()}>
        {t('steering.dealAnew')}
      </Button>
      <Button icon="download" onClick={saveFile}>
        {t('steering.csv')}
      </Button>
      <Button icon="delete" kind="danger" onClick={() => setAsking(true)}>
        {t('steering.discard')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        danger
        title={t('steering.discard.title')}
        confirmLabel={t('steering.discard')}
        pending={isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => void discard()}
      >
        <p>
          {t('steering.discard.words', {
            moves: proposal.manual.length,
            pins: format.number(proposal.pins.length),
          })}
        </p>
      </ConfirmDialog>
    </Cluster>
  );
}
