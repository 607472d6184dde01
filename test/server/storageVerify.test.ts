import { chmodSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyJournal } from '../../server/cli/verifyJournal.ts';
import type { JournalExportEntry } from '../../server/ports/journal.ts';
import { canonicalJson, fromExport, verify, withholdPayload } from '../../server/storage/hashChain.ts';
import { connect, connectToRead, oneValue } from '../../server/storage/sqlite/database.ts';
import { databaseFile, openStorage, type Storage } from '../../server/storage/sqlite/open.ts';
import { inDirectory, plenaryEntries } from './storageFixtures.ts';

/** A small generator of chance with a seed, so that a failure can be had again. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function fill(storage: Storage, consultationId: string, count: number): JournalExportEntry[] {
  const { journal, people } = storage;
  people.addConsultation({ id: consultationId, createdAt: 1 });
  for (let from = 1; from <= count; from += 50)
    journal.append(consultationId, plenaryEntries(from, Math.min(50, count - from + 1)), []);
  return [...journal.exported(consultationId)];
}

async function told(...argv: string[]): Promise<{ exit: number; text: string }> {
  let text = '';
  const exit = await verifyJournal(argv, (piece) => {
    text += piece;
  });
  return { exit, text };
}

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
};

function rowsIn(file: string): string {
  const database = connectToRead(file, false);
  const rows = JSON.stringify(database.prepare('SELECT * FROM journal').all());
  database.close();
  return rows;
}

/** Changes one character of a text into another of its kind, so that it stays readable. */
function flip(text: string, index: number): string {
  const other = text[index] === '1' ? '2' : '1';
  return `${text.slice(0, index)}${other}${text.slice(index + 1)}`;
}

/** Every way to alter an exported entry, and the number that has to be named. */
const alterations: Record<
  string,
  (entries: JournalExportEntry[], index: number, random: (below: number) => number) => number
> = {
  value: (entries, index, random) => {
    const entry = at(entries, index);
    const fields = ['scope', 'type', 'by', 'commandId', 'salt', 'hash', 'link'] as const;
    const field = at(fields, random(fields.length));
    const text = String(entry[field]);
    entries[index] = { ...entry, [field]: flip(text, random(text.length)) };
    return index + 1;
  },
  number: (entries, index, random) => {
    const entry = at(entries, index);
    const field = at(['seq', 'pos', 'at'] as const, random(3));
    entries[index] = { ...entry, [field]: entry[field] + 1 + random(9) };
    return index + 1;
  },
  payload: (entries, index, random) => {
    const entry = at(entries, index);
    const text = String(entry.data?.delegationId);
    const changes = [
      { ...entry.data, delegationId: flip(text, random(text.length)) },
      { ...entry.data, added: null },
      { voteId: 'v1', padding: '' },
      {},
    ];
    entries[index] = { ...entry, data: at(changes, random(changes.length)) };
    return index + 1;
  },
  author: (entries, index) => {
    entries[index] = { ...at(entries, index), by: null };
    return index + 1;
  },
  deletion: (entries, index) => {
    entries.splice(index, 1);
    return index + 1;
  },
  cut: (entries, index, random) => {
    entries.splice(index, 1 + random(entries.length - index - 1));
    return index + 1;
  },
  swap: (entries, index, random) => {
    const other = index + 1 + random(entries.length - index - 1);
    [entries[index], entries[other]] = [at(entries, other), at(entries, index)];
    return index + 1;
  },
  insertion: (entries, index, random) => {
    entries.splice(index, 0, at(entries, random(entries.length)));
    // The entry that stood here already is in the right place; its copy behind it is not.
    return canonicalJson(entries[index]) === canonicalJson(entries[index + 1]) ? index + 2 : index + 1;
  },
  renumbering: (entries, index) => {
    entries.splice(index, 1);
    for (const [place, entry] of entries.entries()) entries[place] = { ...entry, seq: place + 1, pos: place + 1 };
    return index + 1;
  },
};

describe('the chain', () => {
  test('finds and names 3,000 random tamperings', () =>
    inDirectory((directory) => {
      const storage = openStorage(directory);
      const entries = fill(storage, 'c1', 24);
      storage.close();
      expect(verify('c1', entries.map(fromExport))).toMatchObject({ ok: true, entries: 24 });
      const random = chance(20_170_619);
      const kinds = Object.keys(alterations);
      for (let time = 0; time < 3000; time += 1) {
        const kind = at(kinds, time % kinds.length);
        const altered = [...entries];
        const firstBad = alterations[kind]?.(altered, random(entries.length - 1), random);
        expect({ time, kind, ...verify('c1', altered.map(fromExport)) }).toMatchObject({
          time,
          kind,
          ok: false,
          firstBad,
        });
      }
    }));

  test('does not hold for another consultation', () =>
    inDirectory((directory) => {
      const storage = openStorage(directory);
      const entries = fill(storage, 'c1', 3).map(fromExport);
      storage.close();
      expect(verify('c2', entries)).toMatchObject({ ok: false, firstBad: 1, damage: 'link' });
    }));

  test('holds where payloads are withheld, and gives two equal payloads different hashes', () =>
    inDirectory((directory) => {
      const storage = openStorage(directory);
      const [first, second] = [fill(storage, 'c1', 5), fill(storage, 'c2', 5)];
      storage.close();
      const withheld = first.map((entry, index) => (index % 2 ? withholdPayload(entry) : entry));
      expect(verify('c1', withheld.map(fromExport))).toMatchObject({ ok: true, entries: 5, withheld: 2 });
      expect(first[0]?.data).toEqual(second[0]?.data);
      expect(first[0]?.hash).not.toBe(second[0]?.hash);
    }));

  test('spells JSON in one way', () => {
    const value = JSON.parse('{"b":[1,{"z":null,"é":"\\u2028"}],"a":{"10":1,"9":2},"":true}');
    expect(canonicalJson(value)).toBe('{"":true,"a":{"10":1,"9":2},"b":[1,{"z":null,"é":"\u2028"}]}');
  });
});

describe('verify-journal', () => {
  test('says that everything is intact, beside a running server and after it', () =>
    inDirectory(async (directory) => {
      const storage = openStorage(directory);
      fill(storage, 'c1', 120);
      fill(storage, 'c2', 30);
      const { link } = storage.journal.head('c1');
      const running = await told('--data-dir', directory);
      expect(running.exit).toBe(0);
      expect(running.text).toContain(`Consultation c1: 120 entries, all intact. Last link ${link}\n`);
      expect(running.text).toMatch(/150 entries in [\d.]+ s \(\d+ entries\/s\)/);
      storage.close();
      const later = await told('--data-dir', directory, '--json');
      expect(later.exit).toBe(0);
      expect(JSON.parse(later.text)).toMatchObject({
        ok: true,
        entries: 150,
        consultations: [{ head: link }, { entries: 30 }],
      });
    }));

  test('reads what a killed server left behind', () =>
    inDirectory(async (directory) => {
      const [alive, copy] = [join(directory, 'alive'), join(directory, 'copy')];
      const storage = openStorage(alive);
      fill(storage, 'c1', 80);
      // The files as they are while the log has not been brought in.
      cpSync(alive, copy, { recursive: true });
      storage.close();
      expect(await told('--data-dir', copy)).toMatchObject({ exit: 0, text: expect.stringContaining('80 entries') });
    }));

  test.each([
    ['data', "replace(data, 'D7', 'D8')"],
    ['data', "data || ' '"],
    ['data', "'{'"],
    ['type', "'vote.BallotReceivee'"],
    ['at', 'at + 1'],
    ['at', '9223372036854775807'],
    ['by', 'NULL'],
    ['command_id', "'other'"],
    ['scope', "'sealed'"],
    ['salt', 'zeroblob(16)'],
    ['hash', 'zeroblob(32)'],
    ['link', 'zeroblob(32)'],
    ['consultation_id', "'c2'"],
    ['seq', '9223372036854775807'],
    ['pos', '-1'],
  ])('names the entry of a data directory whose %s became %s', (column, value) =>
    inDirectory(async (directory) => {
      const storage = openStorage(directory);
      fill(storage, 'c1', 20);
      storage.close();
      const database = connect(join(directory, databaseFile));
      database.exec(`UPDATE journal SET ${column} = ${value} WHERE seq = 7`);
      database.close();
      const { exit, text } = await told('--data-dir', directory);
      expect(exit).toBe(1);
      expect(text).toMatch(/^Consultation c1: entry 7 .*; the 6 before it are intact\.$/m);
    }),
  );

  test('finds flipped bytes in the file itself', () =>
    inDirectory(async (directory) => {
      const storage = openStorage(directory);
      fill(storage, 'c1', 200);
      storage.close();
      const file = join(directory, databaseFile);
      const intact = readFileSync(file);
      const marks = [...Array(200).keys()].map((index) => intact.indexOf(`"delegationId":"D${index + 1}"`));
      const written = rowsIn(file);
      const random = chance(7);
      let altered = 0;
      for (let time = 0; time < 60; time += 1) {
        const bytes = Buffer.from(intact);
        const index = at(marks, random(200)) + random(16);
        bytes[index] = (bytes[index] ?? 0) ^ (1 << random(8));
        writeFileSync(file, bytes);
        // A page may hold old bytes that are no longer part of any entry.
        if (rowsIn(file) === written) continue;
        altered += 1;
        expect({ time, ...(await told('--data-dir', directory)) }).toMatchObject({ time, exit: 1 });
      }
      expect(altered).toBeGreaterThan(30);
    }));

  test('says that the file is damaged where SQLite cannot read on', () =>
    inDirectory(async (directory) => {
      const storage = openStorage(directory);
      fill(storage, 'c1', 500);
      storage.close();
      const file = join(directory, databaseFile);
      const bytes = readFileSync(file);
      const middle = bytes.indexOf('"delegationId":"D300"');
      const page = Math.floor(middle / 4096) * 4096;
      bytes.fill(0xff, page, page + 4096);
      writeFileSync(file, bytes);
      const { exit, text } = await told('--data-dir', directory);
      expect(exit).toBe(1);
      expect(text).toMatch(/Consultation c1: entry \d+ .*\nThe database file is damaged: /);
    }));

  test('knows by a link written down before whether an end was cut off', () =>
    inDirectory(async (directory) => {
      const storage = openStorage(directory);
      const entries = fill(storage, 'c1', 20);
      storage.close();
      const [middle, last] = [at(entries, 9).link, at(entries, 19).link];
      expect((await told('--data-dir', directory, '--head', middle)).exit).toBe(0);
      expect((await told('--data-dir', directory, '--head', last)).exit).toBe(0);
      const database = connect(join(directory, databaseFile));
      database.exec('DELETE FROM journal WHERE seq > 15');
      database.close();
      expect((await told('--data-dir', directory)).exit).toBe(0);
      const cut = await told('--data-dir', directory, '--head', last);
      expect(cut.exit).toBe(1);
      expect(cut.text).toContain('something was cut off');
    }));

  test('checks an archive, however it is laid out and in whatever order its keys stand', () =>
    inDirectory(async (directory) => {
      const storage = openStorage(directory);
      const journal = [...fill(storage, 'c1', 20), ...fill(storage, 'c2', 4)];
      storage.close();
      const file = join(directory, 'archive.json');
      const write = (entries: unknown[]) =>
        writeFileSync(file, JSON.stringify({ title: 'x', journal: entries }, null, 2));
      write(journal);
      expect(await told('--file', file)).toMatchObject({ exit: 0, text: expect.stringContaining('24 entries in') });
      writeFileSync(file, canonicalJson({ journal: [...journal].map(withholdPayload) }));
      expect((await told('--file', file)).text).toContain('20 entries, all intact, the payloads of 20 withheld');
      for (const altered of [
        { ...journal[4], extra: 1 },
        { ...journal[4], hash: 'no' },
        { ...journal[4], consultationId: 'c2' },
        5,
      ]) {
        write([...journal.slice(0, 4), altered, ...journal.slice(5)]);
        const { exit, text } = await told('--file', file);
        expect(exit).toBe(1);
        expect(text).toMatch(/^Consultation c1: entry 5 /m);
      }
    }));

  test('ends with 2 and a sentence where there is nothing to check', () =>
    inDirectory(async (directory) => {
      const file = join(directory, 'x.json');
      expect(await told('--data-dir', directory)).toEqual({
        exit: 2,
        text: `There is no ${databaseFile} in ${directory}.\n`,
      });
      expect((await told('--file', file)).exit).toBe(2);
      writeFileSync(file, '{');
      expect(await told('--file', file)).toEqual({ exit: 2, text: `Cannot read ${file}: it is not JSON.\n` });
      writeFileSync(file, '{}');
      expect((await told('--file', file)).text).toContain('contains no journal');
      writeFileSync(join(directory, databaseFile), 'no database');
      expect(await told('--data-dir', directory, '--json')).toEqual({
        exit: 2,
        text: '{"ok":false,"code":"storage.unreadable"}\n',
      });
      expect((await told('--wrong')).exit).toBe(2);
      expect((await told('--help')).exit).toBe(0);
    }));

  test('changes nothing in what it checks', () =>
    inDirectory(async (directory) => {
      const storage = openStorage(directory);
      fill(storage, 'c1', 20);
      storage.close();
      const file = join(directory, databaseFile);
      const before = readFileSync(file);
      chmodSync(file, 0o444);
      expect((await told('--data-dir', directory)).exit).toBe(0);
      expect(readFileSync(file).equals(before)).toBe(true);
      chmodSync(file, 0o644);
      const database = connect(file);
      expect(oneValue(database, 'PRAGMA journal_mode')).toBe('wal');
      database.close();
    }));
});
