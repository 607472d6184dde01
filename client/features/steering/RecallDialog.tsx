import type { Room } from '@shared/domain/room.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { ConfirmDialog } from '../../ui/aria/ConfirmDialog.tsx';
import { SegmentedControl } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { roomIdsOf } from './roomIds.ts';

const longest = 600;
const usual = ['0', '60', '120', '300'] as const;

/** Asks before rooms are called back: how long their people may still write. */
export function RecallDialog({ rooms, onClose }: { rooms: readonly Room[]; onClose: () => void }) {
  const t = useT();
  const words = useRefusalWords();
  const { send, isPending, refusal } = useCommand('room.recall');
  const [seconds, setSeconds] = useState('60');
  const asked = Number(seconds);
  const isRight = /^\d+$/.test(seconds) && asked <= longest;
  const recall = async () => {
    if (isRight && (await send({ roomIds: roomIdsOf(rooms), seconds: asked })).ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('steering.recall.title', { rooms: rooms.length, n: rooms[0]?.number ?? 0 })}
      confirmLabel={t('steering.recall.confirm', { rooms: rooms.length })}
      onConfirm={() => void recall()}
      onCancel={onClose}
      pending={isPending}
      error={refusal ? words(refusal) : undefined}
    >
      <p>{t('steering.recall.words')}</p>
      <SegmentedControl
        label={t('steering.recall.countdown')}
        value={usual.find((each) => each === seconds) ?? null}
        onChange={setSeconds}
        options={usual.map((value) => ({ value, label: t('steering.recall.after', { seconds: Number(value) }) }))}
      />
      <TextField
        label={t('steering.recall.seconds')}
        inputMode="numeric"
        value={seconds}
        onChange={setSeconds}
        error={isRight ? undefined : t('steering.recall.wrong', { longest })}
      />
    </ConfirmDialog>
  );
}
