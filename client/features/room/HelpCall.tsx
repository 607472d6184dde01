import { HelpKind } from '@shared/domain/kernel/words.ts';
import type { Room } from '@shared/domain/room.ts';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, usePermitRefusal, useReplica, useServerOffset } from '../../sync/Seat.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Flyout } from '../../ui/Flyout.tsx';
import { Cluster, Stack } from '../../ui/Stack.tsx';
import styles from './HelpCall.module.css';
import type { RoomSeat } from './useRoomFacts.ts';

type Kind = (typeof HelpKind.options)[number];

/** A room's call for help: its members ask the bureau; the bureau, dropped in, sees the call and answers it. */
export function HelpCall({ room, seat }: { room: Room; seat: RoomSeat }) {
  const mayCall = usePermitRefusal('room.callForHelp', { roomId: room.id }) === null;
  if (seat.isVisitor) return <CallToAnswer roomId={room.id} />;
  return mayCall && room.phase !== 'frozen' ? <AskForHelp roomId={room.id} /> : null;
}

/** Sent calls are remembered while one stays in the room; what became of them is told by the bureau's coming. */
function AskForHelp({ roomId }: { roomId: string }) {
  const t = useT();
  const format = useFormat();
  const offset = useServerOffset();
  const { send, isPending, refusal } = useCommand('room.callForHelp');
  const [sent, setSent] = useState<{ kind: Kind; at: number } | null>(null);
  const call = async (kind: Kind) => {
    const answer = await send({ roomId, kind });
    if (answer.ok) setSent({ kind, at: Date.now() + offset });
  };
  return (
    <Flyout label={t(sent ? 'room.help.asked' : 'room.help')} icon="help">
      <Stack gap={3}>
        <p className={styles.words}>{t('room.help.words')}</p>
        {sent && (
          <p role="status" className={styles.sent}>
            {t('room.help.sent', { kind: t(`room.help.${sent.kind}`), at: format.time(sent.at) })}
          </p>
        )}
        <ul className={styles.kinds}>
          {HelpKind.options.map((kind) => (
            <li key={kind}>
              <Button wide pending={isPending} onClick={() => void call(kind)}>
                {t(`room.help.${kind}`)}
              </Button>
            </li>
          ))}
        </ul>
        <RefusalNote refusal={refusal} />
      </Stack>
    </Flyout>
  );
}

function CallToAnswer({ roomId }: { roomId: string }) {
  const t = useT();
  const format = useFormat();
  const { send, isPending, refusal } = useCommand('room.answerHelp');
  const help = useReplica(({ bureau }) => bureau.room.help[roomId]);
  if (!help) return null;
  return (
    <Cluster>
      <Badge tone="danger" icon="flag">
        {t('room.help.called', { kind: t(`room.help.${help.kind}`), at: format.time(help.at) })}
      </Badge>
      <Button size="small" pending={isPending} onClick={() => void send({ roomId })}>
        {t('room.help.answer')}
      </Button>
      <RefusalNote refusal={refusal} />
    </Cluster>
  );
}
