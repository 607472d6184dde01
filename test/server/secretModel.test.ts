/**
 * The box against a plain reference: random people cast, repeat, close and declare, and the process dies at random writes,
 * before or after them. A list in memory says what must come out.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '@shared/domain/kernel/must.ts';
import { type Chance, seeded } from '@shared/domain/kernel/random.ts';
import { meanings, SecretChoice } from '@shared/domain/secretBallot.ts';
import { secretPhase } from '@shared/domain/secretCount.ts';
import { nanoid } from 'nanoid';
import { expect, test, vi } from 'vitest';
import { type CommandAnswer, createConsultationHost } from '../../server/host/consultationHost.ts';
import { connectToRead, oneValue } from '../../server/storage/sqlite/database.ts';
import { databaseFile, openStorage, type Storage } from '../../server/storage/sqlite/open.ts';
import { house, houseCodes } from '../support/build.ts';
import { keyFiles } from '../support/secretVote.ts';
import { receipt } from '../support/wildSecret.ts';

vi.setConfig({ testTimeout: 120_000 });

interface Asked {
  id: string;
  by: string;
  type: string;
  payload: Record<string, unknown>;
}

/** A storage that dies at its n-th write from when the fuse is lit, before or after it, and writes nothing from then on. */
function mortal({ journal, boxes, ...rest }: Storage) {
  const fuse = { left: Number.POSITIVE_INFINITY, isAfter: false, isDead: false };
  const write = <A extends unknown[], R>(work: (...asked: A) => R) => {
    return (...asked: A): R => {
      if (fuse.isDead) throw new Error('dead');
      fuse.left -= 1;
      if (fuse.left > 0) return work(...asked);
      fuse.isDead = true;
      if (fuse.isAfter) work(...asked);
      throw new Error('died');
    };
  };
  const storage: Storage = {
    ...rest,
    journal: { ...journal, append: write(journal.append) },
    boxes: {
      ...boxes,
      make: write(boxes.make),
      burn: write(boxes.burn),
      rewrite: write(boxes.rewrite),
      forget: write(boxes.forget),
    },
  };
  return { storage, fuse };
}

async function trial(seed: string): Promise<{ deaths: number; declared: number }> {
  const chance = seeded(seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-model-'));
  const h = house({ profile: 'informal', seats: 2 });
  h.openRooms({ rooms: 2 });
  const itemId = h.reported(1, 'One');
  h.step('deciding');
  h.stage(itemId, 'ready');
  const first = openStorage(dataDir);
  first.journal.append('c', h.events, []);
  first.close();

  let { storage, fuse } = mortal(openStorage(dataDir));
  let host = awaken(storage);
  let deaths = 0;
  let declared = 0;
  const answered: { asked: Asked; answer: CommandAnswer }[] = [];
  /** What the votes must come to: for each the slips that were acknowledged, by delegation. */
  const reference = new Map<string, Map<string, { choice: SecretChoice; receipt: string }>>();
  const running = () => Object.values(host.state().plenary.vote.byId).find(({ phase }) => /open|locked/.test(phase));

  function awaken(on: Storage) {
    return createConsultationHost('c', {
      ...{ journal: on.journal, boxes: on.boxes, clock: { now: () => h.now }, newId: () => nanoid(12) },
      ...{ draftText: () => null, spanAt: () => null, publish: () => undefined },
      ...{ readOnly: () => undefined, fault: () => undefined },
    });
  }
  function restart(): void {
    host.drain();
    storage.close();
    ({ storage, fuse } = mortal(openStorage(dataDir)));
    host = awaken(storage);
  }
  /** Asks until there is an answer, as a browser does; a dead process is started again. */
  async function insist(asked: Asked): Promise<CommandAnswer> {
    for (;;) {
      const { by, ...envelope } = asked;
      const answer = await host.submit(by, envelope);
      if (!fuse.isDead) return answer;
      deaths += 1;
      restart();
    }
  }
  async function ask(by: string, type: string, payload: Record<string, unknown>): Promise<CommandAnswer> {
    const asked = { id: nanoid(), by, type, payload };
    const answer = await insist(asked);
    answered.push({ asked, answer });
    return answer;
  }
  async function settle(): Promise<void> {
    await vi.waitFor(
      () => {
        if (fuse.isDead) restart();
        const known = running();
        if (known && secretPhase(host.state().plenary, known) === 'locked') throw new Error('not counted');
      },
      { timeout: 20_000, interval: 1 },
    );
  }
  async function cast(): Promise<void> {
    const known = running();
    if (!known) return;
    const code = must(houseCodes[chance.below(houseCodes.length)], 'code');
    const slip = { choice: must(SecretChoice.options[chance.below(3)], 'choice'), receipt: receipt({ chance }) };
    const slips = must(reference.get(known.id), 'reference');
    const answer = await ask(`${code}-${1 + chance.below(2)}`, 'secretBallot.cast', { voteId: known.id, ...slip });
    const expected = known.phase !== 'open' ? 'vote.closed' : slips.has(code) ? 'secretBallot.already-cast' : 'ok';
    expect(answer.ok ? 'ok' : answer.code).toBe(expected);
    if (answer.ok) slips.set(code, slip);
  }
  async function repeat(): Promise<void> {
    if (answered.length === 0) return;
    const { asked, answer } = must(answered[chance.below(answered.length)], 'asked before');
    expect(await insist({ ...asked, payload: { ...asked.payload, choice: 'nay' } })).toEqual(answer);
  }
  async function open(): Promise<void> {
    if (running()) return;
    const answer = await ask('mod', 'vote.open', { itemId, majority: 'simple', present: 15, method: 'secret' });
    expect(answer).toMatchObject({ ok: true });
    reference.set(must(running(), 'vote').id, new Map());
  }
  async function close(): Promise<void> {
    const known = running();
    if (!known) return;
    expect(await ask(['mod', 'sec'][chance.below(2)] ?? 'mod', 'vote.lock', { voteId: known.id })).toMatchObject({
      ok: true,
    });
    if (chance.below(3) === 0) return;
    await settle();
    expect(await ask('mod', 'vote.declare', { voteId: known.id })).toMatchObject({ ok: true });
    declared += 1;
    compare(known.id);
  }
  function compare(voteId: string): void {
    const vote = host.state().plenary.vote.byId[voteId];
    if (vote?.phase !== 'declared') throw new Error('not declared');
    const slips = [...must(reference.get(voteId), 'reference').values()];
    const of = (choice: string) => slips.filter((slip) => meanings[slip.choice] === choice).length;
    expect(vote.outcome).toMatchObject({ yes: of('yes'), no: of('no'), abstain: of('abstain') });
    expect(vote.receipts).toEqual(slips.map((slip) => slip.receipt).sort());
    expect([...vote.received].sort()).toEqual([...must(reference.get(voteId), 'reference').keys()].sort());
  }
  function light(chanceOf: Chance): void {
    Object.assign(fuse, { left: 1 + chanceOf.below(4), isAfter: chanceOf.below(2) === 0 });
  }

  for (let step = 0; step < 60; step += 1) {
    if (chance.below(5) === 0) light(chance);
    const drawn = chance.below(20);
    if (drawn < 2) await close();
    else if (drawn < 5) await repeat();
    else if (drawn === 5) restart();
    else if (drawn < 9) await open();
    else await cast();
  }
  if (fuse.isDead) restart();
  fuse.left = Number.POSITIVE_INFINITY;
  await settle();
  restart();
  for (const [voteId] of reference) if (host.state().plenary.vote.byId[voteId]?.phase === 'declared') compare(voteId);
  const open1 = running();
  const isOpen = open1?.phase === 'open';
  expect(keyFiles(dataDir)).toEqual(isOpen ? [`c~${open1.id}.key`] : []);
  const reader = connectToRead(join(dataDir, databaseFile), false);
  expect(oneValue(reader, 'SELECT count(*) FROM slip')).toBe(isOpen ? open1.received.length : 0);
  reader.close();
  host.drain();
  storage.close();
  rmSync(dataDir, { recursive: true, force: true });
  return { deaths, declared };
}

test('[SEC-3] [SEC-6] [SEC-7] what comes out of the box is what people were told they had put in, whenever the process dies', async () => {
  let [deaths, declared] = [0, 0];
  for (let n = 0; n < 12; n += 1) {
    const seed = `box ${n}`;
    const done = await trial(seed).catch((error: unknown) => {
      throw new Error(`seed "${seed}"`, { cause: error });
    });
    deaths += done.deaths;
    declared += done.declared;
  }
  // The trials are worth something.
  expect(deaths).toBeGreaterThan(10);
  expect(declared).toBeGreaterThan(15);
});
