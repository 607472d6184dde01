import type { Room } from '@shared/domain/room.ts';
import { useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { PersonName } from '../../parts/PersonName.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useCommand, useIsBureau, usePermitRefusal, useReplica } from '../../sync/Seat.tsx';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './RoomColumn.module.css';
import { type RoomSeat, useHands } from './useRoomFacts.ts';

/** Who asks for the floor, in the order of asking; the facilitator gives it, which takes the hand down. */
export function RaisedHands({ room, seat }: { room: Room; seat: RoomSeat }) {
  const t = useT();
  const announce = useAnnounce();
  const nameOf = useDelegationNames();
  const isBureau = useIsBureau();
  const hands = useHands(room.id);
  const participants = useReplica(({ plenary }) => plenary.delegation.participants);
  const mayLower = usePermitRefusal('room.lowerHand', { roomId: room.id }) === null;
  const { send, isPending, refusal } = useCommand('room.lowerHand');
  const mayGive = mayLower && (seat.isFacilitator || isBureau);
  const give = async (participantId: string) => {
    const answer = await send({ roomId: room.id, participantId });
    const delegationId = participants[participantId]?.delegationId;
    if (answer.ok && delegationId) announce(t('room.floor.given', { name: nameOf(delegationId) }));
  };
  return (
    <section>
      <h2 className={styles.heading}>
        <span>{t('room.hands')}</span>
        <span className={styles.count}>{hands.length}</span>
      </h2>
      {hands.length === 0 && <p className={styles.none}>{t('room.hands.none')}</p>}
      <ol className={styles.hands}>
        {hands.map((id, at) => {
          const delegationId = participants[id]?.delegationId;
          return (
            <li key={id} className={styles.hand}>
              <span className={styles.turn}>{at + 1}</span>
              <span className={styles.who}>
                <span className={styles.name}>
                  {delegationId ? <DelegationName id={delegationId} withRegion /> : <PersonName id={id} />}
                </span>
              </span>
              {mayGive && (
                <Button size="small" icon="mic" pending={isPending} onClick={() => void give(id)}>
                  {t('room.floor.give')}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      <RefusalNote refusal={refusal} />
    </section>
  );
}
