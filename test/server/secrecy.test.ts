/**
 * Fifty secret votes by known people with known choices; then somebody who has the files, a backup from the middle of a
 * vote, the archive, the logs and the lengths of all frames tries to say who chose what. The attacks are written out, and
 * each is tried on a recorded vote first, where it must succeed: an attack that finds nothing anywhere proves nothing.
 */
import { generateKeyPairSync } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from '@msgpack/msgpack';
import { must } from '@shared/domain/kernel/must.ts';
import { seeded } from '@shared/domain/kernel/random.ts';
import { SecretChoice } from '@shared/domain/secretBallot.ts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { archiveOf } from '../../server/export/ofLive.ts';
import type { LiveConsultation } from '../../server/gate/liveConsultation.ts';
import { openSlip } from '../../server/storage/sealing.ts';
import { connectToRead } from '../../server/storage/sqlite/database.ts';
import { databaseFile } from '../../server/storage/sqlite/open.ts';
import type { Line } from '../support/line.ts';
import { bytesOf, closeSecretVote, declaredOf, keyFiles, openSecretVote } from '../support/secretVote.ts';
import { act, type StartedHouse, startHouse } from '../support/startHouse.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const codes = ['BRA', 'CHE', 'CHL', 'FRA', 'GHA', 'HUN', 'IND', 'JPN', 'KEN', 'MEX', 'NPL', 'SEN'];
const votes = 50;
const chance = seeded('fifty secret votes');

/** What is known of one ballot, besides what it said: everything that an attack may learn from. */
interface Trace {
  voteId: string;
  code: string;
  choice: SecretChoice;
  receipt: string;
  /** What somebody on the line or at the disk can see of it. */
  seen: Record<string, number | string>;
}

let house: StartedHouse;
let live: LiveConsultation;
let copies: string;
const traces: Trace[] = [];
/** The lengths of recorded ballots, where the choice is spelt out: what the attacks are tried on. */
const control: Trace[] = [];
const sealed: Buffer[] = [];
const slipIds: Buffer[] = [];
/** What came down to everybody's devices. */
let heard: string[];
let archive: string;
let logs: string;
let stopped: Buffer;

beforeAll(async () => {
  copies = mkdtempSync(join(tmpdir(), 'rapporteur-secrecy-'));
  const dataDir = join(copies, 'house');
  mkdirSync(dataDir);
  house = await startHouse({
    dataDir,
    through: (storage) => ({
      ...storage,
      boxes: {
        ...storage.boxes,
        seal(...asked) {
          const slip = storage.boxes.seal(...asked);
          sealed.push(Buffer.from(slip.sealed));
          slipIds.push(Buffer.from(slip.id));
          return slip;
        },
      },
    }),
  });
  const opened = await openSecretVote(house, codes);
  live = opened.live;
  await act(live, 'mod', 'vote.withdraw', { voteId: opened.voteId });
  const lines = new Map<string, Line>();
  for (const code of codes) lines.set(code, await house.line(live, `${code}-1`));
  for (let n = 0; n < votes; n += 1) await secretVote(opened.itemId, lines, n);
  for (let n = 0; n < 6; n += 1) await recordedVote(opened.itemId, lines);
  heard = [...lines.values()].flatMap((line) => line.heard.map((each) => JSON.stringify(each)));
  archive = new TextDecoder().decode(archiveOf(live, house.app.house));
  logs = house.logged.join('\n');
  await house.stop();
  stopped = bytesOf(dataDir);
});
afterAll(() => rmSync(copies, { recursive: true, force: true }));

const shuffled = () => chance.shuffle(codes);
const openOne = async (itemId: string, method: 'secret' | 'recorded') => {
  await act(live, 'mod', 'vote.open', { itemId, majority: 'simple', present: codes.length, method });
  return must(live.host.state().plenary.vote.order.at(-1), 'vote');
};

/** The bytes of the frames that go up and come down on a line while something is asked. */
async function measured(line: Line, ask: () => Promise<unknown>): Promise<{ up: number; down: number }> {
  const { engine } = line.socket.io;
  const lengths = { up: 0, down: 0 };
  const lengthOf = (data: unknown) =>
    typeof data === 'string' ? data.length : ((data as ArrayBuffer).byteLength ?? 0);
  const onUp = ({ data }: { data?: unknown }) => void (data && (lengths.up = Math.max(lengths.up, lengthOf(data))));
  const onDown = ({ data }: { data?: unknown }) => void (data && (lengths.down ||= lengthOf(data)));
  engine.on('packetCreate', onUp);
  engine.on('packet', onDown);
  await ask();
  engine.off('packetCreate', onUp);
  engine.off('packet', onDown);
  return lengths;
}

async function secretVote(itemId: string, lines: Map<string, Line>, n: number): Promise<void> {
  const voteId = await openOne(itemId, 'secret');
  const own: Trace[] = [];
  for (const [at, code] of shuffled().entries()) {
    const line = must(lines.get(code), code);
    const choice = must(SecretChoice.options[chance.below(3)], 'choice');
    const receipt = Array.from({ length: 32 }, () => chance.below(16).toString(16)).join('');
    const before = bytesOf(house.dataDir).length;
    let numberLength = 0;
    const frames = await measured(line, async () => {
      const answer = await line.command('secretBallot.cast', { voteId, choice, receipt });
      expect(answer).toMatchObject({ ok: true, seq: expect.any(Number) });
      if (answer.ok) numberLength = encode(answer.seq).length;
    });
    const { up, down } = frames;
    const seen = { up, down, turn: at, grown: bytesOf(house.dataDir).length - before, rest: down - numberLength };
    own.push({ voteId, code, choice, receipt, seen });
  }
  // A backup in the middle of the last vote: the database with its log, as a careful operator copies it.
  if (n === votes - 1) backUp();
  for (const each of own) each.seen.inOrderOfSlips = orderOfSlips(voteId).length;
  await closeSecretVote(live, voteId);
  await act(live, 'mod', 'vote.declare', { voteId });
  const { receipts = [], received } = declaredOf(live, voteId);
  for (const each of own) {
    each.seen.rankOfReceipt = receipts.indexOf(each.receipt);
    each.seen.placeInRoll = received.indexOf(each.code);
  }
  traces.push(...own);
}

function backUp(): void {
  mkdirSync(join(copies, 'backup'));
  for (const ending of ['', '-wal', '-shm']) {
    const file = join(house.dataDir, `${databaseFile}${ending}`);
    if (existsSync(file)) copyFileSync(file, join(copies, 'backup', `${databaseFile}${ending}`));
  }
}

function orderOfSlips(voteId: string): Uint8Array[] {
  const reader = connectToRead(join(house.dataDir, databaseFile), false);
  const rows = reader.prepare('SELECT id FROM slip WHERE vote_id = ? ORDER BY id').all(voteId) as { id: Uint8Array }[];
  reader.close();
  return rows.map(({ id }) => id);
}

async function recordedVote(itemId: string, lines: Map<string, Line>): Promise<void> {
  const voteId = await openOne(itemId, 'recorded');
  const spelt = { yea: 'yes', nay: 'no', abs: 'abstain' } as const;
  for (const code of codes) {
    const line = must(lines.get(code), code);
    const choice = must(SecretChoice.options[chance.below(3)], 'choice');
    const frames = await measured(line, () => line.command('vote.cast', { voteId, choice: spelt[choice] }));
    control.push({ voteId, code, choice, receipt: '', seen: { up: frames.up, down: frames.down } });
  }
  await act(live, 'mod', 'vote.lock', { voteId });
  await act(live, 'mod', 'vote.declare', { voteId });
}

/** How many of the second half are guessed right by what the first half has taught about a trace: each value's most frequent choice. */
function guessed(known: readonly Trace[], feature: string): { right: number; of: number; byChance: number } {
  const half = Math.floor(known.length / 2);
  const learnt = new Map<unknown, Record<string, number>>();
  const tally = (counts: Record<string, number>, choice: string) => {
    counts[choice] = (counts[choice] ?? 0) + 1;
    return counts;
  };
  const all: Record<string, number> = {};
  for (const { seen, choice } of known.slice(0, half)) {
    learnt.set(seen[feature], tally(learnt.get(seen[feature]) ?? {}, choice));
    tally(all, choice);
  }
  const likeliest = (counts: Record<string, number>) => Object.entries(counts).sort((a, b) => b[1] - a[1])[0]?.[0];
  const rest = known.slice(half);
  const right = rest.filter(({ seen, choice }) => likeliest(learnt.get(seen[feature]) ?? all) === choice).length;
  // Whoever knows the totals says the most frequent choice of everybody.
  const totals: Record<string, number> = {};
  for (const { choice } of rest) tally(totals, choice);
  return { right, of: rest.length, byChance: Math.max(...Object.values(totals)) };
}

/** Four standard deviations above what the totals alone give away. */
const luck = ({ of, byChance }: { of: number; byChance: number }) => byChance + 4 * Math.sqrt(of * (1 / 3) * (2 / 3));

describe('[SEC-4] [SEC-5] [SEC-8] whoever has everything after the close', () => {
  test('has all ballots to guess', () => {
    expect(traces).toHaveLength(votes * codes.length);
    for (const choice of SecretChoice.options)
      expect(traces.filter((each) => each.choice === choice).length).toBeGreaterThan(100);
  });

  test('learns a recorded choice by the length of its frame: the attack works where nothing is done against it', () => {
    const found = guessed(control, 'up');
    expect(found.right).toBe(found.of);
  });

  test.each(['up', 'down', 'turn', 'grown', 'rankOfReceipt', 'placeInRoll', 'inOrderOfSlips'])(
    'guesses no more by "%s" than by the totals',
    (feature) => {
      const found = guessed(traces, feature);
      expect(found.right).toBeLessThanOrEqual(luck(found));
    },
  );

  test('sees frames of one length: no choice is longer than another, nor is its acknowledgement', () => {
    // What comes down first is mostly the acknowledgement, which grows with the journal's number in it; news is much longer.
    const least = Math.min(...traces.map(({ seen }) => Number(seen.down)));
    const rest = Math.min(...traces.map(({ seen }) => Number(seen.rest)));
    for (const choice of SecretChoice.options) {
      const acknowledged = traces.filter((each) => each.choice === choice && Number(each.seen.down) <= least + 2);
      expect(acknowledged.length, choice).toBeGreaterThan(10);
      expect([...new Set(acknowledged.map(({ seen }) => seen.rest))], choice).toEqual([rest]);
    }
    expect(new Set(traces.map(({ seen }) => seen.up)).size).toBe(1);
  });

  test('finds no word of a choice beside a command, in files, archive or logs', () => {
    for (const choice of SecretChoice.options) {
      for (const spelling of [`"${choice}"`, `:${choice}`, `choice${choice}`, `\\"${choice}\\"`]) {
        expect(stopped.includes(spelling), spelling).toBe(false);
        expect(archive.includes(spelling), spelling).toBe(false);
        expect(logs.includes(spelling), spelling).toBe(false);
      }
    }
  });

  test('finds no slip, no id of one, and no key', () => {
    expect(sealed).toHaveLength(votes * codes.length);
    // Any stretch of a slip would do.
    for (const slip of sealed)
      for (const from of [0, 24, 49]) expect(stopped.includes(slip.subarray(from, from + 16))).toBe(false);
    for (const id of slipIds) expect(stopped.includes(id)).toBe(false);
    expect(keyFiles(house.dataDir)).toEqual([]);
    for (const evidence of [stopped.toString('latin1'), archive, logs]) {
      expect(evidence).not.toContain('PRIVATE KEY');
      // The beginning of every private X25519 key in DER, raw and as it stands in PEM.
      expect(evidence).not.toContain('MC4CAQAwBQYDK2VuBCIEI');
      expect(Buffer.from(evidence, 'latin1').includes(Buffer.from('302e020100300506032b656e04220420', 'hex'))).toBe(
        false,
      );
    }
  });

  test('finds no receipt before the sorted list, nor beside anybody', () => {
    const reader = connectToRead(join(house.dataDir, databaseFile), false);
    const rows = reader.prepare('SELECT type, data, by FROM journal').all() as {
      type: string;
      data: string;
      by: string;
    }[];
    const answers = reader.prepare('SELECT answer FROM answer').all() as { answer: string }[];
    reader.close();
    const receipts = new Set(traces.map(({ receipt }) => receipt));
    const holds = (text: string) => text.match(/[0-9a-f]{32}/g)?.filter((each) => receipts.has(each)) ?? [];
    expect(answers.flatMap(({ answer }) => holds(answer))).toEqual([]);
    expect(holds(logs)).toEqual([]);
    for (const { type, data, by } of rows) {
      const held = holds(data);
      if (held.length === 0) continue;
      expect(['secretBallot.CountKept', 'vote.TallyDeclared']).toContain(type);
      expect(held).toEqual([...held].sort());
      expect(held).toHaveLength(codes.length);
      expect(codes.filter((code) => data.includes(`"${code}"`))).toEqual([]);
      expect([null, 'mod']).toContain(by);
    }
  });

  test('hears of a receipt on no device before the declaration', () => {
    const receipts = new Set(traces.map(({ receipt }) => receipt));
    for (const frame of heard) {
      if (frame.includes('vote.TallyDeclared')) continue;
      expect(frame.match(/[0-9a-f]{32}/g)?.filter((each) => receipts.has(each)) ?? []).toEqual([]);
    }
    expect(heard.some((frame) => frame.includes('vote.TallyDeclared') && frame.includes('receipts'))).toBe(true);
  });

  test('[SEC-11] opens nothing of a backup that was made during a vote, where every slip still lies sealed', () => {
    const backup = bytesOf(join(copies, 'backup'));
    const reader = connectToRead(join(copies, 'backup', databaseFile), false);
    const rows = reader.prepare('SELECT * FROM slip').all() as {
      id: Uint8Array;
      consultation_id: string;
      vote_id: string;
      sealed: Uint8Array;
    }[];
    reader.close();
    expect(rows).toHaveLength(codes.length);
    expect(new Set(rows.map((row) => row.sealed.length)).size).toBe(1);
    expect(rows.map((row) => Buffer.from(row.id).toString('hex')).sort()).toEqual(
      slipIds
        .slice(-codes.length)
        .map((id) => id.toString('hex'))
        .sort(),
    );
    const head = Buffer.from('302e020100300506032b656e04220420', 'hex');
    expect(backup.includes(head)).toBe(false);
    const strange = generateKeyPairSync('x25519').privateKey;
    for (const row of rows) expect(openSlip(strange, `${row.consultation_id}/${row.vote_id}`, row.sealed)).toBeNull();
    for (const choice of SecretChoice.options) expect(backup.includes(`"${choice}"`)).toBe(false);
    for (const { receipt } of traces.slice(-codes.length)) {
      expect(backup.includes(receipt)).toBe(false);
      expect(backup.includes(Buffer.from(receipt, 'hex'))).toBe(false);
    }
  });

  test('[SEC-11] finds in the archive who voted, totals and receipts, and that is all', () => {
    const { journal } = JSON.parse(archive) as { journal: { type: string; data: Record<string, unknown> | null }[] };
    const secret = journal.filter(({ type }) => type.startsWith('secretBallot.') || type === 'vote.BallotReceived');
    const keysOf = (type: string) => [
      ...new Set(secret.filter((each) => each.type === type).flatMap(({ data }) => Object.keys(data ?? {}))),
    ];
    expect(keysOf('vote.BallotReceived').sort()).toEqual(['delegationId', 'voteId']);
    expect(keysOf('secretBallot.OwnSlipReceived').sort()).toEqual(['castBy', 'voteId']);
    expect(keysOf('secretBallot.SlipsCounted')).toEqual(['voteId']);
    // The count is kept sealed until the declaration, and what is sealed is withheld for ever.
    expect(keysOf('secretBallot.CountKept')).toEqual([]);
    expect(journal.some(({ type }) => /Slip$|BoxMade|BoxEmptied/.test(type))).toBe(false);
  });
});
