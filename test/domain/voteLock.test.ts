import { duties, nextDeadline } from '@shared/domain/duties.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { notYetVoted } from '@shared/domain/vote.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, house, houseCodes } from '../support/build.ts';

let h: House;
let item: string;
let other: string;
let voteId: string;

function deciding(profile: 'informal' | 'committee' = 'committee'): void {
  h = house({ profile });
  h.openRooms({ rooms: 2 });
  item = h.reported(1, 'One');
  other = h.reported(2, 'Two');
  h.step('deciding');
  for (const id of [item, other]) h.stage(id, 'ready');
  voteId = h.openVote(item, { yes: ['KEN'] });
}
const vote = () => must(h.state.plenary.vote.byId[voteId], 'vote');
const bureau = (type: 'vote.announceLock' | 'vote.callOffLock' | 'vote.lock') => h.try('mod', type, { voteId });
const cast = (who: string, choice: 'yes' | 'no' = 'yes') => h.try(who, 'vote.cast', { voteId, choice });
/** Something at an instant: every act takes a second. */
const at = (instant: number) => {
  h.now = instant - 1_000;
};

beforeEach(() => deciding());

describe('the lock of a recorded vote', () => {
  test('[VOTE-12] is announced, and ballots are taken until its instant', () => {
    bureau('vote.announceLock');
    const locksAt = h.now + 10_000;
    expect(vote()).toMatchObject({ phase: 'open', locksAt });
    at(locksAt - 1);
    expect(cast('CHE-1')).not.toHaveProperty('refused');
    at(locksAt);
    expect(cast('JPN-1')).toEqual({ refused: 'vote.closed' });
    expect(vote().received).toEqual(['KEN', 'CHE']);
  });

  test('[VOTE-12] takes effect by itself at its instant, not before, however late the program comes to it', () => {
    bureau('vote.announceLock');
    const locksAt = h.now + 10_000;
    expect(nextDeadline(h.state)).toBe(locksAt);
    expect(duties(h.state, locksAt - 1)).toEqual([]);
    at(locksAt - 1);
    expect(h.try('system', 'vote.lock', { voteId })).toEqual({ refused: 'vote.lock-not-due' });
    expect(duties(h.state, locksAt)).toEqual([{ type: 'vote.lock', payload: { voteId } }]);
    at(locksAt + 60_000);
    h.act('system', 'vote.lock', { voteId });
    expect(vote()).toMatchObject({ phase: 'locked', lockedAt: locksAt });
    expect(vote()).not.toHaveProperty('locksAt');
    expect(nextDeadline(h.state)).toBeNull();
  });

  test('[VOTE-12] is called off until its instant, and may be announced anew', () => {
    bureau('vote.announceLock');
    expect(bureau('vote.announceLock')).toEqual([]);
    bureau('vote.callOffLock');
    expect(vote()).not.toHaveProperty('locksAt');
    expect(nextDeadline(h.state)).toBeNull();
    expect(bureau('vote.callOffLock')).toEqual([]);
    bureau('vote.announceLock');
    at(h.now + 10_000);
    expect(bureau('vote.callOffLock')).toEqual({ refused: 'vote.closed' });
  });

  test('[VOTE-12] is the bureau’s affair, and nothing is announced of a vote that is over', () => {
    for (const who of ['KEN-1', 'pan-1', 'VAT-1', 'screen'])
      for (const type of ['vote.announceLock', 'vote.callOffLock'] as const)
        expect(h.try(who, type, { voteId })).toEqual({ refused: 'rights.not-permitted' });
    h.lock(voteId);
    expect(bureau('vote.announceLock')).toEqual({ refused: 'vote.closed' });
    expect(bureau('vote.callOffLock')).toEqual({ refused: 'vote.closed' });
    expect(h.try('mod', 'vote.announceLock', { voteId: 'nothing' })).toEqual({ refused: 'vote.unknown' });
    expect(h.try('mod', 'vote.callOffLock', { voteId: 'nothing' })).toEqual({ refused: 'vote.unknown' });
  });

  test('[VOTE-13] comes at once only when everyone who may vote has voted', () => {
    expect(bureau('vote.lock')).toEqual({ refused: 'vote.lock-not-announced' });
    bureau('vote.announceLock');
    expect(bureau('vote.lock')).toEqual({ refused: 'vote.lock-counts-down' });
    bureau('vote.callOffLock');
    h.act('sec', 'delegation.setCredentials', { delegationId: 'FRA', hasCredentials: false });
    for (const code of houseCodes.filter((each) => each !== 'FRA')) cast(`${code}-1`);
    expect(notYetVoted(h.state, vote())).toEqual([]);
    bureau('vote.lock');
    expect(vote()).toMatchObject({ phase: 'locked', lockedAt: h.now });
  });

  test('[VOTE-13] may come at once where the vote only indicates', () => {
    deciding('informal');
    expect(bureau('vote.lock')).not.toHaveProperty('refused');
  });

  test('[VOTE-8] a vote whose lock was announced is withdrawn as long as no ballot is in', () => {
    h.lock(voteId);
    h.act('mod', 'vote.declare', { voteId });
    voteId = h.openVote(other);
    bureau('vote.announceLock');
    h.act('mod', 'vote.withdraw', { voteId });
    expect(vote().phase).toBe('withdrawn');
    expect(nextDeadline(h.state)).toBeNull();
  });
});

describe('the lock of a vote that keeps no names', () => {
  const hold = (method: 'show-of-hands' | 'secret', profile: 'informal' | 'committee' = 'committee') => {
    deciding(profile);
    h.lock(voteId);
    h.act('mod', 'vote.declare', { voteId });
    h.act('mod', 'vote.open', { itemId: other, majority: 'simple', present: 15, method });
    voteId = must(h.state.plenary.vote.order.at(-1), 'vote');
  };
  const drop = (who: string) =>
    h.try(who, 'secretBallot.cast', {
      voteId,
      choice: 'yea',
      receipt: who.charCodeAt(0).toString(16).padStart(32, '0'),
    });

  test.each([
    ['show-of-hands', cast],
    ['secret', drop],
  ] as const)('[VOTE-12] [VOTE-13] is announced too, of a %s: nobody is cut off', (method, give) => {
    hold(method);
    give('KEN-1');
    expect(bureau('vote.lock')).toEqual({ refused: 'vote.lock-not-announced' });
    bureau('vote.announceLock');
    const locksAt = h.now + 10_000;
    expect(vote()).toMatchObject({ phase: 'open', locksAt });
    expect(bureau('vote.lock')).toEqual({ refused: 'vote.lock-counts-down' });
    at(locksAt - 1);
    expect(give('CHE-1')).not.toHaveProperty('refused');
    at(locksAt);
    expect(give('JPN-1')).toEqual({ refused: 'vote.closed' });
    expect(duties(h.state, locksAt)).toEqual([{ type: 'vote.lock', payload: { voteId } }]);
    h.act('system', 'vote.lock', { voteId });
    expect(vote()).toMatchObject({ phase: 'locked', lockedAt: locksAt, received: ['KEN', 'CHE'] });
  });

  test('[VOTE-12] is called off, and a vote without a ballot is withdrawn while it counts down', () => {
    for (const method of ['show-of-hands', 'secret'] as const) {
      hold(method);
      bureau('vote.announceLock');
      bureau('vote.callOffLock');
      expect(nextDeadline(h.state)).toBeNull();
      bureau('vote.announceLock');
      h.act('mod', 'vote.withdraw', { voteId });
      expect(nextDeadline(h.state)).toBeNull();
    }
  });

  test('[VOTE-13] comes at once where it only indicates, and of a secret ballot where everyone has voted', () => {
    for (const method of ['show-of-hands', 'secret'] as const) {
      hold(method, 'informal');
      expect(bureau('vote.lock'), method).not.toHaveProperty('refused');
    }
    hold('secret');
    for (const code of houseCodes) drop(`${code}-1`);
    expect(bureau('vote.lock')).not.toHaveProperty('refused');
  });
});
