import { spokenMs } from '@shared/domain/explanation/shape.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { isRefusal } from '@shared/domain/kernel/slice.ts';
import type { CommandData } from '@shared/domain/rulebook.ts';
import { enteredSponsorsOf, isSponsorListOpen, sponsor as sponsorSlice, sponsorsOf } from '@shared/domain/sponsor.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, house } from '../support/build.ts';

let h: House;
let item: string;
let other: string;

beforeEach(() => {
  h = house();
  h.openRooms({ rooms: 2 });
  item = h.reported(1, 'One');
  other = h.reported(2, 'Two');
  h.step('deciding');
  h.stage(item, 'ready');
  h.stage(other, 'ready');
});

const join = (itemId = item, who = 'KEN-1') => h.try(who, 'sponsor.join', { itemId });
const leave = (itemId = item, who = 'KEN-1') => h.try(who, 'sponsor.leave', { itemId });
const sponsors = (itemId = item) => sponsorsOf(h.state.plenary, itemId);
const open = (explained: CommandData<'explanation.openList'>['explained'], minutes = 5, who = 'mod') =>
  h.try(who, 'explanation.openList', { explained, minutes });
const opened = (explained: CommandData<'explanation.openList'>['explained'], minutes = 5) => {
  const told = open(explained, minutes);
  if (isRefusal(told)) throw new Error(told.refused);
  return String(must(told[0], 'list').data.listId);
};
const listBefore = (itemId = item) => opened({ kind: 'item', id: itemId });
const listAfter = (voteId = h.vote(item, { yes: ['KEN'] })) => opened({ kind: 'vote', id: voteId });
const ask = (listId: string, who = 'KEN-1') => h.try(who, 'explanation.ask', { listId });
const withdraw = (listId: string, who = 'KEN-1') => h.try(who, 'explanation.withdraw', { listId });
const file = (listId: string, text = 'We voted in favour.', who = 'KEN-1', dissociates?: number[]) =>
  h.try(who, 'explanation.file', { listId, text, ...(dissociates ? { dissociates } : {}) });
const give = (listId: string, delegationId = 'KEN') => h.try('mod', 'explanation.giveFloor', { listId, delegationId });
const end = (listId: string, delegationId = 'KEN', who = 'mod') =>
  h.try(who, 'explanation.end', { listId, delegationId });
const listOf = (listId: string) => must(h.state.plenary.explanation.byId[listId], 'list');
const phases = (listId: string) => listOf(listId).entries.map(({ delegationId, phase }) => `${delegationId} ${phase}`);
const openVote = (itemId = item) => h.try('mod', 'vote.open', { itemId, majority: 'simple', present: null });
const call = (itemId = item) => h.try('mod', 'noObjection.call', { itemId, seconds: 10, present: null });
const running = () => String(h.state.plenary.noObjection.order.at(-1));
/** Adopts an item without a vote; returns the call. */
function adopt(itemId = item): string {
  call(itemId);
  h.now += 10_000;
  h.act('system', 'noObjection.gavel', { callId: running() });
  return running();
}

describe('sponsors', () => {
  test('[SPO-1] are member states, by themselves or entered by the bureau; once each', () => {
    expect(join()).toHaveLength(1);
    expect(join(item, 'KEN-2')).toEqual([]);
    for (const who of ['VAT-1', 'IOM-1', 'pan-1', 'mod', 'screen'])
      expect(join(item, who), who).toHaveProperty('refused');
    h.act('mod', 'sponsor.enter', { itemId: item, delegationId: 'FRA' });
    expect(h.try('mod', 'sponsor.enter', { itemId: item, delegationId: 'VAT' })).toEqual({
      refused: 'sponsor.not-a-member-state',
    });
    expect(h.try('mod', 'sponsor.enter', { itemId: item, delegationId: 'nobody' })).toEqual({
      refused: 'delegation.unknown',
    });
    expect(h.try('KEN-1', 'sponsor.enter', { itemId: item, delegationId: 'JPN' })).toEqual({
      refused: 'rights.not-permitted',
    });
    expect(sponsors()).toEqual(['KEN', 'FRA']);
    leave();
    h.act('sec', 'sponsor.strike', { itemId: item, delegationId: 'FRA' });
    expect(leave()).toEqual([]);
    expect(sponsors()).toEqual([]);
    expect(join('nothing')).toEqual({ refused: 'board.unknown' });
  });

  test('[SPO-2] join and leave until the item is opened for decision', () => {
    join();
    const voteId = h.openVote(item);
    expect(leave()).toEqual({ refused: 'sponsor.list-is-fixed' });
    h.act('mod', 'vote.withdraw', { voteId });
    expect(leave()).toHaveLength(1);
    h.vote(item, { yes: ['KEN'] });
    expect(join()).toEqual({ refused: 'sponsor.list-is-fixed' });
  });

  test('[SPO-2] a countdown that adopted nothing leaves the list open, one that adopted does not', () => {
    call();
    expect(join()).toEqual({ refused: 'sponsor.list-is-fixed' });
    h.act('FRA-1', 'noObjection.object', { callId: running() });
    expect(join()).toHaveLength(1);
    adopt();
    expect(leave()).toEqual({ refused: 'sponsor.list-is-fixed' });
  });

  test('[SPO-3] stay with an item that is reported again', () => {
    h = house();
    h.openRooms({ rooms: 1 });
    item = h.reported(1, 'One');
    h.step('reporting');
    join();
    h.takeBack(item);
    expect(join(item, 'FRA-1')).toEqual({ refused: 'board.unknown' });
    h.report(item);
    expect(sponsors()).toEqual(['KEN']);
  });

  test('[SPO-4] whom the bureau entered is marked until it leaves, which it does by itself', () => {
    const entered = () => enteredSponsorsOf(h.state.plenary, item);
    join();
    h.act('sec', 'sponsor.enter', { itemId: item, delegationId: 'FRA' });
    h.act('mod', 'sponsor.enter', { itemId: item, delegationId: 'JPN' });
    // Who has joined by itself is not marked afterwards.
    expect(h.try('sec', 'sponsor.enter', { itemId: item, delegationId: 'KEN' })).toEqual([]);
    expect(entered()).toEqual(['FRA', 'JPN']);
    expect(leave(item, 'FRA-1')).toHaveLength(1);
    h.act('sec', 'sponsor.strike', { itemId: item, delegationId: 'JPN' });
    expect(entered()).toEqual([]);
    join(item, 'FRA-1');
    expect(entered()).toEqual([]);
    expect(sponsors()).toEqual(['KEN', 'FRA']);
  });

  test('[SPO-4] a journal of before says of nobody that the bureau entered it', () => {
    const all = {};
    sponsorSlice.evolve.plenary.SponsorJoined(all, { itemId: item, delegationId: 'FRA' }, { at: 1, scope: 'plenary' });
    expect(all).toEqual({ [item]: { sponsors: ['FRA'] } });
  });

  test('[SPO-2] whether the list is open is told to the screens', () => {
    const isOpen = (itemId = item) => isSponsorListOpen(h.state.plenary, itemId);
    expect(isOpen()).toBe(true);
    expect(isOpen('nothing')).toBe(false);
    call();
    expect(isOpen()).toBe(false);
    h.act('FRA-1', 'noObjection.object', { callId: running() });
    expect(isOpen()).toBe(true);
    h.act('mod', 'board.dispose', { itemId: item, disposition: { as: 'parked', reason: 'Later.' } });
    expect(isOpen()).toBe(false);
  });
});

describe('a list of explanations', () => {
  test('[EXP-1] before a decision: on an item that is ready, while its panel decides', () => {
    const listId = listBefore();
    expect(listOf(listId)).toMatchObject({ itemId: item, itemVersion: 1, minutes: 5, isOpen: true, entries: [] });
    expect(open({ kind: 'item', id: item })).toEqual([]);
    h.act('mod', 'explanation.closeList', { listId });
    expect(h.try('mod', 'explanation.closeList', { listId })).toEqual([]);
    expect(open({ kind: 'item', id: item })).toMatchObject([{ type: 'explanation.ListReopened' }]);
    h.stage(other, 'under-comment');
    expect(open({ kind: 'item', id: other })).toEqual({ refused: 'explanation.not-yet' });
    expect(open({ kind: 'item', id: 'nothing' })).toEqual({ refused: 'board.unknown' });
    for (const who of ['KEN-1', 'pan-1', 'screen'])
      expect(open({ kind: 'item', id: item }, 5, who)).toEqual({ refused: 'rights.not-permitted' });
  });

  test('[EXP-1] after a vote that was declared or an adoption, not before its end', () => {
    const voteId = h.openVote(item, { yes: ['KEN'] });
    expect(open({ kind: 'vote', id: voteId })).toEqual({ refused: 'explanation.not-yet' });
    h.act('mod', 'vote.lock', { voteId });
    h.act('mod', 'vote.declare', { voteId });
    expect(listOf(listAfter(voteId))).toMatchObject({ itemId: item, explained: { kind: 'vote', id: voteId } });
    call(other);
    expect(open({ kind: 'no-objection', id: running() })).toEqual({ refused: 'explanation.not-yet' });
    h.now += 10_000;
    h.act('system', 'noObjection.gavel', { callId: running() });
    expect(open({ kind: 'no-objection', id: running() })).toHaveLength(1);
    expect(open({ kind: 'vote', id: 'nothing' })).toEqual({ refused: 'explanation.unknown' });
    expect(open({ kind: 'no-objection', id: 'nothing' })).toEqual({ refused: 'explanation.unknown' });
  });

  test('[EXP-2] not of a secret ballot', () => {
    const voteId = h.vote(item, { yes: ['KEN'] });
    must(h.state.plenary.vote.byId[voteId], 'vote').method = 'secret';
    expect(open({ kind: 'vote', id: voteId })).toEqual({ refused: 'explanation.secret-ballot' });
  });

  test('[EXP-3] lets each speak as long as the chair says, ten minutes at most', () => {
    const listId = listAfter();
    ask(listId);
    give(listId);
    expect(h.state.plenary.explanation.speaking).toMatchObject({ delegationId: 'KEN', endsAt: h.now + 5 * 60_000 });
  });
});

describe('asking for the floor', () => {
  test('[EXP-4] is for member states with credentials', () => {
    const listId = listAfter();
    h.act('sec', 'delegation.setCredentials', { delegationId: 'FRA', hasCredentials: false });
    expect(ask(listId, 'FRA-1')).toEqual({ refused: 'explanation.not-entitled' });
    for (const who of ['VAT-1', 'IOM-1', 'pan-1', 'mod', 'screen']) expect(ask(listId, who)).toHaveProperty('refused');
    expect(ask(listId)).toHaveLength(1);
    expect(ask(listId, 'KEN-2')).toEqual([]);
    expect(phases(listId)).toEqual(['KEN waiting']);
    expect(ask('nothing')).toEqual({ refused: 'explanation.unknown' });
  });

  test('[EXP-5] a sponsor does not explain its vote on its own proposal, before or after, by word or text', () => {
    join();
    const first = listBefore();
    expect(ask(first)).toEqual({ refused: 'explanation.sponsor' });
    expect(file(first)).toEqual({ refused: 'explanation.sponsor' });
    expect(ask(first, 'FRA-1')).toHaveLength(1);
    const second = opened({ kind: 'no-objection', id: adopt() });
    expect(ask(second)).toEqual({ refused: 'explanation.sponsor' });
    expect(ask(listAfter(h.vote(other, { yes: ['KEN'] })))).toHaveLength(1);
  });

  test('[EXP-5] who became a sponsor or lost the right since is passed over', () => {
    const listId = listBefore();
    for (const who of ['KEN-1', 'FRA-1', 'JPN-1']) ask(listId, who);
    join();
    h.act('sec', 'delegation.setCredentials', { delegationId: 'FRA', hasCredentials: false });
    expect(give(listId)).toEqual({ refused: 'explanation.not-next' });
    expect(give(listId, 'FRA')).toEqual({ refused: 'explanation.not-next' });
    expect(give(listId, 'JPN')).toHaveLength(1);
  });

  test('[EXP-6] once per decision: who was heard before it is not heard after it, of another decision it is', () => {
    const first = listBefore();
    ask(first);
    give(first);
    end(first);
    expect(ask(first)).toEqual({ refused: 'explanation.once' });
    const listId = listAfter();
    expect(ask(listId)).toEqual({ refused: 'explanation.once' });
    expect(file(listId)).toEqual({ refused: 'explanation.once' });
    expect(ask(listId, 'FRA-1')).toHaveLength(1);
    expect(ask(listAfter(h.vote(other, { yes: ['KEN'] })))).toHaveLength(1);
  });

  test('[EXP-6] a text that was handed in before is an explanation; a second vote on the item is another decision', () => {
    const first = listBefore();
    file(first);
    expect(ask(listAfter())).toEqual({ refused: 'explanation.once' });
    expect(ask(listAfter(h.vote(item, { no: ['KEN'] })))).toHaveLength(1);
  });

  test('[EXP-6] a vote that was withdrawn was none: what was said before it is said of the next', () => {
    const first = listBefore();
    file(first);
    h.act('mod', 'vote.withdraw', { voteId: h.openVote(item) });
    expect(ask(listAfter())).toEqual({ refused: 'explanation.once' });
  });

  test('[EXP-7] one withdraws until one has the floor, and asks again at the end of the list', () => {
    const listId = listAfter();
    ask(listId);
    ask(listId, 'FRA-1');
    withdraw(listId);
    expect(withdraw(listId)).toEqual([]);
    ask(listId);
    expect(phases(listId)).toEqual(['FRA waiting', 'KEN waiting']);
    give(listId, 'FRA');
    expect(withdraw(listId, 'FRA-1')).toEqual({ refused: 'explanation.begun' });
    expect(withdraw('nothing')).toEqual({ refused: 'explanation.unknown' });
  });
});

describe('the floor', () => {
  test('[EXP-8] is given in the order of asking, to one at a time, once', () => {
    const listId = listAfter();
    ask(listId);
    ask(listId, 'FRA-1');
    expect(give(listId, 'FRA')).toEqual({ refused: 'explanation.not-next' });
    expect(give(listId)).toHaveLength(1);
    expect(give(listId)).toEqual([]);
    expect(give(listId, 'FRA')).toEqual({ refused: 'explanation.somebody-speaks' });
    end(listId);
    expect(give(listId)).toEqual({ refused: 'explanation.not-next' });
    expect(give(listId, 'FRA')).toHaveLength(1);
    expect(h.try('KEN-1', 'explanation.giveFloor', { listId, delegationId: 'KEN' })).toHaveProperty('refused');
  });

  test('[EXP-8] of a list that is closed is given to those who stand on it, and no others', () => {
    const listId = listAfter();
    ask(listId);
    h.act('mod', 'explanation.closeList', { listId });
    expect(ask(listId, 'FRA-1')).toEqual({ refused: 'explanation.list-closed' });
    expect(give(listId)).toHaveLength(1);
  });

  test('[EXP-8] nobody has it while ballots are taken or a countdown runs; a list before is over then', () => {
    const listId = listBefore();
    ask(listId);
    const late = listAfter(h.vote(other, { yes: ['KEN'] }));
    ask(late, 'FRA-1');
    const voteId = String(h.openVote(item, { yes: ['KEN'] }));
    expect(give(listId)).toEqual({ refused: 'vote.another-is-running', details: { voteId } });
    expect(give(late, 'FRA')).toEqual({ refused: 'vote.another-is-running', details: { voteId } });
    expect(ask(listId, 'FRA-1')).toEqual({ refused: 'explanation.decision-begun' });
    h.act('mod', 'vote.lock', { voteId });
    h.act('mod', 'vote.declare', { voteId });
    expect(give(listId)).toEqual({ refused: 'explanation.decision-begun' });
    expect(ask(listAfter(voteId))).toHaveLength(1);
  });

  test('[EXP-9] has a clock, is ended by the chair or the delegation, and nothing is put to the meeting before', () => {
    const listId = listBefore();
    ask(listId);
    give(listId);
    expect(openVote()).toEqual({ refused: 'explanation.somebody-speaks' });
    expect(call(other)).toEqual({ refused: 'explanation.somebody-speaks' });
    expect(end(listId, 'KEN', 'FRA-1')).toEqual({ refused: 'rights.not-permitted' });
    h.now += 90_000;
    expect(end(listId, 'KEN', 'KEN-1')).toHaveLength(1);
    expect(end(listId)).toEqual([]);
    expect(h.state.plenary.explanation.speaking).toBeNull();
    expect(spokenMs(must(listOf(listId).entries[0], 'entry'))).toBe(94_000);
    ask(listId, 'FRA-1');
    expect(end(listId, 'FRA')).toEqual({ refused: 'explanation.not-speaking' });
    expect(end(listId, 'JPN')).toEqual({ refused: 'explanation.unknown' });
    expect(openVote()).not.toHaveProperty('refused');
  });
});

describe('a text', () => {
  test('[EXP-10] is handed in instead of speaking or with it, and replaced while the list is open', () => {
    const listId = listAfter();
    file(listId, 'One.');
    file(listId, 'Two.', 'KEN-2');
    expect(listOf(listId).entries).toMatchObject([{ delegationId: 'KEN', phase: 'filed', text: 'Two.' }]);
    ask(listId);
    expect(phases(listId)).toEqual(['KEN waiting']);
    h.act('mod', 'explanation.closeList', { listId });
    expect(file(listId, 'Three.')).toEqual({ refused: 'explanation.list-closed' });
    expect(file(listId, 'Three.', 'FRA-1')).toEqual({ refused: 'explanation.list-closed' });
    give(listId);
    end(listId);
    file(listId, 'As delivered.');
    expect(listOf(listId).entries).toMatchObject([{ phase: 'given', text: 'As delivered.' }]);
    expect(file(listId, 'No.', 'VAT-1')).toHaveProperty('refused');
  });

  test('[EXP-11] of a position may dissociate from paragraphs that there are; of a vote it may not', () => {
    expect(file(listAfter(h.vote(other, { yes: ['KEN'] })), 'No.', 'KEN-1', [1])).toEqual({
      refused: 'explanation.no-dissociation',
    });
    const listId = opened({ kind: 'no-objection', id: adopt() });
    expect(file(listId, 'No.', 'KEN-1', [1, 2])).toEqual({
      refused: 'explanation.no-such-paragraph',
      details: { last: 1 },
    });
    file(listId, 'We dissociate ourselves.', 'KEN-1', [1, 1]);
    expect(listOf(listId).entries).toMatchObject([{ dissociates: [1] }]);
    file(listId, 'We have thought again.');
    expect(listOf(listId).entries).toMatchObject([{ dissociates: [] }]);
  });
});
