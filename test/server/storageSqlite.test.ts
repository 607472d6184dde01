import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CannotStart } from '../../server/ports/cannotStart.ts';
import { StorageFull } from '../../server/ports/journal.ts';
import { fromExport, verify } from '../../server/storage/hashChain.ts';
import { connect, type Database, oneValue } from '../../server/storage/sqlite/database.ts';
import { sqliteDraftStore } from '../../server/storage/sqlite/draftStore.ts';
import { sqliteJournal } from '../../server/storage/sqlite/journal.ts';
import { migrate } from '../../server/storage/sqlite/migrations.ts';
import { databaseFile, openStorage } from '../../server/storage/sqlite/open.ts';
import { sqlitePeople } from '../../server/storage/sqlite/people.ts';
import { inDirectory, plenaryEntries } from './storageFixtures.ts';

function start(script: string, ...args: string[]): ChildProcess {
  const file = fileURLToPath(new URL(script, import.meta.url));
  return spawn(process.execPath, ['--import', 'tsx', file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** All that a process said, and nothing before it has ended. */
function said(child: ChildProcess, each: (text: string) => void = () => undefined): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      each(text);
    });
    child.on('close', () => resolve(text));
  });
}

function refusal(open: () => unknown): CannotStart {
  try {
    open();
  } catch (error) {
    if (error instanceof CannotStart) return error;
    throw error;
  }
  throw new Error('it opened');
}

const settingsOf = (database: Database) =>
  ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout', 'secure_delete'].map((name) =>
    oneValue(database, `PRAGMA ${name}`),
  );

describe('a connection', () => {
  test('is durable on the run that creates the file and on every later one', () =>
    inDirectory((directory) => {
      for (const _ of [1, 2, 3]) {
        const database = connect(join(directory, 'x.db'));
        expect(settingsOf(database)).toEqual(['wal', 2, 1, 2000, 1]);
        database.close();
      }
    }));

  test('that does not take its settings is refused', () => {
    // A database in memory has no write-ahead log, whatever it is told.
    const why = refusal(() => connect(':memory:'));
    expect(why.code).toBe('storage.settings');
    expect(why.message).toContain('journal_mode=wal (it says memory)');
  });

  test('uses an SQLite that does not corrupt its log', () =>
    inDirectory((directory) => {
      const database = connect(join(directory, 'x.db'));
      const [major = 0, minor = 0, patch = 0] = String(oneValue(database, 'SELECT sqlite_version()'))
        .split('.')
        .map(Number);
      expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003);
      database.close();
    }));
});

describe('a data directory', () => {
  test('serves one server at a time, and says who has it', () =>
    inDirectory((directory) => {
      const first = openStorage(directory);
      const why = refusal(() => openStorage(directory));
      expect(why.code).toBe('storage.in-use');
      expect(why.message).toContain(`process ${process.pid}`);
      first.close();
      openStorage(directory).close();
    }));

  test('is made where it is missing, with those above it', () =>
    inDirectory((directory) => openStorage(join(directory, 'a', 'b')).close()));

  test(
    'that cannot be written is refused with a sentence',
    () =>
      inDirectory(async (directory) => {
        chmodSync(directory, 0o755);
        const dataDir = join(directory, 'data');
        mkdirSync(dataDir);
        chmodSync(dataDir, 0o555);
        expect(await said(start('./storageReadOnly.ts', dataDir))).toMatch(
          /^storage\.read-only Cannot write to .*read-only\.$/,
        );
        // Also where a server has been before and its files are there.
        chmodSync(dataDir, 0o755);
        openStorage(dataDir).close();
        chmodSync(dataDir, 0o555);
        chmodSync(join(dataDir, 'rapporteur.lock'), 0o444);
        expect(await said(start('./storageReadOnly.ts', dataDir))).toMatch(/^storage\.read-only Cannot write to /);
        chmodSync(dataDir, 0o755);
      }),
    20_000,
  );

  test('that is a file, or holds no database of ours, is refused', () =>
    inDirectory((directory) => {
      writeFileSync(join(directory, 'file'), 'x');
      expect(refusal(() => openStorage(join(directory, 'file'))).code).toBe('storage.not-a-directory');
      writeFileSync(
        join(directory, databaseFile),
        'this is not a database, but it is long enough to be looked at '.repeat(40),
      );
      expect(refusal(() => openStorage(directory)).code).toBe('storage.damaged');
    }));

  test('written by a newer program is left alone', () =>
    inDirectory((directory) => {
      openStorage(directory).close();
      const database = connect(join(directory, databaseFile));
      database.exec('PRAGMA user_version=99');
      database.close();
      expect(refusal(() => openStorage(directory)).code).toBe('storage.newer');
    }));

  test('keeps no token and no secret in the clear', () =>
    inDirectory((directory) => {
      const { people, close } = openStorage(directory);
      const { token } = people.issueLink(null, { now: 0, expiresAt: 10, devices: 1 });
      const used = people.exchangeLink(token, 1, 10);
      const database = connect(join(directory, databaseFile));
      const rows = JSON.stringify([
        database.prepare('SELECT * FROM link').all(),
        database.prepare('SELECT * FROM session').all(),
      ]);
      database.close();
      close();
      expect(used.ok && !rows.includes(used.token)).toBe(true);
      expect(rows).not.toContain(token);
    }));
});

test(
  'two devices that use the last places of links at once: each place is taken once',
  () =>
    inDirectory(async (directory) => {
      const file = join(directory, databaseFile);
      const database = connect(file);
      migrate(database);
      const people = sqlitePeople(database);
      const tokens = Array.from(
        { length: 200 },
        () => people.issueLink(null, { now: 0, expiresAt: 10, devices: 1 }).token,
      );
      const startAt = String(Date.now() + 2500);
      const devices = [1, 2].map(() => said(start('./storageTaker.ts', file, startAt, ...tokens)));
      const taken = (await Promise.all(devices)).map(Number);
      database.close();
      expect(taken.reduce((sum, count) => sum + count, 0)).toBe(200);
    }),
  30_000,
);

test(
  'what was acknowledged before a kill is there after it, and the next server starts',
  () =>
    inDirectory(async (directory) => {
      let acknowledged = [0, 0];
      for (const lines of [1, 20, 80, 150]) {
        const child = start('./storageWriter.ts', directory);
        const text = await said(child, (soFar) => {
          if (soFar.split('\n').length > lines) child.kill('SIGKILL');
        });
        acknowledged = text.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
        const { journal, drafts, close } = openStorage(directory);
        const [lastSeq = 0, n = 0] = acknowledged;
        const { seq } = journal.head('c1');
        expect(seq).toBeGreaterThanOrEqual(lastSeq);
        expect(drafts.load('c1', 'a')?.n).toBeGreaterThanOrEqual(n);
        for (let each = 1; each <= lastSeq; each += 1)
          expect(journal.answers('c1', [{ by: `p${each}`, commandId: `command-${each}` }])).toMatchObject([
            { answer: { ok: true, seq: each } },
          ]);
        expect(verify('c1', [...journal.exported('c1')].map(fromExport))).toMatchObject({ ok: true, entries: seq });
        close();
      }
      expect(acknowledged[0]).toBeGreaterThan(150);
    }),
  60_000,
);

test(
  'a process that is killed while it compacts a draft leaves the old rows or the new one, ten times',
  () =>
    inDirectory(async (directory) => {
      for (let time = 0; time < 10; time += 1) {
        const child = start('./storageCompactor.ts', directory);
        const text = await said(child, (soFar) => {
          // Each number is told right before a compaction.
          if (soFar.split('\n').length > 1 + time) child.kill('SIGKILL');
        });
        const told = Number(text.trim().split('\n').at(-1));
        const { drafts, close } = openStorage(directory);
        const { n = 0, updates = [] } = drafts.load('c1', 'a') ?? {};
        close();
        expect(n).toBeGreaterThanOrEqual(told);
        const standFor = updates.map((bytes) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(0));
        expect(standFor.reduce((sum, each) => sum + each, 0)).toBe(n);
      }
    }),
  120_000,
);

test('a full disk keeps nothing of a batch, and writing works again when there is room, 20 times', () =>
  inDirectory((directory) => {
    const database = connect(join(directory, databaseFile));
    migrate(database);
    const [journal, drafts, people] = [sqliteJournal(database), sqliteDraftStore(database), sqlitePeople(database)];
    people.addConsultation({ id: 'c1', createdAt: 0 });
    for (let time = 0; time < 20; time += 1) {
      database.exec(`PRAGMA max_page_count=${Number(oneValue(database, 'PRAGMA page_count')) + 3}`);
      const fill = () => {
        for (;;) journal.append('c1', plenaryEntries(journal.head('c1').seq + 1, 10, 'x'.repeat(2000)), []);
      };
      expect(fill).toThrow(StorageFull);
      const { seq } = journal.head('c1');
      expect(seq % 10).toBe(0);
      expect(journal.canWrite()).toBe(false);
      expect(() => drafts.append('c1', [{ itemId: `a${time}`, update: new Uint8Array(100_000) }])).toThrow(StorageFull);
      expect(drafts.load('c1', `a${time}`)).toBeNull();
      expect(() =>
        people.putPeople('c1', [{ participantId: 'p', name: 'n'.repeat(100_000), email: null, language: null }]),
      ).toThrow(StorageFull);
      expect([...journal.entries('c1')]).toHaveLength(seq);

      database.exec('PRAGMA max_page_count=1000000');
      expect(journal.canWrite()).toBe(true);
      expect(journal.append('c1', plenaryEntries(seq + 1, 10), []).lastSeq).toBe(seq + 10);
    }
    expect(verify('c1', [...journal.exported('c1')].map(fromExport)).ok).toBe(true);
    database.close();
  }));

test('an erased name is nowhere in the files', () =>
  inDirectory((directory) => {
    const storage = openStorage(directory);
    storage.people.addConsultation({ id: 'c1', createdAt: 0 });
    const people = ['p1', 'p2', 'p3'].map((participantId) => ({
      participantId,
      name: `Zebedee ${participantId}`,
      email: null,
      language: null,
    }));
    storage.people.putPeople('c1', people);
    storage.people.removePeople('c1', ['p2']);
    storage.close();
    const text = readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => readFileSync(join(directory, name), 'latin1'))
      .join('');
    expect(text).toContain('Zebedee p1');
    expect(text).not.toContain('Zebedee p2');
  }));
