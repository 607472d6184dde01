/** The host over real storage with a clock that the test sets: deadlines to the millisecond, through stops and starts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '@shared/domain/kernel/must.ts';
import { openingOf } from '@shared/domain/silence/shape.ts';
import { nanoid } from 'nanoid';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createConsultationHost } from '../../server/host/consultationHost.ts';
import { openStorage, type Storage } from '../../server/storage/sqlite/open.ts';
import { house } from '../support/build.ts';

const hour = 3_600_000;
const within = { timeout: 20_000, interval: 5 };
let dataDir: string;
let storage: Storage;
let host: ReturnType<typeof createConsultationHost>;
let now: number;
let silenceId: string;
let itemId: string;
let deadlineAt: number;

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
  dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-silence-'));
  storage = openStorage(dataDir);
  storage.people.addConsultation({ id: 'c1', createdAt: 1 });
  const h = house({ profile: 'committee' });
  h.openRooms({ rooms: 2 });
  itemId = h.reported(1, 'One');
  h.step('deciding');
  h.stage(itemId, 'ready');
  silenceId = String(must(h.act('mod', 'silence.prepare', { itemId })[0], 'round').data.silenceId);
  deadlineAt = h.now + 100 * hour;
  h.act('mod', 'silence.open', { silenceId, deadlineAt, languagesWaived: 'They follow.' });
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

const known = () => must(host.state().plenary.silence.byId[silenceId], 'silence');
const told = (type: string) => [...storage.journal.entries('c1')].filter((entry) => entry.type === `silence.${type}`);
const breakIt = () =>
  host.submit('KEN-1', {
    id: nanoid(),
    type: 'silence.break',
    payload: { silenceId, round: 1, isConfirmed: true, reason: null, alternative: null },
  });

describe('an objection', () => {
  test('[SIL-7] that was received at the deadline is taken, though its turn comes later', async () => {
    now = deadlineAt;
    const asked = breakIt();
    now = deadlineAt + 3;
    host.performDuties();
    expect(await asked).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(known().phase).toBe('broken'), within);
    expect(must(told('SilenceBroken')[0], 'breaking').at).toBe(deadlineAt);
    expect(told('SilenceAdopted')).toEqual([]);
  });

  test('[SIL-7] that was received a millisecond later is refused, whether the program has adopted or not', async () => {
    now = deadlineAt + 1;
    expect(await breakIt()).toMatchObject({ ok: false, code: 'silence.deadline-passed' });
    host.performDuties();
    await vi.waitFor(() => expect(known().phase).toBe('adopted'), within);
    expect(await breakIt()).toMatchObject({ ok: false, code: 'silence.wrong-phase' });
  });
});

describe('a server that was down', () => {
  test('[SIL-7] [SIL-11] adopts what was not broken as soon as it is there again, exactly once', async () => {
    host.drain();
    now = deadlineAt + 30 * hour;
    start();
    await vi.waitFor(() => expect(known().phase).toBe('adopted'), within);
    expect(host.state().plenary.board.items[itemId]?.stage).toBe('decided');
    host.drain();
    now += hour;
    start();
    host.performDuties();
    await host.submitAsSystem({ id: nanoid(), type: 'silence.adopt', payload: { silenceId } });
    expect(told('SilenceAdopted')).toHaveLength(1);
    expect(must(told('SilenceAdopted')[0], 'adoption').by).toBeNull();
    expect(told('ReminderSent')).toEqual([]);
  });

  test('[SIL-12] reminds once of what fell due meanwhile, with the latest', async () => {
    host.drain();
    now = deadlineAt - 5 * hour;
    start();
    await vi.waitFor(() => expect(told('ReminderSent')).toHaveLength(1), within);
    expect(openingOf(known()).reminders).toMatchObject([{ hours: 24 }]);
    host.drain();
    start();
    now = deadlineAt - 2 * hour;
    host.performDuties();
    await vi.waitFor(() => expect(told('ReminderSent').map(({ data }) => data?.hours)).toEqual([24, 2]), within);
  });

  test('[SIL-7] knows on its return who has broken silence before', async () => {
    now = deadlineAt - hour;
    expect(await breakIt()).toMatchObject({ ok: true });
    host.drain();
    now = deadlineAt + hour;
    start();
    host.performDuties();
    expect(known().phase).toBe('broken');
    expect(host.state().bureau.silence.objections[silenceId]).toMatchObject([{ delegationId: 'KEN' }]);
    expect(told('SilenceAdopted')).toEqual([]);
  });
});
