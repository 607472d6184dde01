import type { Room } from '@shared/domain/room.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica, useServerOffset } from '../../sync/Seat.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { cx } from '../../ui/cx.ts';
import { HelpCall } from './HelpCall.tsx';
import styles from './RoomHead.module.css';
import { RoomSaveState } from './RoomSaveState.tsx';
import type { RoomSeat } from './useRoomFacts.ts';

/** The top of a room: which it is, whether words are saved, how long there is, a call for help, and the guiding question. */
export function RoomHead({ room, seat }: { room: Room; seat: RoomSeat }) {
  const t = useT();
  const { order, byId } = useReplica(({ plenary }) => plenary.panel);
  const panel = byId[room.panelId];
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <h1 className={styles.title}>
          <span className={styles.name}>
            {t('room.title', { panel: order.indexOf(room.panelId) + 1, room: room.number })}
          </span>
          {panel && (
            <bdi className={styles.panel} title={panel.title}>
              {panel.title}
            </bdi>
          )}
        </h1>
        <div className={styles.status}>
          <RoomSaveState room={room} />
          <RoomClock room={room} />
          <HelpCall room={room} seat={seat} />
        </div>
      </div>
      <Question text={room.question} />
    </header>
  );
}

function RoomClock({ room }: { room: Room }) {
  const t = useT();
  const serverOffsetMs = useServerOffset();
  if (room.phase === 'frozen') return null;
  if (room.phase === 'recalling')
    return (
      <Clock
        label={t('room.clock.recall')}
        deadline={room.deadlineAt}
        serverOffsetMs={serverOffsetMs}
        cautionMs={0}
        dangerMs={0}
      />
    );
  const { clock } = room;
  return (
    <Clock
      label={t('room.clock', { n: room.number })}
      deadline={clock.phase === 'running' ? clock.endsAt : null}
      pausedRemainingMs={clock.phase === 'paused' ? clock.remainingMs : null}
      serverOffsetMs={serverOffsetMs}
    />
  );
}

/** The guiding question; on a phone two lines of it, the whole by a press. */
function Question({ text }: { text: string }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.question}>
      <p className={cx(styles.words, !isOpen && styles.short)}>
        <span className={styles.label}>{t('room.question')}</span> <bdi>{text}</bdi>
      </p>
      <button type="button" className={styles.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'room.question.less' : 'room.question.more')}
      </button>
    </div>
  );
}
