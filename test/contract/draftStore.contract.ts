/** What every adapter of the drafts' log promises. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DraftStore, firstEpoch, type RecoveredDraft } from '../../server/ports/draftStore.ts';
import type { Opened } from './opened.ts';

const update = (itemId: string, ...bytes: number[]) => ({ itemId, update: Uint8Array.from(bytes) });

export function draftStoreContract(open: () => Opened<DraftStore>): void {
  let opened: Opened<DraftStore>;
  let drafts: DraftStore;
  const bytesOf = (itemId: string) => drafts.load('c1', itemId)?.updates.map((each) => [...each]);
  beforeEach(() => {
    opened = open();
    drafts = opened.port;
  });
  afterEach(() => opened.end());

  test('numbers each draft for itself, in one batch over several', () => {
    expect(drafts.load('c1', 'a')).toBeNull();
    expect(drafts.append('c1', [update('a', 1), update('b', 2, 0, 255), update('a', 3)])).toEqual([1, 1, 2]);
    expect(drafts.append('c1', [update('a', 4)])).toEqual([3]);
    expect(drafts.append('c2', [update('a', 9)])).toEqual([1]);
    expect(drafts.load('c1', 'a')).toMatchObject({ epoch: firstEpoch, n: 3 });
    expect(bytesOf('a')).toEqual([[1], [3], [4]]);
    expect(bytesOf('b')).toEqual([[2, 0, 255]]);
  });

  test('gives the updates back in their order, however many', () => {
    drafts.append(
      'c1',
      Array.from({ length: 300 }, (_, index) => update('a', index % 256)),
    );
    expect(bytesOf('a')).toEqual(Array.from({ length: 300 }, (_, index) => [index % 256]));
  });

  test('compacts a log into one state and goes on counting', () => {
    drafts.append('c1', [update('a', 1), update('a', 2), update('b', 7)]);
    drafts.compact('c1', 'a', Uint8Array.of(12));
    expect(drafts.load('c1', 'a')).toMatchObject({ n: 2, epoch: firstEpoch });
    expect(bytesOf('a')).toEqual([[12]]);
    expect(drafts.append('c1', [update('a', 3)])).toEqual([3]);
    drafts = opened.restart();
    expect(bytesOf('a')).toEqual([[12], [3]]);
    expect(bytesOf('b')).toEqual([[7]]);
    expect(drafts.append('c1', [update('a', 4)])).toEqual([4]);
  });

  test('has nothing to compact where nothing was written', () => {
    expect(() => drafts.compact('c1', 'a', Uint8Array.of(1))).toThrow();
    expect(drafts.load('c1', 'a')).toBeNull();
  });

  describe('recovered words', () => {
    const late: RecoveredDraft = { id: 'r1', itemId: 'a', participantId: 'amina', text: 'late [words] 😀', at: 5 };

    test('are kept once, for the one who wrote them, until thrown away', () => {
      drafts.keepRecovered('c1', late);
      drafts.keepRecovered('c1', { ...late, text: 'again' });
      drafts.keepRecovered('c1', { ...late, id: 'r0', at: 6 });
      drafts.keepRecovered('c1', { ...late, participantId: 'bao' });
      drafts = opened.restart();
      expect(drafts.recovered('c1', 'amina')).toEqual([late, { ...late, id: 'r0', at: 6 }]);
      expect(drafts.recovered('c2', 'amina')).toEqual([]);
      expect(drafts.discardRecovered('c1', 'amina', 'r1')).toBe(true);
      expect(drafts.discardRecovered('c1', 'amina', 'r1')).toBe(false);
      expect(drafts.recovered('c1', 'amina').map(({ id }) => id)).toEqual(['r0']);
      expect(drafts.recovered('c1', 'bao')).toHaveLength(1);
    });
  });
}
