import { useT } from '../i18n/I18n.tsx';
import { useMyRoom } from '../parts/useMyRoom.ts';
import { useServerOffset } from '../sync/Seat.tsx';
import { Clock } from '../ui/Clock.tsx';
import { Notice } from '../ui/Notice.tsx';

const never = 0;

/** One's room is being called back: how long the texts stay open, and that nothing written is lost. */
export function RecallNotice() {
  const t = useT();
  const room = useMyRoom();
  const serverOffsetMs = useServerOffset();
  if (room?.phase !== 'recalling') return null;
  return (
    <Notice
      tone="caution"
      acts={
        <Clock
          label={t('app.recall.clock')}
          deadline={room.deadlineAt}
          serverOffsetMs={serverOffsetMs}
          cautionMs={never}
          dangerMs={never}
        />
      }
    >
      {t('app.recall.words', { n: room.number })}
    </Notice>
  );
}
