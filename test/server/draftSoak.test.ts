import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memberStates } from '@shared/data/memberStates.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { readDraft } from '@shared/draft/draftDoc.ts';
import { textOf } from '@shared/draft/draftShape.ts';
import { areWhole } from '@shared/draft/placing.ts';
import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { docOf } from '../../server/gate/liveDraft.ts';
import { openStorage } from '../../server/storage/sqlite/open.ts';
import { draft, openRooms } from '../support/meeting.ts';
import { rapporteur, serveProcess } from '../support/serveProcess.ts';
import { openPage, type SoakedDraft, type SoakPage, soak } from '../support/soak.ts';
import { act, startHouse } from '../support/startHouse.ts';

/** The long form, `npm run test:soak`, goes on for so many seconds; the short one for so many rounds. */
const seconds = Number(process.env.SOAK_SECONDS ?? 0);
const [writers, rounds, pauseMs] = seconds > 0 ? [30, 0, 60] : [6, 120, 20];

/** A room of so many delegations with a draft in it, on a server that is then put down. */
async function prepare(dataDir: string) {
  const codes = memberStates.slice(0, writers).map(({ id }) => id);
  const house = await startHouse({ dataDir });
  const live = await house.open(codes);
  const { rooms } = await openRooms(live, 1);
  const roomId = must(rooms[0], 'room').id;
  const itemId = await draft(live, roomId, 'One desk');
  const ids = codes.map((code) => `${code}-1`);
  await act(live, 'mod', 'room.handOver', {
    ...{ roomId, duty: 'facilitator' as const },
    participantId: must(ids[0], 'facilitator'),
  });
  const cookies = await Promise.all(ids.map((id) => house.signIn(live, id)));
  const reader = { participantId: `${codes[0]}-2`, delegationId: must(codes[0], 'code') };
  const seats = ids.map((participantId, at) => ({
    ...{ participantId, delegationId: must(codes[at], 'code') },
    cookie: must(cookies[at], 'cookie'),
  }));
  const other = { ...reader, cookie: await house.signIn(live, reader.participantId) };
  await house.stop();
  return { consultationId: live.id, roomId, itemId, seats, reader: other };
}

/** What a server that is not running has on its disk. */
function storedIn(dataDir: string, { consultationId, itemId }: { consultationId: string; itemId: string }): Y.Doc {
  const storage = openStorage(dataDir);
  const { updates } = must(storage.drafts.load(consultationId, itemId), 'draft');
  storage.close();
  return docOf(updates);
}

function expectSaved(stored: Y.Doc, saved: ReadonlyMap<number, number>): void {
  for (const [client, units] of saved) expect(Y.getState(stored.store, client)).toBeGreaterThanOrEqual(units);
}

const textNow = ({ channel }: SoakPage) => JSON.stringify(readDraft(channel.view.getState().doc));

test(
  'many write and bracket one draft over lines that are cut and a server that is killed, and nothing acknowledged is lost',
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-soak-'));
    const { seats, reader, ...place } = await prepare(dataDir);
    let server = await serveProcess(dataDir);
    const at: SoakedDraft = { ...place, port: server.port };
    const pages: SoakPage[] = [];
    for (const seat of seats) pages.push(await openPage(seat, at));
    const isEverybody = (kind: string) => pages.every(({ channel }) => channel.view.getState().status.kind === kind);
    await vi.waitFor(() => expect(isEverybody('saved')).toBe(true), { timeout: 30_000, interval: 50 });

    const endsAt = Date.now() + seconds * 1_000;
    let kills = 0;
    let starting: Promise<void> = Promise.resolve();
    const killsWanted = seconds > 0 ? 4 : 1;
    const share = (round: number) => (seconds > 0 ? 1 - (endsAt - Date.now()) / (seconds * 1_000) : round / rounds);
    const soaked = await soak(pages, at, 'soak', {
      pauseMs,
      goesOn: (round) => share(round) < 1,
      between(round, saved) {
        if (share(round) < (kills + 1) / (killsWanted + 1)) return;
        kills++;
        // Words go on being written while nobody is there to take them.
        starting = starting.then(async () => {
          await server.kill('SIGKILL');
          // Looked for while nobody is there: a page that comes back sends what it was wrongly told is saved.
          expectSaved(storedIn(dataDir, place), saved);
          server = await serveProcess(dataDir, ['--port', String(at.port)]);
        });
      },
    });
    await starting;

    const newcomer = await openPage(reader, at);
    await vi.waitFor(
      () => {
        expect(isEverybody('saved')).toBe(true);
        // Compared as claims: a difference in so long a text would fill pages.
        const [text, ...texts] = [newcomer, ...pages].map(textNow);
        expect(texts.every((each) => each === text)).toBe(true);
      },
      { timeout: 60_000, interval: 100 },
    );
    const [text, lost] = [textNow(newcomer), pages.filter(({ channel }) => channel.view.getState().lateWords)];
    expect(lost).toEqual([]);
    const known = must(newcomer.room(), 'room').bracket.byId;
    for (const page of [newcomer, ...pages]) await page.close();
    expect(await server.kill('SIGTERM')).toMatchObject({ code: 0 });

    const verified = await rapporteur(['verify-journal', '--data-dir', dataDir]).ended;
    expect(verified).toMatchObject({ code: 0 });
    const doc = storedIn(dataDir, place);
    rmSync(dataDir, { recursive: true, force: true });
    expect(JSON.stringify(readDraft(doc)) === text).toBe(true);
    expect([doc, ...pages.map(({ channel }) => channel.view.getState().doc)].every(areWhole)).toBe(true);
    expectSaved(doc, soaked.saved);
    for (const [id, held] of soaked.positions)
      for (const [delegation, stance] of held)
        expect(known[id]?.positions[delegation]?.stance ?? null, `${delegation} on ${id}`).toBe(stance);
    expect(kills).toBe(killsWanted);
    expect(soaked.figures.edits).toBeGreaterThan(0);
    expect(soaked.figures.acknowledged, JSON.stringify(soaked.figures)).toBeGreaterThan(0);
    if (seconds > 0)
      console.info({ ...soaked.figures, kills, brackets: Object.keys(known).length, units: textOf(doc).length });
  },
  120_000 + seconds * 1_000,
);
