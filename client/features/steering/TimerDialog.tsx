import type { Room } from '@shared/domain/room.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useServerOffset } from '../../sync/Seat.tsx';
import { Dialog } from '../../ui/aria/Dialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Cluster, Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { roomIdsOf } from './roomIds.ts';
import styles from './TimerDialog.module.css';

/** Gives rooms more or less time, stops their clocks and starts them again. */
export function TimerDialog({ rooms, onClose }: { rooms: readonly Room[]; onClose: () => void }) {
  const t = useT();
  const serverOffsetMs = useServerOffset();
  const extend = useCommand('room.extend');
  const pause = useCommand('room.pause');
  const resume = useCommand('room.resume');
  const [minutes, setMinutes] = useState('10');
  const roomIds = roomIdsOf(rooms);
  const only = rooms.length === 1 ? rooms[0] : undefined;
  const isPaused = rooms.every(({ clock }) => clock.phase === 'paused');
  const by = Number(minutes);
  const isRight = Number.isInteger(by) && by !== 0 && by >= -60 && by <= 1440;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={t('steering.timer.title', { rooms: rooms.length, n: rooms[0]?.number ?? 0 })}
    >
      <Stack gap={4}>
        {only && (
          <Clock
            label={t('parts.room', { n: only.number })}
            size="large"
            deadline={only.clock.phase === 'running' ? only.clock.endsAt : null}
            pausedRemainingMs={only.clock.phase === 'paused' ? only.clock.remainingMs : null}
            serverOffsetMs={serverOffsetMs}
            announces={false}
          />
        )}
        <Cluster gap={2}>
          <Button
            kind="primary"
            icon="add"
            autoFocus
            pending={extend.isPending}
            onClick={() => void extend.send({ roomIds, seconds: 300 })}
          >
            {t('steering.timer.five')}
          </Button>
          {isPaused ? (
            <Button icon="play" pending={resume.isPending} onClick={() => void resume.send({ roomIds })}>
              {t('steering.timer.resume')}
            </Button>
          ) : (
            <Button icon="pause" pending={pause.isPending} onClick={() => void pause.send({ roomIds })}>
              {t('steering.timer.pause')}
            </Button>
          )}
        </Cluster>
        <div className={styles.line}>
          <TextField
            label={t('steering.timer.minutes')}
            hint={t('steering.timer.minutesHint')}
            value={minutes}
            onChange={setMinutes}
            error={isRight ? undefined : t('steering.timer.wrong')}
          />
          <Button
            disabled={!isRight}
            pending={extend.isPending}
            onClick={() => void extend.send({ roomIds, seconds: by * 60 })}
          >
            {t('steering.timer.change')}
          </Button>
        </div>
        <RefusalNote refusal={extend.refusal ?? pause.refusal ?? resume.refusal} />
      </Stack>
    </Dialog>
  );
}
