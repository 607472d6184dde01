import { plainText } from '@shared/domain/draftText.ts';
import { expect, test } from 'vitest';
import { openStorage } from '../../server/storage/sqlite/open.ts';
import { draftRoom, replica, wordsOf } from '../support/draftRoom.ts';
import { memoryDrafts } from '../support/memoryDrafts.ts';
import { inDirectory } from './storageFixtures.ts';

const epoch = 1;
/** Of one who knows nothing. */
const noVector = new Uint8Array([0]);
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test('what an author was told is saved is on the disk, though the author and the server have gone', () =>
  inDirectory(async (directory) => {
    const storage = openStorage(directory);
    const room = draftRoom({ store: storage.drafts, gatherMs: 0 });
    const amina = replica();
    for (let at = 0; at < 600; at++)
      await room.relay.update('amina', { itemId: 'item1', epoch, update: amina.write('x') });
    room.relay.leave('amina');
    room.relay.stop();
    storage.close();

    const again = openStorage(directory);
    expect(again.drafts.load('c1', 'item1')?.n).toBe(600);
    expect(wordsOf(again.drafts.load('c1', 'item1')?.updates ?? [])).toBe('x'.repeat(600));
    const next = draftRoom({ store: again.drafts });
    expect(plainText(next.relay.text('item1') ?? { blocks: [] })).toBe('x'.repeat(600));
    next.relay.stop();
    again.close();
  }));

test('a log that has become long is read whole and in order, and is short after somebody has opened it', () =>
  inDirectory(async (directory) => {
    const { drafts, close } = openStorage(directory);
    const amina = replica();
    const words = Array.from({ length: 2_500 }, (_, n) => `${n} `);
    const updates = words.map((word) => amina.write(word));
    drafts.append(
      'c1',
      updates.flatMap((update) => [
        { itemId: 'item1', update },
        { itemId: 'item2', update },
      ]),
    );
    expect(drafts.load('c1', 'item1')?.updates).toEqual(updates);
    const room = draftRoom({ store: drafts });
    await room.relay.open('amina', { itemId: 'item1', epoch: null, vector: noVector }, 'line');
    await nextTurn();
    const stored = drafts.load('c1', 'item1');
    expect([stored?.n, stored?.updates.length]).toEqual([2_500, 1]);
    expect(wordsOf(stored?.updates ?? [])).toBe(words.join(''));
    expect(drafts.load('c1', 'item2')?.updates).toHaveLength(2_500);
    room.relay.stop();
    close();
  }));

test('a log is made short though more is always on its way, and what is on its way is stored and answered', async () => {
  const room = draftRoom({ gatherMs: 60_000 });
  const amina = replica();
  const send = () => room.relay.update('amina', { itemId: 'item1', epoch, update: amina.write('x') });
  const answers = Array.from({ length: 500 }, send);
  // Reading makes everything durable; the letter after it waits for the next commit.
  room.relay.text('item1');
  answers.push(send());
  await nextTurn();
  expect(await Promise.all(answers)).toEqual(answers.map((_, at) => ({ ok: true, n: at + 1 })));
  const stored = room.store.load('c1', 'item1');
  expect([stored?.n, stored?.updates.length]).toEqual([501, 1]);
  expect(wordsOf(stored?.updates ?? [])).toBe('x'.repeat(501));
  room.relay.stop();
});

test('a long log that cannot be made short stays as it is and can be read', async () => {
  const store = memoryDrafts();
  const amina = replica();
  for (let at = 0; at < 600; at++) store.append('c1', [{ itemId: 'item1', update: amina.write('x') }]);
  store.isFull = true;
  const room = draftRoom({ store });
  expect(await room.relay.open('amina', { itemId: 'item1', epoch: null, vector: noVector }, 'line')).toMatchObject({
    ok: true,
    n: 600,
  });
  await nextTurn();
  expect(room.faults).toEqual([]);
  expect(store.load('c1', 'item1')?.updates).toHaveLength(600);
  expect(plainText(room.relay.text('item1') ?? { blocks: [] })).toBe('x'.repeat(600));
  room.relay.stop();
});

test('late words are on the disk for their author, the longest once', () =>
  inDirectory(async (directory) => {
    const storage = openStorage(directory);
    const room = draftRoom({ store: storage.drafts });
    const amina = replica();
    await room.relay.update('amina', { itemId: 'item1', epoch, update: amina.write('Agreed.') });
    room.freeze();
    for (const words of [' Late', ' words'])
      expect(await room.relay.update('amina', { itemId: 'item1', epoch, update: amina.write(words) })).toEqual({
        ok: false,
        code: 'DRAFT_FROZEN',
      });
    room.relay.stop();
    storage.close();
    const again = openStorage(directory);
    expect(again.drafts.recovered('c1', 'amina').map(({ text }) => text)).toEqual(['Agreed. Late words']);
    again.close();
  }));
