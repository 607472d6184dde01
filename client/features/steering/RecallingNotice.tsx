import type { Room } from '@shared/domain/room.ts';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useServerOffset } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { roomIdsOf } from './roomIds.ts';

/** A recall that is running: until when, and the way to stop it. */
export function RecallingNotice({ rooms }: { rooms: readonly Extract<Room, { phase: 'recalling' }>[] }) {
  const t = useT();
  const serverOffsetMs = useServerOffset();
  const { send, isPending, refusal } = useCommand('room.cancelRecall');
  const first = rooms[0];
  if (!first) return null;
  const deadline = rooms.reduce((latest, { deadlineAt }) => Math.max(latest, deadlineAt), 0);
  return (
    <Notice
      tone="caution"
      acts={
        <Button icon="undo" pending={isPending} onClick={() => void send({ roomIds: roomIdsOf(rooms) })}>
          {t('steering.recall.cancel')}
        </Button>
      }
    >
      <p>
        {t('steering.recall.running', { rooms: rooms.length, n: first.number })}{' '}
        <Clock
          label={t('steering.recall.countdown')}
          deadline={deadline}
          serverOffsetMs={serverOffsetMs}
          announces={false}
          cautionMs={0}
          dangerMs={0}
        />
      </p>
      <RefusalNote refusal={refusal} />
    </Notice>
  );
}
