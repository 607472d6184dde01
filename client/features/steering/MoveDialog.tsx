import type { ParticipantId } from '@shared/domain/kernel/ids.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { Dialog } from '../../ui/aria/Dialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { Stack } from '../../ui/Stack.tsx';
import type { RoomView } from './formationView.ts';
import { useRoster } from './useRoster.ts';

interface MoveDialogProps {
  personId: ParticipantId;
  rooms: readonly RoomView[];
  onMove: (participantId: ParticipantId, room: number) => Promise<void>;
  onClose: () => void;
}

/** Sends a person to any room; choosing the own room pins them where they are. */
export function MoveDialog({ personId, rooms, onMove, onClose }: MoveDialogProps) {
  const t = useT();
  const roster = useRoster();
  const { name, delegation } = roster(personId);
  const [room, setRoom] = useState(() => String(rooms.find(({ members }) => members.includes(personId))?.at ?? 0));
  const move = async () => {
    await onMove(personId, Number(room));
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={t('steering.move.title', { name })}
      acts={
        <Button kind="primary" icon="pin" onClick={() => void move()}>
          {t('steering.move.act')}
        </Button>
      }
    >
      <Stack gap={3}>
        <p>
          <bdi>{delegation}</bdi>
        </p>
        <NativeSelect
          label={t('steering.move.room')}
          hint={t('steering.move.hint')}
          autoFocus
          value={room}
          onChange={setRoom}
          options={rooms.map(({ at, members }) => ({
            value: String(at),
            label: t('steering.move.option', { n: at + 1, people: members.length }),
          }))}
        />
      </Stack>
    </Dialog>
  );
}
