import type { Room } from '@shared/domain/room.ts';
import { useT } from '../../i18n/I18n.tsx';
import { PersonName } from '../../parts/PersonName.tsx';
import { ParkedLink } from '../../parts/terms/ParkedLink.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { HandButton } from './HandButton.tsx';
import { MemberLine } from './MemberLine.tsx';
import { RaisedHands } from './RaisedHands.tsx';
import styles from './RoomColumn.module.css';
import type { RoomSeat } from './useRoomFacts.ts';
import { useRoomMembers, useVisitors } from './useRoomPeople.ts';

/** Who is in the room: raised hands, members with their duties, and who of the bureau has dropped in. */
export function RoomColumn({ room, seat }: { room: Room; seat: RoomSeat }) {
  const t = useT();
  const members = useRoomMembers(room);
  const here = members.filter(({ isHere }) => isHere).length;
  return (
    <div className={styles.column}>
      {seat.isMember && <HandButton room={room} />}
      {room.phase !== 'frozen' && <RaisedHands room={room} seat={seat} />}
      <Visitors room={room} />
      <section>
        <h2 className={styles.heading}>
          <span>{t('room.members')}</span>
          <span className={styles.count}>{t('room.members.here', { here, all: members.length })}</span>
        </h2>
        <ul className={styles.members}>
          {members.map((member) => (
            <MemberLine key={member.id} room={room} member={member} />
          ))}
        </ul>
      </section>
      <ParkedLink />
    </div>
  );
}

/** Whoever drops in is announced by standing here. */
function Visitors({ room }: { room: Room }) {
  const t = useT();
  const visitors = useVisitors(room);
  const participants = useReplica(({ plenary }) => plenary.delegation.participants);
  return (
    <section className={styles.visitors} aria-live="polite" aria-label={t('room.visitors')}>
      {visitors.length > 0 && (
        <>
          <h2 className={styles.heading}>{t('room.visitors')}</h2>
          <ul className={styles.members}>
            {visitors.map((id) => (
              <li key={id} className={styles.member}>
                <Icon name="view" />
                <span className={styles.who}>
                  <span className={styles.name}>
                    <PersonName id={id} />
                  </span>
                  <span className={styles.person}>{t(`parts.role.${participants[id]?.role ?? 'moderator'}`)}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
