import { compareRollCall } from '@shared/data/memberStates.ts';
import { nextDeadline } from '@shared/domain/duties.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { voteOutlines } from '@shared/domain/record/votes.ts';
import { scopesOf } from '@shared/domain/scope.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, house, houseCodes } from '../support/build.ts';

let h: House;
let item: string;
let other: string;
let voteId: string;

beforeEach(() => {
  h = house({ profile: 'committee' });
  h.openRooms({ rooms: 2 });
  item = h.reported(1, 'One');
  other = h.reported(2, 'Two');
  h.step('deciding');
  for (const id of [item, other]) h.stage(id, 'ready');
  open();
});

function open(): void {
  const asked = { itemId: item, majority: 'two-thirds', present: 15, method: 'show-of-hands' } as const;
  voteId = String(must(h.act('mod', 'vote.open', asked)[0], 'vote').data.voteId);
}
const voteOf = (id = voteId) => must(h.state.plenary.vote.byId[id], 'vote');
const show = (who: string, choice: 'yes' | 'no' | 'abstain' = 'yes') => h.try(who, 'vote.cast', { voteId, choice });
const enter = (yes: number, no: number, abstain = 0, who = 'sec') =>
  h.try(who, 'showOfHands.enterCount', { voteId, yes, no, abstain });
const ask = (who: string) => h.try(who, 'showOfHands.askRecorded', { voteId });
const hold = () => h.try('mod', 'showOfHands.holdRecorded', { voteId });
const declare = () => {
  h.lock(voteId);
  h.act('mod', 'vote.declare', { voteId });
};

describe('hands on devices', () => {
  test('[HAND-1] are one a delegation and changed until the lock', () => {
    show('KEN-1', 'no');
    show('KEN-2', 'yes');
    show('CHE-1', 'yes');
    show('FRA-1', 'no');
    declare();
    expect(voteOf()).toMatchObject({ phase: 'declared', outcome: { yes: 2, no: 1, result: 'carried' } });
    expect(show('JPN-1')).toEqual({ refused: 'vote.closed' });
  });

  test('[HAND-2] leave their totals and nothing else, to anybody, ever', () => {
    show('KEN-1', 'yes');
    show('CHE-1', 'abstain');
    declare();
    expect(voteOf()).toMatchObject({ rollCall: {} });
    const readable = new Set(
      Object.keys(h.state.plenary.delegation.participants).flatMap((id) => scopesOf(h.state, id)),
    );
    const told = h.events.filter(({ data, scope }) => data.voteId === voteId && readable.has(scope));
    const { outcome, ...rest } = must(told.at(-1), 'result').data;
    expect(outcome).toMatchObject({ yes: 1, abstain: 1 });
    expect(rest).toEqual({ voteId, rollCall: {} });
    expect(JSON.stringify(told.slice(0, -1))).not.toMatch(/"(choice|yes|no|abstain)"/);
  });
});

test('[HAND-2] the record names nobody, and says of nobody that they were absent', () => {
  show('KEN-1', 'yes');
  declare();
  const [outline] = voteOutlines(h.state.plenary, () => '1', compareRollCall);
  expect(outline).toMatchObject({ keepsNoNames: true, absent: [], lists: { yes: [], no: [], abstain: [] } });
});

describe('hands in the hall', () => {
  test('[HAND-3] are counted by the secretariat, corrected until the lock, and said to be', () => {
    enter(10, 2);
    enter(9, 3, 1);
    expect(h.state.plenary.showOfHands[voteId]).toEqual({ isCountedInHall: true });
    declare();
    expect(voteOf()).toMatchObject({
      outcome: { yes: 9, no: 3, abstain: 1, absent: 2, result: 'carried' },
      rollCall: {},
    });
    expect(enter(1, 1)).toEqual({ refused: 'vote.closed' });
  });

  test('[HAND-3] are all counted there or none', () => {
    show('KEN-1');
    expect(enter(1, 1)).toEqual({ refused: 'showOfHands.shown-on-devices' });
    declare();
    item = other;
    open();
    enter(1, 1);
    expect(show('KEN-1')).toEqual({ refused: 'showOfHands.counted-in-hall' });
    expect(h.try('mod', 'vote.withdraw', { voteId })).toEqual({ refused: 'vote.begun' });
  });

  test('[HAND-3] are no more than there are members, and the bureau alone reads them before the declaration', () => {
    expect(enter(10, 5, 1)).toEqual({ refused: 'showOfHands.too-many', details: { members: houseCodes.length } });
    for (const who of ['mod', 'KEN-1', 'pan-1'])
      expect(enter(1, 1, 0, who)).toEqual({ refused: 'rights.not-permitted' });
    const told = enter(10, 5);
    expect(Array.isArray(told) && told.map(({ scope, type }) => `${scope} ${type}`)).toEqual([
      'bureau showOfHands.CountEntered',
      'plenary showOfHands.HandsCounted',
    ]);
  });

  test('[HAND-3] are counted in a show of hands only', () => {
    h.act('mod', 'vote.withdraw', { voteId });
    voteId = h.openVote(item);
    expect(enter(1, 1)).toEqual({ refused: 'showOfHands.not-one' });
    voteId = 'nothing';
    expect(enter(1, 1)).toEqual({ refused: 'vote.unknown' });
  });
});

describe('a recorded vote in its place', () => {
  test('[HAND-4] is asked for by any delegate with the right, or the bureau, and everyone sees by whom', () => {
    h.act('sec', 'delegation.setCredentials', { delegationId: 'FRA', hasCredentials: false });
    expect(ask('FRA-1')).toEqual({ refused: 'vote.not-entitled' });
    for (const who of ['VAT-1', 'pan-1', 'screen']) expect(ask(who)).toEqual({ refused: 'rights.not-permitted' });
    expect(ask('KEN-1')).toMatchObject([{ scope: 'plenary', data: { voteId, delegationId: 'KEN' } }]);
    expect(h.state.plenary.showOfHands[voteId]).toEqual({ askedBy: 'KEN' });
    expect(ask('CHE-1')).toEqual({ refused: 'showOfHands.recorded-asked' });
  });

  test('[HAND-4] stops the show of hands: no hand, no count, no lock, no result, no withdrawal', () => {
    ask('mod');
    expect(h.state.plenary.showOfHands[voteId]).toEqual({ askedBy: null });
    expect(show('KEN-1')).toEqual({ refused: 'vote.closed' });
    expect(enter(1, 1)).toEqual({ refused: 'showOfHands.recorded-asked' });
    expect(h.try('mod', 'vote.lock', { voteId })).toEqual({ refused: 'showOfHands.recorded-asked' });
    expect(h.try('mod', 'vote.declare', { voteId })).toEqual({ refused: 'vote.not-locked' });
    expect(h.try('mod', 'vote.withdraw', { voteId })).toEqual({ refused: 'vote.begun' });
  });

  test('[HAND-4] is not asked for after the lock', () => {
    h.act('mod', 'vote.announceLock', { voteId });
    h.now += 9_000;
    expect(ask('KEN-1')).toEqual({ refused: 'vote.closed' });
    expect(enter(1, 1)).toEqual({ refused: 'vote.closed' });
    h.act('system', 'vote.lock', { voteId });
    expect(ask('KEN-1')).toEqual({ refused: 'vote.closed' });
  });

  test('[HAND-4] is asked for while the lock counts down, which is called off by it', () => {
    for (const code of houseCodes) show(`${code}-1`);
    // Though all have shown their hands: the right to ask is not cut off.
    expect(h.try('mod', 'vote.lock', { voteId })).toEqual({ refused: 'vote.lock-not-announced' });
    h.act('mod', 'vote.announceLock', { voteId });
    h.now += 8_000;
    expect(ask('KEN-1')).toMatchObject([
      { type: 'vote.LockCalledOff' },
      { type: 'showOfHands.RecordedVoteAsked', data: { delegationId: 'KEN' } },
    ]);
    expect(voteOf()).not.toHaveProperty('locksAt');
    expect(nextDeadline(h.state)).toBeNull();
    hold();
    expect(voteOf()).toMatchObject({ phase: 'withdrawn' });
  });

  test('[HAND-5] is held by the bureau on the same terms, and the hands count for nothing', () => {
    show('KEN-1', 'no');
    expect(hold()).toEqual({ refused: 'showOfHands.nobody-asked' });
    ask('CHE-1');
    hold();
    const next = must(h.state.plenary.vote.order.at(-1), 'vote');
    expect(voteOf()).toMatchObject({ phase: 'withdrawn', replacedBy: next });
    expect(voteOf(next)).toMatchObject({
      ...{ method: 'recorded', itemId: item, phase: 'open', received: [], subject: { kind: 'item' } },
      terms: { majority: 'two-thirds', present: 15 },
    });
    h.act('KEN-1', 'vote.cast', { voteId: next, choice: 'yes' });
    h.lock(next);
    h.act('mod', 'vote.declare', { voteId: next });
    expect(voteOf(next)).toMatchObject({ outcome: { yes: 1, no: 0 }, rollCall: { KEN: 'yes' } });
    expect(hold()).toEqual({ refused: 'vote.closed' });
  });
});
