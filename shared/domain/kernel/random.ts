/**
 * Chance in the domain comes from a seed that is written down, so that anybody can recompute a draw and get the same
 * bytes. The seed's UTF-16 code units are hashed into four 32-bit words (FNV-1a from four different starts, each
 * finished as MurmurHash3 finishes), which start sfc32 (Chris Doty-Humphrey's Small Fast Counting generator, 128 bits
 * of state); twenty numbers are thrown away so that similar seeds part ways. It is fair, not secret: nobody may use it
 * where guessing would pay.
 */

/** A stream of chance that one seed determines completely. */
export interface Chance {
  /** The next number, from 0 to 2³² − 1. */
  next(): number;
  /** A whole number from 0 to `bound` − 1, each equally likely. */
  below(bound: number): number;
  /** A copy of the list in a drawn order, each order equally likely. */
  shuffle<T>(list: readonly T[]): T[];
}

const RANGE = 2 ** 32;
const WARM_UP = 20;

function word(seed: string, start: number): number {
  let hash = start;
  for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Opens the stream of chance that belongs to a seed. */
export function seeded(seed: string): Chance {
  let a = word(seed, 0x811c9dc5);
  let b = word(seed, 0x9e3779b9);
  let c = word(seed, 0x243f6a88);
  let counter = word(seed, 0xb7e15162);

  function next(): number {
    const drawn = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    return drawn >>> 0;
  }

  function below(bound: number): number {
    if (!Number.isInteger(bound) || bound < 1 || bound > RANGE) throw new RangeError(`cannot draw below ${bound}`);
    // The numbers above the last full multiple of the bound are drawn again: a plain remainder would favour the first.
    const limit = RANGE - (RANGE % bound);
    let drawn = next();
    while (drawn >= limit) drawn = next();
    return drawn % bound;
  }

  function shuffle<T>(list: readonly T[]): T[] {
    const drawn = [...list];
    for (let i = drawn.length - 1; i > 0; i--) {
      const j = below(i + 1);
      const held = drawn[i] as T;
      drawn[i] = drawn[j] as T;
      drawn[j] = held;
    }
    return drawn;
  }

  for (let i = 0; i < WARM_UP; i++) next();
  return { next, below, shuffle };
}
