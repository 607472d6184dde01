import { encode } from '@msgpack/msgpack';
import { DRAFT_SCHEMA_VERSION, PROTOCOL_VERSION } from '@shared/protocol/version.ts';
import { limits } from '@shared/protocol/wire.ts';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sendCommand } from '../../client/sync/commands.ts';
import type { Connection } from '../../client/sync/connection.ts';
import type { LiveConsultation } from '../../server/gate/liveConsultation.ts';
import { createRateLimit } from '../../server/gate/rateLimit.ts';
import { dial, type Line } from '../support/line.ts';
import { panelId } from '../support/meeting.ts';
import { answerTo, seatedRawLine } from '../support/rawLine.ts';
import { act, type StartedHouse, startHouse } from '../support/startHouse.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
const within = { timeout: 20_000, interval: 20 };

let house: StartedHouse;
let live: LiveConsultation;
beforeAll(async () => {
  house = await startHouse();
  live = await house.open();
});
afterAll(() => house.stop());

const codesOf = async (answers: Promise<{ ok: boolean; code?: string }>[]) =>
  (await Promise.all(answers)).map((answer) => (answer.ok ? 'ok' : String(answer.code)));

describe('how much one person may ask for', () => {
  const measures: [string, string, (line: Line) => Promise<{ ok: boolean; code?: string }>][] = [
    ['commands', 'KEN-1', (line) => line.command('room.raiseHand', { roomId: 'none' })],
    ['reading', 'KEN-2', (line) => line.ask('sync', { scope: 'plenary', after: 0 })],
    ['presence', 'IOM-1', (line) => line.ask('presence', { roomId: null, isTyping: false })],
    ['drafting', 'mod', (line) => line.ask('draft:close', { itemId: 'none' })],
    ['carets', 'screen', (line) => line.ask('draft:caret', { itemId: 'none', caret: null })],
    ['nonsense', 'pan-1', (line) => line.ask('nonsense' as never, {} as never)],
  ];

  test.each(measures)('[GATE-10] of %s is limited; the rest is told when to come again', async (_name, who, ask) => {
    const line = await house.line(live, who);
    let refused: { ok: boolean; code?: string } | undefined;
    await vi.waitFor(async () => {
      const answers = await Promise.all(Array.from({ length: 130 }, () => ask(line)));
      refused = answers.find((answer) => answer.code === 'RATE_LIMITED');
      expect(refused).toMatchObject({ ok: false, details: { retryAfterMs: expect.any(Number) } });
    }, within);
    line.close();
  });

  test('[GATE-10] is there again after a while', async () => {
    const line = await house.line(live, 'BRA-1');
    const ask = () => line.command('room.raiseHand', { roomId: 'none' });
    expect(await codesOf(Array.from({ length: 130 }, ask))).toContain('RATE_LIMITED');
    await vi.waitFor(async () => expect(await ask()).not.toMatchObject({ code: 'RATE_LIMITED' }), {
      ...within,
      interval: 200,
    });
    line.close();
  });

  test('[GATE-10] is so much at once, by kind, for each', async () => {
    const measure = createRateLimit();
    for (const [kind, most] of [
      ['command', 60],
      ['read', 60],
      ['presence', 30],
      ['draft', 120],
      ['caret', 60],
    ] as const) {
      for (const who of ['one', 'another']) {
        const waits = await Promise.all(Array.from({ length: most + 5 }, () => measure.take(kind, who)));
        expect(waits.slice(0, most)).toEqual(Array(most).fill(null));
        for (const wait of waits.slice(most)) expect(wait).toBeGreaterThan(0);
      }
    }
  });

  test('[GATE-10] is less for whoever asks for what is refused after much work', () => {
    let now = 0;
    const limit = createRateLimit(() => now);
    limit.charge('draft', 'KEN-1', 90);
    expect(limit.take('draft', 'KEN-1')).toBeNull();
    limit.charge('draft', 'KEN-1', 1_000);
    expect(limit.take('draft', 'KEN-1')).toBe(20_000);
    expect([limit.take('draft', 'KEN-2'), limit.take('command', 'KEN-1')]).toEqual([null, null]);
    now = 20_001;
    expect(limit.take('draft', 'KEN-1')).toBeNull();
  });

  test('[GATE-10] is one measure for all their devices and ways, and nobody else spends it', async () => {
    const cookie = await house.signIn(live, 'FRA-1');
    const [one, two] = [await house.line(live, 'FRA-1', { cookie }), await house.line(live, 'FRA-1', { cookie })];
    const other = await house.line(live, 'BRA-2');
    const ask = (line: Line) => line.command('room.raiseHand', { roomId: 'none' });
    const codes = await codesOf(Array.from({ length: 90 }, (_, at) => ask(at % 2 ? one : two)));
    expect(codes).toContain('RATE_LIMITED');
    const body = { id: nanoid(), type: 'room.raiseHand', payload: { roomId: 'none' } };
    const reply = await house.ask('POST', `/api/c/${live.id}/commands`, { cookie, body });
    expect([reply.status, reply.body.code]).toEqual([429, 'RATE_LIMITED']);
    expect(await ask(other)).toMatchObject({ code: 'rights.not-permitted' });
  });

  test('[GATE-10] counts what is malformed too', async () => {
    const line = await house.line(live, 'BRA-2');
    const codes = await codesOf(Array.from({ length: 200 }, () => line.ask('command', { id: '!' } as never)));
    expect(new Set(codes)).toEqual(new Set(['INVALID', 'RATE_LIMITED']));
  });

  test('[GATE-11] is twelve connections, however many come at the same instant', async () => {
    const cookie = await house.signIn(live, 'JPN-1');
    const tries = await Promise.allSettled(
      Array.from({ length: 40 }, () => dial(house.url, { consultationId: live.id, cookie })),
    );
    const lines = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    await vi.waitFor(() => expect(lines.filter((line) => line.ended() === null).length).toBe(12), within);
    expect(live.socketsOf('JPN-1')).toBe(12);
    await expect(dial(house.url, { consultationId: live.id, cookie })).rejects.toThrow('RATE_LIMITED');
    await expect(house.line(live, 'JPN-2')).resolves.toBeDefined();
    for (const line of lines) line.close();
    await vi.waitFor(() => expect(live.socketsOf('JPN-1')).toBe(0), within);
  });
});

describe('how large a message may be', () => {
  const words = (bytes: number) => 'x'.repeat(bytes);

  test('[GATE-9] over a socket 64 KiB; a larger one ends its connection and no other', async () => {
    const other = await house.line(live, 'FRA-2');
    for (const transports of [['websocket' as const], ['polling' as const]]) {
      const line = await house.line(live, 'HUN-2', { transports });
      const payload = { voteId: 'x', choice: words(limits.message - 200) };
      expect(await line.command('vote.cast', payload)).toMatchObject({ code: 'INVALID' });
      line.socket.emit('command', { id: nanoid(), type: 'vote.cast', payload: words(2_000_000) }, () => {});
      await line.until(() => line.ended() !== null);
    }
    expect(await other.ask('presence', { roomId: null, isTyping: false })).toEqual({ ok: true });
  });

  test('[GATE-9] over HTTP 64 KiB for a command and 256 KiB for a list; a larger one is answered TOO_LARGE', async () => {
    const cookie = await house.signIn(null, '');
    const command = (payload: unknown) => ({ id: nanoid(), type: 'consultation.describe', payload });
    const sizes: [string, unknown, number, string][] = [
      [`/api/c/${live.id}/commands`, command(words(limits.message - 200)), 400, 'INVALID'],
      [`/api/c/${live.id}/commands`, command(words(limits.message)), 413, 'TOO_LARGE'],
      [`/api/c/${live.id}/commands`, command(words(2_000_000)), 413, 'TOO_LARGE'],
      [`/api/c/${live.id}/people`, { name: words(200_000) }, 400, 'INVALID'],
      [`/api/c/${live.id}/people`, { name: words(2_000_000) }, 413, 'TOO_LARGE'],
      ['/api/sign-in', { token: words(2_000_000) }, 413, 'TOO_LARGE'],
    ];
    for (const [path, body, status, code] of sizes) {
      const reply = await house.ask('POST', path, { cookie, body });
      expect([path, reply.status, reply.body.code]).toEqual([path, status, code]);
    }
  });
});

test('[GATE-9] a page does not send what the server would cut its line for', async () => {
  const line = await house.line(live, 'HUN-2');
  let asked = 0;
  const connection = {
    request: (event: 'command', payload: never) => {
      asked += 1;
      return line.ask(event, payload);
    },
  } as unknown as Connection;
  const paste = (length: number) => ({ roomId: 'none', itemId: 'none', title: 'ю'.repeat(length) });
  expect(await sendCommand(connection, 'actionItem.entitle', paste(1_000_000))).toEqual({
    ok: false,
    code: 'TOO_LARGE',
  });
  expect(asked).toBe(0);
  expect(await sendCommand(connection, 'actionItem.entitle', paste(32_000))).toMatchObject({ code: 'INVALID' });
  expect([asked, line.ended()]).toEqual([1, null]);
  line.close();
});

describe('a reader that does not keep up', () => {
  /** Much to read for everyone: twenty questions of a thousand letters, again and again. */
  const talk = async (times: number) => {
    const questions = Array.from({ length: 20 }, () => 'q'.repeat(1_000));
    await Promise.all(
      Array.from({ length: times }, (_, at) =>
        act(live, 'secretariat', 'panel.describe', {
          ...{ panelId, title: `Panel ${at}`, section: '', questions, panelists: [] },
        }),
      ),
    );
  };

  test('[GATE-11] on a WebSocket is let go; the others have everything', async () => {
    const other = await house.line(live, 'FRA-1');
    const slow = await seatedRawLine(house.url, await house.signIn(live, 'HUN-1'), live.id);
    const hello = { protocol: PROTOCOL_VERSION, draftSchema: DRAFT_SCHEMA_VERSION, cursors: {}, epoch: null };
    slow.packet({ type: 2, nsp: '/', data: ['hello', hello], id: 1 });
    expect(await answerTo(slow, 1)).toMatchObject({ ok: true });
    expect(live.socketsOf('HUN-1')).toBe(1);
    slow.socket.pause();
    await vi.waitFor(async () => {
      await talk(100);
      expect(live.socketsOf('HUN-1')).toBe(0);
    }, within);
    await other.until(() => other.cursors.get('plenary') === live.host.position('plenary'));
    expect(other.gaps).toEqual([]);
    expect(other.ended()).toBeNull();
    expect((await house.ask('GET', '/metrics')).text).toContain('rapporteur_sockets_refused_total{code="SLOW"}');
    slow.close();
  });

  test('[GATE-11] that polls and then polls no more is let go', async () => {
    const headers = { cookie: await house.signIn(live, 'HUN-2') };
    const door = '/socket.io/?EIO=4&transport=polling';
    const opened = await house.ask('GET', door, { headers });
    const { sid } = JSON.parse(opened.text.slice(1)) as { sid: string };
    const send = (packet: object) =>
      fetch(`${house.url}${door}&sid=${sid}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'text/plain' },
        body: `b${Buffer.from(encode(packet)).toString('base64')}`,
      });
    await send({ type: 0, nsp: '/', data: { consultationId: live.id } });
    await vi.waitFor(() => expect(live.socketsOf('HUN-2')).toBe(1), within);
    const hello = { protocol: PROTOCOL_VERSION, draftSchema: DRAFT_SCHEMA_VERSION, cursors: {}, epoch: null };
    await send({ type: 2, nsp: '/', data: ['hello', hello], id: 1 });
    await talk(100);
    await vi.waitFor(() => expect(live.socketsOf('HUN-2')).toBe(0), within);
  });
});
