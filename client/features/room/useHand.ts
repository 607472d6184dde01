import type { Room } from '@shared/domain/room.ts';
import { useCommand, usePermitRefusal, useYou } from '../../sync/Seat.tsx';
import { useHands } from './useRoomFacts.ts';

/** One's own hand in a room. */
export function useHand(room: Room) {
  const { participantId } = useYou();
  const isRaised = useHands(room.id).includes(participantId);
  const mayRaise = usePermitRefusal('room.raiseHand', { roomId: room.id }) === null;
  const raise = useCommand('room.raiseHand');
  const lower = useCommand('room.lowerHand');
  const isPossible = mayRaise && room.phase !== 'frozen';
  return {
    isRaised,
    isPossible,
    isPending: raise.isPending || lower.isPending,
    refusal: raise.refusal ?? lower.refusal,
    async toggle() {
      if (!isPossible) return;
      if (isRaised) await lower.send({ roomId: room.id, participantId });
      else await raise.send({ roomId: room.id });
    },
  };
}
