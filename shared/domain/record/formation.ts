import type { Delegations } from '../delegation.ts';
import { must } from '../kernel/must.ts';
import { type RegionalGroup, regionalGroups } from '../kernel/words.ts';
import { type Room, roomsOf } from '../room.ts';
import type { ConsultationState } from '../state.ts';
import type { RoundOutline } from './shape.ts';

/** How the rooms of every round were formed, in the order of the panels: seed, sizes, rooms × regions. */
export function roundOutlines({ panel, seating, room, delegation }: ConsultationState['plenary']): RoundOutline[] {
  const rounds = seating.order.map((id) => must(seating.byId[id], 'round'));
  return panel.order.flatMap((panelId, at) =>
    rounds
      .filter((round) => round.panelId === panelId)
      .map(({ id, number, seed, question, attribution }) => {
        const rooms = roomsOf(room, id).map((each) => roomOutline(each, delegation));
        const people = rooms.reduce((sum, { size }) => sum + size, 0);
        return { id, panelNumber: at + 1, number, seed, question, attribution, people, rooms };
      }),
  );
}

function roomOutline({ number, members }: Room, delegations: Delegations): RoundOutline['rooms'][number] {
  const regions = Object.fromEntries([...regionalGroups, 'none' as const].map((group) => [group, 0])) as Record<
    RegionalGroup | 'none',
    number
  >;
  for (const id of members) {
    const seatedIn = delegations.participants[id]?.delegationId;
    regions[(seatedIn && delegations.byId[seatedIn]?.regionalGroup) || 'none'] += 1;
  }
  return { number, size: members.length, regions };
}
