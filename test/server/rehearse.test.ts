import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { rapporteur } from '../support/serveProcess.ts';

vi.setConfig({ testTimeout: 55_000, hookTimeout: 120_000 });

interface Run {
  code: number | null;
  err: string;
  summary: Record<string, unknown>;
  out: string;
}

let root: string;
const runs: Record<'one' | 'same' | 'other', Run> = {} as never;

async function run(name: string, seed: string): Promise<Run> {
  const out = join(root, name);
  const argv = ['rehearse', '--seed', seed, '--delegations', '6', '--rooms', '2', '--out', out];
  const ended = await rapporteur(argv).ended;
  const lines = ended.out.trim().split('\n');
  expect(lines).toHaveLength(1);
  return { code: ended.code, err: ended.err, summary: JSON.parse(lines[0] ?? ''), out };
}
const file = (of: Run, name: string) => readFileSync(join(of.out, name));

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'rapporteur-rehearsals-'));
  const [one, other] = await Promise.all([run('one', 'june'), run('other', 'july')]);
  Object.assign(runs, { one, other, same: await run('same', 'june') });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a rehearsal', () => {
  test('[HOST-10] goes through the whole meeting and says what came of it in one line', () => {
    expect(runs.one).toMatchObject({
      code: 0,
      summary: { ok: true, seed: 'june', delegations: 6, rooms: 8, items: 8, votes: 4, ballots: 24 },
    });
    expect(runs.one.err.match(/vote of \d+ members/g)).toHaveLength(4);
    expect(runs.one.err).not.toMatch(/fault|error/i);
  });

  test('[HOST-10] from the same seed gives the same digest, from another seed another', () => {
    const digests = [runs.one, runs.same, runs.other].map(({ summary }) => summary.digest);
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(digests[1]).toBe(digests[0]);
    expect(digests[2]).not.toBe(digests[0]);
    expect(file(runs.one, 'digest.txt').toString()).toBe(`${digests[0]}\n`);
  });

  test('[HOST-10] writes the issue brief and the archive, with every reported item in it', () => {
    expect(file(runs.one, 'issue-brief.docx').subarray(0, 2).toString()).toBe('PK');
    const archive = JSON.parse(file(runs.one, 'archive.json').toString());
    expect(archive.digest).toBe(runs.one.summary.digest);
    expect(archive.journal).toHaveLength(Number(runs.one.summary.events));
  });

  test('[HOST-8] says what it does not understand', async () => {
    const tries = [
      ['--delegations', '1'],
      ['--rooms', 'many'],
      ['--delegations', '6', '--rooms', '7'],
    ];
    const all = await Promise.all(tries.map((argv) => rapporteur(['rehearse', ...argv, '--out', root]).ended));
    for (const ended of all)
      expect(ended).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^[^\n]+\.\n$/) });
  });
});
