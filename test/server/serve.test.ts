import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '@shared/domain/kernel/must.ts';
import { nanoid } from 'nanoid';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { databaseFile } from '../../server/storage/sqlite/open.ts';
import { replica } from '../support/draftRoom.ts';
import { dial } from '../support/line.ts';
import { draft, openRooms } from '../support/meeting.ts';
import { rapporteur, type ServeProcess, serveProcess } from '../support/serveProcess.ts';
import { act, startHouse, tokenOf } from '../support/startHouse.ts';

vi.setConfig({ testTimeout: 55_000, hookTimeout: 30_000 });

let dataDir: string;
let servers: ServeProcess[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-serve-'));
});
afterEach(async () => {
  for (const server of servers) if (server.child.exitCode === null) await server.kill('SIGKILL');
  servers = [];
  rmSync(dataDir, { recursive: true, force: true });
});
async function serve(argv: string[] = []): Promise<ServeProcess> {
  const server = await serveProcess(dataDir, argv);
  servers.push(server);
  return server;
}

/** What a start that must fail left behind. */
const failing = (argv: string[]) =>
  rapporteur(['serve', '--port', '0', '--json', '--log-level', 'warn', ...argv]).ended;

describe('rapporteur serve', () => {
  test('[HOST-8] prints one line, lets the secretariat in by it, once a house, and ends well when it is told to', async () => {
    const first = await serve();
    expect(JSON.parse(first.line)).toEqual({
      ready: true,
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      secretariatLink: expect.stringMatching(new RegExp(`^${first.url}/join#[\\w-]{43}$`)),
    });
    const token = tokenOf(must(first.secretariatLink, 'link'));
    const reply = await fetch(`${first.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    expect(await reply.json()).toEqual({ kind: 'house', consultations: [] });
    const ended = await first.kill('SIGTERM');
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out.trim().split('\n')).toEqual([first.line]);

    const second = await serve();
    expect(second.secretariatLink).toBeNull();
    expect(await second.kill('SIGINT')).toMatchObject({ code: 0 });
    const third = await serve(['--new-link']);
    expect(third.secretariatLink).toMatch(/#[\w-]{43}$/);
  });

  test('[HOST-8] says in a sentence why it cannot start: the port, a second server on the same data', async () => {
    const taken = createServer();
    taken.listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const [inUse, running] = await Promise.all([
      failing(['--port', String(port), '--data-dir', join(dataDir, 'other')]),
      serve(),
    ]);
    taken.close();
    expect(inUse).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^Port \d+ is already in use on 127\.0\.0\.1\..*\n$/),
    });
    const second = await failing(['--data-dir', dataDir]);
    expect(second).toMatchObject({ code: 1, out: '' });
    expect(second.err).toMatch(
      new RegExp(`^Another server \\(process ${running.child.pid}\\) is using the data directory .*\\n$`),
    );
    expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
  });

  test('[HOST-8] says in a sentence why it cannot start: the data directory', async () => {
    const file = join(dataDir, 'a-file');
    writeFileSync(file, 'not a directory');
    const damaged = join(dataDir, 'damaged');
    mkdirSync(damaged);
    writeFileSync(join(damaged, databaseFile), 'this is no database, and long enough to be read as one'.repeat(100));
    const sealed = join(dataDir, 'sealed');
    mkdirSync(sealed);
    chmodSync(sealed, 0o500);
    const tries = [
      { argv: ['--data-dir', file], sentence: /is not a directory\.\n$/ },
      { argv: ['--data-dir', damaged], sentence: /damaged or is not a database\.\n$/ },
      { argv: ['--colour', 'red'], sentence: /See rapporteur serve --help\.\n$/ },
      // Root writes wherever it likes.
      ...(process.getuid?.() === 0 ? [] : [{ argv: ['--data-dir', sealed], sentence: /read-only\.\n$/ }]),
    ];
    const all = await Promise.all(tries.map(({ argv }) => failing(argv)));
    for (const [at, { sentence }] of tries.entries())
      expect(all[at]).toMatchObject({ code: 1, signal: null, out: '', err: expect.stringMatching(sentence) });
    chmodSync(sealed, 0o700);
  });

  test('[HOST-6] told to stop in the middle of work keeps what it acknowledged and tells everyone when to come back', async () => {
    const house = await startHouse({ dataDir });
    const live = await house.open();
    const { rooms } = await openRooms(live);
    const room = must(rooms[0], 'room');
    const itemId = await draft(live, room.id, 'Unfinished');
    const writer = must(room.members[0], 'member');
    const asked = { consultationId: live.id, cookie: await house.signIn(live, writer) };
    const other = { consultationId: live.id, cookie: await house.signIn(live, 'screen') };
    await house.stop();

    const server = await serve();
    const line = await dial(server.url, asked);
    await line.hello();
    const screen = await dial(server.url, other);
    await screen.hello();
    const opened = await line.ask('draft:open', { itemId, epoch: null, vector: Uint8Array.of(0) });
    if (!opened.ok) throw new Error(opened.code);
    const kept: string[] = [];
    const acknowledgedWords: number[] = [];
    const work = Array.from({ length: 40 }, async (_, at) => {
      const id = nanoid();
      const answer = await line.command('actionItem.start', { roomId: room.id, title: `Item ${at}` }, id);
      if (answer.ok) kept.push(`Item ${at}`);
      else expect(answer.code).toMatch(/DRAINING|RATE_LIMITED/);
    });
    const writing = Array.from({ length: 20 }, async (_, at) => {
      const update = replica().write(String.fromCodePoint(0x4e00 + at));
      const answer = await line.ask('draft:update', { itemId, epoch: opened.epoch, update });
      if (answer.ok) acknowledgedWords.push(at);
    });
    await Promise.race([work[0], writing[0]]);
    const ending = server.kill('SIGTERM');
    await Promise.allSettled([...work, ...writing]);
    expect(await ending).toMatchObject({ code: 0, signal: null });
    await Promise.all([line, screen].map((each) => each.until(() => each.ended() !== null)));
    const status = screen.heard.findLast(({ event }) => event === 'status');
    expect(status?.frame).toMatchObject({ state: 'draining', retryAfterMs: expect.any(Number) });
    expect(kept.length).toBeGreaterThan(0);

    const again = await startHouse({ dataDir });
    const found = must(again.app.house.find(live.id), 'consultation');
    const titles = Object.values(found.host.state().room[room.id]?.actionItem.byId ?? {}).map(({ title }) => title);
    for (const title of kept) expect(titles).toContain(title);
    const words = JSON.stringify(found.drafts.text(itemId));
    for (const at of acknowledgedWords) expect(words).toContain(String.fromCodePoint(0x4e00 + at));
    await act(found, 'mod', 'room.announce', { roomIds: null, text: 'It goes on' });
    await again.stop();
  });
});
