import { plainText } from '@shared/domain/draftText.ts';
import { textOf } from '@shared/draft/draftShape.ts';
import { limits } from '@shared/protocol/wire.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { type DraftRoom, draftRoom, replica, wordsOf } from '../support/draftRoom.ts';
import { memoryDrafts } from '../support/memoryDrafts.ts';

const epoch = 1;
const nothing = Uint8Array.of(0);
const rooms: DraftRoom[] = [];
function start(...options: Parameters<typeof draftRoom>): DraftRoom {
  const room = draftRoom(...options);
  rooms.push(room);
  return room;
}
afterEach(() => {
  for (const { relay } of rooms.splice(0)) relay.stop();
});

const send = (room: DraftRoom, who: string, update: Uint8Array, itemId = 'item1') =>
  room.relay.update(who, { itemId, epoch, update });
const storedWords = (room: DraftRoom, itemId = 'item1') => wordsOf(room.store.load('c1', itemId)?.updates ?? []);
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('while a draft is open', () => {
  test('an edit is shown to the room at once and acknowledged only when it is stored', async () => {
    const room = start({ gatherMs: 30 });
    const answer = send(room, 'amina', replica().write('Issue documents'));
    await turn();
    await turn();
    expect(room.frames()).toHaveLength(1);
    expect(room.told[0]).toMatchObject({ scope: 'room:r1', event: 'draft' });
    expect(room.store.load('c1', 'item1')).toBeNull();
    expect(await answer).toEqual({ ok: true, n: 1 });
    expect(storedWords(room)).toBe('Issue documents');
  });

  test('what was acknowledged is in the store alone, though its author has gone', async () => {
    const room = start();
    await room.relay.open('amina', { itemId: 'item1', epoch: null, vector: nothing }, 's1');
    await send(room, 'amina', replica().write('x'));
    room.relay.leave('s1');
    room.relay.stop();
    const after = start({ store: room.store });
    expect(plainText(after.relay.text('item1') ?? { blocks: [] })).toBe('x');
  });

  test('edits of several drafts and people share a commit', async () => {
    const store = memoryDrafts();
    const room = start({ store, gatherMs: 10 });
    const one = replica();
    const answers = await Promise.all([
      send(room, 'amina', one.write('a')),
      send(room, 'amina', one.write('b')),
      send(room, 'bao', replica().write('c'), 'item2'),
    ]);
    expect(answers).toEqual([
      { ok: true, n: 1 },
      { ok: true, n: 2 },
      { ok: true, n: 1 },
    ]);
    expect(store.commits).toBe(1);
  });

  test('one who comes gives and takes by state vectors', async () => {
    const room = start();
    const amina = replica();
    await send(room, 'amina', amina.write('first '));
    const opened = await room.relay.open('bao', { itemId: 'item1', epoch, vector: nothing }, 's2');
    if (!opened.ok) throw new Error(opened.code);
    const bao = replica();
    Y.applyUpdate(bao.doc, opened.update, 'server');
    expect(wordsOf(bao.doc)).toBe('first ');
    expect(opened).toMatchObject({ epoch, n: 1, isWritable: true });
    bao.write('second');
    const lacking = Y.encodeStateAsUpdate(bao.doc, opened.vector);
    expect(await send(room, 'bao', lacking)).toEqual({ ok: true, n: 2 });
    expect(storedWords(room)).toBe('first second');
    const again = await room.relay.open('bao', { itemId: 'item1', epoch, vector: Y.encodeStateVector(bao.doc) }, 's2');
    expect(again.ok && again.update.length).toBeLessThan(10);
  });

  test('what is still on its way to the store is named to nobody as what the server has', async () => {
    const room = start({ gatherMs: 60 });
    const amina = replica();
    const saved = send(room, 'amina', amina.write('on its way'));
    const opened = await room.relay.open('amina', { itemId: 'item1', epoch, vector: nothing }, 's1');
    expect(opened.ok && wordsOf([opened.update])).toBe('on its way');
    expect(storedWords(room)).toBe('on its way');
    expect(await saved).toEqual({ ok: true, n: 1 });
  });

  test('the same update again is acknowledged once more and stored no second time', async () => {
    const room = start();
    const update = replica().write('once');
    await send(room, 'amina', update);
    expect(await send(room, 'amina', update)).toEqual({ ok: true, n: 1 });
    expect(room.store.load('c1', 'item1')?.updates).toHaveLength(1);
  });

  test('an update of another epoch is refused, and its replica is given everything', async () => {
    const room = start();
    await send(room, 'amina', replica().write('now'));
    const answer = await room.relay.update('amina', { itemId: 'item1', epoch: 7, update: replica().write('old') });
    expect(answer).toEqual({ ok: false, code: 'DRAFT_EPOCH' });
    const old = replica();
    old.write('old');
    const opened = await room.relay.open(
      'amina',
      { itemId: 'item1', epoch: 7, vector: Y.encodeStateVector(old.doc) },
      's1',
    );
    expect(opened.ok && wordsOf([opened.update])).toBe('now');
  });

  test('an update with missing predecessors is refused and not kept', async () => {
    const room = start();
    const amina = replica();
    const first = amina.write('first ');
    const second = amina.write('second');
    expect(await send(room, 'amina', second)).toEqual({ ok: false, code: 'DRAFT_INCOMPLETE' });
    expect(await send(room, 'amina', first)).toEqual({ ok: true, n: 1 });
    expect(storedWords(room)).toBe('first ');
    expect(room.frames()).toHaveLength(1);
    expect(await send(room, 'amina', second)).toEqual({ ok: true, n: 2 });
  });

  test('a draft that is full takes no more words, but can be shortened', async () => {
    const room = start();
    const amina = replica();
    let code = '';
    for (let at = 0; at < 25 && !code; at++) {
      const answer = await send(room, 'amina', amina.write('x'.repeat(60_000)));
      if (!answer.ok) code = answer.code;
    }
    expect(code).toBe('DRAFT_FULL');
    const opened = await room.relay.open('bao', { itemId: 'item1', epoch, vector: nothing }, 's2');
    if (!opened.ok) throw new Error(opened.code);
    const bao = replica();
    Y.applyUpdate(bao.doc, opened.update, 'server');
    textOf(bao.doc).delete(1, 900_000);
    expect(await send(room, 'bao', Y.mergeUpdates(bao.written()))).toMatchObject({ ok: true });
    expect(await send(room, 'bao', bao.write('again'))).toMatchObject({ ok: true });
  });

  test('a log that has grown long is made short without losing its count', async () => {
    const room = start();
    const amina = replica();
    const updates = Array.from({ length: 510 }, (_, at) => amina.write(`${at} `));
    await Promise.all(updates.map((update) => send(room, 'amina', update)));
    await vi.waitFor(() => expect(room.store.load('c1', 'item1')?.updates.length).toBeLessThan(20));
    expect(room.store.load('c1', 'item1')?.n).toBe(510);
    expect(storedWords(room)).toBe(wordsOf(amina.doc));
    expect(await send(room, 'amina', amina.write('on'))).toEqual({ ok: true, n: 511 });
  });

  test('a draft that nobody has open leaves memory and comes back whole', async () => {
    const room = start({ idleMs: 1 });
    const amina = replica();
    for (let at = 0; at < 30; at++) await send(room, 'amina', amina.write(`${at} `));
    await vi.waitFor(() => expect(room.store.load('c1', 'item1')?.updates).toHaveLength(1), { timeout: 3_000 });
    expect(await send(room, 'amina', amina.write('on'))).toEqual({ ok: true, n: 31 });
    expect(storedWords(room)).toBe(wordsOf(amina.doc));
  });
});

describe('who may', () => {
  test('a stranger reads and writes nothing, and hears nothing of whether the draft exists', async () => {
    const room = start();
    const vector = nothing;
    expect(await room.relay.open('stranger', { itemId: 'item1', epoch, vector }, 's9')).toEqual({
      ok: false,
      code: 'NOT_READABLE',
    });
    expect(await room.relay.open('stranger', { itemId: 'absent', epoch, vector }, 's9')).toEqual({
      ok: false,
      code: 'NOT_READABLE',
    });
    expect(await send(room, 'stranger', replica().write('x'))).toEqual({ ok: false, code: 'NOT_READABLE' });
    expect(room.relay.caret('stranger', { itemId: 'item1', caret: nothing })).toEqual({
      ok: false,
      code: 'NOT_READABLE',
    });
    expect(room.frames()).toEqual([]);
  });

  test('the bureau reads every room and writes in none', async () => {
    const room = start();
    expect((await room.relay.open('moderator', { itemId: 'item1', epoch, vector: nothing }, 's9')).ok).toBe(true);
    expect(await send(room, 'moderator', replica().write('x'))).toEqual({ ok: false, code: 'room.not-a-member' });
  });

  test('rights are read for every update: one who was moved away writes no more', async () => {
    const room = start();
    const amina = replica();
    expect((await send(room, 'amina', amina.write('a'))).ok).toBe(true);
    room.change(({ plenary }) => {
      const from = plenary.room.byId.r1;
      if (from) from.members = from.members.filter((id) => id !== 'amina');
    });
    expect(await send(room, 'amina', amina.write('b'))).toEqual({ ok: false, code: 'NOT_READABLE' });
    expect(storedWords(room)).toBe('a');
  });
});

describe('once a room is frozen', () => {
  test('late words change nothing and are kept for their author alone', async () => {
    const room = start();
    const amina = replica();
    await send(room, 'amina', amina.write('Agreed.'));
    room.freeze();
    expect(room.told).toContainEqual({
      scope: 'room:r1',
      event: 'draftLock',
      payload: { itemId: 'item1', isWritable: false },
    });
    const frames = room.frames().length;
    expect(await send(room, 'amina', amina.write(' Late'))).toEqual({ ok: false, code: 'DRAFT_FROZEN' });
    expect(await send(room, 'amina', amina.write(' words'))).toEqual({ ok: false, code: 'DRAFT_FROZEN' });
    await turn();
    expect(room.frames()).toHaveLength(frames);
    expect(storedWords(room)).toBe('Agreed.');
    expect(room.store.recovered('c1', 'amina').map(({ text }) => text)).toEqual(['Agreed. Late words']);
    expect(room.store.recovered('c1', 'bao')).toEqual([]);
    expect(room.recovered).toEqual(['amina', 'amina']);
  });

  test('an update that was stored before the freeze is acknowledged, not recovered', async () => {
    const room = start();
    const update = replica().write('in time');
    await send(room, 'amina', update);
    room.freeze();
    expect(await send(room, 'amina', update)).toEqual({ ok: true, n: 1 });
    expect(room.recovered).toEqual([]);
  });

  test('late words that are sent again stay late', async () => {
    const room = start();
    room.freeze();
    const update = replica().write('late');
    expect(await send(room, 'amina', update)).toEqual({ ok: false, code: 'DRAFT_FROZEN' });
    expect(await send(room, 'amina', update)).toEqual({ ok: false, code: 'DRAFT_FROZEN' });
    expect(room.store.recovered('c1', 'amina')).toHaveLength(1);
  });

  test('words recovered at one freeze are not written over at the next', async () => {
    const room = start();
    room.freeze();
    await send(room, 'amina', replica().write('one'));
    room.freeze(false);
    expect(await send(room, 'amina', replica().write('between'))).toMatchObject({ ok: true });
    room.freeze();
    await send(room, 'amina', replica().write('two'));
    const texts = room.store.recovered('c1', 'amina').map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts).toContain('one');
  });

  test('a reported item is read-only, and writable again when it is taken back', async () => {
    const room = start();
    await send(room, 'amina', replica().write('x'));
    const phase = (to: 'reported' | 'drafting') =>
      room.change((state) => Object.assign(state.room.r1?.actionItem.byId.item1 ?? {}, { phase: to }));
    phase('reported');
    expect(await send(room, 'bao', replica().write('y'))).toEqual({ ok: false, code: 'DRAFT_FROZEN' });
    expect((await send(room, 'bao', replica().write('y'), 'item2')).ok).toBe(true);
    phase('drafting');
    expect((await send(room, 'bao', replica().write('y'))).ok).toBe(true);
    const locks = room.told.filter(({ event }) => event === 'draftLock').map(({ payload }) => payload);
    expect(locks).toEqual([
      { itemId: 'item1', isWritable: false },
      { itemId: 'item1', isWritable: true },
    ]);
  });

  test('what is reported is what is stored: the text is made durable before a rule reads it', async () => {
    const room = start({ gatherMs: 10_000 });
    const answer = send(room, 'amina', replica().write('reported'));
    expect(plainText(room.relay.text('item1') ?? { blocks: [] })).toBe('reported');
    expect(storedWords(room)).toBe('reported');
    expect(await answer).toEqual({ ok: true, n: 1 });
    expect(room.relay.text('item2')?.blocks).toEqual([{ id: 'p0', kind: 'paragraph', level: 0, runs: [] }]);
    expect(room.relay.text('absent')).toBeNull();
  });
});

describe('when the disk is full', () => {
  test('nothing is acknowledged or shown further, and all comes when there is room again', async () => {
    const store = memoryDrafts();
    const room = start({ store });
    const amina = replica();
    store.isFull = true;
    const first = amina.write('first ');
    expect(await send(room, 'amina', first)).toEqual({ ok: false, code: 'STORAGE_FULL' });
    const second = amina.write('second');
    const shown = room.frames().length;
    expect(await send(room, 'amina', second)).toEqual({ ok: false, code: 'STORAGE_FULL' });
    expect(room.frames()).toHaveLength(shown);
    expect(plainText(room.relay.text('item1') ?? { blocks: [] })).toBe('');
    store.isFull = false;
    expect(await send(room, 'amina', first)).toMatchObject({ ok: true });
    expect(await send(room, 'amina', second)).toMatchObject({ ok: true });
    expect(storedWords(room)).toBe('first second');
    expect(plainText(room.relay.text('item1') ?? { blocks: [] })).toBe('first second');
  });

  test('one who comes meanwhile is shown what is stored, and the rest when it is', async () => {
    const store = memoryDrafts();
    const room = start({ store });
    const amina = replica();
    await send(room, 'amina', amina.write('stored'));
    store.isFull = true;
    await send(room, 'amina', amina.write(' not yet'));
    const opened = await room.relay.open('bao', { itemId: 'item1', epoch, vector: nothing }, 's2');
    expect(opened.ok && wordsOf([opened.update])).toBe('stored');
    const bao = replica();
    if (opened.ok) Y.applyUpdate(bao.doc, opened.update, 'server');
    const before = room.frames().length;
    store.isFull = false;
    await vi.waitFor(() => expect(storedWords(room)).toBe('stored not yet'), { timeout: 3_000 });
    await vi.waitFor(() => expect(room.frames().length).toBeGreaterThan(before));
    for (const { updates } of room.frames().slice(before)) for (const each of updates) Y.applyUpdate(bao.doc, each);
    expect(wordsOf(bao.doc)).toBe('stored not yet');
  });

  test('late words are not called recovered before they are', async () => {
    const store = memoryDrafts();
    const room = start({ store });
    room.freeze();
    store.isFull = true;
    const late = replica().write('late');
    expect(await send(room, 'amina', late)).toEqual({ ok: false, code: 'STORAGE_FULL' });
    expect(room.recovered).toEqual([]);
    store.isFull = false;
    expect(await send(room, 'amina', late)).toEqual({ ok: false, code: 'DRAFT_FROZEN' });
    expect(store.recovered('c1', 'amina').map(({ text }) => text)).toEqual(['late']);
  });
});

describe('frames', () => {
  test('a quiet draft shows each edit at once; a busy one gathers', async () => {
    const room = start();
    const amina = replica();
    for (let at = 0; at < 3; at++) {
      void send(room, 'amina', amina.write('x'));
      await turn();
      await turn();
    }
    expect(room.frames()).toHaveLength(3);
    const busy = start();
    const bao = replica();
    const shown = replica();
    for (let at = 0; at < 200; at++) {
      void send(busy, 'bao', bao.write('y'));
      await turn();
    }
    await vi.waitFor(() => expect(busy.frames().flatMap(({ updates }) => updates)).toHaveLength(200));
    expect(busy.frames().length).toBeLessThan(60);
    for (const { updates } of busy.frames()) for (const update of updates) Y.applyUpdate(shown.doc, update, 'server');
    expect(wordsOf(shown.doc)).toBe('y'.repeat(200));
  });

  test('carets ride with the edits, the latest of each writer, and the last one always comes', async () => {
    const room = start();
    const place = (at: number) => Uint8Array.of(at);
    for (let at = 0; at < 10; at++) room.relay.caret('amina', { itemId: 'item1', caret: place(at) });
    room.relay.caret('bao', { itemId: 'item1', caret: place(99) });
    void send(room, 'amina', replica().write('x'));
    await turn();
    await turn();
    expect(room.frames()).toMatchObject([
      {
        updates: [expect.any(Uint8Array)],
        carets: [
          { by: 'amina', caret: place(9) },
          { by: 'bao', caret: place(99) },
        ],
      },
    ]);
    room.relay.caret('bao', { itemId: 'item1', caret: null });
    await vi.waitFor(() => expect(room.frames().at(-1)?.carets).toEqual([{ by: 'bao', caret: null }]));
  });

  test('a caret longer than a position is refused', () => {
    const room = start();
    expect(room.relay.caret('amina', { itemId: 'item1', caret: new Uint8Array(65) })).toEqual({
      ok: false,
      code: 'TOO_LARGE',
    });
  });

  test('a caret goes with the last connection of its writer', async () => {
    const room = start();
    for (const connection of ['s1', 's2'])
      await room.relay.open('amina', { itemId: 'item1', epoch, vector: nothing }, connection);
    room.relay.caret('amina', { itemId: 'item1', caret: Uint8Array.of(1) });
    await vi.waitFor(() => expect(room.frames()).toHaveLength(1));
    room.relay.leave('s1');
    room.relay.close({ itemId: 'item1' }, 's2');
    await vi.waitFor(() => expect(room.frames().at(-1)?.carets).toEqual([{ by: 'amina', caret: null }]));
    expect(room.frames()).toHaveLength(2);
  });

  test('a page that opens a draft again before letting go of it keeps its caret', async () => {
    const room = start();
    const open = { itemId: 'item1', epoch, vector: nothing };
    await room.relay.open('amina', open, 's1');
    await room.relay.open('amina', open, 's1');
    room.relay.caret('amina', { itemId: 'item1', caret: Uint8Array.of(1) });
    await vi.waitFor(() => expect(room.frames()).toHaveLength(1));
    room.relay.close({ itemId: 'item1' }, 's1');
    room.relay.caret('bao', { itemId: 'item1', caret: Uint8Array.of(2) });
    await vi.waitFor(() => expect(room.frames()).toHaveLength(2));
    expect(room.frames().at(-1)?.carets).toEqual([{ by: 'bao', caret: Uint8Array.of(2) }]);
    room.relay.close({ itemId: 'item1' }, 's1');
    await vi.waitFor(() => expect(room.frames().at(-1)?.carets).toEqual([{ by: 'amina', caret: null }]));
  });

  test('the wall hears of words and brackets, not at every edit', async () => {
    const room = start();
    const amina = replica();
    for (const word of ['one ', 'two ', 'three']) await send(room, 'amina', amina.write(word));
    const figures = () => room.told.filter(({ event }) => event === 'draftFigures').map(({ payload }) => payload);
    await vi.waitFor(() => expect(figures()).toHaveLength(1));
    expect(figures()).toEqual([
      { roomId: 'r1', figures: { item1: { words: 3, brackets: 0, at: expect.any(Number) } } },
    ]);
    expect(room.relay.figures('r1')).toMatchObject({ item1: { words: 3 }, item2: { words: 0, at: 0 } });
  });
});

describe('what no editor sends', () => {
  const hostile: Record<string, (doc: Y.Doc) => void> = {
    'a foreign sign': (doc) => textOf(doc).insertEmbed(1, { image: 'x' }),
    'a sign with more than it has': (doc) => textOf(doc).insertEmbed(1, { n: 'a', open: 'b' }),
    'a bracket’s sign': (doc) => textOf(doc).insertEmbed(1, { open: 'b' }),
    'a foreign look': (doc) => textOf(doc).insert(1, 'x', { link: { href: 'javascript:' } }),
    'a wrong look': (doc) => textOf(doc).format(0, 1, { kind: 'heading' }),
    'another root': (doc) => void doc.getMap('else').set('a', 1),
    'a node in the text': (doc) => textOf(doc).insertEmbed(1, new Y.XmlElement('script')),
    'words before the first paragraph': (doc) => textOf(doc).insert(0, 'x'),
    'the first paragraph taken away': (doc) => textOf(doc).delete(0, 1),
    'an attribute of the text itself': (doc) => textOf(doc).setAttribute('style', 'x'),
  };

  test.each(Object.entries(hostile))('%s is refused, and the text stays as it was', async (_name, write) => {
    const room = start();
    const amina = replica();
    await send(room, 'amina', amina.write('good'));
    await turn();
    const frames = room.frames().length;
    write(amina.doc);
    expect(await send(room, 'amina', Y.mergeUpdates(amina.written()))).toEqual({ ok: false, code: 'DRAFT_INVALID' });
    await turn();
    expect(room.frames()).toHaveLength(frames);
    expect(plainText(room.relay.text('item1') ?? { blocks: [] })).toBe('good');
    const bao = replica();
    const opened = await room.relay.open('bao', { itemId: 'item1', epoch, vector: nothing }, 's2');
    if (opened.ok) Y.applyUpdate(bao.doc, opened.update, 'server');
    expect(await send(room, 'bao', bao.write(' still'))).toEqual({ ok: true, n: 2 });
    expect(room.faults).toEqual([]);
  });

  test('the second encoding is refused', async () => {
    const room = start();
    const amina = replica();
    const update = amina.write('x');
    expect(await send(room, 'amina', Y.convertUpdateFormatV1ToV2(update))).toEqual({
      ok: false,
      code: 'DRAFT_INVALID',
    });
    expect(await send(room, 'amina', update)).toEqual({ ok: true, n: 1 });
  });

  test('a message beyond the limit is refused unread', async () => {
    const room = start();
    const answer = await send(room, 'amina', new Uint8Array(limits.message + 1));
    expect(answer).toEqual({ ok: false, code: 'TOO_LARGE' });
  });

  test('a broken vector is refused', async () => {
    const room = start();
    expect(await room.relay.open('amina', { itemId: 'item1', epoch, vector: Uint8Array.of(200, 1, 1) }, 's1')).toEqual({
      ok: false,
      code: 'INVALID',
    });
  });
});

test('while draining nothing new is taken and everything taken is stored', async () => {
  const room = start({ gatherMs: 10_000 });
  const amina = replica();
  const answer = send(room, 'amina', amina.write('kept'));
  expect(room.relay.drain()).toBe(true);
  expect(await answer).toEqual({ ok: true, n: 1 });
  expect(room.frames()).toHaveLength(1);
  expect(await send(room, 'amina', amina.write('later'))).toEqual({ ok: false, code: 'DRAINING' });
  expect(storedWords(room)).toBe('kept');
});
