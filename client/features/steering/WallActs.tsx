import type { Room } from '@shared/domain/room.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useCommand, useReplica, useSeat } from '../../sync/Seat.tsx';
import { useToast } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { SegmentedControl } from '../../ui/RadioGroup.tsx';
import { StatusLine } from '../../ui/StatusLine.tsx';
import { roomIdsOf } from './roomIds.ts';
import styles from './WallPage.module.css';
import type { WallAct } from './WallPage.tsx';

interface WallActsProps {
  room: Room | null;
  rooms: readonly Room[];
  isForAll: boolean;
  onForAll: (isForAll: boolean) => void;
  onAct: (act: WallAct) => void;
}

/** The line below the wall: what can be done to the chosen room, or to all of them. */
export function WallActs({ room, rooms, isForAll, onForAll, onAct }: WallActsProps) {
  const t = useT();
  const { consultationId } = useSeat();
  const targets = isForAll ? rooms : room ? [room] : [];
  const isAnyOpen = targets.some(({ phase }) => phase === 'open');
  const isAnyWritable = targets.some(({ phase }) => phase !== 'frozen');
  return (
    <div className={styles.foot}>
      <StatusLine label={t('steering.wall.acts')}>
        <div className={styles.acts}>
          <SegmentedControl
            label={t('steering.wall.whom')}
            labelHidden
            value={isForAll ? 'all' : 'one'}
            onChange={(value) => onForAll(value === 'all')}
            options={[
              { value: 'one', label: room ? t('parts.room', { n: room.number }) : t('parts.room.unknown') },
              { value: 'all', label: t('steering.wall.all', { n: rooms.length }) },
            ]}
          />
          {room && !isForAll && (
            <LinkButton href={`/c/${consultationId}/room/${room.id}`} shortcut="Enter" icon="forward">
              {t('steering.wall.act.enter')}
            </LinkButton>
          )}
          <Button icon="chat" shortcut="M" onClick={() => onAct('message')}>
            {t('steering.wall.act.message')}
          </Button>
          <Button icon="clock" shortcut="T" disabled={!isAnyWritable} onClick={() => onAct('timer')}>
            {t('steering.wall.act.timer')}
          </Button>
          <Button icon="back" shortcut="R" disabled={!isAnyOpen} onClick={() => onAct('recall')}>
            {t('steering.wall.act.recall')}
          </Button>
          {!isAnyWritable && <Reopen rooms={targets} />}
          {room && !isForAll && <AnswerHelp room={room} />}
        </div>
      </StatusLine>
    </div>
  );
}

const anotherSeconds = 600;

/** Opens closed rooms again for ten minutes; their texts are as they were left. */
function Reopen({ rooms }: { rooms: readonly Room[] }) {
  const t = useT();
  const toast = useToast();
  const words = useRefusalWords();
  const { send, isPending } = useCommand('room.reopen');
  const reopen = async () => {
    const answer = await send({ roomIds: roomIdsOf(rooms), seconds: anotherSeconds });
    if (!answer.ok) toast({ text: words(answer), tone: 'danger' });
  };
  if (rooms.length === 0) return null;
  return (
    <Button icon="refresh" pending={isPending} onClick={() => void reopen()}>
      {t('steering.wall.act.reopen', { minutes: anotherSeconds / 60 })}
    </Button>
  );
}

function AnswerHelp({ room }: { room: Room }) {
  const t = useT();
  const call = useReplica(({ bureau }) => bureau.room.help[room.id]);
  const { send, isPending } = useCommand('room.answerHelp');
  if (!call) return null;
  return (
    <Button icon="done" pending={isPending} onClick={() => void send({ roomId: room.id })}>
      {t('steering.help.answer', { kind: t(`steering.help.${call.kind}`) })}
    </Button>
  );
}
