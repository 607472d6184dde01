import { emptyDraft, mostBlocks, newParagraphId, seedClient, textOf } from '@shared/draft/draftShape.ts';
import { inspectUpdate, mostAdded, mostAuthors, mostTaken } from '@shared/draft/inspectUpdate.ts';
import { limits } from '@shared/protocol/wire.ts';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createLiveDraft, mostReplicas } from '../../server/gate/liveDraft.ts';
import { applyMeasured, mostCost } from '../../server/gate/measured.ts';
import { replica } from '../support/draftRoom.ts';

test('a draft may hold so many paragraphs, and its notes and brackets do not count among them', () => {
  const live = createLiveDraft('item1', 1, () => []);
  const { doc, written } = replica();
  doc.transact(() => {
    for (let at = 0; at < 20; at++) textOf(doc).insertEmbed(1, { n: newParagraphId() }, {});
    for (let at = 0; at < mostBlocks - 2; at++) textOf(doc).insertEmbed(1, { p: newParagraphId() }, {});
  });
  expect(live.take(Y.mergeUpdates(written()))).toBe('applied');
  live.change((own) => {
    textOf(own).insertEmbed(2, { close: 'b1' }, {});
    textOf(own).insertEmbed(2, { open: 'b1' }, {});
    return true;
  });
  const split = () => {
    textOf(doc).insertEmbed(1, { p: newParagraphId() }, {});
    return live.take(Y.mergeUpdates(written()));
  };
  expect(split()).toBe('applied');
  expect(split()).toEqual({ code: 'DRAFT_FULL' });
});

/** An update that only takes away, with these stretches as they are. */
function deleting(...clients: [client: number, ...stretches: [from: number, length: number][]][]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, clients.length);
  for (const [client, ...stretches] of clients) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, stretches.length);
    for (const each of stretches) for (const number of each) encoding.writeVarUint(encoder, number);
  }
  return encoding.toUint8Array(encoder);
}

test('what is taken away is named once and in order, as Yjs writes it, so that no update makes the house read a text many times', () => {
  expect(inspectUpdate(deleting([7, [0, 3], [5, 2]], [9, [0, 1]]))).not.toBeNull();
  expect(inspectUpdate(deleting([7, [0, 3], [0, 3]]))).toBeNull();
  expect(inspectUpdate(deleting([7, [5, 2], [0, 3]]))).toBeNull();
  expect(inspectUpdate(deleting([7, [0, 3], [2, 2]]))).toBeNull();
  expect(inspectUpdate(deleting([7, [0, 3]], [7, [4, 1]]))).toBeNull();
});

interface Section {
  client: number;
  clock?: number;
  /** How many additions it says that it has. */
  count: number;
  /** Bytes of one addition, as often as they are there. */
  bytes: readonly number[];
}

/** An update that only adds, with these bytes as they are. */
function adding(...sections: Section[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, sections.length);
  for (const { client, clock = 0, count, bytes } of sections) {
    for (const number of [count, client, clock]) encoding.writeVarUint(encoder, number);
    encoding.writeUint8Array(encoder, Uint8Array.from(bytes));
  }
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

const times = (count: number, bytes: readonly number[]) => Array.from({ length: count }, () => bytes).flat();
/** The letter x behind the first paragraph's beginning. */
const letter = [0b1000_0100, seedClient, 0, 1, 120];
/** One number that nothing stands behind any more: the shortest addition there is. */
const empty = [0, 1];

test('an update names each replica once, adds something of each, and by a number that a page can have', () => {
  const one = { client: 7, count: 1, bytes: letter };
  expect(inspectUpdate(adding(one, { ...one, client: 8 }))).not.toBeNull();
  expect(inspectUpdate(adding(one, { ...one, clock: 1 }))).toBeNull();
  expect(inspectUpdate(adding(one, one))).toBeNull();
  expect(inspectUpdate(adding({ client: 7, count: 0, bytes: [] }))).toBeNull();
  expect(inspectUpdate(adding({ ...one, client: 2 ** 32 - 1 }))).not.toBeNull();
  expect(inspectUpdate(adding({ ...one, client: 2 ** 32 }))).toBeNull();
  expect(inspectUpdate(deleting([2 ** 32, [0, 1]]))).toBeNull();
});

test('an update has so many pieces, and is of so many replicas', () => {
  const added = (count: number) => adding({ client: 7, count, bytes: times(count, empty) });
  expect(inspectUpdate(added(mostAdded))?.parts).toBe(mostAdded);
  expect(inspectUpdate(added(mostAdded + 1))).toBeNull();
  const taken = (count: number) =>
    deleting([7, ...Array.from({ length: count }, (_, at): [number, number] => [at * 2, 1])]);
  expect(inspectUpdate(taken(mostTaken))?.parts).toBe(mostTaken);
  expect(inspectUpdate(taken(mostTaken + 1))).toBeNull();
  const of = (count: number) =>
    adding(...Array.from({ length: count }, (_, at) => ({ client: 10 + at, count: 1, bytes: letter })));
  expect(inspectUpdate(of(mostAuthors))).not.toBeNull();
  expect(inspectUpdate(of(mostAuthors + 1))).toBeNull();
});

test('numbers that run over are refused, and the text is as it was', () => {
  const live = createLiveDraft('item1', 1, () => []);
  const before = live.stateAsUpdate();
  const long = (length: number) => {
    const encoder = encoding.createEncoder();
    encoding.writeUint8(encoder, 0);
    encoding.writeVarUint(encoder, length);
    return [...encoding.toUint8Array(encoder)];
  };
  for (const [length, clock] of [
    [2 ** 31 + 1, 0],
    [2 ** 32, 0],
    [Number.MAX_SAFE_INTEGER, 0],
    [1, 2 ** 31],
    [1, Number.MAX_SAFE_INTEGER],
    [0, 0],
  ] as const) {
    expect(live.take(adding({ client: 7, clock, count: 1, bytes: long(length) }))).toEqual({ code: 'DRAFT_INVALID' });
    expect(live.take(deleting([7, [clock, length]]))).toEqual({ code: 'DRAFT_INVALID' });
  }
  const sum = [...long(2 ** 31 - 1), ...long(2)];
  expect(live.take(adding({ client: 7, count: 2, bytes: sum }))).toEqual({ code: 'DRAFT_INVALID' });
  expect(live.take(adding({ client: 7, clock: 2 ** 31 - 1, count: 1, bytes: long(1) }))).toEqual({
    code: 'DRAFT_INCOMPLETE',
  });
  expect(live.stateAsUpdate()).toEqual(before);
});

test('a page that is another replica with each update fills no draft without end, and those who have written go on', () => {
  let client = 99;
  /** So many letters one behind the other, each of a new replica. */
  const from = (count: number) => {
    const sections = Array.from({ length: count }, () => {
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, client === 99 ? seedClient : client);
      const bytes = [0b1000_0100, ...encoding.toUint8Array(encoder), 0, 1, 120];
      return { client: ++client, count: 1, bytes };
    });
    return adding(...sections);
  };
  // The first paragraph is a replica's too.
  const written = Array.from({ length: mostReplicas - 2 }, () => from(1));
  const live = createLiveDraft('item1', 1, () => written);
  expect(live.doc().store.clients.size).toBe(mostReplicas - 1);
  const last = client;
  expect(live.take(from(2))).toEqual({ code: 'DRAFT_FULL' });
  client = last;
  expect(live.take(from(1))).toBe('applied');
  expect(live.take(from(1))).toEqual({ code: 'DRAFT_FULL' });
  expect(live.take(adding({ client: 100, clock: 1, count: 1, bytes: letter }))).toBe('applied');
  expect(live.take(deleting([100, [0, 1]]))).toBe('applied');
});

/** The bytes, and how often one of them was looked at. */
function watched(bytes: Uint8Array): { bytes: Uint8Array; looks(): number } {
  let looks = 0;
  const seen = new Proxy(bytes, {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks++;
      return Reflect.get(target, key, target);
    },
  });
  return { bytes: seen, looks: () => looks };
}

test('no update, however it is made, has more than a few looks at each of its bytes before it is refused or taken', () => {
  const utf8 = (text: string) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, text);
    return [...encoding.toUint8Array(encoder)];
  };
  const place = [seedClient, 0];
  const most = (bytes: readonly number[]) => {
    const count = Math.floor((limits.message - 20) / bytes.length);
    return adding({ client: 7, count, bytes: times(count, bytes) });
  };
  const nested = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const bombs = {
    'shortest additions': most(empty),
    letters: most(letter),
    signs: most([0b1000_0101, ...place, ...utf8('{"n":"a"}')]),
    'nested sign': most([0b1000_0101, ...place, ...utf8(nested)]),
    looks: most([0b1000_0110, ...place, ...utf8('bold'), ...utf8('true')]),
    'nested look': most([0b1000_0110, ...place, ...utf8('text'), ...utf8(nested)]),
    'JSON values': most([0b1000_0010, ...place, 1, ...utf8('[]')]),
    'any values': most([0b1000_1000, ...place, 1, ...times(1_000, [117, 1])]),
    'shortest deletions': deleting([7, ...Array.from({ length: 32_000 }, (): [number, number] => [0, 1])]),
    'ordered deletions': deleting([7, ...Array.from({ length: 16_000 }, (_, at): [number, number] => [at * 2, 1])]),
  };
  for (const [name, bomb] of Object.entries(bombs)) {
    const { bytes, looks } = watched(bomb);
    inspectUpdate(bytes);
    expect(looks(), name).toBeLessThanOrEqual(bomb.length * 2);
  }
});

test('an update that costs too much to take in is given up in the middle of it, and the text is as it was', () => {
  const theirs = emptyDraft();
  const state = Y.encodeStateVector(theirs);
  for (let at = 0; at < 1_000; at++) textOf(theirs).insert(1, 'a', {});
  const update = Y.encodeStateAsUpdate(theirs, state);
  let asked = 0;
  const slow = () => asked++ * (mostCost / 3);
  expect(() => applyMeasured(emptyDraft(), update, slow)).toThrow('too much');
  expect(asked).toBe(5);
  const quick = emptyDraft();
  applyMeasured(quick, update, () => 0);
  expect(Y.encodeStateAsUpdate(quick)).toEqual(Y.encodeStateAsUpdate(theirs));
});
