import { compareRollCall } from '@shared/data/memberStates.ts';
import { standingIntentions } from '@shared/domain/intendedVote.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { voteOutlines } from '@shared/domain/record/votes.ts';
import { beforeEach, expect, test } from 'vitest';
import { type House, house } from '../support/build.ts';

let h: House;
let item: string;
let voteId: string;

beforeEach(() => {
  h = house();
  h.openRooms({ rooms: 2 });
  item = h.reported(1, 'One');
  h.step('deciding');
  h.stage(item, 'ready');
  h.act('sec', 'delegation.setCredentials', { delegationId: 'FRA', hasCredentials: false });
  voteId = h.openVote(item, { yes: ['KEN', 'CHE'], no: ['JPN'] });
});

const vote = () => must(h.state.plenary.vote.byId[voteId], 'vote');
const say = (who: string, choice: 'yes' | 'no' | 'abstain') => h.try(who, 'intendedVote.state', { voteId, choice });
const retract = (who: string) => h.try(who, 'intendedVote.retract', { voteId });
const stated = () => h.state.plenary.intendedVote[voteId] ?? {};
function declare(): void {
  h.lock(voteId);
  h.act('mod', 'vote.declare', { voteId });
}

test('[INT-1] is stated after the lock, of a vote that keeps the names', () => {
  expect(say('CAN-1', 'yes')).toEqual({ refused: 'intendedVote.not-over' });
  h.lock(voteId);
  say('CAN-1', 'yes');
  h.act('mod', 'vote.declare', { voteId });
  say('KEN-1', 'no');
  expect(stated()).toMatchObject({ CAN: { choice: 'yes' }, KEN: { choice: 'no' } });
  const asked = { itemId: item, majority: 'simple', present: null, method: 'show-of-hands' } as const;
  voteId = String(must(h.act('mod', 'vote.open', asked)[0], 'vote').data.voteId);
  h.act('mod', 'vote.lock', { voteId });
  expect(say('CAN-1', 'yes')).toEqual({ refused: 'intendedVote.names-not-kept' });
  voteId = 'nothing';
  expect(say('CAN-1', 'yes')).toEqual({ refused: 'vote.unknown' });
});

test('[INT-2] is stated by a member of the vote with the right, the last one stands, and it may be retracted', () => {
  declare();
  for (const who of ['VAT-1', 'pan-1', 'mod', 'screen'])
    expect(say(who, 'yes')).toEqual({ refused: 'rights.not-permitted' });
  expect(say('FRA-1', 'yes')).toEqual({ refused: 'vote.not-entitled' });
  h.act('sec', 'delegation.setCredentials', { delegationId: 'FRA', hasCredentials: true });
  expect(say('FRA-1', 'yes')).toEqual({ refused: 'vote.entitled-too-late' });
  say('CAN-1', 'yes');
  say('CAN-2', 'abstain');
  expect(say('CAN-1', 'abstain')).toEqual([]);
  expect(stated()).toMatchObject({ CAN: { choice: 'abstain' } });
  retract('CAN-1');
  expect(stated()).toEqual({});
  expect(retract('CAN-1')).toEqual([]);
});

test('[INT-4] is a footnote of the record, in English alphabetical order', () => {
  declare();
  say('KEN-1', 'abstain');
  say('CAN-1', 'yes');
  const [outline] = voteOutlines(h.state.plenary, () => '1', compareRollCall);
  expect(outline).toMatchObject({
    intended: [
      { id: 'CAN', choice: 'yes' },
      { id: 'KEN', choice: 'abstain' },
    ],
    lists: { yes: ['KEN', 'CHE'], no: ['JPN'], abstain: [] },
  });
});

test('[INT-5] the bureau enters and strikes it for a delegation, under the same rules, and it is marked so', () => {
  const enter = (delegationId: string, choice: 'yes' | 'no' | 'abstain', who = 'sec') =>
    h.try(who, 'intendedVote.enter', { voteId, delegationId, choice });
  expect(enter('CAN', 'yes')).toEqual({ refused: 'intendedVote.not-over' });
  declare();
  for (const who of ['CAN-1', 'VAT-1', 'pan-1', 'screen'])
    expect(enter('CAN', 'yes', who)).toEqual({ refused: 'rights.not-permitted' });
  for (const delegationId of ['VAT', 'IOM', 'FRA', 'nobody'])
    expect(enter(delegationId, 'yes'), delegationId).toEqual({ refused: 'vote.not-entitled' });
  expect(enter('KEN', 'yes')).toEqual({ refused: 'intendedVote.as-recorded' });
  const before = structuredClone(vote());
  expect(enter('CAN', 'yes')).toHaveLength(1);
  expect(enter('BRA', 'no', 'mod')).toHaveLength(1);
  expect(enter('BRA', 'no', 'mod')).toEqual([]);
  expect(stated()).toMatchObject({ CAN: { choice: 'yes', by: 'bureau' }, BRA: { choice: 'no', by: 'bureau' } });
  const [outline] = voteOutlines(h.state.plenary, () => '1', compareRollCall);
  expect(outline).toMatchObject({ intended: [{ id: 'BRA', isEntered: true }, { id: 'CAN' }] });
  // What the delegation says itself is its own from then on, be it the same.
  expect(say('CAN-1', 'yes')).toHaveLength(1);
  expect(stated().CAN).not.toHaveProperty('by');
  expect(enter('CAN', 'yes')).toEqual([]);
  expect(h.try('CAN-1', 'intendedVote.strike', { voteId, delegationId: 'BRA' })).toEqual({
    refused: 'rights.not-permitted',
  });
  h.act('mod', 'intendedVote.strike', { voteId, delegationId: 'BRA' });
  expect(h.try('mod', 'intendedVote.strike', { voteId, delegationId: 'BRA' })).toEqual([]);
  expect(Object.keys(stated())).toEqual(['CAN']);
  expect(vote()).toEqual(before);
});

test('[INT-1] is stated while the panel decides or is closed, until the consultation is closed', () => {
  declare();
  h.step('commenting');
  expect(say('CAN-1', 'yes')).toMatchObject({ refused: 'panel.wrong-step' });
  h.step('closed');
  expect(say('CAN-1', 'yes')).toHaveLength(1);
  h.act('sec', 'consultation.close', {});
  expect(say('CAN-1', 'no')).toEqual({ refused: 'consultation.closed' });
  expect(h.try('mod', 'intendedVote.enter', { voteId, delegationId: 'BRA', choice: 'no' })).toEqual({
    refused: 'consultation.closed',
  });
});

test('[INT-3] is not what is recorded', () => {
  declare();
  expect(say('KEN-1', 'yes')).toEqual({ refused: 'intendedVote.as-recorded' });
  expect(say('KEN-1', 'abstain')).not.toHaveProperty('refused');
});

test('[INT-3] before the declaration nobody is told whether it is recorded so; what is falls away with the declaration', () => {
  h.lock(voteId);
  for (const choice of ['no', 'abstain', 'yes'] as const) expect(say('KEN-1', choice)).not.toHaveProperty('refused');
  say('CAN-1', 'yes');
  expect(Object.keys(standingIntentions(h.state.plenary, voteId))).toEqual(['KEN', 'CAN']);
  h.act('mod', 'vote.declare', { voteId });
  expect(Object.keys(standingIntentions(h.state.plenary, voteId))).toEqual(['CAN']);
  const [outline] = voteOutlines(h.state.plenary, () => '1', compareRollCall);
  expect(outline).toMatchObject({ intended: [{ id: 'CAN', choice: 'yes' }] });
  // It may still say something else.
  say('KEN-2', 'abstain');
  expect(standingIntentions(h.state.plenary, voteId)).toMatchObject({ KEN: { choice: 'abstain' } });
});

test('[INT-4] changes no tally, no list, no result, whenever it is stated', () => {
  h.lock(voteId);
  // Before the declaration: what is said then does not find its way into the count either.
  for (const code of ['KEN', 'CHE', 'CAN', 'BRA', 'NPL', 'SEN']) say(`${code}-1`, 'no');
  h.act('mod', 'vote.declare', { voteId });
  const result = structuredClone(vote());
  expect(result).toMatchObject({ outcome: { yes: 2, no: 1, absent: 11, result: 'carried' } });
  for (const code of ['JPN', 'CAN', 'BRA', 'GHA', 'POL']) say(`${code}-1`, 'abstain');
  retract('NPL-1');
  expect(vote()).toEqual(result);
  expect(h.state.sealed.vote[voteId]).toEqual({ KEN: 'yes', CHE: 'yes', JPN: 'no' });
});
