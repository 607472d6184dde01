import { encode } from '@msgpack/msgpack';
import { isWellFormed } from '@shared/protocol/frameShape.ts';
import { Decoder, Encoder } from '@shared/protocol/parser.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

describe('the shape of a frame', () => {
  test('[GATE-8] everything that is written whole is well formed, and nothing that is cut short', () => {
    const value = fc.anything({ maxDepth: 4, withNullPrototype: false, key: fc.string() }).filter(canBeWritten);
    fc.assert(
      fc.property(value, fc.nat(), (written, cut) => {
        const bytes = encode(written);
        expect(isWellFormed(bytes)).toBe(true);
        expect(isWellFormed(bytes.subarray(0, cut % bytes.length))).toBe(false);
        expect(isWellFormed(Uint8Array.of(...bytes, 0xc0))).toBe(false);
      }),
    );
  });

  test.each([
    ['bytes of every width', [new Uint8Array(10), new Uint8Array(300), new Uint8Array(70_000)]],
    ['words of every width', ['', 'é'.repeat(20), 'é'.repeat(200), 'é'.repeat(40_000)]],
    ['lists of every width', [Array(3).fill(1), Array(20).fill('a'), Array(70_000).fill(null)]],
    ['numbers of every width', [0, 200, 40_000, 3e9, 2 ** 40, -1, -100, -30_000, -2e9, -(2 ** 40), 1.5, new Date()]],
    ['records of every width', [{}, { a: 1 }, Object.fromEntries(Array.from({ length: 70_000 }, (_, n) => [n, n]))]],
  ])('[GATE-8] %s are well formed', (_name, value) => {
    expect(isWellFormed(encode(value))).toBe(true);
  });

  test.each([
    ['a list of four thousand million', [0xdd, 0xff, 0xff, 0xff, 0xff]],
    ['a record of four thousand million', [0xdf, 0xff, 0xff, 0xff, 0xff, 0xa1, 0x61, 0x01]],
    ['lists in lists that each announce 65,535', Array.from({ length: 60_000 }, (_, at) => (at % 3 ? 0xff : 0xdc))],
    ['the byte that means nothing', [0xc1]],
    ['nothing at all', []],
  ])('[GATE-8] %s is refused before room is made for it', (_name, bytes) => {
    expect(isWellFormed(Uint8Array.from(bytes))).toBe(false);
    expect(() => new Decoder().add(Uint8Array.from(bytes))).toThrow('not a frame');
  });

  test('[GATE-8] nesting ends at 32', () => {
    expect(isWellFormed(encode(nested(31)))).toBe(true);
    expect(isWellFormed(encode(nested(32)))).toBe(false);
  });
});

describe('a packet', () => {
  const decoded = (packet: object) => {
    const found: unknown[] = [];
    const decoder = new Decoder();
    decoder.on('decoded', (each) => found.push(each));
    for (const bytes of new Encoder().encode(packet as never)) decoder.add(Uint8Array.from(bytes));
    return found;
  };

  test('travels unchanged, bytes within it as bytes', () => {
    const packet = { type: 2, nsp: '/', data: ['draft:update', { update: Uint8Array.of(1, 2) }], id: 7 };
    expect(decoded(packet)).toEqual([packet]);
  });

  test.each(['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener'])(
    '[GATE-8] named %s, as the socket names its own, is refused',
    (name) => {
      expect(() => decoded({ type: 2, nsp: '/', data: [name], id: 1 })).toThrow('not a packet');
    },
  );

  test.each([
    ['without a namespace', { type: 2, data: ['hello'] }],
    ['of no known type', { type: 9, nsp: '/' }],
    ['without a name', { type: 2, nsp: '/', data: [{}] }],
    ['whose number is a word', { type: 2, nsp: '/', data: ['hello'], id: 'one' }],
    ['that comes as nobody at all', { type: 0, nsp: '/', data: null }],
  ])('[GATE-8] %s is refused', (_name, packet) => {
    expect(() => decoded(packet)).toThrow('not a packet');
  });
});

function canBeWritten(value: unknown): boolean {
  try {
    encode(value);
    return true;
  } catch {
    return false;
  }
}
