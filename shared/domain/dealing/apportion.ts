import { must } from '../kernel/must.ts';
import type { Chance } from '../kernel/random.ts';
import { network } from './network.ts';

/**
 * How many of each delegation sit in each room when some seats are claimed.
 *
 * Delegations nest in regions and regions in the whole, and each of these owes every room the floor of its fair share.
 * What remains are *extras*: a delegation of 7 in 3 rooms gives 2 to each and has one extra, to any room but at most
 * one to each. Extras make up what the region still owes each room and then the region's own extras (again at most one
 * a room), and these in turn what the whole owes and its extras. A claim within the floor costs nothing; one beyond it
 * takes an extra of the delegation, maybe of the region, maybe of the whole. The rest is a network to be filled, and it
 * can be filled completely exactly when all bounds can hold.
 */
export interface Family {
  rooms: number;
  delegations: readonly { region: number; people: number }[];
}

/** A seat that a pin takes for a delegation. */
export interface Claim {
  delegation: number;
  room: number;
}

/** What a part of the family can still give when claims have taken theirs. */
interface Remainder {
  /** What it still owes each room for certain. */
  owed: number[];
  /** Whether a room may still get an extra. */
  mayTake: boolean[];
  /** Rooms whose extra the claims have taken. */
  taken: boolean[];
  extras: number;
}

/** Delegations that nothing tells apart: same region, same number of extras, no claim. */
interface Kin {
  region: number;
  members: number[];
  extras: number;
  mayTake: readonly boolean[];
}

interface Wishes {
  /** Draws among the solutions; without it, the first one is taken. */
  chance?: Chance;
  /** How many of each delegation are in each room already: as many as possible stay. */
  held?: readonly (readonly number[])[];
}

/** Gives each delegation its number of seats in each room, or null when the claims break a bound. */
export function apportion(family: Family, claims: readonly Claim[], wishes: Wishes = {}): number[][] | null {
  const remainders = remaindersOf(family, claims);
  const granted = remainders && grant(family, remainders, wishes);
  if (!remainders || !granted) return null;

  const seats = family.delegations.map(({ people }, at) => {
    const floor = Math.floor(people / family.rooms);
    return numbered(family.rooms, (room) => floor + (remainders[at]?.taken[room] ? 1 : 0));
  });
  for (const { kin, rooms } of granted) {
    // Dealing a room's extras one after the other to the members in turn gives no member two of one room (a room has
    // at most as many as there are members) and each member equally many.
    const members = wishes.chance?.shuffle(kin.members) ?? kin.members;
    let next = 0;
    for (const [room, extras] of rooms.entries()) {
      for (let i = 0; i < extras; i++) {
        const member = must(seats[must(members[next++ % members.length], 'kin')], 'delegation');
        member[room] = must(member[room], 'room') + 1;
      }
    }
  }
  return seats;
}

/** Tells whether all bounds can hold with these claims. */
export function canHold(family: Family, claims: readonly Claim[]): boolean {
  const remainders = remaindersOf(family, claims);
  return remainders !== null && grant(family, remainders, {}) !== null;
}

function remaindersOf({ rooms, delegations }: Family, claims: readonly Claim[]): (Remainder | undefined)[] | null {
  const claimed = new Map<number, number[]>();
  for (const { delegation, room } of claims) {
    const seats = claimed.get(delegation) ?? numbered(rooms, () => 0);
    seats[room] = must(seats[room], 'room') + 1;
    claimed.set(delegation, seats);
  }
  const remainders: (Remainder | undefined)[] = delegations.map(() => undefined);
  for (const [delegation, seats] of claimed) {
    const { people } = must(delegations[delegation], 'delegation');
    const remainder = remainderOf(Math.floor(people / rooms), people % rooms, seats);
    if (!remainder) return null;
    remainders[delegation] = remainder;
  }
  return remainders;
}

function remainderOf(due: number, extras: number, claimed: readonly number[]): Remainder | null {
  if (claimed.some((seats) => seats > due + 1)) return null;
  const taken = claimed.map((seats) => seats > due);
  const left = extras - taken.filter(Boolean).length;
  if (left < 0) return null;
  return {
    owed: claimed.map((seats) => Math.max(0, due - seats)),
    mayTake: taken.map((isTaken) => left > 0 && !isTaken),
    taken,
    extras: left,
  };
}

function grant(
  { rooms, delegations }: Family,
  remainders: readonly (Remainder | undefined)[],
  { chance, held }: Wishes,
): { kin: Kin; rooms: number[] }[] | null {
  const regions = 1 + delegations.reduce((highest, { region }) => Math.max(highest, region), -1);
  const regional = numbered(regions, () => ({ people: 0, floors: 0, taken: numbered(rooms, () => 0) }));
  for (const [at, { region, people }] of delegations.entries()) {
    const sum = must(regional[region], 'region');
    sum.people += people;
    sum.floors += Math.floor(people / rooms);
    addTaken(sum.taken, remainders[at]);
  }
  const whole = { people: 0, floors: 0, taken: numbered(rooms, () => 0) };
  const ofRegions: Remainder[] = [];
  for (const { people, floors, taken } of regional) {
    const remainder = remainderOf(Math.floor(people / rooms) - floors, people % rooms, taken);
    if (!remainder) return null;
    ofRegions.push(remainder);
    whole.people += people;
    whole.floors += Math.floor(people / rooms);
    addTaken(whole.taken, remainder);
  }
  const ofWhole = remainderOf(Math.floor(whole.people / rooms) - whole.floors, whole.people % rooms, whole.taken);
  if (!ofWhole) return null;

  const kins = kinsOf({ rooms, delegations }, remainders, held !== undefined);
  const drawn = chance?.shuffle(kins) ?? kins;
  return fillSeats({ rooms, delegations }, drawn, ofRegions, ofWhole, {
    ...(chance && { chance }),
    ...(held && { held }),
  });
}

function kinsOf({ rooms, delegations }: Family, remainders: readonly (Remainder | undefined)[], apart: boolean): Kin[] {
  const kins = new Map<string, Kin>();
  const anywhere = numbered(rooms, () => true);
  for (const [at, { region, people }] of delegations.entries()) {
    const remainder = remainders[at];
    const extras = remainder?.extras ?? people % rooms;
    if (extras === 0) continue;
    const key = apart || remainder ? `alone ${at}` : `${region} ${extras}`;
    const kin = kins.get(key) ?? { region, members: [], extras: 0, mayTake: remainder?.mayTake ?? anywhere };
    kin.members.push(at);
    kin.extras += extras;
    kins.set(key, kin);
  }
  return [...kins.values()];
}

function fillSeats(
  { rooms, delegations }: Family,
  kins: readonly Kin[],
  ofRegions: readonly Remainder[],
  ofWhole: Remainder,
  { chance, held }: Wishes,
): { kin: Kin; rooms: number[] }[] | null {
  const [source, sink, common, firstRoom] = [0, 1, 2, 3];
  const firstRegion = firstRoom + rooms;
  const firstKin = firstRegion + rooms * ofRegions.length;
  const net = network(firstKin + kins.length);
  const every = numbered(rooms, (room) => room);

  // Everything owed must be filled, so its passages lead straight to the sink; extras pass through the next level.
  net.join(common, sink, ofWhole.extras);
  for (const room of every) {
    net.join(firstRoom + room, sink, must(ofWhole.owed[room], 'room'));
    if (ofWhole.mayTake[room]) net.join(firstRoom + room, common, 1);
    for (const [region, { owed, mayTake }] of ofRegions.entries()) {
      const node = firstRegion + region * rooms + room;
      net.join(node, sink, must(owed[room], 'room'));
      if (mayTake[room]) net.join(node, firstRoom + room, 1);
    }
  }
  let wanted = 0;
  const passages = kins.map(({ region, members, extras, mayTake }, at) => {
    wanted += extras;
    net.join(source, firstKin + at, extras);
    const toRooms = numbered(rooms, () => -1);
    const [alone] = members;
    const isHeld = (room: number): boolean =>
      alone !== undefined && (held?.[alone]?.[room] ?? 0) > Math.floor((delegations[alone]?.people ?? 0) / rooms);
    for (const room of chance?.shuffle(every) ?? every) {
      if (!mayTake[room]) continue;
      const cost = held && !isHeld(room) ? 1 : 0;
      toRooms[room] = net.join(firstKin + at, firstRegion + region * rooms + room, members.length, cost);
    }
    return { kin: kins[at] as Kin, toRooms };
  });
  if (net.send(source, sink) < wanted) return null;
  return passages.map(({ kin, toRooms }) => ({
    kin,
    rooms: toRooms.map((passage) => (passage < 0 ? 0 : net.through(passage))),
  }));
}

function addTaken(sums: number[], remainder: Remainder | undefined): void {
  if (remainder)
    for (const [room, isTaken] of remainder.taken.entries()) if (isTaken) sums[room] = (sums[room] ?? 0) + 1;
}

function numbered<T>(length: number, make: (index: number) => T): T[] {
  return Array.from({ length }, (_, index) => make(index));
}
