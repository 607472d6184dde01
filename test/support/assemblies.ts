import type { Dealable, Pin } from '@shared/domain/dealing.ts';
import { seeded } from '@shared/domain/kernel/random.ts';
import fc from 'fast-check';

const REGIONS = ['africa', 'asia-pacific', 'eastern-europe', 'grulac', 'weog', 'none'];

/** People of so many delegations, spread unevenly over delegations and regions as a seed decides. */
export function assembly(people: number, delegations: number, seed: string, regions = REGIONS.length): Dealable[] {
  const chance = seeded(seed);
  const regionOf = Array.from({ length: delegations }, () => REGIONS[chance.below(regions)] as string);
  return Array.from({ length: people }, (_, at) => {
    // The lower of two draws: some delegations are large, many are small.
    const delegation = Math.min(chance.below(delegations), chance.below(delegations));
    return { id: `p${at}`, delegationId: `d${delegation}`, region: regionOf[delegation] as string };
  });
}

/** Random assemblies of at most so many people and rooms, with a number of rooms and a seed. */
export function assemblies(most: { people: number; rooms: number; delegations?: number; regions?: number }, least = 0) {
  return fc
    .record({
      people: fc.integer({ min: least, max: most.people }),
      delegations: fc.integer({ min: 1, max: most.delegations ?? most.people }),
      rooms: fc.integer({ min: 1, max: most.rooms }),
      seed: fc.string(),
    })
    .map(({ people, delegations, rooms, seed }) => ({
      people: assembly(people, delegations, seed, most.regions),
      rooms,
      seed,
    }));
}

/** Pins for some of the people, wherever a seed throws them. */
export function wildPins(people: readonly Dealable[], rooms: number, count: number, seed: string): Pin[] {
  const chance = seeded(`${seed} pins`);
  return chance
    .shuffle(people)
    .slice(0, count)
    .map(({ id }) => ({ id, room: chance.below(rooms) }));
}

/** The three bounds stated once more, in the plainest way: everything that is wrong with an assignment. */
export function wrongs(people: readonly Dealable[], rooms: readonly (readonly string[])[]): string[] {
  const found: string[] = [];
  const seated = rooms.flat();
  if (new Set(seated).size !== seated.length || seated.length !== people.length) found.push('not everybody once');
  const groupsOf = {
    size: () => 'all',
    region: (p: Dealable) => p.region,
    delegation: (p: Dealable) => p.delegationId,
  };
  for (const [rule, groupOf] of Object.entries(groupsOf)) {
    const counts = new Map<string, number[]>();
    const roomOf = new Map(rooms.flatMap((ids, room) => ids.map((id) => [id, room] as const)));
    for (const person of people) {
      const group = counts.get(groupOf(person)) ?? rooms.map(() => 0);
      const room = roomOf.get(person.id);
      if (room === undefined) found.push(`${person.id} has no seat`);
      else group[room] = (group[room] as number) + 1;
      counts.set(groupOf(person), group);
    }
    for (const [group, inRooms] of counts) {
      // Floor and ceiling of a fair share are kept exactly when no two rooms differ by more than one.
      if (Math.max(...inRooms) - Math.min(...inRooms) > 1) found.push(`${rule} ${group}: ${inRooms.join(' ')}`);
    }
  }
  return found;
}

/** Every assignment of few people to few rooms that keeps the bounds and the pins, by trying all. */
export function everyRightAssignment(people: readonly Dealable[], rooms: number, pins: readonly Pin[]): string[][][] {
  const right: string[][][] = [];
  for (let code = 0; code < rooms ** people.length; code++) {
    const assignment: string[][] = Array.from({ length: rooms }, () => []);
    let rest = code;
    for (const { id } of people) {
      (assignment[rest % rooms] as string[]).push(id);
      rest = Math.floor(rest / rooms);
    }
    const holds = pins.every(({ id, room }) => assignment[room]?.includes(id));
    if (holds && wrongs(people, assignment).length === 0) right.push(assignment);
  }
  return right;
}
