import { duties, nextDeadline } from '@shared/domain/duties.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { awaitsSecond } from '@shared/domain/voting/tie.ts';
import { beforeEach, expect, test } from 'vitest';
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
