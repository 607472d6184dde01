import type { Breach, Examination } from '@shared/domain/dealing.ts';
import type { Proposal } from '@shared/domain/seating.ts';

/** A proposed room as its card shows it. */
export interface RoomView {
  /** Counted from 0, as commands count; people read it from 1. */
  at: number;
  members: string[];
  duties: { facilitator: string | null; rapporteur: string | null };
  breaches: Breach[];
}

const nothingWrong: Breach[] = [];

/** The rooms of a proposal with what is wrong in each. */
export function roomViews(proposal: Proposal, examination: Examination | null): RoomView[] {
  const byRoom = new Map<number, Breach[]>();
  for (const breach of examination?.breaches ?? []) {
    const known = byRoom.get(breach.room);
    if (known) known.push(breach);
    else byRoom.set(breach.room, [breach]);
  }
  return proposal.rooms.map((members, at) => ({
    at,
    members,
    duties: proposal.duties[at] ?? { facilitator: null, rapporteur: null },
    breaches: byRoom.get(at) ?? nothingWrong,
  }));
}

/** Whether a room would look the same: thousands of people are on the page, and one move concerns two rooms. */
export function isSameView(a: RoomView, b: RoomView): boolean {
  return (
    a.at === b.at &&
    a.members === b.members &&
    a.duties === b.duties &&
    (a.breaches === b.breaches || JSON.stringify(a.breaches) === JSON.stringify(b.breaches))
  );
}

/** The numbers of rooms (from 1) that lack a facilitator or a rapporteur. */
export function roomsLackingDuties(proposal: Proposal): number[] {
  return proposal.duties.flatMap(({ facilitator, rapporteur }, at) =>
    facilitator === null || rapporteur === null ? [at + 1] : [],
  );
}

/** The floor and ceiling of a fair share, as every room should have it. */
export function fairShare(counts: readonly number[]): { floor: number; ceil: number } {
  const sum = counts.reduce((total, count) => total + count, 0);
  const rooms = Math.max(1, counts.length);
  return { floor: Math.floor(sum / rooms), ceil: Math.ceil(sum / rooms) };
}

const peoplePerPage = 200;

/** How many rooms are shown at once: as many as hold some two hundred people. */
export function roomsPerPage(rooms: readonly RoomView[]): number {
  const largest = Math.max(1, ...rooms.map(({ members }) => members.length));
  return Math.max(2, Math.min(24, Math.floor(peoplePerPage / largest)));
}
