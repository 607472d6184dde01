/** In three layers: bytes, whole frames with a wrong envelope, right envelopes with a wrong payload. */

import { encode } from '@msgpack/msgpack';
import { commandSchemas } from '@shared/domain/rulebook.ts';
import { DRAFT_SCHEMA_VERSION, PROTOCOL_VERSION } from '@shared/protocol/version.ts';
import { Up } from '@shared/protocol/wire.ts';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import * as z from 'zod';
import type { LiveConsultation } from '../../server/gate/liveConsultation.ts';
import { createMisfitLog } from '../../server/gate/misfitLog.ts';
import type { Line } from '../support/line.ts';
import { goTo, openVote } from '../support/meeting.ts';
import { answerTo, type RawLine, rawLine, seatedRawLine } from '../support/rawLine.ts';
import { act, type StartedHouse, startHouse, submit } from '../support/startHouse.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
const within = { timeout: 20_000, interval: 10 };

let house: StartedHouse;
let live: LiveConsultation;
let voteId: string;
/** Somebody who does nothing wrong, to see that nothing happens to them. */
let witness: Line;
const rejections: unknown[] = [];
const note = (reason: unknown) => void rejections.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', note);
  process.on('uncaughtExceptionMonitor', note);
  house = await startHouse();
  live = await house.open();
  ({ voteId } = await openVote(live));
  witness = await house.line(live, 'JPN-1');
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  process.off('uncaughtExceptionMonitor', note);
  await house.stop();
});
afterEach(async () => {
  expect(rejections).toEqual([]);
  expect(witness.ended()).toBeNull();
  expect((await house.ask('GET', '/healthz')).body).toEqual({ state: 'ok' });
});

const seated = async (who = 'KEN-1') => seatedRawLine(house.url, await house.signIn(live, who), live.id);
const isCut = (line: RawLine) => vi.waitFor(() => expect(line.isOpen()).toBe(false), within);

describe('bytes', () => {
  test.each([
    ['text', 'hello'],
    ['a text message of the engine', '4hello'],
    ['an unknown packet of the engine', '9'],
    ['nothing at all', new Uint8Array()],
    ['half a frame', encode({ type: 2, nsp: '/', data: ['hello'] }).subarray(0, 9)],
    ['two frames in one', Uint8Array.of(...encode({ type: 1, nsp: '/' }), 0xc0)],
    ['a list of four thousand million', Uint8Array.of(0xdd, 0xff, 0xff, 0xff, 0xff)],
    ['lists in lists in lists', Uint8Array.from({ length: 60_000 }, () => 0x91)],
    ['lists that announce 65,535 each', Uint8Array.from({ length: 60_000 }, (_, at) => (at % 3 ? 0xff : 0xdc))],
    ['a key that would change all objects', Uint8Array.of(0x81, 0xa9, ...Buffer.from('__proto__'), 0x80)],
  ])('[GATE-8] %s: the connection is closed and nobody else notices', async (_name, bytes) => {
    const line = await seated();
    line.bytes(bytes);
    await isCut(line);
  });

  test('[GATE-8] by chance: every connection is closed or stays, none answers, nothing falls', async () => {
    const cookie = await house.signIn(live, 'BRA-1');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        const line = await rawLine(house.url, cookie);
        line.packet({ type: 0, nsp: '/', data: { consultationId: live.id } });
        line.bytes(bytes);
        line.packet({ type: 2, nsp: '/', data: ['presence', { roomId: null, isTyping: false }], id: 1 });
        await vi.waitFor(() => expect(!line.isOpen() || line.packets.some(({ id }) => id === 1)).toBe(true), within);
        line.close();
      }),
      { numRuns: 40 },
    );
  });
});

describe('an envelope', () => {
  test.each([
    ['of no type', { nsp: '/' }],
    ['of an unknown type', { type: 17, nsp: '/' }],
    ['without a place', { type: 2, data: ['hello', {}], id: 1 }],
    ['without a name', { type: 2, nsp: '/', data: [], id: 1 }],
    ['that is a list', [2, '/', ['hello']]],
    ['named as the end of the connection', { type: 2, nsp: '/', data: ['disconnect', 'spoofed'], id: 1 }],
    ['named as the coming of a listener', { type: 2, nsp: '/', data: ['newListener', 'x'], id: 1 }],
    ['for a place that one is not in', { type: 2, nsp: '/elsewhere', data: ['hello', {}], id: 1 }],
  ])('[GATE-8] %s: the connection is closed', async (_name, packet) => {
    const line = await seated();
    line.packet(packet);
    await isCut(line);
  });

  test('[GATE-8] that comes as nobody is refused: without auth, with null, with a list', async () => {
    for (const packet of [
      { type: 0, nsp: '/' },
      { type: 0, nsp: '/', data: null },
      { type: 0, nsp: '/', data: [] },
      { type: 0, nsp: '/', data: { consultationId: { toString: 'no' } } },
      { type: 0, nsp: '/nowhere', data: {} },
    ]) {
      const line = await rawLine(house.url, await house.signIn(live, 'KEN-1'));
      line.bytes(encode(packet));
      await vi.waitFor(() => expect(line.isOpen() && line.packets.every(({ type }) => type !== 4)).toBe(false), within);
      expect(line.packets.filter(({ type }) => type === 0)).toEqual([]);
      line.close();
    }
  });

  test('[GATE-8] with an unknown name, too much or too little is answered INVALID', async () => {
    const line = await seated();
    const data = [['constructor', {}], ['toString', {}], ['nothing', {}], ['error', {}], ['hello', {}, {}], ['hello']];
    for (const [at, each] of data.entries()) {
      line.packet({ type: 2, nsp: '/', data: each, id: at });
      expect(await answerTo(line, at)).toMatchObject({ ok: false, code: 'INVALID' });
    }
    line.close();
  });

  test('[GATE-8] that asks for no answer does nothing', async () => {
    const line = await seated();
    line.packet({
      ...{ type: 2, nsp: '/' },
      data: ['command', { id: 'no-answer-asked', type: 'vote.cast', payload: { voteId, choice: 'yes' } }],
    });
    line.packet({ type: 2, nsp: '/', data: ['presence', { roomId: null, isTyping: false }], id: 1 });
    expect(await answerTo(line, 1)).toEqual({ ok: true });
    expect(live.host.state().sealed.vote[voteId]?.KEN).toBeUndefined();
    line.close();
  });

  test('[GATE-8] with answers that nobody asked for does nothing', async () => {
    const line = await seated();
    for (const id of [0, 1, -1, 2 ** 40]) line.packet({ type: 3, nsp: '/', data: [{ ok: true }], id });
    line.packet({ type: 2, nsp: '/', data: ['presence', { roomId: null, isTyping: false }], id: 1 });
    expect(await answerTo(line, 1)).toEqual({ ok: true });
    line.close();
  });
});

/** What would end the test of everything else, and is left out of chance. */
const ending = /^(consultation\.close|delegation\.(dismiss|reseat))$/;

describe('a payload', () => {
  const odd = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.anything({
        maxDepth: 3,
        withNullPrototype: false,
        key: fc.constantFrom('id', 'type', 'payload', 'itemId', 'toString', 'roomId'),
      }),
    },
    fc.constantFrom(null, '', 0, [], {}, Number.NaN, { type: { toString: 'x', valueOf: 'y' } }),
  );

  test('[GATE-8] by chance, under every name: answered with a code, changing nothing', async () => {
    const line = await house.line(live, 'FRA-1');
    const before = live.host.seq();
    const names = Object.keys(Up) as (keyof typeof Up)[];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names.filter((name) => name !== 'hello')), odd, async (name, payload) => {
        const answer = await line.ask(name, clean(payload) as never);
        expect(answer.ok ? name : answer.code).toMatch(/^(INVALID|RATE_LIMITED|NOT_READABLE)$/);
      }),
      { numRuns: 300 },
    );
    expect(live.host.seq()).toBe(before);
    line.close();
  });

  test('[GATE-8] whose type is no word is counted as unknown and answered INVALID', async () => {
    const line = await house.line(live, 'HUN-1');
    const answer = await line.ask('command', { id: 'aaaaaaaa', type: { toString: 1, valueOf: 1 } } as never);
    expect(answer).toMatchObject({ ok: false, code: 'INVALID' });
    line.close();
  });

  test('[GATE-8] by chance, for every command of the rulebook and everybody: a code, never a fault', async () => {
    const seats = ['secretariat', 'mod', 'pan-1', 'screen', 'KEN-1', 'IOM-1', 'nobody', 'system', '__proto__'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seats),
        fc.constantFrom(...[...commandSchemas().keys()].filter((type) => !ending.test(type))),
        odd,
        async (who, type, payload) => {
          const answer = await submit(live, who, type as never, clean(payload) as never);
          if (!answer.ok) expect(answer.code).not.toBe('FAULT');
        },
      ),
      { numRuns: 1_500 },
    );
    expect(house.logged.filter((line) => line.includes('fault'))).toEqual([]);
  });

  test('[GATE-8] of the right shape about any object, for every command and everybody: a code, never a fault', async () => {
    const other = await house.open();
    const { itemId, roomIds, voteId } = await openVote(other);
    const { plenary } = other.host.state();
    const people = ['KEN-1', 'KEN-2', 'FRA-1', 'mod', 'secretariat'];
    const known = {
      ...{ itemId: [itemId], roomId: roomIds, roomIds, voteId: [voteId], roundId: plenary.seating.order },
      ...{ panelId: ['panel-1'], panelIds: ['panel-1'], participantId: people, people, delegationId: ['KEN', 'IOM'] },
    };
    const schemas = [...commandSchemas()].filter(([type]) => !ending.test(type));
    const asked = fc.constantFrom(...schemas).chain(([type, schema]) => {
      const shape = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Json;
      return fc.tuple(fc.constant(type), ofShape(shape, known));
    });
    const seats = fc.constantFrom('secretariat', 'mod', 'pan-1', 'screen', 'KEN-1', 'KEN-2', 'FRA-1', 'IOM-1');
    let accepted = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(seats, asked, async (who, [type, payload]) => {
        const answer = await submit(other, who, type as never, payload as never);
        if (answer.ok) accepted += 1;
        else {
          expect([type, answer.code]).not.toEqual([type, 'FAULT']);
          if (answer.code !== 'INVALID') refused += 1;
        }
      }),
      { numRuns: 2_000 },
    );
    // The shapes were right often enough for the rules themselves to be reached, both ways; how often is chance, some 50 times.
    expect(Math.min(accepted, refused)).toBeGreaterThan(10);
  });

  test('[GATE-8] says at most twenty things that are wrong with it', async () => {
    const line = await house.line(live, 'HUN-1');
    const cursors = Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`no scope ${at}`, -1]));
    const answer = await line.ask('hello', {
      protocol: PROTOCOL_VERSION,
      draftSchema: DRAFT_SCHEMA_VERSION,
      epoch: null,
      cursors,
    });
    expect(answer).toMatchObject({ ok: false, code: 'INVALID' });
    expect((answer as unknown as { details: { misfits: unknown[] } }).details.misfits).toHaveLength(20);
    line.close();
  });

  test('[GATE-8] that says who acts is refused: the actor is the session', async () => {
    const line = await house.line(live, 'HUN-1');
    for (const extra of [
      { delegationId: 'FRA' },
      { outcome: { yes: 193, no: 0, result: 'carried' } },
      { by: 'FRA-1' },
      { actor: { kind: 'system' } },
      { role: 'secretariat' },
    ]) {
      expect(await line.command('vote.cast', { voteId, choice: 'yes', ...extra })).toMatchObject({ code: 'INVALID' });
    }
    expect(live.host.state().sealed.vote[voteId]).toBeUndefined();
    line.close();
  });
});

describe('[GATE-18] what does not fit is in the log', () => {
  test('with its connection and where it does not fit, and without a word of what it said', async () => {
    // A house of its own: the log of the other is full of such messages.
    const quiet = await startHouse();
    onTestFinished(() => quiet.stop());
    const line = await quiet.line(await quiet.open(), 'HUN-1');
    const frames: [string, Record<string, unknown>][] = [
      ['vote.declare', { voteId, outcome: { result: 'zebra' } }],
      ['vote.cast', { voteId, choice: 'yes', delegationId: 'FRA' }],
      ['vote.cast', { voteId, choice: 'zebra' }],
      ['vote.cast', { voteId, choice: 'yes', 'Ms Zebra': 'zebra' }],
    ];
    for (const [type, payload] of frames) expect(await line.command(type, payload)).toMatchObject({ code: 'INVALID' });
    const told = quiet.logged
      .map((each) => JSON.parse(each) as Record<string, unknown>)
      .filter(({ msg }) => msg === 'a message that does not fit');
    expect(told.map(({ level, kind, paths }) => [level, kind, paths])).toEqual([
      ['warn', 'command', ['payload.outcome']],
      ['warn', 'command', ['payload.delegationId']],
      ['warn', 'command', ['payload.choice']],
      ['warn', 'command', ['payload.?']],
    ]);
    expect(new Set(told.map(({ socket }) => socket))).toEqual(new Set([line.socket.id]));
    expect(JSON.stringify(quiet.logged)).not.toMatch(/zebra/i);
    line.close();
  });

  test('and cannot be flooded: the rest is counted, and told with the next that is written', () => {
    let at = 0;
    const lines: Record<string, unknown>[] = [];
    const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
    const { note } = createMisfitLog(log, () => at);
    const frame = ['command', [{ id: 'a'.repeat(8), type: 'vote.cast', payload: { voteId } }, () => {}]] as const;
    for (let each = 0; each < 1_000; each += 1) note('one', ...frame);
    expect(lines).toHaveLength(5);
    for (let each = 0; each < 1_000; each += 1) note(`socket ${each}`, ...frame);
    expect(lines).toHaveLength(60);
    at += 60_000;
    note('one', ...frame);
    expect(lines.slice(-1)).toMatchObject([{ socket: 'one', paths: ['payload.choice'], withheld: 945 }]);
  });
});

describe('a name that every object has', () => {
  const everybodys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

  test.each(everybodys)('[GATE-8] %s is nobody and nothing', async (id) => {
    const secretariat = await house.line(live, '', { cookie: await house.signIn(null, '') });
    const refused: [string, unknown][] = [
      ['panel.describe', { panelId: id, title: 'x', questions: [], panelists: [], section: 'polluted' }],
      ['panel.add', { panelId: id, title: 'x', questions: [], panelists: [], section: '' }],
      ['delegation.setCredentials', { delegationId: id, hasCredentials: true }],
      ['delegation.admit', { seats: [{ participantId: id, delegationId: null, role: 'moderator' }] }],
      ['comment.post', { itemId: id, kind: 'support', text: 'x', replyTo: null }],
      ['vote.cast', { voteId: id, choice: 'yes' }],
      ['room.recall', { roomIds: [id], seconds: 0 }],
    ];
    for (const [type, payload] of refused)
      expect([type, await secretariat.command(type, payload)]).toMatchObject([type, { ok: false, code: 'INVALID' }]);
    expect(await secretariat.ask('draft:open', { itemId: id, epoch: null, vector: Uint8Array.of(0) })).toMatchObject({
      code: 'INVALID',
    });
    expect(await secretariat.ask('sync', { scope: `room:${id}`, after: 0 })).toMatchObject({ ok: false });
    expect(Object.hasOwn(Object, 'section')).toBe(false);
    expect('hasCredentials' in {}).toBe(false);
    secretariat.close();
  });

  test('[GATE-8] and nobody is seated as the program itself', async () => {
    await goTo(live, 'commenting').catch(() => {});
    const seats = [{ participantId: '(system)', delegationId: null, role: 'moderator' as const }];
    expect(await submit(live, 'secretariat', 'delegation.admit', { seats })).toMatchObject({ code: 'INVALID' });
    // One called `system` is a person like everybody, and freezes no room.
    await act(live, 'secretariat', 'delegation.admit', {
      seats: [{ participantId: 'system', delegationId: 'KEN', role: 'delegate' }],
    });
    expect(await submit(live, 'system', 'room.freeze', { roomIds: ['x'] })).toMatchObject({
      code: 'rights.not-permitted',
    });
  });
});

type Json = Record<string, unknown> & {
  type?: string;
  properties?: Record<string, Json>;
  anyOf?: Json[];
  oneOf?: Json[];
};

/** Values of a JSON Schema's shape; an id is mostly one that exists, by the name of the property that it stands under. */
function ofShape(schema: Json, known: Record<string, readonly string[]>, name = ''): fc.Arbitrary<unknown> {
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map((each) => ofShape(each, known, name)));
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
  if (schema.type === 'object') {
    const properties = Object.entries(schema.properties ?? {});
    const values = Object.fromEntries(properties.map(([key, each]) => [key, ofShape(each, known, key)]));
    return fc.record(values, { requiredKeys: (schema.required as string[] | undefined) ?? [] });
  }
  if (schema.type === 'array')
    return fc.array(ofShape(schema.items as Json, known, name), {
      minLength: Number(schema.minItems ?? 0),
      maxLength: 3,
    });
  if (schema.type === 'integer' || schema.type === 'number') return fc.constantFrom(0, 1, 2, 60, 3_600);
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  return fc.constantFrom(...(known[name] ?? ['2017-06-19']), 'x');
}

/** What msgpack can write; the rest would never arrive. */
function clean(value: unknown): unknown {
  try {
    encode(value);
    return value;
  } catch {
    return null;
  }
}
