import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDraft } from '@shared/draft/draftDoc.ts';
import { emptyDraft } from '@shared/draft/draftShape.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { exportCommand } from '../../server/cli/export.ts';
import { verifyJournal } from '../../server/cli/verifyJournal.ts';
import { briefDocx } from '../../server/export/exports.ts';
import { openStorage, type Storage } from '../../server/storage/sqlite/open.ts';
import { type House, paragraphs } from '../support/build.ts';
import { busyHouse } from '../support/busyHouse.ts';
import { readWordFile } from '../support/wordFile.ts';

let folder: string;
let dataDir: string;
let storage: Storage | null;
let h: House;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-export-'));
  dataDir = join(folder, 'data');
  storage = openStorage(dataDir);
  h = busyHouse().h;
  keep('one');
});
afterEach(() => {
  storage?.close();
  rmSync(folder, { recursive: true, force: true });
});

function keep(id: string): void {
  storage?.people.addConsultation({ id, createdAt: 1 });
  storage?.people.putPeople(id, [{ participantId: 'pan-1', name: 'Ms. Panelist', email: null, language: null }]);
  storage?.journal.append(id, h.events, []);
}

async function run(...argv: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const code = await exportCommand(argv, (text) => {
    said += text;
  });
  return { code, said };
}

const out = (name: string) => join(folder, name);

describe('rapporteur export', () => {
  test('writes the issue brief beside a running server, the same as the server would', async () => {
    const file = out('brief.docx');
    expect((await run('--data-dir', dataDir, '--format', 'docx', '--lang', 'fr', '--out', file)).code).toBe(0);
    const people = storage?.people.people('one') ?? [];
    const lastEventAt = h.events.filter(({ scope }) => scope === 'plenary').at(-1)?.at ?? 0;
    const expected = await briefDocx({ state: h.state, people, language: 'fr', lastEventAt });
    expect(Buffer.compare(readFileSync(file), expected)).toBe(0);
    expect(readWordFile(readFileSync(file)).text).toContain('Ms. Panelist');
  });

  test('writes an archive with the texts of the drafts, which verify-journal accepts', async () => {
    const [itemId = ''] = Object.keys(h.state.plenary.board.items);
    const doc = emptyDraft();
    writeDraft(doc, paragraphs('Words in the shared text.'));
    storage?.drafts.append('one', [{ itemId, update: Y.encodeStateAsUpdate(doc) }]);
    const file = out('archive.json');
    expect((await run('--data-dir', dataDir, '--format', 'json', '--out', file)).code).toBe(0);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('Words in the shared text.');
    expect(text).toContain('Ms. Panelist');
    expect(await verifyJournal(['--file', file], () => undefined)).toBe(0);
    writeFileSync(file, text.replaceAll('Levy a fee', 'Waive a fee'));
    expect(await verifyJournal(['--file', file], () => undefined)).toBe(1);
  });

  test('[REN-1] writes the texts of all reported items as compilations, naming nobody whom the round does not', async () => {
    const file = out('texts.txt');
    expect((await run('--data-dir', dataDir, '--format', 'txt', '--lang', 'fr', '--out', file)).code).toBe(0);
    const text = readFileSync(file, 'utf8');
    for (const { current } of Object.values(h.state.plenary.board.items)) expect(text).toContain(current.title);
    expect(text).toContain('Every municipality [shall \u2068(Canada)\u2069] open¹ one desk for migrants.');
    expect(text).toContain('A returnee is [a person who\ncomes home.]');
    expect(text).not.toContain('Mexique');
  });

  test('reads what a crash has left, and changes nothing in it', async () => {
    const crashed = out('crashed');
    mkdirSync(crashed);
    // What lies on the disk while the writer has the file open is what a kill leaves behind.
    for (const name of readdirSync(dataDir).filter(
      (each) => each.startsWith('rapporteur.db') && !each.endsWith('-shm'),
    ))
      cpSync(join(dataDir, name), join(crashed, name));
    expect(statSync(join(crashed, 'rapporteur.db-wal')).size).toBeGreaterThan(0);
    const before = readFileSync(join(crashed, 'rapporteur.db'));
    expect((await run('--data-dir', crashed, '--format', 'docx', '--out', out('crashed.docx'))).code).toBe(0);
    expect(readWordFile(readFileSync(out('crashed.docx'))).text).toContain('Levy a fee on remittances');
    expect(Buffer.compare(readFileSync(join(crashed, 'rapporteur.db')), before)).toBe(0);
  });

  test('reads a directory that was closed', async () => {
    storage?.close();
    storage = null;
    expect((await run('--data-dir', dataDir, '--format', 'docx', '--out', out('closed.docx'))).code).toBe(0);
  });

  test('asks which consultation where there are several', async () => {
    keep('two');
    const asked = await run('--data-dir', dataDir, '--format', 'docx', '--out', out('x.docx'));
    expect(asked).toEqual({
      code: 1,
      said: 'There are several consultations; name one with --consultation: one, two.\n',
    });
    expect(
      (await run('--data-dir', dataDir, '--consultation', 'two', '--format', 'docx', '--out', out('x.docx'))).code,
    ).toBe(0);
    expect(
      (await run('--data-dir', dataDir, '--consultation', 'six', '--format', 'docx', '--out', out('x.docx'))).said,
    ).toContain('There is no consultation six.');
  });

  test('says what is wrong, and leaves no half file', async () => {
    expect(await run('--data-dir', out('nowhere'), '--format', 'docx')).toEqual({
      code: 1,
      said: `There is no rapporteur.db in ${out('nowhere')}.\n`,
    });
    const there = await run('--data-dir', dataDir, '--format', 'docx', '--out', out('no/such/folder.docx'));
    expect(there.code).toBe(1);
    expect(there.said).toContain('Cannot write');
    mkdirSync(out('rubbish-data'));
    writeFileSync(join(out('rubbish-data'), 'rapporteur.db'), 'this is no database, it only says so');
    const rubbish = await run('--data-dir', out('rubbish-data'), '--format', 'docx', '--out', out('r.docx'));
    expect(rubbish.code).toBe(1);
    expect(existsSync(out('r.docx'))).toBe(false);
  });

  test('does not take options that it does not know', async () => {
    for (const argv of [['--format', 'pdf'], [], ['--format', 'docx', '--lang', 'de'], ['--nonsense']]) {
      const { code, said } = await run(...argv);
      expect(code).toBe(2);
      expect(said).toContain('See rapporteur export --help.');
    }
    expect((await run('--help')).code).toBe(0);
  });

  test('an unopened consultation has no brief', async () => {
    storage?.people.addConsultation({ id: 'new', createdAt: 2 });
    const { code, said } = await run(
      '--data-dir',
      dataDir,
      '--consultation',
      'new',
      '--format',
      'docx',
      '--out',
      out('n.docx'),
    );
    expect(code).toBe(1);
    expect(said).toContain('has not been opened');
  });
});
