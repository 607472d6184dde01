import type { Room } from '@shared/domain/room.ts';
import { useParams } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { useMyRoom } from '../../parts/useMyRoom.ts';
import { useReplica, useSeat } from '../../sync/Seat.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import styles from './RoomPage.module.css';
import { RoomWork } from './RoomWork.tsx';
import { FieldDeskContext, useOwnFieldDesk } from './useFieldDesk.ts';
import { useRoomSeat } from './useRoomFacts.ts';

/** A breakout room: its question, its drafts, the people in it. */
export function RoomPage() {
  const { roomId = '' } = useParams();
  const room = useReplica(({ plenary }) => plenary.room.byId[roomId]);
  return room ? <KnownRoom key={room.id} room={room} /> : <Elsewhere isKnown={false} />;
}

function KnownRoom({ room }: { room: Room }) {
  const seat = useRoomSeat(room);
  const desk = useOwnFieldDesk(room.id);
  if (!seat.isMember && !seat.isVisitor) return <Elsewhere isKnown />;
  return (
    <FieldDeskContext value={desk}>
      <RoomWork room={room} seat={seat} />
    </FieldDeskContext>
  );
}

/** Where somebody who has no seat in this room goes instead. */
function Elsewhere({ isKnown }: { isKnown: boolean }) {
  const t = useT();
  const { consultationId } = useSeat();
  const own = useMyRoom();
  return (
    <div className={styles.elsewhere}>
      <Empty
        title={t(isKnown ? 'room.notYours' : 'room.unknown')}
        act={
          own ? (
            <LinkButton kind="primary" href={`/c/${consultationId}/room/${own.id}`}>
              {t('room.goToOwn', { n: own.number })}
            </LinkButton>
          ) : (
            <LinkButton href={`/c/${consultationId}`}>{t('room.goToAgenda')}</LinkButton>
          )
        }
      >
        {t(own ? 'room.elsewhere.own' : 'room.elsewhere.none')}
      </Empty>
    </div>
  );
}
