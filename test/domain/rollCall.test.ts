import { createHash, createHmac } from 'node:crypto';
import { compareRollCall, memberStates } from '@shared/data/memberStates.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { callingOrder, isCallOver, turnOf } from '@shared/domain/rollCall.ts';
import { evolve } from '@shared/domain/rulebook.ts';
import { scopesOf } from '@shared/domain/scope.ts';
import { notYetVoted, votedIn } from '@shared/domain/vote.ts';
import { drawnStart, placeOf } from '@shared/domain/voting/lot.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, house, houseCodes } from '../support/build.ts';

let h: House;
let item: string;
let voteId: string;
const nonce = '00112233445566778899aabbccddeeff';
/** The members of the house by their English names: Bangladesh, Brazil, Canada … Switzerland. */
const alphabetical = memberStates.map(({ id }) => id).filter((id) => houseCodes.includes(id));

beforeEach(() => {
  h = house({ profile: 'committee' });
  h.openRooms({ rooms: 2 });
  item = h.reported(1, 'One');
  h.step('deciding');
  h.stage(item, 'ready');
  const asked = { itemId: item, majority: 'simple', present: 15, method: 'roll-call' } as const;
  voteId = String(must(h.act('mod', 'vote.open', asked)[0], 'vote').data.voteId);
});

const vote = () => must(h.state.plenary.vote.byId[voteId], 'vote');
const call = () => must(h.state.plenary.rollCall[voteId], 'roll call');
const current = () => must(turnOf(call()).current, 'current');
const draw = () => h.try('mod', 'rollCall.draw', { voteId, nonce });
const next = (after = current()) => h.try('mod', 'rollCall.callNext', { voteId, after });
const answer = (who: string, choice: 'yes' | 'no' | 'abstain' = 'yes') =>
  h.try(who, 'rollCall.answer', { voteId, choice });
const enter = (delegationId: string, choice: 'yes' | 'no' = 'no', who = 'sec') =>
  h.try(who, 'rollCall.enter', { voteId, delegationId, choice });
const absent = (delegationId: string) => h.try('mod', 'rollCall.markAbsent', { voteId, delegationId });
const again = (delegationId: string) => h.try('mod', 'rollCall.takeBackAbsence', { voteId, delegationId });
const declare = () => h.try('mod', 'vote.declare', { voteId });

/** Calls everyone: those named answer as they are said to, the others are absent. */
function callAll(answers: Record<string, 'yes' | 'no' | 'abstain'>): void {
  draw();
  for (const id of callingOrder(call())) {
    const choice = answers[id];
    if (!choice) {
      absent(id);
      continue;
    }
    answer(`${id}-1`, choice);
    next(id);
  }
}

describe('the lot', () => {
  test('[ROLL-1] the opening tells the order and a digest, and the seed to nobody', () => {
    expect(call().order).toEqual(alphabetical);
    const seed = must(h.state.sealed.rollCall[voteId], 'seed');
    expect(call().commitment).toBe(createHash('sha256').update(seed).digest('hex'));
    draw();
    const readable = new Set(
      Object.keys(h.state.plenary.delegation.participants).flatMap((id) => scopesOf(h.state, id)),
    );
    expect(JSON.stringify(h.events.filter(({ scope }) => readable.has(scope)))).not.toContain(seed);
  });

  test('[ROLL-2] is drawn once, by the bureau, from both numbers together', () => {
    expect(h.try('KEN-1', 'rollCall.draw', { voteId, nonce })).toEqual({ refused: 'rights.not-permitted' });
    draw();
    const seed = must(h.state.sealed.rollCall[voteId], 'seed');
    const digest = createHmac('sha256', seed).update(`${nonce}${voteId}`).digest('hex');
    const start = Number(BigInt(`0x${digest}`) % 15n);
    expect(call().lot).toEqual({ nonce, start });
    expect(current()).toBe(alphabetical[start]);
    expect(callingOrder(call())).toEqual([...alphabetical.slice(start), ...alphabetical.slice(0, start)]);
    expect(draw()).toEqual({ refused: 'rollCall.drawn' });
  });

  test('[ROLL-2] a digest that would favour the first is drawn again, with the number of the try', () => {
    expect(placeOf('f'.repeat(64), 193)).toBeNull();
    expect(placeOf('0'.repeat(64), 193)).toBe(0);
    expect(placeOf((2n ** 256n - (2n ** 256n % 193n) - 1n).toString(16), 193)).toBe(192);
    expect(placeOf((2n ** 256n - (2n ** 256n % 193n)).toString(16), 193)).toBeNull();
    const asked: string[] = [];
    const hmac = (_key: string, text: string) => {
      asked.push(text);
      return asked.length < 3 ? 'f'.repeat(64) : '7'.padStart(64, '0');
    };
    expect(drawnStart(hmac, { seed: 's', nonce: 'n', voteId: 'v', among: 193 })).toBe(7);
    expect(asked).toEqual(['nv', 'nv#1', 'nv#2']);
  });

  test('[ROLL-2] every member is as likely as every other', () => {
    const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex');
    const drawn = new Array<number>(15).fill(0);
    for (let at = 0; at < 6_000; at += 1) {
      const start = drawnStart(hmac, { seed: `s${at}`, nonce, voteId: 'v', among: 15 });
      drawn[start] = (drawn[start] ?? 0) + 1;
    }
    // Chi-squared with 14 degrees of freedom: above 36.1 once in a thousand; the seeds are fixed.
    expect(drawn.reduce((sum, each) => sum + (each - 400) ** 2 / 400, 0)).toBeLessThan(36.1);
  });

  test('[ROLL-3] the result brings the seed, and anyone recomputes the start', () => {
    callAll({ KEN: 'yes' });
    expect(call().seed).toBeNull();
    declare();
    const { seed, lot, commitment, order } = call();
    const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex');
    expect(createHash('sha256').update(String(seed)).digest('hex')).toBe(commitment);
    expect(lot?.start).toBe(drawnStart(hmac, { seed: String(seed), nonce, voteId, among: order.length }));
  });
});

describe('the call', () => {
  test('[ROLL-4] goes on when the one called has answered, and once', () => {
    draw();
    const [first, second, third] = callingOrder(call()) as [string, string, string];
    expect(next()).toEqual({ refused: 'rollCall.not-answered' });
    answer(`${first}-1`);
    expect(turnOf(call())).toEqual({ current: first, next: second, afterNext: third, left: 14 });
    next(first);
    expect(next(first)).toEqual([]);
    expect(turnOf(call())).toMatchObject({ current: second, next: third, left: 13 });
  });

  test('[ROLL-4] calls everyone once, round to the one before the start', () => {
    callAll(Object.fromEntries(houseCodes.map((code) => [code, 'abstain' as const])));
    expect(
      h.events.filter(({ type }) => type === 'rollCall.DelegationCalled').map(({ data }) => data.delegationId),
    ).toEqual(callingOrder(call()));
    expect(next()).toEqual({ refused: 'rollCall.over' });
  });

  test('[ROLL-5] only the one that is called answers, as soon as the lot is drawn', () => {
    expect(answer('KEN-1')).toEqual({ refused: 'rollCall.not-drawn' });
    draw();
    const other = must(turnOf(call()).next, 'next');
    expect(answer(`${other}-1`)).toEqual({ refused: 'rollCall.not-called' });
    expect(h.try(`${current()}-1`, 'vote.cast', { voteId, choice: 'yes' })).toEqual({ refused: 'rollCall.not-called' });
    for (const who of ['VAT-1', 'pan-1', 'mod', 'screen'])
      expect(answer(who)).toEqual({ refused: 'rights.not-permitted' });
    h.act('sec', 'delegation.setCredentials', { delegationId: current(), hasCredentials: false });
    expect(answer(`${current()}-1`)).toEqual({ refused: 'vote.not-entitled' });
    expect(enter(current())).toEqual({ refused: 'vote.not-entitled' });
  });

  test('[ROLL-5] an answer is everybody’s at once and stands, whoever brings another', () => {
    draw();
    const who = current();
    const told = answer(`${who}-2`, 'no');
    expect(told).toMatchObject([
      { scope: 'plenary', data: { delegationId: who, choice: 'no', by: 'delegation' } },
      { scope: `delegation:${who}`, data: { castBy: `${who}-2` } },
    ]);
    expect(answer(`${who}-1`, 'yes')).toEqual({ refused: 'rollCall.answered' });
    expect(enter(who, 'yes' as never)).toEqual({ refused: 'rollCall.answered' });
    expect(absent(who)).toEqual({ refused: 'rollCall.answered' });
    expect(call().answers).toEqual({ [who]: { choice: 'no', by: 'delegation', at: h.now - 3_000 } });
    expect(votedIn(h.state.plenary, vote())).toEqual([who]);
    expect(notYetVoted(h.state, vote())).toHaveLength(14);
  });

  test('[ROLL-6] the secretariat enters for a delegation in the hall, marked so for ever', () => {
    draw();
    const who = current();
    for (const other of ['mod', `${who}-1`])
      expect(enter(who, 'no', other)).toEqual({ refused: 'rights.not-permitted' });
    expect(enter(must(turnOf(call()).next, 'next'))).toEqual({ refused: 'rollCall.not-called' });
    enter(who);
    expect(answer(`${who}-1`)).toEqual({ refused: 'rollCall.answered' });
    expect(call().answers[who]).toMatchObject({ choice: 'no', by: 'secretariat' });
  });

  test('[ROLL-9] an absence is taken back until another is heard, and its member called once more', () => {
    draw();
    const [first, second, third] = callingOrder(call()) as [string, string, string];
    expect(again(first)).toEqual([]);
    absent(first);
    absent(second);
    expect(again(first)).toEqual({ refused: 'rollCall.absence-stands' });
    for (const who of [`${second}-1`, 'pan-1', 'screen'])
      expect(h.try(who, 'rollCall.takeBackAbsence', { voteId, delegationId: second })).toEqual({
        refused: 'rights.not-permitted',
      });
    again(second);
    expect(again(second)).toEqual([]);
    expect(turnOf(call())).toMatchObject({ current: second, next: third, left: 13 });
    // One slip after the other: the one before it is the last again.
    again(first);
    expect(turnOf(call())).toMatchObject({ current: first, next: second, left: 14 });
    answer(`${first}-1`);
    expect(again(first)).toEqual({ refused: 'rollCall.absence-stands' });
    next(first);
    absent(second);
    answer(`${third}-1`);
    expect(again(second)).toEqual({ refused: 'rollCall.absence-stands' });
    expect(call().answers).toMatchObject({ [first]: { choice: 'yes' }, [second]: { choice: null } });
  });

  test('[ROLL-9] when all were called, until the declaration', () => {
    callAll({});
    const last = must(callingOrder(call()).at(-1), 'last');
    expect(isCallOver(call())).toBe(true);
    again(last);
    expect(declare()).toEqual({ refused: 'rollCall.not-over' });
    expect(current()).toBe(last);
    answer(`${last}-1`);
    expect(next(last)).toEqual({ refused: 'rollCall.over' });
    declare();
    expect(vote()).toMatchObject({ rollCall: { [last]: 'yes' }, outcome: { yes: 1, absent: 14 } });
    expect(again(last)).toEqual({ refused: 'vote.closed' });
  });

  test('[ROLL-7] who does not answer is absent, and the call goes on without coming back', () => {
    draw();
    const [first, second] = callingOrder(call()) as [string, string];
    absent(first);
    expect(current()).toBe(second);
    expect(call().answers[first]).toMatchObject({ choice: null });
    expect(answer(`${first}-1`)).toEqual({ refused: 'rollCall.answered' });
    expect(votedIn(h.state.plenary, vote())).toEqual([]);
  });
});

test('[ROLL-1] [ROLL-4] of 193 members, from the United Republic of Tanzania it goes round over Zimbabwe to Afghanistan', () => {
  const codes = memberStates.map(({ id }) => id);
  const order = [...codes].sort(compareRollCall);
  expect(order).toHaveLength(193);
  const tell = (name: string, data: object) =>
    evolve(h.state, { scope: 'plenary', type: `rollCall.${name}`, data: { voteId: 'all', ...data } }, h.now);
  tell('LotSealed', { commitment: '0'.repeat(64), order });
  tell('LotDrawn', { nonce, start: order.indexOf('TZA') });
  const calls = () => must(h.state.plenary.rollCall.all, 'roll call');
  const heard: string[] = [];
  for (let next: string | null = 'TZA'; next !== null; next = turnOf(calls()).next) {
    tell('DelegationCalled', { delegationId: next });
    tell('DelegationAnswered', { delegationId: next, choice: 'yes', by: 'delegation' });
    heard.push(must(turnOf(calls()).current, 'current'));
  }
  const ofNames = ['TZA', 'USA', 'URY', 'UZB', 'VUT', 'VEN', 'VNM', 'YEM', 'ZMB', 'ZWE', 'AFG', 'ALB', 'DZA', 'AND'];
  expect(heard.slice(0, ofNames.length)).toEqual(ofNames);
  expect(heard.at(-1)).toBe('GBR');
  expect(new Set(heard).size).toBe(193);
  expect(isCallOver(calls())).toBe(true);
});

describe('the end of a call', () => {
  test('[ROLL-8] is declared when everyone was called, and needs no lock', () => {
    expect(declare()).toEqual({ refused: 'vote.not-locked' });
    draw();
    expect(declare()).toEqual({ refused: 'rollCall.not-over' });
    expect(h.try('mod', 'vote.lock', { voteId })).toEqual({ refused: 'rollCall.not-over' });
    expect(h.try('mod', 'vote.announceLock', { voteId })).toEqual({ refused: 'vote.closed' });
    answer(`${current()}-1`, 'yes');
    for (next(); turnOf(call()).left > 0; ) absent(current());
    expect(declare()).toEqual({ refused: 'rollCall.not-over' });
    absent(current());
    declare();
    expect(vote()).toMatchObject({ phase: 'declared', lockedAt: h.now, outcome: { yes: 1, absent: 14 } });
    expect(declare()).toEqual([]);
  });

  test('[VOTE-7] the result has the answers given, and no more', () => {
    const heard = { KEN: 'yes', CHE: 'yes', FRA: 'no', JPN: 'abstain', CAN: 'yes', MEX: 'no', POL: 'no', GHA: 'yes' };
    callAll(heard as Parameters<typeof callAll>[0]);
    declare();
    expect(vote()).toMatchObject({
      rollCall: heard,
      outcome: { yes: 4, no: 3, abstain: 1, absent: 7, result: 'carried', quorum: { present: 8, met: true } },
    });
  });

  test('[ROLL-10] present are those who answered, whatever number the bureau has found before', () => {
    callAll({ KEN: 'yes', CHE: 'yes', FRA: 'no', JPN: 'abstain', CAN: 'yes', MEX: 'no', POL: 'no' });
    declare();
    expect(vote()).toMatchObject({
      terms: { present: 15 },
      outcome: { result: 'no-quorum', quorum: { required: 8, present: 7, met: false } },
    });
  });

  test('[ROLL-10] a roll call of an earlier journal counts the number that the bureau has found', () => {
    delete must(h.state.plenary.vote.byId[voteId], 'vote').terms.presence;
    callAll({ KEN: 'yes' });
    declare();
    expect(vote()).toMatchObject({ outcome: { result: 'carried', quorum: { present: 15, met: true } } });
  });

  test('[ROLL-8] is no withdrawal once the lot is drawn', () => {
    draw();
    expect(h.try('mod', 'vote.withdraw', { voteId })).toEqual({ refused: 'vote.begun' });
  });

  test('[ROLL-8] before that it is withdrawn, and takes no lot any more', () => {
    h.act('mod', 'vote.withdraw', { voteId });
    expect(draw()).toEqual({ refused: 'vote.closed' });
    voteId = h.openVote(item);
    expect(draw()).toEqual({ refused: 'rollCall.not-a-roll-call' });
    voteId = 'nothing';
    expect(draw()).toEqual({ refused: 'vote.unknown' });
  });
});
