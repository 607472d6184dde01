import { check, type Dealable, type DealInput, deal, placeLatecomer, suggestDuties } from '@shared/domain/dealing.ts';
import { seeded } from '@shared/domain/kernel/random.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemblies, assembly, wrongs } from '../support/assemblies.ts';

function dealt(input: DealInput) {
  const outcome = deal(input);
  if (!outcome.ok) throw new Error(`not dealt: ${JSON.stringify(outcome.conflict)}`);
  return outcome;
}

const person = (id: string, delegationId: string, region: string): Dealable => ({ id, delegationId, region });

describe('dealing rooms', () => {
  test('[DEAL-2] [DEAL-3] [DEAL-4] [DEAL-5] all three bounds hold for every assembly', () => {
    fc.assert(
      fc.property(assemblies({ people: 120, rooms: 24 }), (input) => {
        expect(wrongs(input.people, dealt(input).rooms)).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });

  test('[DEAL-2] [DEAL-3] [DEAL-4] [DEAL-5] also for up to 5,000 people in up to 250 rooms', () => {
    for (const [people, rooms, delegations] of [
      [5_000, 250, 250],
      [5_000, 250, 5_000],
      [4_999, 249, 193],
      [5_000, 7, 40],
      [251, 250, 90],
    ] as const) {
      const input = { people: assembly(people, delegations, `${people}`), rooms, seed: `${rooms}` };
      expect(wrongs(input.people, dealt(input).rooms)).toEqual([]);
    }
  });

  test('[DEAL-1] the same people and seed give the same bytes, whatever order the people come in', () => {
    fc.assert(
      fc.property(assemblies({ people: 60, rooms: 12 }), (input) => {
        const once = JSON.stringify(deal(input));
        const people = seeded(`${input.seed} order`).shuffle(input.people);
        expect(JSON.stringify(deal({ ...input, people }))).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  test('[DEAL-1] another seed gives another assignment, and people meet by chance alone', () => {
    const people = assembly(100, 40, 'chance');
    const seeds = Array.from({ length: 200 }, (_, at) => `seed ${at}`);
    expect(new Set(seeds.map((seed) => JSON.stringify(dealt({ people, rooms: 5, seed }).rooms))).size).toBe(200);
    // Somebody sits in each of five rooms about equally often.
    const visits = [0, 0, 0, 0, 0];
    for (const seed of seeds) {
      const room = dealt({ people, rooms: 5, seed }).rooms.findIndex((ids) => ids.includes('p0'));
      visits[room] = (visits[room] as number) + 1;
    }
    for (const times of visits) expect(Math.abs(times - 40)).toBeLessThan(20);
  });

  test('[DEAL-1] an assignment of 2026 can be recomputed: this one never changes', () => {
    expect(
      dealt({ people: assembly(12, 7, 'kept'), rooms: 3, seed: 'Geneva, June 2017' }).rooms,
    ).toMatchInlineSnapshot(`
      [
        [
          "p0",
          "p10",
          "p2",
          "p5",
        ],
        [
          "p1",
          "p6",
          "p7",
          "p9",
        ],
        [
          "p11",
          "p3",
          "p4",
          "p8",
        ],
      ]
    `);
  });

  test('[DEAL-6] the report states seed, sizes, regions by room, deviation and that the bounds hold', () => {
    const people = [
      person('a', 'KEN', 'africa'),
      person('b', 'KEN', 'africa'),
      person('c', 'MAR', 'africa'),
      person('d', 'FRA', 'weog'),
      person('e', 'iom', 'none'),
    ];
    const { report, rooms } = dealt({ people, rooms: 2, seed: 'report' });
    const inRoom = (region: string): number[] =>
      rooms.map((ids) => people.filter(({ id, region: of }) => of === region && ids.includes(id)).length);
    expect(report).toEqual({
      seed: 'report',
      pins: 0,
      rooms: 2,
      people: 5,
      sizes: rooms.map((ids) => ids.length),
      regions: { africa: inRoom('africa'), none: inRoom('none'), weog: inRoom('weog') },
      maxDeviation: 0.5,
      holds: { size: true, region: true, delegation: true },
    });
    expect(Object.keys(report.regions)).toEqual(['africa', 'none', 'weog']);
  });

  test('[DEAL-6] the deviation counts in both directions and is told to three decimals', () => {
    const deviationOf = (people: number, rooms: number): number =>
      dealt({ people: assembly(people, people, 'off', 1), rooms, seed: '' }).report.maxDeviation;
    expect([deviationOf(3, 4), deviationOf(1, 4), deviationOf(4, 3), deviationOf(4, 4)]).toEqual([
      0.75, 0.75, 0.667, 0,
    ]);
    expect(deviationOf(0, 4)).toBe(0);
  });

  test('[DEAL-5] nobody, one person, and more rooms than people are dealt too', () => {
    expect(dealt({ people: [], rooms: 3, seed: '' }).rooms).toEqual([[], [], []]);
    expect(dealt({ people: [person('a', 'KEN', 'africa')], rooms: 3, seed: '' }).rooms.flat()).toEqual(['a']);
    expect(dealt({ people: [person('a', 'KEN', 'africa')], rooms: 1, seed: '' }).rooms).toEqual([['a']]);
  });

  test('[DEAL-7] impossible input is a fault', () => {
    const people = [person('a', 'KEN', 'africa')];
    for (const rooms of [0, -1, 1.5, Number.NaN]) expect(() => deal({ people, rooms, seed: '' })).toThrow(RangeError);
    expect(() => deal({ people: [...people, ...people], rooms: 1, seed: '' })).toThrow('one person twice');
    const split = [...people, person('b', 'KEN', 'weog')];
    expect(() => deal({ people: split, rooms: 1, seed: '' })).toThrow('one delegation in two regions');
    expect(() => deal({ people, rooms: 1, seed: '', pins: [{ id: 'z', room: 0 }] })).toThrow('a pin for nobody');
    expect(() => deal({ people, rooms: 1, seed: '', pins: [{ id: 'a', room: 1 }] })).toThrow('a pin to no room');
  });
});

describe('an assignment changed by hand', () => {
  test('[DEAL-10] finds nothing wrong with what was dealt', () => {
    fc.assert(
      fc.property(assemblies({ people: 60, rooms: 12 }), (input) => {
        const { rooms, report } = dealt(input);
        const { seed, pins, ...balance } = report;
        expect(check(input.people, rooms)).toEqual({ ...balance, breaches: [], unseated: [], unknown: [] });
        expect([seed, pins]).toEqual([input.seed, 0]);
      }),
      { numRuns: 300 },
    );
  });

  test('[DEAL-10] names the rule, the subject, the room and the numbers of every breach', () => {
    const people = [
      person('a', 'KEN', 'africa'),
      person('b', 'KEN', 'africa'),
      person('c', 'FRA', 'weog'),
      person('d', 'FRA', 'weog'),
    ];
    const { holds, breaches, sizes } = check(people, [['a', 'b', 'c'], ['d']]);
    expect(sizes).toEqual([3, 1]);
    expect(holds).toEqual({ size: false, region: false, delegation: false });
    expect(breaches).toEqual([
      { rule: 'size', subject: '', room: 0, count: 3, floor: 2, ceil: 2 },
      { rule: 'size', subject: '', room: 1, count: 1, floor: 2, ceil: 2 },
      { rule: 'region', subject: 'africa', room: 0, count: 2, floor: 1, ceil: 1 },
      { rule: 'region', subject: 'africa', room: 1, count: 0, floor: 1, ceil: 1 },
      { rule: 'delegation', subject: 'KEN', room: 0, count: 2, floor: 1, ceil: 1 },
      { rule: 'delegation', subject: 'KEN', room: 1, count: 0, floor: 1, ceil: 1 },
    ]);
  });

  test('[DEAL-10] tells the rules apart', () => {
    const people = [
      person('a', 'KEN', 'africa'),
      person('b', 'MAR', 'africa'),
      person('c', 'FRA', 'weog'),
      person('d', 'ITA', 'weog'),
      person('e', 'iom', 'none'),
      person('f', 'iom', 'none'),
    ];
    const held = (rooms: string[][]) => check(people, rooms).holds;
    expect(
      held([
        ['a', 'b', 'e'],
        ['c', 'd', 'f'],
      ]),
    ).toEqual({ size: true, region: false, delegation: true });
    expect(
      held([
        ['a', 'c', 'e', 'f'],
        ['b', 'd'],
      ]),
    ).toEqual({ size: false, region: false, delegation: false });
    const twins = people.map((one) => (one.delegationId === 'iom' ? { ...one, region: 'weog' } : one));
    expect(
      check(twins, [
        ['a', 'e', 'f'],
        ['b', 'c', 'd'],
      ]).holds,
    ).toEqual({ size: true, region: true, delegation: false });
    const strangers = people.map((one) => ({ ...one, region: one.id, delegationId: one.id }));
    expect(
      check(strangers, [
        ['a', 'b', 'c', 'd'],
        ['e', 'f'],
      ]).holds,
    ).toEqual({ size: false, region: true, delegation: true });
  });

  test('[DEAL-10] sees a breach exactly when one is there, for any assignment', () => {
    fc.assert(
      fc.property(assemblies({ people: 12, rooms: 4, delegations: 5 }), (input) => {
        const chance = seeded(`${input.seed} hands`);
        const rooms: string[][] = Array.from({ length: input.rooms }, () => []);
        for (const { id } of input.people) rooms[chance.below(input.rooms)]?.push(id);
        const { breaches, holds } = check(input.people, rooms);
        expect(breaches.length === 0).toBe(wrongs(input.people, rooms).length === 0);
        for (const rule of ['size', 'region', 'delegation'] as const) {
          expect(holds[rule]).toBe(!wrongs(input.people, rooms).some((wrong) => wrong.startsWith(rule)));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('[DEAL-10] lists who has no seat and who is nobody; a person in two seats is a fault', () => {
    const people = [person('a', 'KEN', 'africa'), person('b', 'FRA', 'weog')];
    expect(check(people, [['a', 'x'], []])).toMatchObject({
      unseated: ['b'],
      unknown: ['x'],
      people: 1,
      sizes: [1, 0],
    });
    expect(() => check(people, [['a'], ['a']])).toThrow('one person in two seats');
  });
});

describe('a latecomer', () => {
  test('[DEAL-12] goes where all bounds still hold, whenever there is such a room', () => {
    let couldHold = 0;
    fc.assert(
      fc.property(assemblies({ people: 40, rooms: 8, delegations: 15 }), fc.nat(), (input, pick) => {
        const all = [...input.people, person('late', `d${pick % 15}`, 'none')].map((one, _, everyone) =>
          // The latecomer's delegation has its region already when it is there.
          ({
            ...one,
            region: everyone.find(({ delegationId }) => delegationId === one.delegationId)?.region ?? one.region,
          }),
        );
        const late = all.at(-1) as Dealable;
        const seated = all.slice(0, -1);
        const { rooms } = dealt({ ...input, people: seated });
        const withLate = (room: number) => rooms.map((ids, at) => (at === room ? [...ids, 'late'] : ids));
        const right = rooms.flatMap((_, room) => (wrongs(all, withLate(room)).length === 0 ? [room] : []));
        const chosen = placeLatecomer(late, seated, rooms);
        if (right.length > 0) {
          couldHold++;
          expect(right).toContain(chosen);
        }
        expect(placeLatecomer(late, seeded(input.seed).shuffle(seated), rooms)).toBe(chosen);
      }),
      { numRuns: 1_000 },
    );
    expect(couldHold).toBeGreaterThan(200);
  });

  test('[DEAL-12] where no room keeps every bound, the least unfair one is chosen, a balanced region before balanced sizes', () => {
    const seated = [
      person('a', 'KEN', 'africa'),
      person('b', 'FRA', 'weog'),
      person('c', 'MEX', 'grulac'),
      person('d', 'CHL', 'grulac'),
      person('e', 'PER', 'grulac'),
    ];
    // By region room 0 is right, but its size would be off by two.
    const late = person('late', 'ITA', 'weog');
    expect(placeLatecomer(late, seated, [['a', 'c', 'd', 'e'], ['b']])).toBe(1);
    expect(
      placeLatecomer(late, seated, [
        ['a', 'c', 'd'],
        ['b', 'e'],
      ]),
    ).toBe(0);
  });

  test('[DEAL-12] cannot be somebody who is seated, and needs a room', () => {
    const one = person('a', 'KEN', 'africa');
    expect(() => placeLatecomer(one, [one], [['a']])).toThrow('one person twice');
    expect(() => placeLatecomer(one, [], [])).toThrow('there is no room');
    expect(placeLatecomer(one, [], [[], []])).toBe(0);
  });
});

describe('duties', () => {
  const suggest = (people: Dealable[], seed = 'duties') => {
    const [duties] = suggestDuties(people, [people.map(({ id }) => id)], seed);
    const of = (id: string | null | undefined) => people.find((one) => one.id === id);
    return { facilitator: of(duties?.facilitator), rapporteur: of(duties?.rapporteur) };
  };

  test('[DEAL-13] fall to two regional groups whenever the room has two', () => {
    fc.assert(
      fc.property(assemblies({ people: 60, rooms: 12 }), (input) => {
        const { rooms } = dealt(input);
        const duties = suggestDuties(input.people, rooms, input.seed);
        expect(duties.length).toBe(rooms.length);
        for (const [at, ids] of rooms.entries()) {
          const regionOf = (id: string | null) => input.people.find((one) => one.id === id)?.region ?? 'nobody';
          const groups = new Set(ids.map(regionOf).filter((region) => region !== 'none'));
          const { facilitator, rapporteur } = duties[at] ?? { facilitator: null, rapporteur: null };
          const suggested = [facilitator, rapporteur].filter((id) => id !== null);
          expect(suggested.length).toBe(Math.min(2, ids.length));
          expect(new Set(suggested).size).toBe(suggested.length);
          for (const id of suggested) expect(ids).toContain(id);
          if (groups.size >= 1) expect(groups).toContain(regionOf(facilitator));
          if (groups.size >= 2) {
            expect(groups).toContain(regionOf(rapporteur));
            expect(regionOf(rapporteur)).not.toBe(regionOf(facilitator));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('[DEAL-13] prefer two delegations of one region, and members of a region to others', () => {
    for (let at = 0; at < 30; at++) {
      const twoOfOne = suggest(
        [person('a', 'KEN', 'africa'), person('b', 'KEN', 'africa'), person('c', 'MAR', 'africa')],
        `${at}`,
      );
      expect(new Set([twoOfOne.facilitator?.delegationId, twoOfOne.rapporteur?.delegationId]).size).toBe(2);
      const withObserver = suggest(
        [person('a', 'KEN', 'africa'), person('b', 'iom', 'none'), person('c', 'MAR', 'africa')],
        `${at}`,
      );
      expect([withObserver.facilitator?.region, withObserver.rapporteur?.region]).toEqual(['africa', 'africa']);
    }
  });

  test('[DEAL-13] are drawn from the seed, and stay open where nobody is', () => {
    const people = assembly(9, 9, 'drawn');
    const drawn = new Set(Array.from({ length: 50 }, (_, at) => suggest(people, `${at}`).facilitator?.id));
    expect(drawn.size).toBeGreaterThan(3);
    expect(suggest(people)).toEqual(suggest([...people].reverse()));
    expect(suggestDuties([], [[]], '')).toEqual([{ facilitator: null, rapporteur: null }]);
    expect(suggestDuties([person('a', 'iom', 'none')], [['a']], '')).toEqual([{ facilitator: 'a', rapporteur: null }]);
  });
});
