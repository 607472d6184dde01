/**
 * Forms cross-regional rooms (RULES.md, DEAL). Delegations nest in regions and regions in the whole. Whoever shuffles
 * each level and deals the resulting list to the rooms like cards gives every contiguous stretch of it, so every
 * delegation, every region and the whole, the floor or ceiling of its fair share in every room: exactly, and always.
 * Pins take that freedom away; with them the seats are found as a flow (dealing/apportion.ts), and pins that cannot
 * all hold are answered by the smallest set that clashes (dealing/clash.ts).
 */
import { apportion, type Family } from './dealing/apportion.ts';
import { smallestClash } from './dealing/clash.ts';
import { must } from './kernel/must.ts';
import { type Chance, seeded } from './kernel/random.ts';

/** A person as the dealing sees one. */
export interface Dealable {
  id: string;
  delegationId: string;
  /** The delegation's regional group, or `none`; people of one delegation share it. */
  region: string;
}

/** A wish that somebody sits in a room, counted from 0. */
export interface Pin {
  id: string;
  room: number;
}

export interface DealInput {
  people: readonly Dealable[];
  rooms: number;
  seed: string;
  pins?: readonly Pin[];
}

/** What is bounded: the size of rooms, a region's or a delegation's people in them. */
export type Bound = 'size' | 'region' | 'delegation';

/** A room where a bound does not hold. The subject is a region or a delegation's id; empty for the size. */
export interface Breach {
  rule: Bound;
  subject: string;
  room: number;
  count: number;
  floor: number;
  ceil: number;
}

/** How balanced an assignment is, as people without a seat and unknown ids leave it. */
export interface Balance {
  rooms: number;
  people: number;
  sizes: number[];
  /** Per region, its people in each room. */
  regions: Record<string, number[]>;
  /** The most that a region's people in some room are off its fair share, to three decimals. */
  maxDeviation: number;
  holds: Record<Bound, boolean>;
}

/** A balance with what is wrong about it. */
export interface Examination extends Balance {
  breaches: Breach[];
  /** People whom no room lists. */
  unseated: string[];
  /** Ids in rooms that are nobody's. */
  unknown: string[];
}

/** What the formation report keeps, so that an outsider can recompute and judge it. */
export interface DealReport extends Balance {
  seed: string;
  pins: number;
}

/** The fewest pins that cannot all hold, and the narrowest bound that they break; `person` = pinned to two rooms. */
export interface PinConflict {
  pins: Pin[];
  because: { rule: Bound | 'person'; subject: string; room: number; floor: number; ceil: number };
}

export type DealOutcome = { ok: true; rooms: string[][]; report: DealReport } | { ok: false; conflict: PinConflict };

/** Who leads a room and who holds its pen. */
export interface Duties {
  facilitator: string | null;
  rapporteur: string | null;
}

interface Delegation {
  id: string;
  region: string;
  members: string[];
}

interface Roster {
  people: Map<string, Dealable>;
  /** In the order of their ids, as are their members. */
  delegations: Delegation[];
  regions: string[];
}

/** Forms the rooms. The same people, pins and seed give the same rooms, whatever order the people come in. */
export function deal(input: DealInput): DealOutcome {
  const roster = rosterOf(input.people);
  const pins = pinsOf(input, roster);
  if ('because' in pins) return { ok: false, conflict: pins };
  const chance = seeded(input.seed);
  if (pins.size === 0) return done(input, dealInTurn(roster, input.rooms, chance), 0);
  return seatWithPins(input, roster, pins, chance, null);
}

/** Makes the bounds hold again around the pins, and moves as few others as that takes. */
export function repair(input: DealInput, current: readonly (readonly string[])[]): DealOutcome {
  const roster = rosterOf(input.people);
  const pins = pinsOf(input, roster);
  if ('because' in pins) return { ok: false, conflict: pins };
  return seatWithPins(input, roster, pins, seeded(input.seed), seatsOf(current));
}

/** Examines an assignment that hands have changed: which bounds hold, and where the others are broken. */
export function check(people: readonly Dealable[], rooms: readonly (readonly string[])[]): Examination {
  const roster = rosterOf(people);
  const seats = seatsOf(rooms);
  const counts = (ids: readonly string[]): number[] => {
    const inRooms = rooms.map(() => 0);
    for (const id of ids) {
      const room = seats.get(id);
      if (room !== undefined) inRooms[room] = (inRooms[room] ?? 0) + 1;
    }
    return inRooms;
  };
  const membersOf = (region: string): string[] =>
    roster.delegations.flatMap((delegation) => (delegation.region === region ? delegation.members : []));
  const regions = roster.regions.map((region) => [region, counts(membersOf(region))] as const);
  const sizes = counts([...roster.people.keys()]);
  const breaches = [
    ...breachesOf('size', '', sizes),
    ...regions.flatMap(([region, inRooms]) => breachesOf('region', region, inRooms)),
    ...roster.delegations.flatMap(({ id, members }) => breachesOf('delegation', id, counts(members))),
  ];
  const isBroken = (rule: Bound): boolean => breaches.some((breach) => breach.rule === rule);
  return {
    rooms: rooms.length,
    people: total(sizes),
    sizes,
    regions: Object.fromEntries(regions),
    maxDeviation: Math.max(0, ...regions.map(([, inRooms]) => deviation(inRooms))),
    holds: { size: !isBroken('size'), region: !isBroken('region'), delegation: !isBroken('delegation') },
    breaches,
    unseated: [...roster.people.keys()].filter((id) => !seats.has(id)),
    unknown: [...seats.keys()].filter((id) => !roster.people.has(id)).sort(),
  };
}

/** The room in which a latecomer upsets the balance least: where all bounds still hold, if there is one. */
export function placeLatecomer(
  person: Dealable,
  seated: readonly Dealable[],
  rooms: readonly (readonly string[])[],
): number {
  const { people } = rosterOf([...seated, person]);
  if (rooms.length === 0) throw new RangeError('there is no room');
  const countWhere = (isCounted: (other: Dealable) => boolean): number[] =>
    rooms.map((ids) => ids.filter((id) => isCounted(must(people.get(id), 'seated person'))).length);
  const affected = [
    countWhere(({ delegationId }) => delegationId === person.delegationId),
    countWhere(({ region }) => region === person.region),
    countWhere(() => true),
  ];
  const weighed = rooms.map((_, room) => {
    const after = affected.map((counts) => counts.map((count, at) => (at === room ? count + 1 : count)));
    return [total(after.map(unfairness)), ...affected.map((counts) => counts[room] ?? 0), room];
  });
  return must(weighed.sort(compareInOrder)[0]?.at(-1), 'room');
}

/**
 * Suggests who facilitates and who reports in each room: of two regional groups where the room has two, else of two
 * delegations, and members of regional groups before others.
 */
export function suggestDuties(
  people: readonly Dealable[],
  rooms: readonly (readonly string[])[],
  seed: string,
): Duties[] {
  const roster = rosterOf(people);
  const chance = seeded(`${seed} duties`);
  return rooms.map((ids) => {
    const members = chance.shuffle([...ids].sort()).map((id) => must(roster.people.get(id), 'member of a room'));
    const facilitator = members.find(({ region }) => region !== 'none') ?? members[0];
    if (!facilitator) return { facilitator: null, rapporteur: null };
    const aloofness = ({ region, delegationId }: Dealable): number[] => [
      Number(region === 'none'),
      Number(region === facilitator.region),
      Number(delegationId === facilitator.delegationId),
    ];
    const others = members.filter(({ id }) => id !== facilitator.id);
    const [rapporteur] = others.sort((a, b) => compareInOrder(aloofness(a), aloofness(b)));
    return { facilitator: facilitator.id, rapporteur: rapporteur?.id ?? null };
  });
}

function dealInTurn({ regions, delegations }: Roster, rooms: number, chance: Chance): string[][] {
  const line = chance
    .shuffle(regions)
    .flatMap((region) =>
      chance
        .shuffle(delegations.filter((delegation) => delegation.region === region))
        .flatMap(({ members }) => chance.shuffle(members)),
    );
  const dealt: string[][] = Array.from({ length: rooms }, () => []);
  const table = chance.shuffle(dealt);
  for (const [at, id] of line.entries()) must(table[at % rooms], 'room').push(id);
  return dealt;
}

function seatWithPins(
  input: DealInput,
  roster: Roster,
  pins: ReadonlyMap<string, number>,
  chance: Chance,
  current: ReadonlyMap<string, number> | null,
): DealOutcome {
  const { rooms } = input;
  const family = familyOf(roster, rooms);
  const pinned = roster.delegations.flatMap(({ members }, delegation) =>
    members.flatMap((id) => (pins.has(id) ? [{ id, delegation, room: must(pins.get(id), 'pin') }] : [])),
  );
  const stays = (id: string): number | undefined => pins.get(id) ?? current?.get(id);
  const held = roster.delegations.map(({ members }) => {
    const inRooms = new Array<number>(rooms).fill(0);
    for (const room of members.map(stays))
      if (room !== undefined && room < rooms) inRooms[room] = (inRooms[room] ?? 0) + 1;
    return inRooms;
  });
  const seats = apportion(family, pinned, current ? { chance, held } : { chance });
  if (!seats) {
    const clash = must(smallestClash(family, pinned), 'clash');
    const subjects = {
      size: '',
      region: roster.regions[clash.subject],
      delegation: roster.delegations[clash.subject]?.id,
    };
    const { rule, room, floor, ceil } = clash;
    const clashing = clash.claims.map((at) => must(pinned[at], 'pin'));
    return {
      ok: false,
      conflict: {
        pins: clashing.map(({ id, room: to }) => ({ id, room: to })),
        because: { rule, subject: must(subjects[rule], 'subject'), room, floor, ceil },
      },
    };
  }
  const seated: string[][] = Array.from({ length: rooms }, () => []);
  for (const [at, { members }] of roster.delegations.entries()) {
    const free = must(seats[at], 'delegation');
    const take = (id: string, room: number | undefined): boolean => {
      if (room === undefined || !free[room]) return false;
      free[room]--;
      must(seated[room], 'room').push(id);
      return true;
    };
    // First those who are bound to a room, then those who may stay where they are, then everybody else.
    const unbound = members.filter((id) => !take(id, pins.get(id)));
    const moving = chance.shuffle(unbound).filter((id) => !take(id, current?.get(id)));
    for (const id of moving)
      take(
        id,
        free.findIndex((seatsLeft) => seatsLeft > 0),
      );
  }
  return done(input, seated, pins.size);
}

function done({ people, seed }: DealInput, rooms: string[][], pins: number): DealOutcome {
  const sorted = rooms.map((ids) => [...ids].sort());
  const { breaches, unseated, unknown, ...balance } = check(people, sorted);
  if (breaches.length + unseated.length + unknown.length > 0) throw new Error('the dealing broke its own bounds');
  return { ok: true, rooms: sorted, report: { seed, pins, ...balance } };
}

function rosterOf(people: readonly Dealable[]): Roster {
  const byId = new Map<string, Dealable>();
  const delegations = new Map<string, Delegation>();
  for (const person of [...people].sort((a, b) => compare(a.id, b.id))) {
    if (byId.has(person.id)) throw new RangeError(`one person twice: ${person.id}`);
    byId.set(person.id, person);
    const { delegationId: id, region } = person;
    const delegation = delegations.get(id) ?? { id, region, members: [] };
    if (delegation.region !== region) throw new RangeError(`one delegation in two regions: ${id}`);
    delegation.members.push(person.id);
    delegations.set(id, delegation);
  }
  const sorted = [...delegations.values()].sort((a, b) => compare(a.id, b.id));
  return { people: byId, delegations: sorted, regions: [...new Set(sorted.map(({ region }) => region))].sort() };
}

function familyOf({ delegations, regions }: Roster, rooms: number): Family {
  const numbers = new Map(regions.map((region, at) => [region, at]));
  return {
    rooms,
    delegations: delegations.map(({ region, members }) => ({
      region: must(numbers.get(region), 'region'),
      people: members.length,
    })),
  };
}

function pinsOf({ rooms, pins = [] }: DealInput, { people }: Roster): ReadonlyMap<string, number> | PinConflict {
  if (!Number.isInteger(rooms) || rooms < 1) throw new RangeError(`not a number of rooms: ${rooms}`);
  const known = new Map<string, number>();
  for (const { id, room } of pins) {
    if (!people.has(id)) throw new RangeError(`a pin for nobody: ${id}`);
    if (!Number.isInteger(room) || room < 0 || room >= rooms) throw new RangeError(`a pin to no room: ${room}`);
    const other = known.get(id) ?? room;
    if (other !== room) {
      const because = { rule: 'person', subject: id, room, floor: 1, ceil: 1 } as const;
      return {
        pins: [
          { id, room: other },
          { id, room },
        ],
        because,
      };
    }
    known.set(id, room);
  }
  return known;
}

function seatsOf(rooms: readonly (readonly string[])[]): Map<string, number> {
  const seats = new Map<string, number>();
  for (const [room, ids] of rooms.entries()) {
    for (const id of ids) {
      if (seats.has(id)) throw new RangeError(`one person in two seats: ${id}`);
      seats.set(id, room);
    }
  }
  return seats;
}

function breachesOf(rule: Bound, subject: string, counts: readonly number[]): Breach[] {
  const floor = Math.floor(total(counts) / counts.length);
  const ceil = Math.ceil(total(counts) / counts.length);
  return counts.flatMap((count, room) =>
    count < floor || count > ceil ? [{ rule, subject, room, count, floor, ceil }] : [],
  );
}

/** How badly the bounds are missed; two rooms off by one are better than one room off by two. */
function unfairness(counts: readonly number[]): number {
  return total(
    breachesOf('size', '', counts).map(({ count, floor, ceil }) => Math.max(floor - count, count - ceil) ** 2),
  );
}

function deviation(counts: readonly number[]): number {
  const share = total(counts) / counts.length;
  return Math.round(1000 * Math.max(...counts.map((count) => Math.abs(count - share)))) / 1000;
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** By code unit, so that no machine's language changes an order. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function compareInOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
