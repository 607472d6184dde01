import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '@shared/domain/kernel/must.ts';
import type { SecretChoice } from '@shared/domain/secretBallot.ts';
import { nanoid } from 'nanoid';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LiveConsultation } from '../../server/gate/liveConsultation.ts';
import type { BallotBox } from '../../server/ports/ballotBox.ts';
import { type Journal, StorageFull } from '../../server/ports/journal.ts';
import { connectToRead, oneValue } from '../../server/storage/sqlite/database.ts';
import { databaseFile, keysBeside, type Storage } from '../../server/storage/sqlite/open.ts';
import {
  bytesOf,
  castSecretly,
  closeSecretVote,
  counted,
  declaredOf,
  keyFiles,
  openSecretVote,
  phaseOf,
  receiptOf,
} from '../support/secretVote.ts';
import { act, type StartedHouse, startHouse, submit } from '../support/startHouse.ts';

vi.setConfig({ testTimeout: 40_000, hookTimeout: 30_000 });

let dataDir: string;
let running: StartedHouse[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-secret-'));
});
afterEach(async () => {
  for (const house of running) await house.stop();
  running = [];
  rmSync(dataDir, { recursive: true, force: true });
});
async function start(through?: (storage: Storage) => Storage): Promise<StartedHouse> {
  const house = await startHouse({ dataDir, ...(through ? { through } : {}) });
  running.push(house);
  return house;
}
async function stop(house: StartedHouse): Promise<void> {
  running = running.filter((each) => each !== house);
  await house.stop();
}
const wake = (house: StartedHouse, id: string) => must(house.app.house.find(id), 'consultation');
const ballots: [string, SecretChoice][] = [
  ['KEN-1', 'yea'],
  ['FRA-1', 'nay'],
  ['JPN-2', 'yea'],
  ['BRA-1', 'abs'],
];
async function castAll(live: LiveConsultation, voteId: string): Promise<void> {
  for (const [who, choice] of ballots)
    expect(await castSecretly(live, who, voteId, choice)).toMatchObject({ ok: true });
}
const receipts = (voteId: string) => ballots.map(([who]) => receiptOf(`${voteId} ${who}`)).sort();
const totals = { yes: 2, no: 1, abstain: 1, absent: 1 };
const slipsIn = () => {
  const reader = connectToRead(join(dataDir, databaseFile), false);
  const count = oneValue(reader, 'SELECT count(*) FROM slip');
  reader.close();
  return count;
};

describe('the key of a vote', () => {
  test('[SEC-1] is a file for this account alone, outside the database, before the vote is stored', async () => {
    let opened: { keys: string[] } | null = null;
    const house = await start((storage) => ({
      ...storage,
      journal: {
        ...storage.journal,
        append(...asked) {
          if (asked[1].some(({ type, data }) => type === 'vote.VoteOpened' && data.method === 'secret'))
            opened = { keys: keyFiles(dataDir) };
          return storage.journal.append(...asked);
        },
      },
    }));
    const { live, voteId } = await openSecretVote(house);
    expect(opened).toEqual({ keys: [`${live.id}~${voteId}.key`] });
    const file = join(keysBeside(dataDir), `${live.id}~${voteId}.key`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(keysBeside(dataDir)).mode & 0o777).toBe(0o700);
    const body = readFileSync(file, 'utf8').split('\n')[1] ?? '';
    expect(body.length).toBeGreaterThan(40);
    await castAll(live, voteId);
    expect(bytesOf(dataDir).includes(body)).toBe(false);
    expect(bytesOf(dataDir).includes(Buffer.from(body, 'base64'))).toBe(false);
  });

  test('[SEC-1] lies where the operator says', async () => {
    const { openStorage } = await import('../../server/storage/sqlite/open.ts');
    const elsewhere = join(dataDir, 'on', 'another', 'disk');
    const storage = openStorage(join(dataDir, 'house'), elsewhere);
    storage.boxes.make('c', 'v');
    expect(statSync(join(elsewhere, 'c~v.key')).isFile()).toBe(true);
    storage.close();
  });

  test('[SEC-1] of a vote that could not be stored is taken away at the next start', async () => {
    let isFull = false;
    const house = await start((storage) => ({
      ...storage,
      journal: {
        ...storage.journal,
        append(...asked) {
          if (isFull) throw new StorageFull();
          return storage.journal.append(...asked);
        },
      },
    }));
    const { live, voteId, itemId } = await openSecretVote(house);
    await act(live, 'mod', 'vote.withdraw', { voteId });
    expect(keyFiles(dataDir)).toEqual([]);
    isFull = true;
    const refused = await submit(live, 'mod', 'vote.open', {
      itemId,
      majority: 'simple',
      present: 5,
      method: 'secret',
    });
    expect(refused).toMatchObject({ code: 'STORAGE_FULL' });
    expect(keyFiles(dataDir)).toHaveLength(1);
    isFull = false;
    await stop(house);
    const again = await start();
    wake(again, live.id);
    expect(keyFiles(dataDir)).toEqual([]);
  });
});

describe('casting', () => {
  test('[SEC-3] of two devices at the same instant one is taken, the other is told whose', async () => {
    const house = await start();
    const { live, voteId } = await openSecretVote(house);
    const [one, other] = [await house.line(live, 'KEN-1'), await house.line(live, 'KEN-2')];
    const cast = (line: typeof one, choice: SecretChoice, name: string) =>
      line.command('secretBallot.cast', { voteId, choice, receipt: receiptOf(name) });
    const answers = await Promise.all([cast(one, 'yea', 'one'), cast(other, 'nay', 'other')]);
    const taken = answers.findIndex(({ ok }) => ok);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const castBy = `KEN-${taken + 1}`;
    expect(answers[1 - taken]).toMatchObject({ ok: false, code: 'secretBallot.already-cast', details: { castBy } });
    for (const line of [one, other]) {
      await line.until(() => line.state.delegation.KEN?.secretBallot[voteId] !== undefined);
      expect(line.state.delegation.KEN?.secretBallot[voteId]?.castBy).toBe(castBy);
    }
    expect(slipsIn()).toBe(1);
    await closeSecretVote(live, voteId);
    await act(live, 'mod', 'vote.declare', { voteId });
    expect(declaredOf(live, voteId).receipts).toEqual([receiptOf(taken === 0 ? 'one' : 'other')]);
  });

  test('[SEC-3] a repeat gets the first answer and adds no slip, also after a restart', async () => {
    const house = await start();
    const { live, voteId } = await openSecretVote(house);
    const id = nanoid();
    const first = await castSecretly(live, 'KEN-1', voteId, 'yea', receiptOf('a'), id);
    expect(first).toMatchObject({ ok: true });
    expect(await castSecretly(live, 'KEN-1', voteId, 'nay', receiptOf('b'), id)).toEqual(first);
    await stop(house);
    const again = await start();
    expect(await castSecretly(wake(again, live.id), 'KEN-1', voteId, 'abs', receiptOf('c'), id)).toEqual(first);
    expect(slipsIn()).toBe(1);
  });

  test('[SEC-4] roll, answer and slip are stored together or not at all', async () => {
    let isFull = false;
    const house = await start((storage) => ({
      ...storage,
      journal: {
        ...storage.journal,
        append(...asked) {
          if (!isFull) return storage.journal.append(...asked);
          // The disk fills up at the very last of the transaction's writes.
          const [consultationId, entries, answers, boxes] = asked;
          const twice = must(boxes?.slips[0], 'slip');
          return storage.journal.append(consultationId, entries, answers, { slips: [twice, twice], emptied: [] });
        },
      },
    }));
    const { live, voteId } = await openSecretVote(house);
    const seq = live.host.seq();
    isFull = true;
    const id = nanoid();
    expect(await castSecretly(live, 'KEN-1', voteId, 'yea', receiptOf('a'), id)).toMatchObject({ code: 'FAULT' });
    isFull = false;
    expect([
      slipsIn(),
      live.host.seq(),
      house.storage.journal.answers(live.id, [{ by: 'KEN-1', commandId: id }]),
    ]).toEqual([...[0, seq, []]]);
    expect(live.host.state().plenary.vote.byId[voteId]?.received).toEqual([]);
    expect(await castSecretly(live, 'KEN-1', voteId, 'yea', receiptOf('a'), id)).toMatchObject({ ok: true });
    expect(slipsIn()).toBe(1);
  });

  test('[SEC-2] a right that is withdrawn ends with the next ballot', async () => {
    const house = await start();
    const { live, voteId } = await openSecretVote(house);
    const answers = await Promise.all([
      castSecretly(live, 'KEN-1', voteId, 'yea'),
      live.host.submitAsSystem({
        ...{ id: nanoid(), type: 'delegation.setCredentials' },
        payload: { delegationId: 'FRA', hasCredentials: false },
      }),
      castSecretly(live, 'FRA-1', voteId, 'yea'),
    ]);
    expect(answers).toMatchObject([{ ok: true }, { ok: true }, { ok: false, code: 'vote.not-entitled' }]);
    expect(slipsIn()).toBe(1);
  });

  test('[SEC-4] without its key a vote takes no ballot, and the others of the turn are done', async () => {
    const house = await start();
    const { live, voteId } = await openSecretVote(house);
    await stop(house);
    const file = join(keysBeside(dataDir), `${live.id}~${voteId}.key`);
    const safe = join(dataDir, 'safe');
    copyFileSync(file, safe);
    rmSync(file);
    const bare = await start();
    const again = wake(bare, live.id);
    expect(await castSecretly(again, 'KEN-1', voteId, 'yea')).toMatchObject({ ok: false, code: 'FAULT' });
    expect(again.host.state().plenary.vote.byId[voteId]?.received).toEqual([]);
    copyFileSync(safe, file);
    expect(await castSecretly(again, 'KEN-1', voteId, 'yea')).toMatchObject({ ok: true });
  });
});

describe('closing', () => {
  test('[SEC-7] [SEC-8] leaves totals and receipts, and neither slips nor key', async () => {
    const house = await start();
    const { live, voteId } = await openSecretVote(house);
    await castAll(live, voteId);
    const reader = await house.line(live, 'screen');
    await closeSecretVote(live, voteId);
    expect([slipsIn(), keyFiles(dataDir)]).toEqual([0, []]);
    const answers = await Promise.all([
      submit(live, 'mod', 'vote.lock', { voteId }),
      submit(live, 'mod', 'vote.declare', { voteId }),
      submit(live, 'mod', 'vote.declare', { voteId }),
    ]);
    expect(answers).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
    await reader.until(() => reader.state.plenary.vote.byId[voteId]?.phase === 'declared');
    expect(reader.state.plenary.vote.byId[voteId]).toMatchObject({ outcome: totals, rollCall: {} });
    expect(declaredOf(live, voteId).receipts).toEqual(receipts(voteId));
    const declarations = [...house.storage.journal.entries(live.id)].filter(
      ({ type }) => type === 'vote.TallyDeclared',
    );
    expect(declarations).toHaveLength(1);
  });

  test('[SEC-7] waits with the end of a box while a reader is in the way', async () => {
    const house = await start();
    const { live, voteId } = await openSecretVote(house);
    await castAll(live, voteId);
    const reader = connectToRead(join(dataDir, databaseFile), false);
    reader.exec('BEGIN');
    oneValue(reader, 'SELECT count(*) FROM slip');
    await closeSecretVote(live, voteId);
    expect(keyFiles(dataDir)).toHaveLength(1);
    expect(readFileSync(join(keysBeside(dataDir), must(keyFiles(dataDir)[0], 'key')))).toHaveLength(0);
    reader.exec('ROLLBACK');
    reader.close();
    await vi.waitFor(() => expect(keyFiles(dataDir)).toEqual([]), { timeout: 20_000, interval: 20 });
  });

  test('[SEC-6] shows a fault where a slip is gone, and counts again when it is back', async () => {
    let isBlind = false;
    const house = await start((storage) => ({
      ...storage,
      boxes: {
        ...storage.boxes,
        open(...asked) {
          const { slips, unreadable } = storage.boxes.open(...asked);
          return isBlind ? { slips: slips.slice(1), unreadable } : { slips, unreadable };
        },
      },
    }));
    const { live, voteId } = await openSecretVote(house);
    await castAll(live, voteId);
    isBlind = true;
    await closeSecretVote(live, voteId);
    expect(phaseOf(live, voteId)).toBe('disagreeing');
    expect(await submit(live, 'mod', 'vote.declare', { voteId })).toMatchObject({
      code: 'secretBallot.count-failed',
      details: { received: 4, slips: 3, unreadable: 0 },
    });
    expect([slipsIn(), keyFiles(dataDir).length]).toEqual([4, 1]);
    isBlind = false;
    await act(live, 'mod', 'secretBallot.recount', { voteId });
    await counted(live, voteId);
    await act(live, 'mod', 'vote.declare', { voteId });
    expect(declaredOf(live, voteId).outcome).toMatchObject(totals);
  });

  /** A storage that dies at one step: from there on nothing is written, as by a process that is no more. */
  function dyingAt(step: string, isAfter: boolean): (storage: Storage) => Storage {
    let isDead = false;
    const dies = <A extends unknown[], R>(name: string, work: (...asked: A) => R) => {
      return (...asked: A): R => {
        if (isDead) throw new Error('dead');
        if (name !== step) return work(...asked);
        isDead = true;
        if (isAfter) work(...asked);
        throw new Error(`died at ${step}`);
      };
    };
    return (storage) => {
      const { journal, boxes } = storage;
      const isCount = (asked: Parameters<Journal['append']>) => (asked[3]?.emptied.length ?? 0) > 0;
      const [append, appendCount] = [dies('append', journal.append), dies('the count', journal.append)];
      const dying: BallotBox = {
        ...boxes,
        open: dies('open', boxes.open),
        burn: dies('burn', boxes.burn),
        rewrite: dies('rewrite', boxes.rewrite),
        forget: dies('forget', boxes.forget),
      };
      return {
        ...storage,
        journal: { ...journal, append: (...asked) => (isCount(asked) ? appendCount(...asked) : append(...asked)) },
        boxes: dying,
      };
    };
  }

  const steps = ['open', 'the count', 'burn', 'rewrite', 'forget'];
  test.each(steps.flatMap((step) => [[step, 'before'] as const, [step, 'after'] as const]))(
    '[SEC-7] a server that dies at the step "%s", %s it, ends it at the next start, with the same result',
    async (step, when) => {
      const house = await start(dyingAt(step, when === 'after'));
      const { live, voteId } = await openSecretVote(house);
      await castAll(live, voteId);
      await act(live, 'mod', 'vote.lock', { voteId });
      await vi.waitFor(() => expect(house.logged.join('')).toContain('died at'), { timeout: 20_000, interval: 5 });
      await stop(house);
      const after = await start();
      const again = wake(after, live.id);
      await counted(again, voteId);
      expect(phaseOf(again, voteId)).toBe('counted');
      expect([slipsIn(), keyFiles(dataDir)]).toEqual([0, []]);
      await act(again, 'mod', 'vote.declare', { voteId });
      expect(declaredOf(again, voteId)).toMatchObject({ outcome: totals, receipts: receipts(voteId) });
    },
  );
});
