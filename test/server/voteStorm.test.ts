/**
 * A recorded vote on a server that is killed again and again. `npm run test:storm` is the long form: all 193 member states, and as
 * many kills as half a minute has spans of 300 ms; `npm test` runs a short one.
 *
 * A server is killed 300 ms after it has said that it listens, not 300 ms after the last kill: a start takes longer than that on a
 * busy machine, and a server that is killed before it listens proves nothing. For the same reason nobody is killed before it has
 * acknowledged a ballot. While no server stands the voters wait at the door; what they had sent and were not answered they send
 * again under the same id, as the page does.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memberStates } from '@shared/data/memberStates.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { type Chance, seeded } from '@shared/domain/kernel/random.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Entry } from '../../server/ports/journal.ts';
import { openStorage } from '../../server/storage/sqlite/open.ts';
import { dial, type Line } from '../support/line.ts';
import { openVote } from '../support/meeting.ts';
import { bundled, rapporteur, type ServeProcess, serveProcess } from '../support/serveProcess.ts';
import { act, startHouse } from '../support/startHouse.ts';

const seconds = Number(process.env.STORM_SECONDS ?? 0);
const lifeMs = 300;
const [delegations, kills] = seconds > 0 ? [193, Math.ceil((seconds * 1_000) / lifeMs)] : [24, 8];
const choices: readonly Choice[] = ['yes', 'no', 'abstain'];
/** A voter changes their mind after so long at most; well within what one person may ask for. */
const ponderMs = 120;

interface Ballot {
  id: string;
  delegation: string;
  choice: Choice;
  seq: number;
}

interface Voter {
  participantId: string;
  delegation: string;
  cookie: string;
}

/** What stands for the server: the one that lives, or the next. */
interface Door {
  url: Promise<string>;
  isOver: boolean;
  /** The chair has announced the lock: from its instant on no ballot is taken. */
  isLocking: boolean;
}

/** Everybody who votes: two people of each delegation, in a vote that is open on a server that is then put down. */
async function prepare(dataDir: string) {
  const codes = memberStates.slice(0, delegations).map(({ id }) => id);
  const house = await startHouse({ dataDir });
  const live = await house.open(codes);
  // Where a lock is announced before it comes.
  await act(live, 'mod', 'consultation.chooseProfile', { profile: 'committee' });
  const { voteId } = await openVote(live, { present: delegations });
  const voters: Voter[] = [];
  // Everybody has a colleague, and every third votes as well.
  for (const delegation of codes)
    for (const at of voters.length % 3 === 0 ? [1, 2] : [1]) {
      const participantId = `${delegation}-${at}`;
      voters.push({ participantId, delegation, cookie: await house.signIn(live, participantId) });
    }
  const bureau = await house.signIn(live, 'mod');
  await house.stop();
  return { consultationId: live.id, voteId, voters, bureau };
}

/** Casts until the storm is over, each ballot until it is acknowledged, and never anything else in between. */
async function castOnAndOn(
  voter: Voter,
  { consultationId, voteId }: { consultationId: string; voteId: string },
  door: Door,
  chance: Chance,
  acknowledged: (ballot: Ballot) => void,
): Promise<void> {
  const { participantId, delegation, cookie } = voter;
  let line: Line | null = null;
  for (let each = 0; !door.isOver; each += 1) {
    const id = `ballot-${participantId}-${each}`;
    const choice = must(choices[chance.below(3)], 'choice');
    for (let answer = null; answer === null; ) {
      try {
        line ??= await dial(await door.url, { consultationId, cookie });
        answer = await Promise.race([line.command('vote.cast', { voteId, choice }, id), cutOff(line)]);
        if (door.isLocking && !answer.ok && answer.code === 'vote.closed') return line.close();
        // Nothing else that is asked here may be refused.
        if (!answer.ok) throw new Error(`${id} was answered ${answer.code}`);
        acknowledged({ id, delegation, choice, seq: answer.seq });
      } catch (error) {
        if (isRefusal(error)) throw error;
        line?.close();
        line = null;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, chance.below(ponderMs)));
  }
  line?.close();
}

const isRefusal = (error: unknown) => /was answered|SIGNED_OUT|RATE_LIMITED|FAULT/.test(String(error));

function cutOff({ socket }: Line): Promise<never> {
  return new Promise((_, reject) => {
    // The server may have gone while the voter pondered: nobody would say so again.
    if (socket.disconnected) reject(new Error('gone before'));
    socket.once('disconnect', (reason) => reject(new Error(reason)));
  });
}

/** Kills and starts again, the last time while the lock counts down; answers the last server, and how long each took to stand (ms). */
async function killOnAndOn(
  start: () => Promise<ServeProcess>,
  door: Door,
  cast: () => number,
  announceLock: (url: string) => Promise<void>,
) {
  const starts: number[] = [];
  let server = await start();
  const next = async () => {
    const began = performance.now();
    server = await start();
    starts.push(performance.now() - began);
    return server.url;
  };
  door.url = Promise.resolve(server.url);
  for (let kill = 0; kill < kills; kill += 1) {
    const before = cast();
    if (kill === kills - 1) {
      door.isLocking = true;
      await announceLock(server.url);
    }
    await new Promise((resolve) => setTimeout(resolve, lifeMs));
    await vi.waitFor(() => expect(cast()).toBeGreaterThan(before), { timeout: 30_000, interval: 5 });
    const ended = server.kill('SIGKILL');
    door.url = ended.then(next);
    expect(await ended).toMatchObject({ signal: 'SIGKILL' });
    await door.url;
  }
  return { server, starts };
}

/** What the journal must say of the ballots: each acknowledged one once, as it was cast, and no other. */
function expectStored(entries: readonly Entry[], ballots: readonly Ballot[]): void {
  const cast = entries.filter(({ type }) => type === 'vote.BallotCast');
  expect(cast.map(({ commandId }) => commandId).sort()).toEqual(ballots.map(({ id }) => id).sort());
  const byId = new Map(ballots.map((ballot) => [ballot.id, ballot]));
  for (const { commandId, data } of cast) {
    const { delegation, choice } = must(byId.get(commandId), 'acknowledged ballot');
    expect(data).toMatchObject({ delegationId: delegation, choice });
  }
  const received = entries.filter(({ type }) => type === 'vote.BallotReceived').map(({ data }) => data.delegationId);
  expect(received.sort()).toEqual([...new Set(ballots.map(({ delegation }) => delegation))].sort());
}

const middle = (values: readonly number[]) => Math.round([...values].sort((a, b) => a - b)[values.length >> 1] ?? 0);

test(
  '[HOST-1] [HOST-2] [HOST-5] [VOTE-9] [VOTE-12] a vote on a server that is killed every 300 ms loses no ballot, counts none twice and refuses none',
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-storm-'));
    const { voters, bureau, ...place } = await prepare(dataDir);
    const { program, remove } = await bundled();
    onTestFinished(remove);
    const ballots: Ballot[] = [];
    let port = '0';
    const start = async () => {
      const server = await serveProcess(dataDir, ['--port', port], program);
      port = String(server.port);
      return server;
    };
    const door: Door = { url: new Promise(() => {}), isOver: false, isLocking: false };
    const { voteId, consultationId } = place;
    const announceLock = async (url: string) => {
      const chair = await dial(url, { consultationId, cookie: bureau });
      expect(await chair.command('vote.announceLock', { voteId })).toMatchObject({ ok: true });
      chair.close();
    };
    const killing = killOnAndOn(start, door, () => ballots.length, announceLock).catch((error) => {
      door.isOver = true;
      throw error;
    });
    await vi.waitFor(() => expect(port).not.toBe('0'), { timeout: 30_000, interval: 5 });
    const casting = voters.map((voter) =>
      castOnAndOn(voter, place, door, seeded(voter.participantId), (ballot) => void ballots.push(ballot)),
    );
    const [{ server, starts }] = await Promise.all([killing, ...casting]);

    const seat = await dial(server.url, { consultationId, cookie: bureau });
    await seat.hello();
    // Nobody has locked it: the program has, at the instant that was announced before it was killed.
    await seat.until(() => seat.state.plenary.vote.byId[voteId]?.phase === 'locked');
    expect(await seat.command('vote.declare', { voteId })).toMatchObject({ ok: true });
    await seat.until(() => seat.state.plenary.vote.byId[voteId]?.phase === 'declared');
    const declared = must(seat.state.plenary.vote.byId[voteId], 'vote');
    if (declared.phase !== 'declared') throw new Error('not declared');
    seat.close();
    expect(await server.kill('SIGTERM')).toMatchObject({ code: 0 });

    // Counted apart from the program: of each delegation the acknowledged ballot with the highest number.
    const last = new Map<string, Ballot>();
    for (const ballot of ballots)
      if (ballot.seq > (last.get(ballot.delegation)?.seq ?? 0)) last.set(ballot.delegation, ballot);
    expect(declared.rollCall).toEqual(Object.fromEntries([...last].map(([code, { choice }]) => [code, choice])));
    const count = (choice: Choice) => [...last.values()].filter((each) => each.choice === choice).length;
    expect(declared.outcome).toMatchObject({ yes: count('yes'), no: count('no'), abstain: count('abstain') });
    expect(last.size).toBe(delegations);

    const storage = openStorage(dataDir);
    const entries = [...storage.journal.entries(consultationId)];
    expectStored(entries, ballots);
    const locksAt = entries.find(({ type }) => type === 'vote.LockAnnounced')?.data.locksAt;
    expect(entries.find(({ type }) => type === 'vote.VoteLocked')?.data).toEqual({ voteId, lockedAt: locksAt });
    storage.close();
    expect(await rapporteur(['verify-journal', '--data-dir', dataDir], program).ended).toMatchObject({ code: 0 });
    rmSync(dataDir, { recursive: true, force: true });
    expect(starts).toHaveLength(kills);
    if (seconds > 0)
      console.info({
        kills,
        ballots: ballots.length,
        startMs: { middle: middle(starts), longest: Math.round(Math.max(...starts)) },
      });
  },
  180_000 + seconds * 12_000,
);
