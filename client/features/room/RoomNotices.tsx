import type { Room } from '@shared/domain/room.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useMyRoom } from '../../parts/useMyRoom.ts';
import { useServerOffset } from '../../sync/Seat.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { RoomSeat } from './useRoomFacts.ts';

/** What stands over the room: that it is being recalled or closed, and in which capacity one is here. */
export function RoomNotices({ room, seat }: { room: Room; seat: RoomSeat }) {
  const t = useT();
  const own = useMyRoom();
  return (
    <>
      {/* The frame of the page says it for one's own room. */}
      {room.phase === 'recalling' && own?.id !== room.id && <Recall deadlineAt={room.deadlineAt} />}
      {room.phase === 'frozen' && <Notice live>{t(seat.isMember ? 'room.frozen.words' : 'room.frozen.reader')}</Notice>}
      {seat.isVisitor && <Notice>{t('room.visiting')}</Notice>}
    </>
  );
}

function Recall({ deadlineAt }: { deadlineAt: number }) {
  const t = useT();
  const serverOffsetMs = useServerOffset();
  return (
    <Notice
      tone="caution"
      live
      acts={
        <Clock
          label={t('room.clock.recall')}
          deadline={deadlineAt}
          serverOffsetMs={serverOffsetMs}
          cautionMs={0}
          dangerMs={0}
        />
      }
    >
      {t('room.recall')}
    </Notice>
  );
}
