import type { Panel } from '@shared/domain/panel.ts';
import type { Proposal } from '@shared/domain/seating.ts';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { RefusalNote, useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useCommand, usePermitRefusal } from '../../sync/Seat.tsx';
import { ConfirmDialog } from '../../ui/aria/ConfirmDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { roomsLackingDuties } from './formationView.ts';

const usualMinutes = '45';
const mostMinutes = 1440;

/** The one act that everyone feels: the rooms open. Before the breakout it offers to begin it. */
export function OpenRooms({ panel, proposal }: { panel: Panel; proposal: Proposal }) {
  const t = useT();
  const [isAsking, setAsking] = useState(false);
  const blocked = usePermitRefusal('seating.open', { roundId: proposal.roundId });
  const step = useCommand('panel.goTo');
  if (panel.step === 'opening')
    return (
      <Stack gap={2}>
        <Notice
          acts={
            <Button
              kind="primary"
              icon="forward"
              pending={step.isPending}
              onClick={() => void step.send({ panelId: panel.id, step: 'breakout' })}
            >
              {t('steering.step.forward', { step: t('parts.step.breakout') })}
            </Button>
          }
        >
          {t('steering.open.notYet')}
        </Notice>
        <RefusalNote refusal={step.refusal} />
      </Stack>
    );
  if (blocked) return <RefusalNote refusal={blocked} />;
  return (
    <>
      <Button kind="primary" size="large" icon="play" onClick={() => setAsking(true)}>
        {t('steering.open', { n: proposal.rooms.length })}
      </Button>
      {isAsking && <OpenDialog proposal={proposal} onClose={() => setAsking(false)} />}
    </>
  );
}

function OpenDialog({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const t = useT();
  const format = useFormat();
  const words = useRefusalWords();
  const { send, isPending, refusal } = useCommand('seating.open');
  const [minutes, setMinutes] = useState(usualMinutes);
  const [override, setOverride] = useState(false);
  const lacking = roomsLackingDuties(proposal);
  const asked = Number(minutes);
  const isRight = /^\d+$/.test(minutes.trim()) && asked >= 1 && asked <= mostMinutes;
  const mayOpen = isRight && (lacking.length === 0 || override);
  const open = async () => {
    if (mayOpen && (await send({ roundId: proposal.roundId, seconds: asked * 60, override })).ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('steering.open', { n: proposal.rooms.length })}
      confirmLabel={t('steering.open.confirm')}
      onConfirm={() => void open()}
      onCancel={onClose}
      pending={isPending}
      error={refusal ? words(refusal) : undefined}
    >
      <p>{t('steering.open.words', { people: proposal.people.length })}</p>
      <TextField
        label={t('steering.open.minutes')}
        inputMode="numeric"
        value={minutes}
        onChange={setMinutes}
        error={isRight ? undefined : t('steering.open.minutesWrong', { most: mostMinutes })}
      />
      {lacking.length > 0 && (
        <Checkbox
          label={t('steering.open.override')}
          hint={t('steering.open.lacking', { rooms: format.list(lacking.map(String)), n: lacking.length })}
          checked={override}
          onChange={setOverride}
          error={override ? undefined : t('steering.open.overrideNeeded')}
        />
      )}
    </ConfirmDialog>
  );
}
