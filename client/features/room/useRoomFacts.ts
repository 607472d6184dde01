import type { ActionItem, ActionItems } from '@shared/domain/actionItem.ts';
import type { ItemId, RoomId } from '@shared/domain/kernel/ids.ts';
import { isWritable, type Room } from '@shared/domain/room.ts';
import { emptyRoom } from '@shared/domain/state.ts';
import { useMemo } from 'react';
import { useIsBureau, usePermitRefusal, useReplica, useYou } from '../../sync/Seat.tsx';

const empty = emptyRoom();

/** What one is in a room: member with or without a duty, or somebody of the bureau who has dropped in. */
export interface RoomSeat {
  isMember: boolean;
  isVisitor: boolean;
  isFacilitator: boolean;
  isRapporteur: boolean;
  /** Whether one may write in its drafts now. */
  mayWrite: boolean;
  /** Whether one may put its drafts in order. */
  mayOrder: boolean;
}

export function useRoomSeat(room: Room): RoomSeat {
  const { participantId } = useYou();
  const isBureau = useIsBureau();
  const isMember = room.members.includes(participantId);
  const mayFill = usePermitRefusal('actionItem.fill', { roomId: room.id }) === null;
  const mayOrder = usePermitRefusal('actionItem.order', { roomId: room.id }) === null;
  return {
    isMember,
    isVisitor: isBureau && !isMember,
    isFacilitator: room.facilitator === participantId,
    isRapporteur: room.rapporteur === participantId,
    mayWrite: mayFill && isWritable(room),
    mayOrder: mayOrder && isWritable(room),
  };
}

export interface RoomDrafts {
  /** In their order, without those withdrawn. */
  current: ActionItem[];
  withdrawn: ActionItem[];
  byId: ActionItems['byId'];
  order: readonly ItemId[];
}

/** The drafts of a room. */
export function useRoomDrafts(roomId: RoomId): RoomDrafts {
  const items = useReplica(({ room }) => (room[roomId] ?? empty).actionItem);
  return useMemo(() => {
    const all = items.order.flatMap((id) => items.byId[id] ?? []);
    return {
      current: all.filter(({ phase }) => phase !== 'withdrawn'),
      withdrawn: all.filter(({ phase }) => phase === 'withdrawn'),
      ...items,
    };
  }, [items]);
}

/** The raised hands of a room, in the order in which they were raised. */
export function useHands(roomId: RoomId): readonly string[] {
  return useReplica(({ room }) => (room[roomId] ?? empty).room.hands);
}
