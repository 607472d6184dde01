import type { Room } from '@shared/domain/room.ts';
import type { ConsultationState } from '@shared/domain/state.ts';
import { useReplica, useYou } from '../sync/Seat.tsx';

/** The room that one sits in now: of the panel in session before others, an open one before a closed one. */
export function useMyRoom(): Room | null {
  const { participantId } = useYou();
  return useReplica((state) => roomOf(state, participantId));
}

/** The room that a participant sits in now, if any. */
function roomOf({ plenary }: ConsultationState, participantId: string): Room | null {
  const mine = Object.values(plenary.room.byId).filter(({ members }) => members.includes(participantId));
  const weight = ({ phase, panelId, roundId }: Room) =>
    (phase === 'frozen' ? 0 : 1_000_000) +
    (panelId === plenary.panel.live ? 100_000 : 0) +
    plenary.seating.order.indexOf(roundId);
  return mine.sort((a, b) => weight(b) - weight(a))[0] ?? null;
}
