import { plainText } from '@shared/domain/draftText.ts';
import { expect, test } from 'vitest';
import { openStorage } from '../../server/storage/sqlite/open.ts';
import { draftRoom, replica, wordsOf } from '../support/draftRoom.ts';
import { inDirectory } from './storageFixtures.ts';

const epoch = 1;

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
