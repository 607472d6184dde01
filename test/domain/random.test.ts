import { seeded } from '@shared/domain/kernel/random.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** The same generator, written a second time with unbounded integers, straight from the description. */
function byTheBook(seed: string, draws: number): number[] {
  const mask = 0xffff_ffffn;
  const word = (start: bigint): bigint => {
    let hash = start;
    for (let i = 0; i < seed.length; i++) hash = ((hash ^ BigInt(seed.charCodeAt(i))) * 0x01000193n) & mask;
    hash = ((hash ^ (hash >> 16n)) * 0x85ebca6bn) & mask;
    hash = ((hash ^ (hash >> 13n)) * 0xc2b2ae35n) & mask;
    return hash ^ (hash >> 16n);
  };
  let [a, b, c, counter] = [word(0x811c9dc5n), word(0x9e3779b9n), word(0x243f6a88n), word(0xb7e15162n)];
  const drawn: number[] = [];
  for (let i = 0; i < draws + 20; i++) {
    const sum = (a + b + counter) & mask;
    counter = (counter + 1n) & mask;
    a = b ^ (b >> 9n);
    b = (c + (c << 3n)) & mask;
    c = ((((c << 21n) | (c >> 11n)) & mask) + sum) & mask;
    if (i >= 20) drawn.push(Number(sum));
  }
  return drawn;
}

const draw = (seed: string, count: number): number[] => {
  const chance = seeded(seed);
  return Array.from({ length: count }, () => chance.next());
};

describe('chance from a seed', () => {
  test('[DEAL-1] is the generator that the description names, number for number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (seed) => {
        expect(draw(seed, 50)).toEqual(byTheBook(seed, 50));
      }),
      { numRuns: 300 },
    );
  });

  test('[DEAL-1] never changes: old reports must stay recomputable', () => {
    expect(draw('Geneva, June 2017', 4)).toMatchInlineSnapshot(`
      [
        1513582231,
        3399246168,
        938975035,
        19742762,
      ]
    `);
    expect(seeded('Geneva, June 2017').shuffle(['a', 'b', 'c', 'd', 'e', 'f'])).toMatchInlineSnapshot(`
      [
        "a",
        "f",
        "c",
        "e",
        "d",
        "b",
      ]
    `);
  });

  test('[DEAL-1] similar seeds give unrelated streams', () => {
    const firsts = Array.from({ length: 10_000 }, (_, i) => seeded(`round-${i}`).next());
    expect(new Set(firsts).size).toBeGreaterThan(9_990);
    const high = firsts.filter((value) => value >= 2 ** 31).length;
    expect(Math.abs(high - 5_000)).toBeLessThan(250);
  });

  test('[DEAL-1] draws below a bound are whole, in range and even', () => {
    const chance = seeded('even');
    const counts = new Array<number>(7).fill(0);
    for (let i = 0; i < 70_000; i++) {
      const drawn = chance.below(7);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    for (const count of counts) expect(count).toBeGreaterThan(9_000);
    // A bound of three quarters of the range: a plain remainder would draw the lowest third twice as often.
    let low = 0;
    for (let i = 0; i < 20_000; i++) if (chance.below(3 * 2 ** 30) < 2 ** 30) low++;
    expect(Math.abs(low - 6_667)).toBeLessThan(400);
    expect(chance.below(1)).toBe(0);
  });

  test('[DEAL-1] refuses a bound that is not a whole number from 1 to 2³²', () => {
    for (const bound of [0, -1, 1.5, Number.NaN, 2 ** 32 + 1])
      expect(() => seeded('x').below(bound)).toThrow(RangeError);
  });

  test('[DEAL-1] shuffles a copy, loses nothing, and reaches every order about equally often', () => {
    const list = ['a', 'b', 'c'];
    const chance = seeded('orders');
    const seen = new Map<string, number>();
    for (let i = 0; i < 12_000; i++) {
      const order = chance.shuffle(list).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(list).toEqual(['a', 'b', 'c']);
    expect([...seen.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    for (const count of seen.values()) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  });
});
