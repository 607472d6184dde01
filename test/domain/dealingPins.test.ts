import { check, type Dealable, type DealInput, deal, type Pin, repair } from '@shared/domain/dealing.ts';
import { seeded } from '@shared/domain/kernel/random.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemblies, assembly, everyRightAssignment, wildPins, wrongs } from '../support/assemblies.ts';

const person = (id: string, delegationId: string, region: string): Dealable => ({ id, delegationId, region });

/** Pins that can all hold, because they are taken from an assignment that does. */
function soundPins(input: DealInput, count: number): Pin[] {
  const outcome = deal({ ...input, seed: `${input.seed} elsewhere` });
  if (!outcome.ok) throw new Error('without pins a solution always exists');
  const seats = outcome.rooms.flatMap((ids, room) => ids.map((id) => ({ id, room })));
  return seeded(`${input.seed} sound`).shuffle(seats).slice(0, count);
}

function expectKept(pins: readonly Pin[], rooms: readonly (readonly string[])[]): void {
  for (const { id, room } of pins) expect(rooms[room]).toContain(id);
}

/** Few people, few rooms, many pins: every case can be tried out. */
const tiny = fc
  .record({
    input: assemblies({ people: 6, rooms: 3, delegations: 6, regions: 3 }, 4),
    pins: fc.integer({ min: 2, max: 6 }),
  })
  .map(({ input, pins }) => ({ ...input, pins: wildPins(input.people, input.rooms, pins, input.seed) }));

function subsets<T>(list: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return list.flatMap((one, at) => subsets(list.slice(at + 1), size - 1).map((rest) => [one, ...rest]));
}

describe('pins that can hold', () => {
  test('[DEAL-8] do, with all three bounds', () => {
    fc.assert(
      fc.property(assemblies({ people: 120, rooms: 24 }), fc.nat(40), (input, count) => {
        const pins = soundPins(input, count);
        const outcome = deal({ ...input, pins });
        if (!outcome.ok) throw new Error(`sound pins refused: ${JSON.stringify(outcome.conflict)}`);
        expect(wrongs(input.people, outcome.rooms)).toEqual([]);
        expectKept(pins, outcome.rooms);
        expect(outcome.report.pins).toBe(pins.length);
      }),
      { numRuns: 1_000 },
    );
  });

  test('[DEAL-8] even when everybody is pinned, and when the same pin is there twice', () => {
    const input = { people: assembly(60, 20, 'all'), rooms: 7, seed: 'all' };
    const pins = soundPins(input, 60);
    const outcome = deal({ ...input, pins: [...pins, ...pins] });
    expect(outcome.ok && outcome.report.pins).toBe(60);
    if (outcome.ok) expectKept(pins, outcome.rooms);
  });

  test('[DEAL-8] are found among 5,000 people in 250 rooms', () => {
    const input = { people: assembly(5_000, 250, 'large'), rooms: 250, seed: 'large' };
    const pins = soundPins(input, 200);
    const outcome = deal({ ...input, pins });
    if (!outcome.ok) throw new Error('sound pins refused');
    expect(wrongs(input.people, outcome.rooms)).toEqual([]);
    expectKept(pins, outcome.rooms);
  });

  test('[DEAL-1] the same pins and seed give the same bytes, whatever order they come in', () => {
    fc.assert(
      fc.property(assemblies({ people: 40, rooms: 8 }), fc.integer({ min: 1, max: 12 }), (input, count) => {
        const pins = wildPins(input.people, input.rooms, count, input.seed);
        const shuffle = seeded(`${input.seed} order`).shuffle;
        const again = deal({ ...input, people: shuffle(input.people), pins: shuffle(pins) });
        expect(JSON.stringify(again)).toBe(JSON.stringify(deal({ ...input, pins })));
      }),
      { numRuns: 300 },
    );
  });

  test('[DEAL-1] other seeds give other seats to those who are not pinned', () => {
    const people = assembly(60, 30, 'drawn');
    const pins = soundPins({ people, rooms: 5, seed: 'drawn' }, 3);
    const drawn = Array.from({ length: 40 }, (_, at) =>
      JSON.stringify(deal({ people, rooms: 5, seed: `${at}`, pins })),
    );
    expect(new Set(drawn.map((json) => json.replace(/"seed":"\d+"/, ''))).size).toBe(40);
  });
});

describe('pins that cannot hold', () => {
  test('[DEAL-8] [DEAL-9] a solution is found exactly when trying all assignments finds one', () => {
    const seen = { solved: 0, impossible: 0 };
    fc.assert(
      fc.property(tiny, (input) => {
        const outcome = deal(input);
        expect(outcome.ok).toBe(everyRightAssignment(input.people, input.rooms, input.pins).length > 0);
        seen[outcome.ok ? 'solved' : 'impossible']++;
        if (!outcome.ok) return;
        expect(wrongs(input.people, outcome.rooms)).toEqual([]);
        expectKept(input.pins, outcome.rooms);
      }),
      { numRuns: 1_500 },
    );
    expect(seen.solved).toBeGreaterThan(100);
    expect(seen.impossible).toBeGreaterThan(100);
  });

  test('[DEAL-9] the pins named are a real conflict, and no smaller one exists', () => {
    const bySize = new Map<number, number>();
    fc.assert(
      fc.property(tiny, (input) => {
        const outcome = deal(input);
        if (outcome.ok) return;
        const { pins } = outcome.conflict;
        const isPossible = (some: readonly Pin[]): boolean =>
          everyRightAssignment(input.people, input.rooms, some).length > 0;
        expect(isPossible(pins)).toBe(false);
        for (const one of pins) expect(input.pins).toContainEqual(one);
        for (const fewer of subsets(input.pins, pins.length - 1)) expect(isPossible(fewer)).toBe(true);
        bySize.set(pins.length, (bySize.get(pins.length) ?? 0) + 1);
      }),
      { numRuns: 300 },
    );
    expect([...bySize.keys()].length).toBeGreaterThan(1);
  });

  test('[DEAL-9] no smaller conflict exists in a larger assembly either', () => {
    const largest = { pins: 0 };
    const middling = assemblies({ people: 60, rooms: 6, delegations: 30, regions: 4 }, 20);
    fc.assert(
      fc.property(middling, (input) => {
        const pins = wildPins(input.people, input.rooms, 14, input.seed).map((pin) => ({
          ...pin,
          room: pin.room >> 1,
        }));
        const outcome = deal({ ...input, pins });
        if (outcome.ok) return;
        const named = outcome.conflict.pins;
        expect(deal({ ...input, pins: named }).ok).toBe(false);
        const fewer = named.length <= 4 ? subsets(pins, named.length - 1) : subsets(named, named.length - 1);
        for (const some of fewer) expect(deal({ ...input, pins: some }).ok).toBe(true);
        largest.pins = Math.max(largest.pins, named.length);
      }),
      { numRuns: 60 },
    );
    expect(largest.pins).toBeGreaterThan(2);
  });

  test('[DEAL-9] the bound named is broken by these pins among its own people, and no narrower one is', () => {
    const rules = new Map<string, number>();
    fc.assert(
      fc.property(tiny, (input) => {
        const outcome = deal(input);
        if (outcome.ok) return;
        const { pins, because } = outcome.conflict;
        const clashesAmong = (isOne: (one: Dealable) => boolean): boolean => {
          const some = input.people.filter(isOne);
          const theirs = pins.filter(({ id }) => some.some((one) => one.id === id));
          return everyRightAssignment(some, input.rooms, theirs).length === 0;
        };
        const inDelegation = input.people.some(({ delegationId }) =>
          clashesAmong((one) => one.delegationId === delegationId),
        );
        const inRegion = input.people.some(({ region }) => clashesAmong((one) => one.region === region));
        expect(because.rule).toBe(inDelegation ? 'delegation' : inRegion ? 'region' : 'size');
        const isSubject = (one: Dealable): boolean =>
          because.rule === 'size' || one[because.rule === 'region' ? 'region' : 'delegationId'] === because.subject;
        expect(clashesAmong(isSubject)).toBe(true);
        const share = input.people.filter(isSubject).length / input.rooms;
        expect([because.floor, because.ceil]).toEqual([Math.floor(share), Math.ceil(share)]);
        const theirRooms = pins.filter((pin) => input.people.some((one) => one.id === pin.id && isSubject(one)));
        const pinsIn = (at: number): number => theirRooms.filter(({ room }) => room === at).length;
        const most = Math.max(...theirRooms.map(({ room }) => pinsIn(room)));
        expect(because.room).toBe(Array.from({ length: input.rooms }, (_, at) => pinsIn(at)).indexOf(most));
        rules.set(because.rule, (rules.get(because.rule) ?? 0) + 1);
      }),
      { numRuns: 600 },
    );
    expect([...rules.keys()].sort()).toEqual(['delegation', 'region', 'size']);
  });

  test('[DEAL-9] two of a small delegation in one room', () => {
    const people = [person('a', 'KEN', 'africa'), person('b', 'KEN', 'africa'), ...assembly(20, 9, 'others')];
    const pins = [
      { id: 'a', room: 1 },
      { id: 'p0', room: 0 },
      { id: 'b', room: 1 },
    ];
    expect(
      deal({
        people: people.map((one) => (one.id[0] === 'p' ? { ...one, region: 'weog' } : one)),
        rooms: 4,
        seed: 's',
        pins,
      }),
    ).toEqual({
      ok: false,
      conflict: {
        pins: [
          { id: 'a', room: 1 },
          { id: 'b', room: 1 },
        ],
        because: { rule: 'delegation', subject: 'KEN', room: 1, floor: 0, ceil: 1 },
      },
    });
  });

  test('[DEAL-9] too many of a region in one room, told by exactly as many pins as are too many', () => {
    const people = [
      ...Array.from({ length: 9 }, (_, at) => person(`af${at}`, `AF${at}`, 'africa')),
      ...Array.from({ length: 20 }, (_, at) => person(`we${at}`, `WE${at}`, 'weog')),
    ];
    const pins = people.slice(0, 7).map(({ id }) => ({ id, room: 2 }));
    const outcome = deal({ people, rooms: 4, seed: 's', pins });
    expect(outcome.ok).toBe(false);
    if (outcome.ok) return;
    expect(outcome.conflict.pins.length).toBe(4);
    expect(outcome.conflict.because).toEqual({ rule: 'region', subject: 'africa', room: 2, floor: 2, ceil: 3 });
  });

  test('[DEAL-9] too many people in one room', () => {
    const regions = ['africa', 'asia-pacific', 'eastern-europe', 'grulac', 'weog', 'none'];
    const people = regions.map((region) => person(region, region, region));
    const pins = regions.slice(0, 4).map((id) => ({ id, room: 0 }));
    expect(deal({ people, rooms: 2, seed: 's', pins })).toMatchObject({
      ok: false,
      conflict: { because: { rule: 'size', subject: '', room: 0, floor: 3, ceil: 3 }, pins },
    });
  });

  test('[DEAL-9] a smaller conflict of the whole is told before a larger one of a region', () => {
    const delegations = {
      A: [3, 'africa'],
      B: [2, 'weog'],
      C: [3, 'africa'],
      D: [1, 'weog'],
      E: [2, 'africa'],
      F: [4, 'weog'],
      G: [3, 'grulac'],
    };
    const people = Object.entries(delegations).flatMap(([name, [size, region]]) =>
      Array.from({ length: Number(size) }, (_, at) => person(`${name}${at}`, name, `${region}`)),
    );
    // Four Africans too many for room 0; but weog and grulac, 7 and 3 people, cannot both have their odd one in room 1.
    const inRoom = (room: number, ids: string[]): Pin[] => ids.map((id) => ({ id, room }));
    const whole = inRoom(1, ['D0', 'G0', 'G1']);
    const outcome = deal({ people, rooms: 2, seed: 's', pins: [...inRoom(0, ['A0', 'A1', 'C0', 'C1']), ...whole] });
    expect(outcome).toEqual({
      ok: false,
      conflict: { pins: whole, because: { rule: 'size', subject: '', room: 1, floor: 9, ceil: 9 } },
    });
  });

  test('[DEAL-9] one person in two rooms', () => {
    const people = [person('a', 'KEN', 'africa'), person('b', 'FRA', 'weog')];
    const pins = [
      { id: 'a', room: 0 },
      { id: 'b', room: 1 },
      { id: 'a', room: 1 },
    ];
    expect(deal({ people, rooms: 2, seed: 's', pins })).toEqual({
      ok: false,
      conflict: {
        pins: [
          { id: 'a', room: 0 },
          { id: 'a', room: 1 },
        ],
        because: { rule: 'person', subject: 'a', room: 1, floor: 1, ceil: 1 },
      },
    });
  });

  test('[DEAL-9] hundreds of entangled pins are answered', () => {
    const people = assembly(5_000, 250, 'crowd');
    const pins = wildPins(people, 250, 200, 'crowd').map(({ id, room }) => ({ id, room: room % 4 }));
    const outcome = deal({ people, rooms: 250, seed: 's', pins });
    if (outcome.ok) throw new Error('200 people cannot all be in 4 of 250 rooms');
    const { pins: named } = outcome.conflict;
    expect(deal({ people, rooms: 250, seed: 's', pins: named }).ok).toBe(false);
    for (const one of named)
      expect(deal({ people, rooms: 250, seed: 's', pins: named.filter((pin) => pin !== one) }).ok).toBe(true);
  });
});

describe('repair', () => {
  test('[DEAL-11] changes nothing where nothing is wrong', () => {
    fc.assert(
      fc.property(assemblies({ people: 60, rooms: 12 }), (input) => {
        const right = deal(input);
        const again = right.ok ? repair({ ...input, seed: 'another' }, right.rooms) : null;
        expect(again?.ok && again.rooms).toEqual(right.ok ? right.rooms : 'dealt');
      }),
      { numRuns: 300 },
    );
  });

  test('[DEAL-11] keeps what was dragged, restores the bounds, and moves the fewest others possible', () => {
    let moved = 0;
    fc.assert(
      fc.property(tiny, (input) => {
        const chance = seeded(`${input.seed} now`);
        const current: string[][] = Array.from({ length: input.rooms }, () => []);
        for (const { id } of input.people) current[chance.below(input.rooms)]?.push(id);
        const outcome = repair(input, current);
        const right = everyRightAssignment(input.people, input.rooms, input.pins);
        expect(outcome.ok).toBe(right.length > 0);
        if (!outcome.ok) return;
        expect(wrongs(input.people, outcome.rooms)).toEqual([]);
        expectKept(input.pins, outcome.rooms);
        const moves = (rooms: string[][]): number =>
          rooms.flatMap((ids, room) => ids.filter((id) => !current[room]?.includes(id))).length;
        expect(moves(outcome.rooms)).toBe(Math.min(...right.map(moves)));
        moved += moves(outcome.rooms);
      }),
      { numRuns: 600 },
    );
    expect(moved).toBeGreaterThan(100);
  });

  test('[DEAL-11] one drag in a real meeting moves a handful of people', () => {
    const people = assembly(475, 200, 'hall');
    const dealtRooms = deal({ people, rooms: 25, seed: 'hall' });
    if (!dealtRooms.ok) throw new Error('not dealt');
    const [dragged] = dealtRooms.rooms[3] ?? [];
    const current = dealtRooms.rooms.map((ids, room) =>
      room === 9 ? [...ids, dragged as string] : ids.filter((id) => id !== dragged),
    );
    const outcome = repair({ people, rooms: 25, seed: 'hall', pins: [{ id: dragged as string, room: 9 }] }, current);
    if (!outcome.ok) throw new Error('a single pin can always hold');
    expect(outcome.rooms[9]).toContain(dragged);
    expect(check(people, outcome.rooms).breaches).toEqual([]);
    const moved = outcome.rooms.flatMap((ids, room) => ids.filter((id) => !current[room]?.includes(id)));
    expect(moved.length).toBeLessThanOrEqual(3);
  });

  test('[DEAL-11] seats newcomers and forgets those who left', () => {
    const people = assembly(30, 12, 'new');
    const current = [people.slice(5, 17).map(({ id }) => id), people.slice(17).map(({ id }) => id), ['gone']];
    const outcome = repair({ people, rooms: 3, seed: 's' }, current);
    expect(outcome.ok && wrongs(people, outcome.rooms)).toEqual([]);
  });

  test('[DEAL-11] answers pins that cannot hold as the dealing does', () => {
    const people = [person('a', 'KEN', 'africa'), person('b', 'KEN', 'africa'), person('c', 'FRA', 'weog')];
    const pins = [
      { id: 'a', room: 0 },
      { id: 'b', room: 0 },
    ];
    const input = { people, rooms: 3, seed: 's', pins };
    expect(repair(input, [['c'], ['a'], ['b']])).toEqual(deal(input));
    expect(repair(input, [['c'], ['a'], ['b']]).ok).toBe(false);
  });
});
