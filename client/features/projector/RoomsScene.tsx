import type { Room } from '@shared/domain/room.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useServerOffset } from '../../sync/Seat.tsx';
import { Clock } from '../../ui/Clock.tsx';
import styles from './RoomsScene.module.css';
import { deadlineOf, sharesClock } from './scenes.ts';

/** How much time the rooms have: one clock where all go by the same, otherwise one a room. */
export function RoomsScene({ rooms }: { rooms: readonly Room[] }) {
  const t = useT();
  const offset = useServerOffset();
  const [first] = rooms;
  if (!first) return null;
  if (sharesClock(rooms))
    return (
      <div className={styles.one}>
        <p className={styles.question} dir="auto">
          {first.question}
        </p>
        <RoomClock room={first} label={t('projector.rooms', { n: rooms.length })} offset={offset} isHuge />
        <p>{t(first.phase === 'recalling' ? 'projector.recalling' : 'projector.rooms', { n: rooms.length })}</p>
      </div>
    );
  return (
    <ul className={styles.rooms}>
      {rooms.map((room) => (
        <li key={room.id} className={styles.room}>
          <span>{t('parts.room', { n: room.number })}</span>
          <RoomClock room={room} label={t('parts.room', { n: room.number })} offset={offset} />
        </li>
      ))}
    </ul>
  );
}

function RoomClock(props: { room: Room; label: string; offset: number; isHuge?: boolean }) {
  const { deadline, pausedMs } = deadlineOf(props.room);
  return (
    <Clock
      label={props.label}
      deadline={deadline}
      pausedRemainingMs={pausedMs}
      serverOffsetMs={props.offset}
      size={props.isHuge ? 'wall' : 'large'}
      announces={props.isHuge ?? false}
    />
  );
}
