import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memberStates } from '@shared/data/memberStates.ts';
import { must } from '@shared/domain/kernel/must.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import { anchorAt } from '@shared/draft/placing.ts';
import { nanoid } from 'nanoid';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { replica } from '../support/draftRoom.ts';
import { dial, type Line } from '../support/line.ts';
import { draft, openRooms, openVote } from '../support/meeting.ts';
import { bundled, serveProcess } from '../support/serveProcess.ts';
import { act, type StartedHouse, startHouse } from '../support/startHouse.ts';

vi.setConfig({ testTimeout: 55_000, hookTimeout: 30_000 });
const within = { timeout: 20_000, interval: 20 };

let dataDir: string;
let running: StartedHouse[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-restart-'));
});
afterEach(async () => {
  for (const house of running) await house.stop();
  running = [];
  rmSync(dataDir, { recursive: true, force: true });
});
async function start(): Promise<StartedHouse> {
  const house = await startHouse({ dataDir });
  running.push(house);
  return house;
}
async function stop(house: StartedHouse): Promise<void> {
  running = running.filter((each) => each !== house);
  await house.stop();
}

describe('a server that is killed in the middle of a vote', () => {
  /** A voter who keeps sending one command until it is answered, as a browser does. */
  async function insist(
    url: () => string,
    asked: { consultationId: string; cookie: string },
    command: [string, object, string],
  ) {
    for (;;) {
      let line: Line | undefined;
      try {
        line = await dial(url(), asked);
        return await line.command(...command);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 50));
      } finally {
        line?.close();
      }
    }
  }

  test('[HOST-1] [HOST-2] has lost no acknowledged ballot and counts none twice', async () => {
    const codes = memberStates.slice(0, 60).map(({ id }) => id);
    const house = await start();
    const live = await house.open(codes);
    const { voteId } = await openVote(live);
    const asked = await Promise.all(
      codes.map(async (code) => ({ consultationId: live.id, cookie: await house.signIn(live, `${code}-1`) })),
    );
    const bureau = { consultationId: live.id, cookie: await house.signIn(live, 'mod') };
    await stop(house);

    // In one file, which starts five times faster: what is tried is the program that is delivered, four starts of it.
    const { program, remove } = await bundled();
    onTestFinished(remove);
    let server = await serveProcess(dataDir, [], program);
    const { port } = server;
    const choices = codes.map((_, at): Choice => (['yes', 'no', 'abstain', 'yes'] as const)[at % 4] ?? 'yes');
    const commands = codes.map((_, at): [string, object, string] => [
      ...(['vote.cast', { voteId, choice: choices[at] }] as const),
      nanoid(),
    ]);
    const answered = new Map<number, unknown>();
    let kills = 0;
    const killedAt = [12, 30, 45];
    const casting = codes.map(async (_, at) => {
      // In waves, so that each kill finds some answered, some on their way and some not yet sent.
      await vi.waitFor(() => expect(answered.size).toBeGreaterThanOrEqual(at - 18), { timeout: 45_000, interval: 10 });
      answered.set(at, await insist(() => server.url, must(asked[at], 'seat'), must(commands[at], 'command')));
    });
    for (const most of killedAt) {
      await vi.waitFor(() => expect(answered.size).toBeGreaterThanOrEqual(most), { timeout: 40_000, interval: 1 });
      expect(await server.kill('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
      kills += 1;
      server = await serveProcess(dataDir, ['--port', String(port)], program);
    }
    await Promise.all(casting);
    expect(kills).toBe(3);
    for (const answer of answered.values()) expect(answer).toMatchObject({ ok: true });

    // Every command again, to the server of the last start: the first answer, and nothing more happens.
    const again = await Promise.all(
      codes.map((_, at) => insist(() => server.url, must(asked[at], 'seat'), must(commands[at], 'command'))),
    );
    expect(again).toEqual(codes.map((_, at) => answered.get(at)));
    const seat = await dial(server.url, bureau);
    await seat.hello();
    expect(await seat.command('vote.lock', { voteId })).toMatchObject({ ok: true });
    expect(await seat.command('vote.declare', { voteId })).toMatchObject({ ok: true });
    await seat.until(() => seat.state.plenary.vote.byId[voteId]?.phase === 'declared');
    const declared = seat.state.plenary.vote.byId[voteId];
    if (declared?.phase !== 'declared') throw new Error('not declared');
    expect(declared.rollCall).toEqual(Object.fromEntries(codes.map((code, at) => [code, choices[at]])));
    const count = (choice: Choice) => choices.filter((each) => each === choice).length;
    expect(declared.outcome).toMatchObject({
      yes: count('yes'),
      no: count('no'),
      abstain: count('abstain'),
      absent: 0,
    });
    const voter = await dial(server.url, must(asked[0], 'seat'));
    await voter.hello();
    expect(voter.state.delegation[must(codes[0], 'code')]?.vote[voteId]?.times).toBe(1);
    voter.close();
    seat.close();
    expect(await server.kill('SIGTERM')).toMatchObject({ code: 0 });
  });
});

describe('a server that starts again', () => {
  test('[HOST-7] knows everything it knew, and shows it to whoever asks from where they were', async () => {
    const before = await start();
    const live = await before.open();
    const { voteId } = await openVote(live);
    await act(live, 'KEN-1', 'vote.cast', { voteId, choice: 'yes' });
    const line = await before.line(live, 'KEN-2');
    const state = structuredClone(live.host.state());
    const { cursors } = line;
    const cookie = await before.signIn(live, 'KEN-2');
    await stop(before);

    const after = await start();
    const again = must(after.app.house.find(live.id), 'consultation');
    expect(again.host.state()).toEqual(state);
    const returned = await dial(after.url, { consultationId: live.id, cookie });
    const answer = await returned.hello(Object.fromEntries(cursors), live.id);
    expect(answer.feed.map((part) => (part.kind === 'events' ? part.events.length : 'tree'))).toEqual([0, 0, 0]);
    returned.close();
    await act(again, 'mod', 'vote.lock', { voteId });
    await act(again, 'mod', 'vote.declare', { voteId });
    expect(again.host.state().plenary.vote.byId[voteId]).toMatchObject({ rollCall: { KEN: 'yes' } });
  });

  test('[BRA-13] tells the same numbers of open brackets over time, to the room and to the projector', async () => {
    const before = await start();
    const live = await before.open();
    const { rooms } = await openRooms(live, 1);
    const { id: roomId, members } = must(rooms[0], 'room');
    const [first = '', second = ''] = members;
    await act(live, first, 'actionItem.start', { roomId, title: 'Desks' });
    const itemId = must(live.host.state().room[roomId]?.actionItem.order[0], 'draft');
    const { doc, write } = replica();
    await live.drafts.update(first, { itemId, epoch: 1, update: write('States open one desk for all.') });
    const around = (from: number, to: number) => ({
      from: anchorAt(doc, from, 'before'),
      to: anchorAt(doc, to, 'after'),
    });
    for (const [at, by] of [first, second].entries()) {
      await act(live, by, 'bracket.open', { roomId, itemId, kind: 'doubt', ...around(1 + 7 * at, 6 + 7 * at) });
      before.clock.advance(60_000);
    }
    const bracketId = must(live.host.state().room[roomId]?.bracket.order[0], 'bracket');
    await act(live, first, 'bracket.withdrawPosition', { roomId, bracketId });
    const points = structuredClone(live.host.state().plenary.bracket[itemId]);
    expect(points?.map(({ open }) => open)).toEqual([1, 2, 1]);
    await stop(before);

    const after = await start();
    const again = must(after.app.house.find(live.id), 'consultation');
    for (const who of [first, second, 'screen', 'pan-1']) {
      const line = await after.line(again, who);
      expect(line.state.plenary.bracket[itemId], who).toEqual(points);
    }
    // It goes on from there.
    const other = must(again.host.state().room[roomId]?.bracket.order[1], 'bracket');
    await act(again, second, 'bracket.withdrawPosition', { roomId, bracketId: other });
    expect(again.host.state().plenary.bracket[itemId]?.map(({ open }) => open)).toEqual([1, 2, 1, 0]);
  });

  test('[HOST-5] does what fell due while it was down: rooms freeze once, though nobody is there', async () => {
    const before = await start();
    const live = await before.open();
    const { rooms } = await openRooms(live);
    const roomIds = rooms.map(({ id }) => id);
    await draft(live, must(roomIds[0], 'room'), 'Unfinished');
    await act(live, 'mod', 'room.recall', { roomIds, seconds: 1 });
    const deadlines = rooms.map(({ id }) => live.host.state().plenary.room.byId[id]);
    expect(deadlines.every((room) => room?.phase === 'recalling')).toBe(true);
    await stop(before);

    const after = await start();
    const again = must(after.app.house.find(live.id), 'consultation');
    const phases = () => roomIds.map((id) => again.host.state().plenary.room.byId[id]?.phase);
    await vi.waitFor(() => expect(phases()).toEqual(['frozen', 'frozen']), within);
    const frozen = [...after.storage.journal.entries(live.id)].filter(({ type }) => type === 'room.RoomsFrozen');
    expect(frozen).toHaveLength(1);
    const due = Math.max(...deadlines.map((room) => (room?.phase === 'recalling' ? room.deadlineAt : 0)));
    expect(must(frozen[0], 'freeze').at).toBeGreaterThanOrEqual(due);
    expect(must(frozen[0], 'freeze').by).toBeNull();
  });

  test('[HOST-5] a deadline that is called off never falls due', async () => {
    const house = await start();
    const live = await house.open();
    const { rooms } = await openRooms(live);
    const roomIds = rooms.map(({ id }) => id);
    await act(live, 'mod', 'room.recall', { roomIds, seconds: 600 });
    await act(live, 'mod', 'room.cancelRecall', { roomIds });
    house.clock.advance(700_000);
    live.host.performDuties();
    await act(live, 'mod', 'room.announce', { roomIds: null, text: 'Something else' });
    expect(roomIds.map((id) => live.host.state().plenary.room.byId[id]?.phase)).toEqual(['open', 'open']);
  });

  test('[HOST-5] while the storage fails a deadline is still owed, and is met when it works again', async () => {
    let isFull = false;
    const house = await startHouse({
      through: (storage) => ({
        ...storage,
        journal: {
          ...storage.journal,
          canWrite: () => !isFull && storage.journal.canWrite(),
          append(...asked) {
            if (isFull) throw new Error('not a full disk, but a fault');
            return storage.journal.append(...asked);
          },
        },
      }),
    });
    const live = await house.open();
    const { rooms } = await openRooms(live);
    const roomIds = rooms.map(({ id }) => id);
    const faults = () => house.logged.filter((line) => line.includes('"command":"commit"')).length;
    await act(live, 'mod', 'room.recall', { roomIds, seconds: 0 }).then(() => {
      isFull = true;
    });
    await vi.waitFor(() => expect(faults()).toBeGreaterThanOrEqual(2), within);
    // Tried again, but not without pause.
    expect(faults()).toBeLessThan(10);
    isFull = false;
    await vi.waitFor(
      () => expect(roomIds.map((id) => live.host.state().plenary.room.byId[id]?.phase)).toEqual(['frozen', 'frozen']),
      within,
    );
    await house.stop();
  });
});
