import type { ParticipantId } from '@shared/domain/kernel/ids.ts';
import type { Room } from '@shared/domain/room.ts';
import { useMemo } from 'react';
import { useFormat } from '../../i18n/I18n.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useReplica, useReplicaValue } from '../../sync/Seat.tsx';

const nobody: readonly string[] = [];

export interface RoomMember {
  id: ParticipantId;
  delegationId: string | null;
  isFacilitator: boolean;
  isRapporteur: boolean;
  isHere: boolean;
  isTyping: boolean;
}

/** Who belongs to a room: those with a duty first, then by delegation; coming and going moves nobody in the list. */
export function useRoomMembers(room: Room): RoomMember[] {
  const { compare } = useFormat();
  const nameOf = useDelegationNames();
  const participants = useReplica(({ plenary }) => plenary.delegation.participants);
  const here = useReplicaValue(({ presence }) => presence[room.id]?.here ?? nobody);
  const typing = useReplicaValue(({ presence }) => presence[room.id]?.typing ?? nobody);
  return useMemo(() => {
    const members = room.members.map((id) => ({
      ...{ id, delegationId: participants[id]?.delegationId ?? null },
      ...{ isFacilitator: room.facilitator === id, isRapporteur: room.rapporteur === id },
      ...{ isHere: here.includes(id), isTyping: typing.includes(id) },
    }));
    const weight = (member: RoomMember) => (member.isFacilitator ? 0 : member.isRapporteur ? 1 : 2);
    const name = ({ delegationId }: RoomMember) => (delegationId ? nameOf(delegationId) : '');
    return members.sort((a, b) => weight(a) - weight(b) || compare(name(a), name(b)) || compare(a.id, b.id));
  }, [room, participants, here, typing, nameOf, compare]);
}

/** Who looks on without being a member: the bureau, dropped in. */
export function useVisitors(room: Room): readonly ParticipantId[] {
  const here = useReplicaValue(({ presence }) => presence[room.id]?.here ?? nobody);
  return useMemo(() => here.filter((id) => !room.members.includes(id)), [here, room.members]);
}
