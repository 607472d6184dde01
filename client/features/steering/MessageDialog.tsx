import type { Room } from '@shared/domain/room.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { useToast } from '../../ui/Announcer.tsx';
import { Dialog } from '../../ui/aria/Dialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { roomIdsOf } from './roomIds.ts';

const longest = 500;

/** Writes to the people of rooms. */
export function MessageDialog({ rooms, onClose }: { rooms: readonly Room[]; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const words = useRefusalWords();
  const { send, isPending, refusal } = useCommand('room.announce');
  const [text, setText] = useState('');
  const say = async () => {
    if (text.trim() === '' || !(await send({ roomIds: roomIdsOf(rooms), text })).ok) return;
    toast({ text: t('steering.message.sent', { rooms: rooms.length, n: rooms[0]?.number ?? 0 }), tone: 'success' });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      locked={isPending}
      title={t('steering.message.title', { rooms: rooms.length, n: rooms[0]?.number ?? 0 })}
      acts={
        <Button kind="primary" icon="send" pending={isPending} disabled={text.trim() === ''} onClick={() => void say()}>
          {t('steering.message.send')}
        </Button>
      }
    >
      <TextArea
        label={t('steering.message.text')}
        hint={t('steering.message.hint')}
        value={text}
        onChange={setText}
        maxLength={longest}
        limit={longest}
        dir="auto"
        autoFocus
        error={refusal ? words(refusal) : undefined}
      />
    </Dialog>
  );
}
