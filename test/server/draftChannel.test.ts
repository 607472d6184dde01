import { plainText } from '@shared/domain/draftText.ts';
import { readDraft, typeWords } from '@shared/draft/draftDoc.ts';
import { textOf } from '@shared/draft/draftShape.ts';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type DraftChannel, openDraft } from '../../client/sync/draftChannel.ts';
import type { WordKeeper } from '../../client/sync/unsentWords.ts';
import { type DraftLine, draftLine, memoryKeeper } from '../support/draftLine.ts';
import { type DraftRoom, draftRoom, members, wordsOf } from '../support/draftRoom.ts';
import { memoryDrafts } from '../support/memoryDrafts.ts';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

function house(...options: Parameters<typeof draftRoom>): { room: () => DraftRoom; restart(): void } {
  let room = draftRoom(...options);
  cleanups.push(() => room.relay.stop());
  return {
    room: () => room,
    /** As after SIGKILL: what was not committed is gone. */
    restart() {
      room.relay.stop();
      room = draftRoom({ ...options[0], store: room.store, state: room.state() });
    },
  };
}

function page(
  room: () => DraftRoom,
  who: string,
  options: { keeper?: WordKeeper; line?: DraftLine; mayWrite?: boolean } = {},
): { channel: DraftChannel; line: DraftLine; words(): string; status(): string; write(words: string): void } {
  const line = options.line ?? draftLine(room, who);
  const channel = openDraft({
    connection: line.connection,
    consultationId: 'c1',
    participantId: who,
    itemId: 'item1',
    mayWrite: options.mayWrite ?? true,
    keeper: options.keeper ?? null,
  });
  const doc = () => channel.view.getState().doc;
  return {
    channel,
    line,
    words: () => wordsOf(doc()),
    status: () => channel.view.getState().status.kind,
    write(words) {
      typeWords(doc(), { block: 0, at: 1e9 }, words);
    },
  };
}

const settled = (check: () => void) => vi.waitFor(check, { timeout: 8_000, interval: 5 });
const stored = (room: DraftRoom) => wordsOf(room.store.load('c1', 'item1')?.updates ?? []);

describe('while the line is up', () => {
  test('what one writes the others read, and it is called saved only when it is stored', async () => {
    const { room } = house({ gatherMs: 20 });
    const amina = page(room, 'amina');
    const bao = page(room, 'bao');
    await settled(() => expect([amina.status(), bao.status()]).toEqual(['saved', 'saved']));
    const seen: string[] = [];
    amina.channel.view.subscribe(({ status }) => {
      if (status.kind === 'saved') seen.push(stored(room()));
      else seen.push(status.kind);
    });
    amina.write('Issue');
    amina.write(' documents');
    expect(amina.channel.view.getState().status).toEqual({ kind: 'unsaved', n: 2 });
    await settled(() => expect(amina.status()).toBe('saved'));
    expect(seen.at(0)).toBe('unsaved');
    expect(seen.at(-1)).toBe('Issue documents');
    await settled(() => expect(bao.words()).toBe('Issue documents'));
  });

  test('one update is under way at a time, and what piles up goes as one', async () => {
    const { room } = house();
    const line = draftLine(room, 'amina', () => 5);
    const amina = page(room, 'amina', { line });
    await settled(() => expect(amina.status()).toBe('saved'));
    for (let at = 0; at < 50; at++) amina.write('x');
    await settled(() => expect(amina.status()).toBe('saved'));
    expect(line.sent.filter(({ event }) => event === 'draft:update').length).toBeLessThan(5);
    expect(stored(room())).toBe('x'.repeat(50));
  });

  test('a text longer than a message goes up in several', async () => {
    const { room } = house();
    const amina = page(room, 'amina');
    const bao = page(room, 'bao');
    await settled(() => expect([amina.status(), bao.status()]).toEqual(['saved', 'saved']));
    amina.write('words 😀 '.repeat(20_000));
    await settled(() => expect(amina.status()).toBe('saved'));
    // Compared as a claim: a difference in so long a text would fill pages.
    expect(stored(room()) === amina.words()).toBe(true);
    await settled(() => expect(bao.words() === amina.words()).toBe(true));
  });

  test('a lost frame is noticed and asked for', async () => {
    const { room } = house();
    const amina = page(room, 'amina');
    const bao = page(room, 'bao');
    await settled(() => expect([amina.status(), bao.status()]).toEqual(['saved', 'saved']));
    bao.line.losesFrames = true;
    amina.write('lost ');
    await settled(() => expect(amina.status()).toBe('saved'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    bao.line.losesFrames = false;
    amina.write('found');
    await settled(() => expect(bao.words()).toBe('lost found'));
  });

  test('carets are seen by others, never the same place twice, and go with the page', async () => {
    const { room } = house();
    const amina = page(room, 'amina');
    const bao = page(room, 'bao');
    await settled(() => expect([amina.status(), bao.status()]).toEqual(['saved', 'saved']));
    for (let at = 0; at < 20; at++) amina.channel.setCaret(Uint8Array.of(at));
    amina.channel.setCaret(Uint8Array.of(19));
    await settled(() => expect(bao.channel.view.getState().carets.get('amina')).toEqual(Uint8Array.of(19)));
    amina.channel.setCaret(Uint8Array.of(19));
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(amina.line.sent.filter(({ event }) => event === 'draft:caret').length).toBeLessThanOrEqual(2);
    expect(amina.channel.view.getState().carets.size).toBe(0);
    await amina.channel.close();
    await settled(() => expect(bao.channel.view.getState().carets.size).toBe(0));
  });

  test('who only reads sends nothing', async () => {
    const { room } = house();
    const amina = page(room, 'amina');
    const moderator = page(room, 'moderator', { mayWrite: false });
    await settled(() => expect(amina.status()).toBe('saved'));
    amina.write('x');
    await settled(() => expect(moderator.words()).toBe('x'));
    expect(moderator.channel.view.getState().isWritable).toBe(false);
    expect(moderator.line.sent.map(({ event }) => event)).toEqual(['draft:open']);
  });

  test('closing the page sends what is still under way', async () => {
    const { room } = house();
    const amina = page(room, 'amina');
    await settled(() => expect(amina.status()).toBe('saved'));
    amina.write('one ');
    amina.write('two');
    await amina.channel.close();
    expect(stored(room())).toBe('one two');
    expect(amina.line.sent.at(-1)?.event).toBe('draft:close');
  });
});

describe('without the line', () => {
  test('typing goes on and merges on return, whoever wrote meanwhile', async () => {
    const { room } = house();
    const amina = page(room, 'amina');
    const bao = page(room, 'bao');
    await settled(() => expect([amina.status(), bao.status()]).toEqual(['saved', 'saved']));
    amina.write('Each State ');
    await settled(() => expect([amina.status(), bao.words()]).toEqual(['saved', 'Each State ']));
    amina.line.cut();
    amina.write('shall ');
    amina.write('issue ');
    expect(amina.channel.view.getState().status).toEqual({ kind: 'offline', n: 2 });
    bao.write('documents ');
    await settled(() => expect(bao.status()).toBe('saved'));
    amina.line.mend();
    await settled(() => expect(amina.status()).toBe('saved'));
    await settled(() => expect(bao.words()).toBe(amina.words()));
    expect(stored(room())).toBe(amina.words());
    for (const word of ['shall issue', 'documents']) expect(amina.words()).toContain(word);
  });

  test('a reload loses no word that was not yet sent', async () => {
    const { room } = house();
    const keeper = memoryKeeper();
    const before = page(room, 'amina', { keeper });
    await settled(() => expect(before.status()).toBe('saved'));
    before.write('sent ');
    await settled(() => expect(before.status()).toBe('saved'));
    before.line.cut();
    before.write('unsent');
    await before.channel.close();
    expect(keeper.length).toBe(1);
    const after = page(room, 'amina', { keeper });
    await settled(() => expect(after.status()).toBe('saved'));
    expect(after.words()).toBe('sent unsent');
    expect(stored(room())).toBe('sent unsent');
    expect(keeper.length).toBe(0);
    await after.channel.close();
  });

  test('words of another epoch are never merged, and are shown aside', async () => {
    const store = memoryDrafts();
    const { room, restart } = house({ store });
    const amina = page(room, 'amina');
    await settled(() => expect(amina.status()).toBe('saved'));
    amina.write('old text');
    await settled(() => expect(amina.status()).toBe('saved'));
    amina.line.cut();
    amina.write(' and more');
    store.epoch = 2;
    restart();
    amina.line.mend();
    await settled(() => expect(amina.status()).toBe('saved'));
    expect(amina.words()).toBe('old text');
    expect(amina.channel.view.getState().lateWords).toEqual({ keptBy: 'browser', text: 'old text and more' });
    amina.write('!');
    await settled(() => expect(amina.status()).toBe('saved'));
    expect(stored(room())).toBe('old text!');
  });

  test('what the server had shown but not stored when it was killed comes back from a reader', async () => {
    const { room, restart } = house({ gatherMs: 100_000 });
    const amina = page(room, 'amina');
    const bao = page(room, 'bao');
    await settled(() => expect([amina.status(), bao.status()]).toEqual(['saved', 'saved']));
    amina.write('shown');
    await settled(() => expect(bao.words()).toBe('shown'));
    amina.line.cut();
    bao.line.cut();
    restart();
    expect(stored(room())).toBe('');
    bao.line.mend();
    await settled(() => expect(plainText(room().relay.text('item1') ?? { blocks: [] })).toBe('shown'));
  });
});

describe('refusals', () => {
  test('late words are kept by the server, and the page shows the text as it was frozen', async () => {
    const { room } = house();
    const amina = page(room, 'amina');
    await settled(() => expect(amina.status()).toBe('saved'));
    amina.write('Agreed.');
    await settled(() => expect(amina.status()).toBe('saved'));
    amina.line.cut();
    amina.write(' Late words');
    room().freeze();
    amina.line.mend();
    await settled(() => expect(amina.status()).toBe('frozen'));
    await settled(() => expect(amina.words()).toBe('Agreed.'));
    expect(amina.channel.view.getState()).toMatchObject({ isWritable: false, lateWords: { keptBy: 'server' } });
    expect(
      room()
        .store.recovered('c1', 'amina')
        .map(({ text }) => text),
    ).toEqual(['Agreed. Late words']);
    amina.channel.dismissLateWords();
    expect(amina.channel.view.getState().lateWords).toBeNull();
    room().freeze(false);
    await settled(() => expect(amina.status()).toBe('saved'));
    amina.write(' On.');
    await settled(() => expect(stored(room())).toBe('Agreed. On.'));
  });

  test('while the disk is full nothing is called saved, and it is tried again', async () => {
    const store = memoryDrafts();
    const { room } = house({ store });
    const amina = page(room, 'amina');
    await settled(() => expect(amina.status()).toBe('saved'));
    store.isFull = true;
    amina.write('patience');
    await settled(() => expect(amina.status()).toBe('full'));
    store.isFull = false;
    await settled(() => expect(amina.status()).toBe('saved'));
    expect(stored(room())).toBe('patience');
  });

  test('one who was moved away keeps the unsent words aside', async () => {
    const { room } = house();
    const amina = page(room, 'amina');
    await settled(() => expect(amina.status()).toBe('saved'));
    room().change(({ plenary }) => {
      const from = plenary.room.byId.r1;
      if (from) from.members = from.members.filter((id) => id !== 'amina');
    });
    amina.write('my words');
    await settled(() =>
      expect(amina.channel.view.getState()).toMatchObject({
        isWritable: false,
        lateWords: { keptBy: 'browser', text: 'my words' },
      }),
    );
    expect(stored(room())).toBe('');
  });

  test('a full draft says so, and is saved again once it has been shortened', async () => {
    const { room } = house();
    const amina = page(room, 'amina');
    await settled(() => expect(amina.status()).toBe('saved'));
    amina.write('x'.repeat(1_100_000));
    await settled(() => expect(amina.status()).toBe('full'));
    const { doc } = amina.channel.view.getState();
    textOf(doc).delete(1, 1_000_000);
    await settled(() => expect(amina.status()).toBe('saved'));
    expect(stored(room()) === 'x'.repeat(100_000)).toBe(true);
  });
});

type Edit = { act: 'write'; who: number; at: number; words: string } | { act: 'delete'; who: number; at: number };
type Step = Edit | { act: 'cut' | 'mend'; who: number } | { act: 'freeze' | 'restart' | 'wait' };

const who = fc.nat({ max: members.length - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constant('write' as const),
      who,
      at: fc.nat({ max: 60 }),
      words: fc.string({ unit: fc.constantFrom('a', 'é', '日', ' '), minLength: 1, maxLength: 5 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('delete' as const), who, at: fc.nat({ max: 60 }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('cut' as const, 'mend' as const), who }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('freeze' as const, 'restart' as const, 'wait' as const) }) },
);

describe('whatever happens', () => {
  test('all replicas and the store end up equal, and nothing acknowledged is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const home = house({ gatherMs: 1 });
        const pages = members.map((name) => page(home.room, name, { keeper: memoryKeeper() }));
        await settled(() => expect(pages.map(({ status }) => status())).toEqual(['saved', 'saved', 'saved']));
        let isFrozen = false;
        for (const each of steps) {
          if (each.act === 'freeze') home.room().freeze((isFrozen = !isFrozen));
          else if (each.act === 'restart') {
            for (const { line } of pages) line.cut();
            home.restart();
            for (const { line } of pages) line.mend();
          } else if (each.act === 'wait') await new Promise((resolve) => setTimeout(resolve, 3));
          else if (each.act === 'cut') pages[each.who]?.line.cut();
          else if (each.act === 'mend') pages[each.who]?.line.mend();
          else if (each.act === 'write' || each.act === 'delete') act(pages[each.who] as (typeof pages)[number], each);
        }
        if (isFrozen) home.room().freeze(false);
        for (const { line } of pages) line.mend();
        await settled(() => {
          expect(pages.map(({ status }) => status())).toEqual(['saved', 'saved', 'saved']);
          const texts = pages.map(({ channel }) => readDraft(channel.view.getState().doc));
          for (const text of texts) expect(text).toEqual(home.room().relay.text('item1'));
        });
        expect(home.room().faults).toEqual([]);
        for (const { channel } of pages) await channel.close();
        home.room().relay.stop();
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('every word whose author was told "saved" is there in the end, over cuts and kills', async () => {
    const home = house({ gatherMs: 2 });
    const acknowledged: string[] = [];
    const pages = members.map((name) => page(home.room, name, { keeper: memoryKeeper() }));
    await settled(() => expect(pages.map(({ status }) => status())).toEqual(['saved', 'saved', 'saved']));
    for (let round = 0; round < 30; round++) {
      const waiting = pages.map((each, at) => {
        const word = `<${at}.${round}>`;
        each.write(word);
        return settled(() => expect(each.status()).toBe('saved')).then(() => acknowledged.push(word));
      });
      if (round % 3 === 0) pages[round % members.length]?.line.cut();
      if (round % 5 === 0) {
        for (const { line } of pages) line.cut();
        home.restart();
      }
      for (const { line } of pages) line.mend();
      await Promise.all(waiting);
    }
    home.restart();
    const text = stored(home.room());
    expect(acknowledged).toHaveLength(90);
    for (const word of acknowledged) expect(text.split(word)).toHaveLength(2);
  }, 60_000);
});

function act(on: ReturnType<typeof page>, what: Edit): void {
  const { doc } = on.channel.view.getState();
  const text = textOf(doc);
  if (what.act === 'write') typeWords(doc, { block: 0, at: what.at % text.length }, what.words);
  else if (text.length > 1) text.delete(1 + (what.at % (text.length - 1)), 1);
}
