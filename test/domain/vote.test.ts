import { must } from '@shared/domain/kernel/must.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import { type CommandName, evolve, readPayload } from '@shared/domain/rulebook.ts';
import { scopesOf } from '@shared/domain/scope.ts';
import { notYetVoted, runningVote } from '@shared/domain/vote.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, type HouseOptions, house, houseCodes } from '../support/build.ts';

let h: House;
let item: string;
let other: string;

function deciding(options: HouseOptions = {}): void {
  h = house(options);
  h.openRooms({ rooms: 2 });
  item = h.reported(1, 'One');
  other = h.reported(2, 'Two');
  h.step('deciding');
  h.stage(item, 'ready');
  h.stage(other, 'ready');
}

const open = (itemId = item, present: number | null = null, who = 'mod') =>
  h.try(who, 'vote.open', { itemId, majority: 'simple', present });
const cast = (who: string, voteId: string, choice: Choice = 'yes') => h.try(who, 'vote.cast', { voteId, choice });
const lock = (voteId: string) => h.try('mod', 'vote.lock', { voteId });
const declare = (voteId: string) => h.try('mod', 'vote.declare', { voteId });
const voteOf = (voteId: string) => must(h.state.plenary.vote.byId[voteId], 'vote');
const credentials = (delegationId: string, hasCredentials: boolean) =>
  h.act('sec', 'delegation.setCredentials', { delegationId, hasCredentials });

/** The declared vote; throws where it is not. */
function declared(voteId: string) {
  const vote = voteOf(voteId);
  if (vote.phase !== 'declared') throw new Error(vote.phase);
  return vote;
}

beforeEach(() => deciding());

describe('opening a vote', () => {
  test('[VOTE-1] on an item that is ready, in the version that stands there', () => {
    const voteId = h.openVote(item);
    expect(voteOf(voteId)).toMatchObject({
      phase: 'open',
      itemId: item,
      itemVersion: 1,
      panelId: h.panel(),
      received: [],
    });
  });

  test('[VOTE-1] not on what is elsewhere, set aside, or unknown', () => {
    h.stage(item, 'under-comment');
    expect(open(item)).toEqual({ refused: 'vote.item-not-ready' });
    h.dispose(other, 'parked', 'Later.');
    expect(open(other)).toEqual({ refused: 'board.unknown' });
    expect(open('nothing')).toEqual({ refused: 'board.unknown' });
    expect(h.state.plenary.vote.order).toEqual([]);
  });

  test('[VOTE-1] by the bureau, while the panel decides', () => {
    for (const who of ['KEN-1', 'pan-1', 'VAT-1', 'screen'])
      expect(open(item, null, who)).toEqual({ refused: 'rights.not-permitted' });
    h.act('mod', 'panel.goTo', { panelId: h.panel(), step: 'commenting' });
    expect(open(item)).toMatchObject({ refused: 'panel.wrong-step' });
  });

  test('[VOTE-2] no other vote is opened while one is open or locked', () => {
    const voteId = h.openVote(item, { yes: ['KEN'] });
    expect(open(other)).toEqual({ refused: 'vote.another-is-running', details: { voteId } });
    lock(voteId);
    expect(open(other)).toEqual({ refused: 'vote.another-is-running', details: { voteId } });
    expect(runningVote(h.state.plenary.vote)?.id).toBe(voteId);
    declare(voteId);
    expect(runningVote(h.state.plenary.vote)).toBeNull();
    expect(open(other)).not.toHaveProperty('refused');
  });

  test('[VOTE-3] the informal profile only indicates and keeps nothing of presence', () => {
    open(item, 9);
    expect(runningVote(h.state.plenary.vote)?.terms).toEqual({
      ...{ majority: 'simple', quorum: 'none', tie: 'rejected', isIndicative: true, profile: 'informal' },
      ...{ profileVersion: 2, members: houseCodes.length, present: null },
    });
  });

  test('[VOTE-3] a profile with a quorum needs to know how many are present', () => {
    deciding({ profile: 'committee' });
    expect(open(item)).toEqual({ refused: 'vote.presence-missing' });
    expect(open(item, 16)).toEqual({ refused: 'vote.presence-too-high', details: { members: 15 } });
    expect(open(item, 15)).not.toHaveProperty('refused');
    expect(runningVote(h.state.plenary.vote)?.terms).toMatchObject({
      ...{ profile: 'committee', isIndicative: false, quorum: 'majority-of-members', present: 15 },
    });
  });

  test('[CON-8] where nothing is put to the vote no vote is opened', () => {
    deciding({ profile: 'consensus' });
    expect(open(item)).toEqual({ refused: 'vote.method-not-in-profile' });
  });

  test('[CON-7] [VOTE-3] a plenary has a second vote after a tie', () => {
    deciding({ profile: 'plenary' });
    open(item, 15);
    expect(runningVote(h.state.plenary.vote)?.terms).toMatchObject({
      ...{ profile: 'plenary', profileVersion: 1, isIndicative: false, tie: 'second-vote' },
    });
  });

  test('[VOTE-3] the profile is fixed once a vote was opened', () => {
    h.openVote(item);
    expect(h.try('mod', 'consultation.chooseProfile', { profile: 'committee' })).toEqual({
      refused: 'consultation.profile-is-fixed',
    });
  });

  test('[VOTE-10] nobody with credentials, no vote', () => {
    for (const code of houseCodes) credentials(code, false);
    expect(open(item)).toEqual({ refused: 'vote.nobody-entitled' });
  });
});

describe('casting', () => {
  test('[VOTE-4] only delegates of member states with credentials', () => {
    credentials('FRA', false);
    const voteId = h.openVote(item);
    expect(cast('FRA-1', voteId)).toEqual({ refused: 'vote.not-entitled' });
    expect(cast('KEN-1', voteId)).not.toHaveProperty('refused');
    for (const who of ['VAT-1', 'IOM-1', 'pan-1', 'mod', 'sec', 'screen'])
      expect(cast(who, voteId), who).toHaveProperty('refused');
    expect(voteOf(voteId).received).toEqual(['KEN']);
  });

  test('[VOTE-4] the right is read before it is told whether the vote exists', () => {
    credentials('FRA', false);
    expect(cast('FRA-1', 'nothing')).toEqual({ refused: 'vote.not-entitled' });
    expect(cast('KEN-1', 'nothing')).toEqual({ refused: 'vote.unknown' });
    expect(cast('VAT-1', 'nothing')).toEqual({ refused: 'rights.not-permitted' });
  });

  test('[VOTE-4] a dismissed person and one who was reseated cast for nobody they left', () => {
    const voteId = h.openVote(item);
    h.act('sec', 'delegation.dismiss', { participantId: 'KEN-1' });
    expect(cast('KEN-1', voteId)).toEqual({ refused: 'rights.not-seated' });
    h.act('sec', 'delegation.reseat', { participantId: 'KEN-2', delegationId: 'CHE', role: 'delegate' });
    cast('KEN-2', voteId);
    expect(voteOf(voteId).received).toEqual(['CHE']);
  });

  test('[VOTE-5] a delegation has one ballot, and the last one counts', () => {
    const voteId = h.openVote(item);
    cast('KEN-1', voteId, 'yes');
    const again = cast('KEN-2', voteId, 'no');
    expect(voteOf(voteId).received).toEqual(['KEN']);
    expect(Array.isArray(again) && again.map(({ scope }) => scope)).toEqual(['sealed', 'delegation:KEN']);
    const commandId = must(Array.isArray(again) ? again[0] : undefined, 'ballot').commandId;
    expect(h.state.delegation.KEN?.vote[voteId]).toEqual({ castBy: 'KEN-2', at: h.now, times: 2, commandId });
    lock(voteId);
    declare(voteId);
    expect(declared(voteId)).toMatchObject({
      rollCall: { KEN: 'no' },
      outcome: { yes: 0, no: 1, abstain: 0, absent: 14 },
    });
  });

  test('[VOTE-5] one vote each in every profile that votes: neither people nor weights count for more', () => {
    for (const profile of ['informal', 'committee', 'plenary'] as const) {
      deciding({ profile, seats: 3 });
      const voteId = h.openVote(item);
      for (const at of [1, 2, 3]) cast(`KEN-${at}`, voteId, 'yes');
      for (const code of ['CHE', 'FRA']) cast(`${code}-1`, voteId, 'no');
      h.lock(voteId);
      declare(voteId);
      expect(declared(voteId).outcome, profile).toMatchObject({ yes: 1, no: 2, presentAndVoting: 3 });
    }
    const weighted: [CommandName, Record<string, unknown>][] = [
      ['vote.cast', { voteId: 'v', choice: 'yes' }],
      ['vote.open', { itemId: item, majority: 'simple', present: null }],
      ['delegation.setCredentials', { delegationId: 'KEN', hasCredentials: true }],
    ];
    for (const [type, payload] of weighted) {
      expect(readPayload(type, payload), type).toMatchObject({ ok: true });
      expect(readPayload(type, { ...payload, weight: 3 }), type).toMatchObject({ ok: false });
    }
  });

  test('[VOTE-5] others of the delegation learn it, others learn only that it came', () => {
    const voteId = h.openVote(item, { abstain: ['KEN'] });
    expect(h.state.delegation.KEN?.vote[voteId]).toMatchObject({ castBy: 'KEN-1', times: 1 });
    expect(h.state.delegation.CHE?.vote[voteId]).toBeUndefined();
    expect(voteOf(voteId).received).toEqual(['KEN']);
  });

  test('[VOTE-16] the delegation is told under which id a ballot was sent, and nobody else; earlier journals have none', () => {
    const voteId = h.openVote(item, { yes: ['KEN'] });
    const first = h.state.delegation.KEN?.vote[voteId]?.commandId;
    const told = h.act('KEN-1', 'vote.cast', { voteId, choice: 'no' });
    const { commandId } = must(told[0], 'ballot');
    expect(first).toMatch(/^act-/);
    expect(commandId).not.toBe(first);
    expect(h.state.delegation.KEN?.vote[voteId]).toMatchObject({ commandId, times: 2 });
    expect(told.map(({ scope, data }) => [scope, 'commandId' in data])).toEqual([
      ['sealed', false],
      ['delegation:KEN', true],
    ]);
    const earlier = {
      scope: 'delegation:KEN' as const,
      type: 'vote.OwnBallotReceived',
      data: { voteId, castBy: 'KEN-2' },
    };
    evolve(h.state, earlier, h.now);
    expect(h.state.delegation.KEN?.vote[voteId]).toEqual({ castBy: 'KEN-2', at: h.now, times: 3 });
  });

  test('[VOTE-6] nothing is cast after the lock, the declaration or the withdrawal', () => {
    const voteId = h.openVote(item, { yes: ['KEN'] });
    lock(voteId);
    expect(cast('KEN-1', voteId, 'no')).toEqual({ refused: 'vote.closed' });
    expect(cast('CHE-1', voteId)).toEqual({ refused: 'vote.closed' });
    declare(voteId);
    expect(cast('CHE-1', voteId)).toEqual({ refused: 'vote.closed' });
    expect(declared(voteId).rollCall).toEqual({ KEN: 'yes' });
    const withdrawn = h.openVote(other);
    h.act('mod', 'vote.withdraw', { voteId: withdrawn });
    expect(cast('KEN-1', withdrawn)).toEqual({ refused: 'vote.closed' });
  });
});

describe('ending a vote', () => {
  test('[VOTE-7] locked first, declared then', () => {
    const voteId = h.openVote(item, { yes: ['KEN', 'CHE'], no: ['FRA'], abstain: ['JPN'] });
    expect(declare(voteId)).toEqual({ refused: 'vote.not-locked' });
    lock(voteId);
    expect(voteOf(voteId)).toMatchObject({ phase: 'locked', lockedAt: h.now });
    declare(voteId);
    expect(declared(voteId).outcome).toMatchObject({
      ...{ yes: 2, no: 1, abstain: 1, absent: 11, presentAndVoting: 3, denominator: 3, required: 2 },
      ...{ result: 'carried', reason: 'enough' },
    });
  });

  test('[VOTE-7] locking and declaring twice change nothing', () => {
    const voteId = h.openVote(item, { yes: ['KEN'] });
    lock(voteId);
    const locked = structuredClone(voteOf(voteId));
    expect(lock(voteId)).toEqual([]);
    expect(voteOf(voteId)).toEqual(locked);
    declare(voteId);
    const result = structuredClone(voteOf(voteId));
    expect(declare(voteId)).toEqual([]);
    expect(lock(voteId)).toEqual({ refused: 'vote.closed' });
    expect(voteOf(voteId)).toEqual(result);
  });

  test('[VOTE-7] the quorum counts those who were present, and those who cast in any case', () => {
    deciding({ profile: 'committee' });
    open(item, 3);
    const few = must(runningVote(h.state.plenary.vote), 'vote').id;
    for (const code of houseCodes.slice(0, 7)) cast(`${code}-1`, few);
    h.lock(few);
    declare(few);
    expect(declared(few).outcome).toMatchObject({
      result: 'no-quorum',
      quorum: { required: 8, present: 7, met: false },
    });
    open(item, 3);
    const enough = must(runningVote(h.state.plenary.vote), 'vote').id;
    for (const code of houseCodes.slice(0, 8)) cast(`${code}-1`, enough);
    h.lock(enough);
    declare(enough);
    expect(declared(enough).outcome).toMatchObject({ result: 'carried', quorum: { present: 8, met: true } });
  });

  test('[VOTE-7] no ballot at all is declared as nobody voting', () => {
    const voteId = h.openVote(item);
    lock(voteId);
    declare(voteId);
    expect(declared(voteId).outcome).toMatchObject({ result: 'not-carried', reason: 'nobody-voting', absent: 15 });
  });

  test('[VOTE-8] withdrawn before the first ballot, never after', () => {
    const voteId = h.openVote(item);
    h.act('mod', 'vote.withdraw', { voteId });
    expect(voteOf(voteId).phase).toBe('withdrawn');
    expect(h.try('mod', 'vote.withdraw', { voteId })).toEqual({ refused: 'vote.begun' });
    expect(lock(voteId)).toEqual({ refused: 'vote.closed' });
    expect(declare(voteId)).toEqual({ refused: 'vote.not-locked' });
    const begun = h.openVote(item, { yes: ['KEN'] });
    expect(h.try('mod', 'vote.withdraw', { voteId: begun })).toEqual({ refused: 'vote.begun' });
    lock(begun);
    expect(h.try('mod', 'vote.withdraw', { voteId: begun })).toEqual({ refused: 'vote.begun' });
  });

  test('[VOTE-8] only the bureau steers a vote', () => {
    const voteId = h.openVote(item);
    for (const type of ['vote.lock', 'vote.declare', 'vote.withdraw'] as const)
      for (const who of ['KEN-1', 'pan-1', 'VAT-1', 'screen'])
        expect(h.try(who, type, { voteId })).toEqual({ refused: 'rights.not-permitted' });
    for (const type of ['vote.lock', 'vote.declare', 'vote.withdraw'] as const)
      expect(h.try('mod', type, { voteId: 'nothing' })).toEqual({ refused: 'vote.unknown' });
  });

  test('[VOTE-9] ballots that are not those received are never declared', () => {
    const voteId = h.openVote(item, { yes: ['KEN', 'CHE'] });
    lock(voteId);
    const slips = must(h.state.sealed.vote[voteId], 'slips');
    delete slips.KEN;
    expect(declare(voteId)).toEqual({ refused: 'vote.ballots-disagree', details: { received: 2, cast: 1 } });
    slips.FRA = 'no';
    expect(declare(voteId)).toEqual({ refused: 'vote.ballots-disagree', details: { received: 2, cast: 2 } });
    expect(voteOf(voteId).phase).toBe('locked');
    delete slips.FRA;
    slips.KEN = 'yes';
    expect(declare(voteId)).not.toHaveProperty('refused');
  });
});

describe('who votes', () => {
  test('[VOTE-10] credentials given later count from the next vote on', () => {
    credentials('FRA', false);
    const voteId = h.openVote(item);
    credentials('FRA', true);
    expect(cast('FRA-1', voteId)).toEqual({ refused: 'vote.entitled-too-late' });
    for (const code of houseCodes.filter((each) => each !== 'FRA')) cast(`${code}-1`, voteId);
    expect(notYetVoted(h.state, voteOf(voteId))).toEqual([]);
    lock(voteId);
    declare(voteId);
    expect(declared(voteId).outcome).toMatchObject({ yes: 14, absent: 0 });
    const next = h.openVote(other);
    expect(cast('FRA-1', next)).not.toHaveProperty('refused');
  });

  test('[VOTE-10] credentials lost stop further ballots, not the one received', () => {
    const voteId = h.openVote(item, { no: ['FRA'] });
    credentials('FRA', false);
    credentials('CHE', false);
    expect(cast('FRA-1', voteId, 'yes')).toEqual({ refused: 'vote.not-entitled' });
    expect(notYetVoted(h.state, voteOf(voteId))).toEqual(houseCodes.filter((each) => each !== 'FRA' && each !== 'CHE'));
    lock(voteId);
    declare(voteId);
    expect(declared(voteId)).toMatchObject({ rollCall: { FRA: 'no' }, outcome: { no: 1, absent: 14 } });
  });

  test('[VOTE-11] before the declaration no scope that anybody reads holds a choice', () => {
    const voteId = h.openVote(item, { yes: ['KEN'], no: ['CHE'] });
    lock(voteId);
    const readable = new Set(
      Object.keys(h.state.plenary.delegation.participants).flatMap((id) => scopesOf(h.state, id)),
    );
    expect(readable).toContain('delegation:KEN');
    const told = () => h.events.filter(({ type, scope }) => type.startsWith('vote.') && readable.has(scope));
    expect(JSON.stringify(told())).not.toMatch(/"(choice|rollCall)"|"(yes|no|abstain)"/);
    expect(h.events.filter(({ scope }) => scope === 'sealed')).toHaveLength(2);
    declare(voteId);
    expect(told().at(-1)).toMatchObject({ scope: 'plenary', data: { rollCall: { KEN: 'yes', CHE: 'no' } } });
  });
});
