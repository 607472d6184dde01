import { join } from 'node:path';
import { must } from '@shared/domain/kernel/must.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LiveConsultation } from '../../server/gate/liveConsultation.ts';
import { StorageFull } from '../../server/ports/journal.ts';
import { connectToRead } from '../../server/storage/sqlite/database.ts';
import { databaseFile } from '../../server/storage/sqlite/open.ts';
import { goTo, openVote } from '../support/meeting.ts';
import { act, type StartedHouse, startHouse, states, submit } from '../support/startHouse.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let house: StartedHouse;
let live: LiveConsultation;
let voteId: string;
let isFull = false;
let beforeAppend: () => void = () => {};
beforeAll(async () => {
  house = await startHouse({
    through: (storage) => ({
      ...storage,
      journal: {
        ...storage.journal,
        append(...asked) {
          beforeAppend();
          if (isFull) throw new StorageFull();
          return storage.journal.append(...asked);
        },
      },
    }),
  });
});
afterAll(() => house.stop());
beforeEach(async () => {
  live = await house.open();
  ({ voteId } = await openVote(live));
});

const sealed = () => live.host.state().sealed.vote[voteId] ?? {};
const vote = () => must(live.host.state().plenary.vote.byId[voteId], 'vote');

describe('a ballot', () => {
  test('[HOST-1] is acknowledged only when another connection to the database can read it', async () => {
    const line = await house.line(live, 'KEN-1');
    const id = nanoid();
    const answer = await line.command('vote.cast', { voteId, choice: 'yes' }, id);
    const reader = connectToRead(join(house.dataDir, databaseFile), false);
    const row = reader
      .prepare('SELECT answer FROM answer WHERE consultation_id = ? AND actor = ? AND command_id = ?')
      .get(live.id, 'KEN-1', id) as { answer: string };
    const stored = reader
      .prepare('SELECT type FROM journal WHERE consultation_id = ? AND command_id = ? ORDER BY seq')
      .all(live.id, id) as { type: string }[];
    reader.close();
    expect(JSON.parse(row.answer)).toEqual(answer);
    expect(stored.map(({ type }) => type)).toEqual([
      'vote.BallotCast',
      'vote.OwnBallotReceived',
      'vote.BallotReceived',
    ]);
  });

  test('[HOST-1] that cannot be stored is neither counted, nor shown, nor acknowledged', async () => {
    const [voter, colleague] = [await house.line(live, 'KEN-1'), await house.line(live, 'KEN-2')];
    const before = { state: live.host.state(), seq: live.host.seq(), heard: colleague.heard.length };
    const id = nanoid();
    isFull = true;
    try {
      const answer = await voter.command('vote.cast', { voteId, choice: 'yes' }, id);
      expect(answer).toEqual({ ok: false, code: 'STORAGE_FULL' });
      expect(live.host.state()).toBe(before.state);
      expect(live.host.seq()).toBe(before.seq);
    } finally {
      isFull = false;
    }
    await vi.waitFor(() => expect(live.host.isReadOnly()).toBe(false), { timeout: 20_000, interval: 20 });
    expect(await voter.command('vote.cast', { voteId, choice: 'no' }, id)).toMatchObject({ ok: true });
    await colleague.until(() => colleague.state.delegation.KEN?.vote[voteId] !== undefined);
    expect(colleague.state.delegation.KEN?.vote[voteId]?.times).toBe(1);
    expect(sealed()).toEqual({ KEN: 'no' });
  });

  test('[HOST-1] is shown to nobody while it is being stored', async () => {
    const [voter, colleague] = [await house.line(live, 'KEN-1'), await house.line(live, 'KEN-2')];
    const seen: unknown[] = [];
    beforeAppend = () => seen.push(live.host.position('plenary'), sealed().KEN);
    const position = live.host.position('plenary');
    await voter.command('vote.cast', { voteId, choice: 'yes' });
    beforeAppend = () => {};
    expect(seen).toEqual([position, undefined]);
    await colleague.until(() => colleague.state.plenary.vote.byId[voteId]?.received.length === 1);
  });

  test('[VOTE-4] needs the right: no observer, panelist, moderator or display, no state without credentials', async () => {
    await act(live, 'secretariat', 'delegation.setCredentials', { delegationId: 'JPN', hasCredentials: false });
    const codes = await Promise.all(
      ['IOM-1', 'pan-1', 'mod', 'screen', 'secretariat', 'JPN-1'].map(async (who) => {
        const line = await house.line(live, who, who === 'secretariat' ? { cookie: await house.signIn(null, '') } : {});
        const answer = await line.command('vote.cast', { voteId, choice: 'yes' });
        return answer.ok ? 'ok' : answer.code;
      }),
    );
    expect(codes).toEqual([...Array(5).fill('rights.not-permitted'), 'vote.not-entitled']);
    expect(sealed()).toEqual({});
    expect(vote().received).toEqual([]);
  });

  test('[VOTE-5] may be changed by a second person of the delegation until the lock; the last one counts', async () => {
    const [one, two] = [await house.line(live, 'KEN-1'), await house.line(live, 'KEN-2')];
    for (const [line, choice] of [
      [one, 'yes'],
      [two, 'no'],
      [one, 'abstain'],
    ] as const)
      expect(await line.command('vote.cast', { voteId, choice })).toMatchObject({ ok: true });
    expect(sealed()).toEqual({ KEN: 'abstain' });
    expect(vote().received).toEqual(['KEN']);
    await two.until(() => two.state.delegation.KEN?.vote[voteId]?.times === 3);
    await act(live, 'mod', 'vote.lock', { voteId });
    expect(await two.command('vote.cast', { voteId, choice: 'yes' })).toEqual({ ok: false, code: 'vote.closed' });
    expect(sealed()).toEqual({ KEN: 'abstain' });
  });

  test('[VOTE-5] of two devices at the same instant is one ballot, for every delegation', async () => {
    const lines = await Promise.all(
      Object.keys(states).flatMap((code) => [1, 2].map((at) => house.line(live, `${code}-${at}`))),
    );
    const choices: Choice[] = ['yes', 'no'];
    const answers = await Promise.all(
      lines.flatMap((line) => choices.map((choice) => line.command('vote.cast', { voteId, choice }))),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect([...vote().received].sort()).toEqual(Object.keys(states));
    expect(Object.keys(sealed()).sort()).toEqual(Object.keys(states));
    await act(live, 'mod', 'vote.lock', { voteId });
    await act(live, 'mod', 'vote.declare', { voteId });
    const declared = vote();
    if (declared.phase !== 'declared') throw new Error('not declared');
    expect(declared.outcome.yes + declared.outcome.no).toBe(5);
  });

  test('[VOTE-5] of two people at the same instant: both learn whose counts, when it came, and how often was cast', async () => {
    const [one, two] = [await house.line(live, 'KEN-1'), await house.line(live, 'KEN-2')];
    const answers = await Promise.all([
      one.command('vote.cast', { voteId, choice: 'yes' }),
      two.command('vote.cast', { voteId, choice: 'no' }),
    ]);
    expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
    const ownOf = (line: typeof one) => line.state.delegation.KEN?.vote[voteId];
    await Promise.all([one, two].map((line) => line.until(() => ownOf(line)?.times === 2)));
    expect(ownOf(one)).toEqual(ownOf(two));
    const last = must(ownOf(one), 'ballot').castBy;
    expect(['KEN-1', 'KEN-2']).toContain(last);
    expect(sealed()).toEqual({ KEN: last === 'KEN-1' ? 'yes' : 'no' });
  });

  test('[VOTE-16] of two devices of one person: both learn which one’s counts, by the id that it was sent under', async () => {
    const devices = [await house.line(live, 'KEN-1'), await house.line(live, 'KEN-1')] as const;
    const ids = [nanoid(), nanoid()] as const;
    expect(await devices[0].command('vote.cast', { voteId, choice: 'yes' }, ids[0])).toMatchObject({ ok: true });
    expect(await devices[1].command('vote.cast', { voteId, choice: 'no' }, ids[1])).toMatchObject({ ok: true });
    // Sent again it is the same ballot, and comes no later than it did.
    expect(await devices[0].command('vote.cast', { voteId, choice: 'yes' }, ids[0])).toMatchObject({ ok: true });
    for (const device of devices) {
      await device.until(() => device.state.delegation.KEN?.vote[voteId]?.times === 2);
      expect(device.state.delegation.KEN?.vote[voteId]).toMatchObject({ castBy: 'KEN-1', commandId: ids[1] });
    }
    expect(sealed()).toEqual({ KEN: 'no' });
  });

  test('[VOTE-6] over the wire, from two devices a delegation, 60 locks among the ballots: the tally is what was acknowledged', async () => {
    const voters = Object.keys(states);
    const lines = await Promise.all(voters.flatMap((code) => [1, 2].map((at) => house.line(live, `${code}-${at}`))));
    for (let round = 0; round < 60; round += 1) {
      const lockAfter = (round * 7) % lines.length;
      let lock: Promise<unknown> = Promise.resolve();
      const asked = lines.map((line, at) => {
        const cast = line.command('vote.cast', { voteId, choice: (round + at) % 3 === 0 ? 'no' : 'yes' });
        if (at === lockAfter) lock = submit(live, 'mod', 'vote.lock', { voteId });
        return cast;
      });
      const answers = await Promise.all(asked);
      const acknowledged = new Set(
        answers.flatMap(({ ok }, at) => (ok ? [must(voters[Math.floor(at / 2)], 'voter')] : [])),
      );
      for (const answer of answers) if (!answer.ok) expect(answer.code).toBe('vote.closed');
      expect(await lock).toMatchObject({ ok: true });
      await act(live, 'mod', 'vote.declare', { voteId });
      const declared = vote();
      if (declared.phase !== 'declared') throw new Error('not declared');
      expect(Object.keys(declared.rollCall).sort()).toEqual([...acknowledged].sort());
      const { yes, no, abstain, absent } = declared.outcome;
      expect({ cast: yes + no + abstain, absent }).toEqual({
        cast: acknowledged.size,
        absent: voters.length - acknowledged.size,
      });
      const result = JSON.stringify(declared);
      await act(live, 'mod', 'vote.declare', { voteId });
      expect(JSON.stringify(vote())).toBe(result);
      await act(live, 'mod', 'vote.open', { itemId: declared.itemId, majority: 'simple', present: null });
      voteId = must(live.host.state().plenary.vote.order.at(-1), 'vote');
    }
  });

  test('[VOTE-6] that arrives together with the lock is counted if it was acknowledged, and only then', async () => {
    for (let round = 0; round < 12; round += 1) {
      const voters = Object.keys(states);
      const [answers] = await Promise.all([
        Promise.all(voters.map((code) => submit(live, `${code}-1`, 'vote.cast', { voteId, choice: 'yes' }))),
        new Promise<void>((resolve) => (round % 2 ? setImmediate(resolve) : resolve())).then(() =>
          act(live, 'mod', 'vote.lock', { voteId }),
        ),
      ]);
      const acknowledged = voters.filter((_, at) => answers[at]?.ok);
      await act(live, 'mod', 'vote.declare', { voteId });
      const declared = vote();
      if (declared.phase !== 'declared') throw new Error('not declared');
      expect(Object.keys(declared.rollCall).sort()).toEqual(acknowledged);
      expect(declared.outcome.yes).toBe(acknowledged.length);
      await act(live, 'mod', 'vote.open', { itemId: declared.itemId, majority: 'simple', present: null });
      voteId = must(live.host.state().plenary.vote.order.at(-1), 'vote');
    }
  });

  test('[PAN-4] after the step has moved on is refused', async () => {
    await act(live, 'mod', 'vote.withdraw', { voteId });
    await goTo(live, 'closed');
    const line = await house.line(live, 'KEN-1');
    expect(await line.command('vote.cast', { voteId, choice: 'yes' })).toMatchObject({
      code: 'panel.wrong-step',
      details: { step: 'closed' },
    });
  });
});

describe('the id of a command', () => {
  test('[HOST-2] sent again gets the first answer and does nothing more, even with another choice', async () => {
    const line = await house.line(live, 'KEN-1');
    const id = nanoid();
    const first = await line.command('vote.cast', { voteId, choice: 'yes' }, id);
    const again = await Promise.all([
      line.command('vote.cast', { voteId, choice: 'yes' }, id),
      line.command('vote.cast', { voteId, choice: 'no' }, id),
      line.command('room.raiseHand', { roomId: 'none' }, id),
    ]);
    expect(again).toEqual([first, first, first]);
    expect(sealed()).toEqual({ KEN: 'yes' });
    expect(live.host.state().delegation.KEN?.vote[voteId]?.times).toBe(1);
  });

  test('[HOST-2] sent many times in one turn is done once', async () => {
    const id = nanoid();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => submit(live, 'KEN-1', 'vote.cast', { voteId, choice: 'yes' }, id)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(live.host.state().delegation.KEN?.vote[voteId]?.times).toBe(1);
  });

  test('[HOST-2] is each person’s own', async () => {
    const id = nanoid();
    const one = await submit(live, 'KEN-1', 'vote.cast', { voteId, choice: 'yes' }, id);
    const other = await submit(live, 'JPN-1', 'vote.cast', { voteId, choice: 'no' }, id);
    expect(one).toMatchObject({ ok: true });
    expect(other).toMatchObject({ ok: true });
    expect(other).not.toEqual(one);
    expect(sealed()).toEqual({ KEN: 'yes', JPN: 'no' });
  });

  test('[HOST-2] of what was refused is refused again the same, though it would be allowed by now', async () => {
    const id = nanoid();
    await act(live, 'secretariat', 'delegation.setCredentials', { delegationId: 'KEN', hasCredentials: false });
    const refused = await submit(live, 'KEN-1', 'vote.cast', { voteId, choice: 'yes' }, id);
    await act(live, 'secretariat', 'delegation.setCredentials', { delegationId: 'KEN', hasCredentials: true });
    expect(refused).toEqual({ ok: false, code: 'vote.not-entitled' });
    expect(await submit(live, 'KEN-1', 'vote.cast', { voteId, choice: 'yes' }, id)).toEqual(refused);
    expect(sealed()).toEqual({});
  });
});
