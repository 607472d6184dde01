import type { ActionItem } from '@shared/domain/actionItem.ts';
import type { Room } from '@shared/domain/room.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useCommand, usePermitRefusal, useReplica, useSeat } from '../../sync/Seat.tsx';
import { useToast } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import styles from './DraftPane.module.css';
import { useReporting } from './reporting.ts';
import type { RoomSeat } from './useRoomFacts.ts';

/** The foot of a draft: the one act of the room, always in the same corner. */
export function DraftFoot({ room, seat, item }: { room: Room; seat: RoomSeat; item: ActionItem }) {
  if (item.phase === 'withdrawn') return null;
  return (
    <footer className={styles.foot}>
      {item.phase === 'reported' ? (
        <TakeBack room={room} item={item} />
      ) : (
        <Report room={room} seat={seat} item={item} />
      )}
    </footer>
  );
}

function Report({ room, seat, item }: { room: Room; seat: RoomSeat; item: ActionItem }) {
  const t = useT();
  const { open } = useReporting();
  const mayReport = usePermitRefusal('actionItem.report', { roomId: room.id }) === null;
  if (mayReport)
    return (
      <>
        <p className={styles.footWords}>{t('room.report.hint')}</p>
        <Button kind="primary" icon="report" shortcut="Ctrl+Enter" onClick={() => open(item.id)}>
          {t('room.report')}
        </Button>
      </>
    );
  const words = room.rapporteur === null ? 'room.report.nobody' : 'room.report.byRapporteur';
  return <p className={styles.footWords}>{t(seat.isRapporteur ? 'room.report.notNow' : words)}</p>;
}

function TakeBack({ room, item }: { room: Room; item: ActionItem }) {
  const t = useT();
  const toast = useToast();
  const wordsOf = useRefusalWords();
  const { consultationId } = useSeat();
  const { send, isPending } = useCommand('actionItem.takeBack');
  const isStaged = useReplica(({ plenary }) => {
    const tabled = plenary.board.items[item.id];
    return tabled?.isStaged === true || Boolean(tabled?.disposition);
  });
  const mayTakeBack = usePermitRefusal('actionItem.takeBack', { roomId: room.id }) === null && !isStaged;
  const takeBack = async () => {
    const answer = await send({ roomId: room.id, itemId: item.id });
    if (!answer.ok) toast({ text: wordsOf(answer), tone: 'danger' });
  };
  return (
    <>
      <p className={styles.footWords}>{t(isStaged ? 'room.reported.staged' : 'room.reported.words')}</p>
      {mayTakeBack && (
        <Button icon="undo" pending={isPending} onClick={() => void takeBack()}>
          {t('room.takeBack')}
        </Button>
      )}
      <LinkButton icon="board" href={`/c/${consultationId}/board/${room.panelId}?item=${encodeURIComponent(item.id)}`}>
        {t('room.reported.board')}
      </LinkButton>
    </>
  );
}
