import type { PanelId } from '@shared/domain/kernel/ids.ts';
import type { Room } from '@shared/domain/room.ts';
import type { Round } from '@shared/domain/seating.ts';
import { useMemo } from 'react';
import { useReplica, useReplicaValue, useServerOffset } from '../../sync/Seat.tsx';
import { useNow } from '../../ui/useNow.ts';
import { type RoomWatch, watchRoom } from './roomWatch.ts';

/** A panel's latest round with its rooms by number. */
export interface PanelRooms {
  round: Round | null;
  rooms: Room[];
  /** Rooms in which people may still write. */
  open: Room[];
  recalling: Extract<Room, { phase: 'recalling' }>[];
}

/** The rooms that a panel has now, or had last. */
export function usePanelRooms(panelId: PanelId): PanelRooms {
  const rounds = useReplica(({ plenary }) => plenary.seating);
  const byId = useReplica(({ plenary }) => plenary.room.byId);
  return useMemo(() => {
    const round = rounds.order
      .map((id) => rounds.byId[id])
      .filter((each) => each?.panelId === panelId)
      .at(-1);
    const rooms = (round?.roomIds ?? []).flatMap((id) => byId[id] ?? []);
    return {
      round: round ?? null,
      rooms,
      open: rooms.filter(({ phase }) => phase !== 'frozen'),
      recalling: rooms.filter((room) => room.phase === 'recalling'),
    };
  }, [rounds, byId, panelId]);
}

const watchEveryMs = 5_000;

/** How each of these rooms stands, looked at afresh every few seconds and at every change. */
export function useRoomWatch({ round, rooms }: Pick<PanelRooms, 'round' | 'rooms'>): ReadonlyMap<string, RoomWatch> {
  const within = useReplica(({ room }) => room);
  const help = useReplica(({ bureau }) => bureau.room.help);
  const presence = useReplicaValue((replica) => replica.presence);
  const figures = useReplicaValue((replica) => replica.figures);
  const second = useNow(useServerOffset());
  const now = second - (second % watchEveryMs);
  return useMemo(
    () =>
      new Map(
        rooms.map((room) => [
          room.id,
          watchRoom(room, {
            within: within[room.id],
            here: presence[room.id]?.here ?? [],
            figures,
            hasCalled: help[room.id] !== undefined,
            openedAt: round?.openedAt ?? now,
            now,
          }),
        ]),
      ),
    [rooms, within, presence, figures, help, round, now],
  );
}
