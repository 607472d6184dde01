import { duties, nextDeadline } from '@shared/domain/duties.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { callingOrder } from '@shared/domain/rollCall.ts';
import type { CommandData } from '@shared/domain/rulebook.ts';
import { type Method, profileVersions, type RuleProfile } from '@shared/domain/ruleProfile.ts';
import { awaitsSecond } from '@shared/domain/voting/tie.ts';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type House, house } from '../support/build.ts';

let h: House;
let item: string;
const hours = 3_600_000;

beforeEach(() => {
  h = house({ profile: 'plenary' });
  h.openRooms({ rooms: 2 });
  item = h.reported(1, 'One');
  h.step('deciding');
  h.stage(item, 'ready');
});

const tied = { yes: ['KEN', 'CHE'], no: ['JPN', 'FRA'] };
const open = (majority: 'simple' | 'two-thirds' = 'simple', present = 15) =>
  h.try('mod', 'vote.open', { itemId: item, majority, present });
const voteOf = (id: string) => must(h.state.plenary.vote.byId[id], 'vote');
function declared(id: string) {
  const vote = voteOf(id);
  if (vote.phase !== 'declared') throw new Error(vote.phase);
  return vote;
}

test('[VOTE-14] a tie waits for its second vote, and the next vote on the same is that one', () => {
  const first = h.vote(item, tied);
  const { declaredAt, secondVoteUntil, outcome } = declared(first);
  expect(outcome).toMatchObject({ result: 'tied', reason: 'tie-second-vote' });
  expect(secondVoteUntil).toBe(declaredAt + 48 * hours);
  expect(awaitsSecond(h.state.plenary, declared(first))).toBe(true);
  expect(open('two-thirds')).toEqual({ refused: 'vote.second-by-other-majority' });
  const second = h.openVote(item, { yes: ['KEN', 'CHE'], no: ['JPN'] });
  expect(voteOf(second)).toMatchObject({ secondOf: first, terms: { tie: 'rejected' } });
  expect(awaitsSecond(h.state.plenary, declared(first))).toBe(false);
  expect(nextDeadline(h.state)).toBeNull();
  h.lock(second);
  h.act('mod', 'vote.declare', { voteId: second });
  expect(declared(second).outcome.result).toBe('carried');
});

test('[VOTE-14] [ONE-2] a second tie rejects, and no third vote is held', () => {
  h.vote(item, tied);
  const second = h.vote(item, tied);
  expect(declared(second).outcome).toMatchObject({ result: 'not-carried', reason: 'tie-rejected' });
  expect(declared(second)).not.toHaveProperty('secondVoteUntil');
  expect(open()).toEqual({ refused: 'motion.item-decided' });
});

test('[VOTE-14] it may be opened until the last millisecond, and withdrawn or without a quorum it was none', () => {
  const first = h.vote(item, tied);
  const until = must(declared(first).secondVoteUntil, 'until');
  const withdrawn = h.openVote(item);
  h.act('mod', 'vote.withdraw', { voteId: withdrawn });
  open('simple', 3);
  const empty = must(h.state.plenary.vote.order.at(-1), 'vote');
  h.lock(empty);
  h.act('mod', 'vote.declare', { voteId: empty });
  expect(declared(empty).outcome.result).toBe('no-quorum');
  expect(awaitsSecond(h.state.plenary, declared(first))).toBe(true);
  h.now = until - 1_000;
  expect(voteOf(h.openVote(item))).toMatchObject({ secondOf: first });
});

test('[VOTE-15] after its time a tie is not carried: the program says so, and that version is voted on no more', () => {
  const first = h.vote(item, tied);
  const until = must(declared(first).secondVoteUntil, 'until');
  expect(nextDeadline(h.state)).toBe(until + 1);
  expect(duties(h.state, until)).toEqual([]);
  expect(duties(h.state, until + 1)).toEqual([{ type: 'vote.lapse', payload: { voteId: first } }]);
  h.now = until - 999;
  expect(open()).toEqual({ refused: 'vote.tie-stands' });
  h.act('system', 'vote.lapse', { voteId: first });
  expect(declared(first).tieLapsedAt).toBe(h.now);
  expect(nextDeadline(h.state)).toBeNull();
  expect(open()).toEqual({ refused: 'vote.tie-stands' });
  expect(h.try('mod', 'vote.lapse', { voteId: first })).toEqual({ refused: 'rights.not-permitted' });
  expect(h.try('system', 'vote.lapse', { voteId: first })).toEqual({ refused: 'vote.not-tied' });
});

test('[VOTE-15] a tie whose second vote is running does not lapse', () => {
  const first = h.vote(item, tied);
  const second = h.openVote(item, { yes: ['KEN'] });
  h.now = must(declared(first).secondVoteUntil, 'until') + hours;
  expect(duties(h.state, h.now)).toEqual([]);
  expect(h.try('system', 'vote.lapse', { voteId: first })).toEqual({ refused: 'vote.not-tied' });
  h.lock(second);
  h.act('mod', 'vote.declare', { voteId: second });
  expect(duties(h.state, h.now)).toEqual([]);
});

describe('by every way of voting', () => {
  const asked = (method: Method) => ({ itemId: item, majority: 'simple', present: 15, method }) as const;
  /** A whole vote by any way, in which these vote in favour and those against. */
  function held(method: Method, yes: readonly string[], no: readonly string[]): string {
    const opening = h.act('mod', 'vote.open', asked(method));
    const voteId = String(must(opening.find(({ type }) => type === 'vote.VoteOpened')?.data.voteId, 'vote'));
    const choices = [...yes.map((who) => [who, 'yes'] as const), ...no.map((who) => [who, 'no'] as const)];
    if (method === 'roll-call') {
      h.act('mod', 'rollCall.draw', { voteId, nonce: '00112233445566778899aabbccddeeff' });
      for (const id of callingOrder(must(h.state.plenary.rollCall[voteId], 'roll call'))) {
        // Who abstains is present: without the others there would be no quorum (ROLL-10).
        const choice = choices.find(([who]) => who === id)?.[1] ?? 'abstain';
        h.act('sec', 'rollCall.enter', { voteId, delegationId: id, choice });
        h.try('mod', 'rollCall.callNext', { voteId, after: id });
      }
    } else if (method === 'secret') {
      for (const [at, [who, choice]] of choices.entries())
        h.act(`${who}-1`, 'secretBallot.cast', {
          ...{ voteId, choice: choice === 'yes' ? 'yea' : 'nay', receipt: `${at}`.padStart(32, '0') },
        });
      h.lock(voteId);
      const { payload } = h.box.complete({ type: 'secretBallot.count', payload: { voteId } } as never, 0);
      h.act('system', 'secretBallot.count', payload as CommandData<'secretBallot.count'>);
    } else {
      for (const [who, choice] of choices) h.act(`${who}-1`, 'vote.cast', { voteId, choice });
      h.lock(voteId);
    }
    h.act('mod', 'vote.declare', { voteId });
    return voteId;
  }
  const methods: Method[] = ['recorded', 'show-of-hands', 'roll-call', 'secret'];
  const pairs = methods.flatMap((first) => methods.map((second) => [first, second] as const));

  test.each(pairs)(
    '[VOTE-14] a tie by %s is put to a second vote by %s, and a tie in that rejects',
    (first, second) => {
      const tie = held(first, ['KEN', 'CHE'], ['JPN', 'FRA']);
      expect(declared(tie).outcome).toMatchObject({ yes: 2, no: 2, result: 'tied', reason: 'tie-second-vote' });
      expect(h.try('mod', 'vote.open', { ...asked(second), majority: 'two-thirds' })).toEqual({
        refused: 'vote.second-by-other-majority',
      });
      const again = held(second, ['KEN', 'CHE'], ['JPN', 'FRA']);
      expect(declared(again)).toMatchObject({
        secondOf: tie,
        outcome: { result: 'not-carried', reason: 'tie-rejected' },
      });
      expect(h.try('mod', 'vote.open', asked(first))).toEqual({ refused: 'motion.item-decided' });
    },
  );

  test.each(methods)('[VOTE-15] a tie by %s is not held again after its time', (method) => {
    const tie = held(method, ['KEN'], ['JPN']);
    h.now = must(declared(tie).secondVoteUntil, 'until');
    for (const each of methods) expect(h.try('mod', 'vote.open', asked(each))).toEqual({ refused: 'vote.tie-stands' });
    h.act('system', 'vote.lapse', { voteId: tie });
    expect(h.try('mod', 'vote.open', asked(method))).toEqual({ refused: 'vote.tie-stands' });
  });

  test.each(methods)('[MAJ-5] in a committee a tie by %s rejects at once (rule 133)', (method) => {
    h = house({ profile: 'committee' });
    h.openRooms({ rooms: 2 });
    item = h.reported(1, 'One');
    h.step('deciding');
    h.stage(item, 'ready');
    const tie = held(method, ['KEN'], ['JPN']);
    expect(declared(tie).outcome).toMatchObject({ result: 'not-carried', reason: 'tie-rejected' });
    expect(declared(tie)).not.toHaveProperty('secondVoteUntil');
    expect(h.try('mod', 'vote.open', asked(method))).toEqual({ refused: 'motion.item-decided' });
  });
});

test('[CON-7] a vote goes to its end by the version that it was opened under, though a newer one is released meanwhile', () => {
  const versions = profileVersions.plenary as unknown as RuleProfile[];
  const voteId = h.openVote(item, tied);
  versions.push({ ...must(versions.at(-1), 'version'), version: 99, lockWarningSeconds: 60, secondVoteHours: 24 });
  onTestFinished(() => void versions.pop());
  h.act('mod', 'vote.announceLock', { voteId });
  expect(voteOf(voteId)).toMatchObject({ locksAt: h.now + 10_000 });
  h.now += 10_000;
  h.act('system', 'vote.lock', { voteId });
  h.act('mod', 'vote.declare', { voteId });
  expect(declared(voteId).secondVoteUntil).toBe(h.now + 48 * hours);
  // What is opened now goes by the new one.
  const second = h.openVote(item);
  h.act('mod', 'vote.announceLock', { voteId: second });
  expect(voteOf(second)).toMatchObject({ terms: { profileVersion: 99 }, locksAt: h.now + 60_000 });
});
