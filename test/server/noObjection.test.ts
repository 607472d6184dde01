/** The host over real storage with a clock that the test sets: a countdown to the millisecond, and what a stop makes of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '@shared/domain/kernel/must.ts';
import { nanoid } from 'nanoid';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createConsultationHost } from '../../server/host/consultationHost.ts';
import { openStorage, type Storage } from '../../server/storage/sqlite/open.ts';
import { house } from '../support/build.ts';

const within = { timeout: 20_000, interval: 5 };
let dataDir: string;
let storage: Storage;
let host: ReturnType<typeof createConsultationHost>;
let now: number;
let itemId: string;

/** Starts the host over what is stored, as a server does. */
function start(): void {
  host = createConsultationHost('c1', {
    journal: storage.journal,
    boxes: storage.boxes,
    clock: { now: () => now },
    newId: () => nanoid(12),
    draftText: () => null,
    spanAt: () => null,
    publish: () => {},
    readOnly: () => {},
    fault: (error) => {
      throw error;
    },
  });
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-call-'));
  storage = openStorage(dataDir);
  storage.people.addConsultation({ id: 'c1', createdAt: 1 });
  const h = house();
  h.openRooms({ rooms: 2 });
  itemId = h.reported(1, 'One');
  h.step('deciding');
  h.stage(itemId, 'ready');
  storage.journal.append(
    'c1',
    h.events.map(({ seq: _, ...entry }) => entry),
    [],
  );
  now = h.now;
  start();
});
afterEach(() => {
  host.drain();
  storage.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const submit = (by: string, type: string, payload: object) => host.submit(by, { id: nanoid(), type, payload });
const last = () => {
  const { order, byId } = host.state().plenary.noObjection;
  return must(byId[order.at(-1) ?? ''], 'call');
};
async function call() {
  const answer = await submit('mod', 'noObjection.call', { itemId, seconds: 10, present: null });
  expect(answer).toMatchObject({ ok: true });
  return last();
}

test('[NOB-6] [NOB-8] an objection that was received at the last instant counts, one that came a millisecond later does not', async () => {
  const first = await call();
  now = first.endsAt;
  const inTime = submit('KEN-1', 'noObjection.object', { callId: first.id });
  now += 1;
  host.performDuties();
  expect(await inTime).toMatchObject({ ok: true });
  expect(last()).toMatchObject({ phase: 'objected', objector: 'KEN' });
  const second = await call();
  now = second.endsAt + 1;
  expect(await submit('KEN-1', 'noObjection.object', { callId: second.id })).toMatchObject({
    ...{ ok: false, code: 'noObjection.too-late' },
  });
  host.performDuties();
  await vi.waitFor(() => expect(last().phase).toBe('adopted'), within);
});

test('[NOB-9] what ran out while the server was down, or ran while it was started anew, is not adopted', async () => {
  const gone = await call();
  host.drain();
  now = gone.endsAt + 100;
  start();
  await vi.waitFor(() => expect(last()).toMatchObject({ phase: 'called-off', why: 'interrupted' }), within);
  const running = await call();
  host.drain();
  now += 2_000;
  start();
  now = running.endsAt + 1;
  host.performDuties();
  await vi.waitFor(() => expect(last()).toMatchObject({ phase: 'called-off', why: 'interrupted' }), within);
  const anew = await call();
  now = anew.endsAt + 1;
  host.performDuties();
  await vi.waitFor(() => expect(last().phase).toBe('adopted'), within);
});
