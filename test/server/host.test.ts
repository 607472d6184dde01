/** The host alone, over real storage, with faults where the whole server could hardly be made to have them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nanoid } from 'nanoid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Batch, createConsultationHost } from '../../server/host/consultationHost.ts';
import { StorageFull } from '../../server/ports/journal.ts';
import { openStorage, type Storage } from '../../server/storage/sqlite/open.ts';

let dataDir: string;
let storage: Storage;
let host: ReturnType<typeof createConsultationHost>;
let fails: Error | null;
let publishFails: Error | null;
let nextId: string;
const published: Batch[] = [];
const faults: { error: unknown; commandId: string; type: string }[] = [];
const told: boolean[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-host-'));
  storage = openStorage(dataDir);
  storage.people.addConsultation({ id: 'c1', createdAt: 1 });
  for (const list of [published, faults, told]) list.splice(0);
  fails = null;
  publishFails = null;
  nextId = '';
  host = createConsultationHost('c1', {
    journal: {
      ...storage.journal,
      canWrite: () => fails === null,
      append(...asked) {
        if (fails) throw fails;
        return storage.journal.append(...asked);
      },
    },
    boxes: storage.boxes,
    clock: { now: () => 1_500_000_000_000 },
    newId: () => nextId || nanoid(12),
    draftText: () => null,
    spanAt: () => null,
    publish(batches) {
      if (publishFails) throw publishFails;
      published.push(...batches);
    },
    readOnly: (isReadOnly) => told.push(isReadOnly),
    fault: (error, what) => faults.push({ error, ...what }),
  });
});
afterEach(() => {
  host.drain();
  storage.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const panel = (id: string, title = 'A panel', panelId?: string) => ({
  ...{ id, type: 'panel.add' },
  payload: { title, questions: [], panelists: [], section: '', ...(panelId ? { panelId } : {}) },
});
const titles = () => Object.values(host.state().plenary.panel.byId).map(({ title }) => title);

describe('a fault', () => {
  test('[HOST-4] in a commit is answered FAULT with a reference to all whom it concerns, and changes nothing', async () => {
    await host.submitAsSystem(panel('before-it'));
    const before = host.state();
    fails = new Error('a constraint that nobody thought of');
    const answers = await Promise.all([
      host.submitAsSystem(panel('command-1')),
      host.submitAsSystem(panel('before-it')),
      host.submitAsSystem({ id: 'command-2', type: 'panel.add', payload: {} }),
      host.submit('nobody', panel('command-3')),
    ]);
    expect(answers).toMatchObject([
      { ok: false, code: 'FAULT', details: { reference: 'command-1' } },
      // What was answered before, and what needs no storage, is answered all the same.
      { ok: true, seq: 1 },
      { ok: false, code: 'INVALID' },
      { ok: false, code: 'FAULT', details: { reference: 'command-3' } },
    ]);
    expect(host.state()).toBe(before);
    expect(faults).toEqual([{ error: fails, commandId: 'command-1', type: 'commit' }]);
    expect([host.isReadOnly(), told]).toEqual([false, []]);
    fails = null;
    expect(await host.submitAsSystem(panel('command-1', 'Now'))).toEqual({ ok: true, seq: 2 });
    expect(titles()).toEqual(['A panel', 'Now']);
  });

  test('[HOST-4] in a rule is answered FAULT, and the others of its turn are done', async () => {
    nextId = 'an id with spaces, which no event may carry';
    const [bad, good] = await Promise.all([
      host.submitAsSystem(panel('command-1', 'Bad')),
      host.submitAsSystem(panel('command-2', 'Good', 'panel-1')),
    ]);
    expect(bad).toEqual({ ok: false, code: 'FAULT', details: { reference: 'command-1' } });
    expect(good).toEqual({ ok: true, seq: 1 });
    expect(titles()).toEqual(['Good']);
    expect(faults).toMatchObject([{ commandId: 'command-1', type: 'panel.add' }]);
    // A fault is not remembered: when it is mended the same command is done.
    nextId = '';
    expect(await host.submitAsSystem(panel('command-1', 'Bad'))).toEqual({ ok: true, seq: 2 });
  });

  test('[HOST-4] in telling does not undo what is stored: it is acknowledged, and the next is told', async () => {
    publishFails = new Error('no line');
    expect(await host.submitAsSystem(panel('command-1', 'One'))).toEqual({ ok: true, seq: 1 });
    publishFails = null;
    expect(await host.submitAsSystem(panel('command-2', 'Two'))).toEqual({ ok: true, seq: 2 });
    expect(titles()).toEqual(['One', 'Two']);
    expect(published.map(({ scope, from }) => ({ scope, from }))).toEqual([{ scope: 'plenary', from: 2 }]);
    expect(faults).toMatchObject([{ type: 'publish' }]);
  });
});

describe('a full disk', () => {
  test('[HOST-3] refuses what is new and repeats what was answered', async () => {
    await host.submitAsSystem(panel('command-1'));
    fails = new StorageFull();
    const answers = await Promise.all([
      host.submitAsSystem(panel('command-1')),
      host.submitAsSystem(panel('command-2')),
      host.submitAsSystem({ id: 'command-3', type: 'none', payload: {} }),
    ]);
    expect(answers).toMatchObject([{ ok: true, seq: 1 }, { code: 'STORAGE_FULL' }, { code: 'INVALID' }]);
    expect([host.isReadOnly(), told, faults]).toEqual([true, [true], []]);
    // Only the command that was new went to the disk.
    expect(await host.submitAsSystem(panel('command-1'))).toEqual({ ok: true, seq: 1 });
  });
});

describe('a host that stops', () => {
  test('[HOST-6] stores what waits, answers it, and takes no more', async () => {
    const waiting = Array.from({ length: 1_200 }, (_, at) =>
      host.submitAsSystem(panel(`command-${at}`, `Panel ${at}`)),
    );
    host.drain();
    const late = host.submitAsSystem(panel('too-late'));
    const answers = await Promise.all(waiting);
    // Sixty panels is the rule; the others were answered by it.
    expect(answers.filter(({ ok }) => ok)).toHaveLength(60);
    expect(answers.slice(60).every((answer) => !answer.ok && answer.code === 'panel.too-many')).toBe(true);
    expect(await late).toEqual({ ok: false, code: 'DRAINING' });
    expect(storage.journal.head('c1').seq).toBe(60);
    const last = { by: '(system)', commandId: 'command-1199' };
    expect(storage.journal.answers('c1', [last])).toMatchObject([{ ...last, answer: { code: 'panel.too-many' } }]);
  });
});
