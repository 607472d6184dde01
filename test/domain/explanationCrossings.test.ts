import { explainable } from '@shared/domain/explanation/explainable.ts';
import { saidBefore } from '@shared/domain/explanation/shape.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { isRefusal } from '@shared/domain/kernel/slice.ts';
import type { Subject } from '@shared/domain/motion.ts';
import { explanationOutlines } from '@shared/domain/record/consensus.ts';
import type { CommandData } from '@shared/domain/rulebook.ts';
import { currentProfile } from '@shared/domain/ruleProfile.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type House, type HouseOptions, house, houseCodes } from '../support/build.ts';

/** Explanations where they meet the other procedures: amendments, divisions, silence, secret ballots, second votes. */

let h: House;
let item: string;

function begin(profile: HouseOptions['profile'] = 'committee'): void {
  h = house({ profile });
  h.openRooms({ rooms: 2 });
  item = h.reported(1, 'One', 'States act.\nThey act soon.\nThey report.');
  h.step('deciding');
  h.stage(item, 'ready');
}

beforeEach(() => begin());

type Explained = CommandData<'explanation.openList'>['explained'];
const theItem = (): Explained => ({ kind: 'item', id: item });
const open = (explained: Explained, subject?: Subject, minutes = 5) =>
  h.try('mod', 'explanation.openList', { explained, minutes, ...(subject ? { subject } : {}) });
function opened(explained: Explained, subject?: Subject): string {
  const told = open(explained, subject);
  if (isRefusal(told)) throw new Error(told.refused);
  return String(must(told[0], 'list').data.listId);
}
const ask = (listId: string, who = 'KEN-1') => h.try(who, 'explanation.ask', { listId });
const file = (listId: string, who = 'KEN-1') => h.try(who, 'explanation.file', { listId, text: 'So we voted.' });
const give = (listId: string, delegationId = 'KEN') => h.try('mod', 'explanation.giveFloor', { listId, delegationId });
function heard(listId: string, delegationId = 'KEN'): void {
  h.act(`${delegationId}-1`, 'explanation.ask', { listId });
  h.act('mod', 'explanation.giveFloor', { listId, delegationId });
  h.act('mod', 'explanation.end', { listId, delegationId });
}
function amend(who = 'KEN-1'): string {
  const { version } = must(h.state.plenary.board.items[item], 'item').current;
  const changes = [{ as: 'revise' as const, block: 2, text: 'They report once a year.' }];
  const told = h.act(who, 'amendment.propose', { itemId: item, version, changes, rationale: 'Clearer.' });
  return String(must(told[0], 'proposal').data.amendmentId);
}
function divided(): string {
  const told = h.act('KEN-1', 'division.move', { itemId: item, version: 1, parts: [[0]] });
  return String(must(told[0], 'motion').data.divisionId);
}
type Method = 'recorded' | 'secret';
const openVote = (subject?: Subject, method: Method = 'recorded') =>
  h.try('mod', 'vote.open', {
    ...{ itemId: item, majority: 'simple', present: houseCodes.length, method },
    ...(subject ? { subject } : {}),
  });
function vote(subject: Subject | undefined, yes: string[], no: string[] = []): string {
  const told = openVote(subject);
  if (isRefusal(told)) throw new Error(told.refused);
  const voteId = String(must(told[0], 'vote').data.voteId);
  for (const code of yes) h.act(`${code}-1`, 'vote.cast', { voteId, choice: 'yes' });
  for (const code of no) h.act(`${code}-1`, 'vote.cast', { voteId, choice: 'no' });
  h.lock(voteId);
  h.act('mod', 'vote.declare', { voteId });
  return voteId;
}

describe('the sponsor’s bar', () => {
  const sponsor = { refused: 'explanation.sponsor' };

  test('[EXP-5] an amendment is not explained by its proposer and co-sponsors, before or after, by word or text', () => {
    const amendmentId = amend();
    h.act('FRA-1', 'amendment.join', { amendmentId });
    h.act('BRA-1', 'sponsor.join', { itemId: item });
    const subject: Subject = { kind: 'amendment', amendmentId };
    const before = opened(theItem(), subject);
    for (const who of ['KEN-1', 'FRA-2']) {
      expect(ask(before, who)).toEqual(sponsor);
      expect(file(before, who)).toEqual(sponsor);
    }
    // The amendment is not the proposal of who sponsors the item.
    expect(ask(before, 'BRA-1')).toHaveLength(1);
    const after = opened({ kind: 'vote', id: vote(subject, ['KEN']) });
    for (const who of ['KEN-1', 'FRA-2']) expect(ask(after, who)).toEqual(sponsor);
    expect(ask(after, 'BRA-1')).toHaveLength(1);
    const ofItem = opened({ kind: 'vote', id: vote(undefined, ['KEN']) });
    expect(ask(ofItem, 'BRA-1')).toEqual(sponsor);
    expect(ask(ofItem)).toHaveLength(1);
  });

  test('[EXP-12] the record says whether an item was explained, or an amendment to it', () => {
    const amendmentId = amend();
    const ofAmendment = opened({ kind: 'vote', id: vote({ kind: 'amendment', amendmentId }, ['KEN']) });
    heard(ofAmendment, 'FRA');
    heard(opened({ kind: 'vote', id: vote(undefined, ['KEN']) }), 'FRA');
    expect(explanationOutlines(h.state.plenary, () => '1').map(({ subject }) => subject)).toEqual([
      { kind: 'amendment', number: 1 },
      { kind: 'item', number: null },
    ]);
  });

  test('[EXP-5] who takes an amendment up is barred in the place of who withdrew it', () => {
    const amendmentId = amend();
    h.act('KEN-1', 'amendment.withdraw', { amendmentId });
    h.act('FRA-1', 'amendment.takeUp', { amendmentId });
    const list = opened(theItem(), { kind: 'amendment', amendmentId });
    expect(ask(list, 'FRA-1')).toEqual(sponsor);
    expect(ask(list)).toHaveLength(1);
  });

  test('[EXP-5] a part, and what is left, are the proposal of the item’s sponsors; the motion is the mover’s', () => {
    h.act('BRA-1', 'sponsor.join', { itemId: item });
    const divisionId = divided();
    const motion = opened(theItem(), { kind: 'division', divisionId });
    expect(ask(motion)).toEqual(sponsor);
    expect(ask(motion, 'BRA-1')).toHaveLength(1);
    h.act('mod', 'division.grant', { divisionId });
    const part = opened(theItem(), { kind: 'part', divisionId, partId: '1' });
    expect(ask(part, 'BRA-1')).toEqual(sponsor);
    expect(ask(part)).toHaveLength(1);
    for (const partId of ['1', '2']) vote({ kind: 'part', divisionId, partId }, ['KEN']);
    const whole = opened({ kind: 'vote', id: vote({ kind: 'whole', divisionId }, ['KEN']) });
    expect(ask(whole, 'BRA-1')).toEqual(sponsor);
  });
});

describe('a list before a decision', () => {
  test('[EXP-14] is of an amendment that is open, or a part that is pending, of that item', () => {
    const amendmentId = amend();
    expect(open(theItem(), { kind: 'amendment', amendmentId: 'nothing' })).toEqual({ refused: 'motion.unknown' });
    h.act('KEN-1', 'amendment.withdraw', { amendmentId });
    expect(open(theItem(), { kind: 'amendment', amendmentId })).toEqual({ refused: 'motion.unknown' });
    const divisionId = divided();
    h.act('mod', 'division.grant', { divisionId });
    expect(open(theItem(), { kind: 'part', divisionId, partId: '9' })).toEqual({ refused: 'motion.unknown' });
    vote({ kind: 'part', divisionId, partId: '1' }, ['KEN']);
    expect(open(theItem(), { kind: 'part', divisionId, partId: '1' })).toHaveProperty('refused');
    expect(open(theItem(), { kind: 'part', divisionId, partId: '2' })).toHaveLength(1);
  });

  test('[EXP-14] on a divided item is over with the final vote on what is left', () => {
    const list = opened(theItem());
    const divisionId = divided();
    h.act('mod', 'division.grant', { divisionId });
    for (const partId of ['1', '2']) vote({ kind: 'part', divisionId, partId }, ['KEN']);
    heard(list);
    const voteId = vote({ kind: 'whole', divisionId }, ['KEN']);
    expect(ask(list, 'FRA-1')).toEqual({ refused: 'explanation.decision-begun' });
    expect(ask(opened({ kind: 'vote', id: voteId }))).toEqual({ refused: 'explanation.once' });
  });

  test('[EXP-1] [EXP-14] is not opened while that decision runs, nor once it was taken', () => {
    const voteId = String(must(h.act('mod', 'vote.open', votes())[0], 'vote').data.voteId);
    expect(open(theItem())).toEqual({ refused: 'explanation.not-yet' });
    h.act('KEN-1', 'vote.cast', { voteId, choice: 'yes' });
    h.lock(voteId);
    h.act('mod', 'vote.declare', { voteId });
    expect(open(theItem())).toEqual({ refused: 'motion.item-decided' });
  });
});

const votes = (): CommandData<'vote.open'> => ({ itemId: item, majority: 'simple', present: 15 });

describe('silence', () => {
  const hour = 3_600_000;
  function silently(): string {
    const silenceId = String(must(h.act('mod', 'silence.prepare', { itemId: item })[0], 'round').data.silenceId);
    h.act('mod', 'silence.open', { silenceId, deadlineAt: h.now + 100 * hour, languagesWaived: 'Later.' });
    return silenceId;
  }
  function adopted(silenceId = silently()): string {
    h.now += 101 * hour;
    h.act('system', 'silence.adopt', { silenceId });
    return silenceId;
  }

  test('[EXP-1] [EXP-11] is explained as a position once it has adopted, with dissociations', () => {
    expect(open({ kind: 'silence', id: 'nothing' })).toEqual({ refused: 'explanation.unknown' });
    const silenceId = silently();
    expect(open({ kind: 'silence', id: silenceId })).toEqual({ refused: 'explanation.not-yet' });
    adopted(silenceId);
    const listId = opened({ kind: 'silence', id: silenceId });
    expect(open({ kind: 'silence', id: silenceId })).toEqual([]);
    const told = h.act('KEN-1', 'explanation.file', { listId, text: 'Not the third.', dissociates: [3] });
    expect(told).toHaveLength(1);
    expect(explanationOutlines(h.state.plenary, () => '1')).toMatchObject([
      { when: 'after', of: 'position', decision: silenceId, itemVersion: 1, statements: [{ dissociates: [3] }] },
    ]);
  });

  test('[EXP-5] [EXP-6] sponsors do not explain it, and who did so before does not again', () => {
    h.act('BRA-1', 'sponsor.join', { itemId: item });
    const before = opened(theItem());
    file(before);
    const silenceId = silently();
    expect(ask(before, 'FRA-1')).toEqual({ refused: 'explanation.decision-begun' });
    expect(open(theItem())).toEqual({ refused: 'explanation.not-yet' });
    adopted(silenceId);
    const after = opened({ kind: 'silence', id: silenceId });
    expect(ask(after, 'BRA-1')).toEqual({ refused: 'explanation.sponsor' });
    expect(ask(after)).toEqual({ refused: 'explanation.once' });
    expect(ask(after, 'FRA-1')).toHaveLength(1);
  });

  test('[EXP-14] that was broken decided nothing: what was said before is said of what is still to come', () => {
    const before = opened(theItem());
    const silenceId = silently();
    h.act('FRA-1', 'silence.break', { silenceId, round: 1, isConfirmed: true, reason: null, alternative: null });
    expect(ask(before)).toHaveLength(1);
  });
});

describe('a secret ballot', () => {
  const secret = { refused: 'explanation.secret-ballot' };
  function secretly(subject?: Subject): string {
    const told = openVote(subject, 'secret');
    if (isRefusal(told)) throw new Error(told.refused);
    return String(
      must(
        told.find(({ type }) => type === 'vote.VoteOpened'),
        'vote',
      ).data.voteId,
    );
  }
  function count(voteId: string): void {
    h.act('KEN-1', 'secretBallot.cast', { voteId, choice: 'yea', receipt: '1'.padStart(32, '0') });
    h.lock(voteId);
    const { payload } = h.box.complete({ type: 'secretBallot.count', payload: { voteId } } as never, 0);
    h.act('system', 'secretBallot.count', payload as CommandData<'secretBallot.count'>);
    h.act('mod', 'vote.declare', { voteId });
  }

  test('[EXP-2] ends a list that was opened before it: no floor, no words, no text, and says why', () => {
    const list = opened(theItem());
    ask(list);
    heard(opened(theItem(), { kind: 'amendment', amendmentId: amend('FRA-1') }), 'JPN');
    h.act('FRA-1', 'amendment.withdraw', { amendmentId: must(h.state.plenary.amendment.order[item]?.[0], 'one') });
    const voteId = secretly();
    expect(ask(list, 'FRA-1')).toEqual(secret);
    expect(give(list)).toHaveProperty('refused');
    count(voteId);
    expect(ask(list, 'FRA-1')).toEqual(secret);
    expect(file(list, 'FRA-1')).toEqual(secret);
    expect(file(list)).toEqual(secret);
    expect(give(list)).toEqual(secret);
  });

  test('[EXP-2] takes no text afterwards from who was heard before it', () => {
    const list = opened(theItem());
    heard(list);
    count(secretly());
    expect(file(list)).toEqual(secret);
  });

  test('[EXP-2] keeps a list from being opened while it runs, and after it, before or after', () => {
    begin('informal');
    const told = h.act('mod', 'vote.open', { ...votes(), present: null, method: 'secret' });
    const voteId = String(must(told[0], 'vote').data.voteId);
    expect(open(theItem())).toEqual(secret);
    count(voteId);
    expect(open(theItem())).toEqual(secret);
    expect(open({ kind: 'vote', id: voteId })).toEqual(secret);
  });

  test('[EXP-2] that was withdrawn was none: the list goes on', () => {
    const list = opened(theItem());
    h.act('mod', 'vote.withdraw', { voteId: secretly() });
    expect(ask(list)).toHaveLength(1);
  });
});

describe('time', () => {
  const profile = currentProfile('committee');
  const usual = profile.explanationMinutes;
  const allow = (minutes: number) => Object.assign(profile, { explanationMinutes: minutes });
  afterEach(() => void allow(usual));

  test('[EXP-3] is no longer than the rule profile allows', () => {
    allow(3);
    expect(open(theItem(), undefined, 4)).toEqual({ refused: 'explanation.too-long', details: { minutes: 3 } });
    expect(open(theItem(), undefined, 3)).toHaveLength(1);
  });

  test('[EXP-3] is set anew when a list is opened again', () => {
    const listId = opened(theItem());
    h.act('mod', 'explanation.closeList', { listId });
    open(theItem(), undefined, 2);
    expect(h.state.plenary.explanation.byId[listId]).toMatchObject({ isOpen: true, minutes: 2 });
  });
});

describe('a second explanation', () => {
  const said = (listId: string, who = 'KEN') =>
    saidBefore(h.state.plenary, must(h.state.plenary.explanation.byId[listId], 'list'), who);

  test('[EXP-13] of a second vote is noted where the vote is the same, and where it is not known', () => {
    begin('plenary');
    const first = opened({ kind: 'vote', id: vote(undefined, ['KEN'], ['FRA']) });
    for (const who of ['KEN', 'FRA']) heard(first, who);
    const before = opened(theItem());
    expect(said(before)).toBe('vote-unknown');
    const second = opened({ kind: 'vote', id: vote(undefined, ['KEN', 'FRA'], ['JPN']) });
    expect(said(second)).toBe('same-vote');
    expect(said(second, 'FRA')).toBeNull();
    expect(said(second, 'JPN')).toBeNull();
    expect(said(first)).toBeNull();
    expect(ask(second)).toHaveLength(1);
  });

  test('[EXP-13] of another subject, or by who has only asked, is not noted', () => {
    const amendmentId = amend('FRA-1');
    const ofAmendment = opened(theItem(), { kind: 'amendment', amendmentId });
    heard(ofAmendment);
    vote({ kind: 'amendment', amendmentId }, ['KEN']);
    const list = opened(theItem());
    ask(list, 'JPN-1');
    const after = opened({ kind: 'vote', id: vote(undefined, ['KEN']) });
    expect([said(after), said(after, 'JPN')]).toEqual([null, null]);
  });
});

test('[EXP-1] what the screen offers is what the rules grant', () => {
  expect(explainable(h.state.plenary, theItem())).toMatchObject({ itemId: item, itemVersion: 1 });
  h.stage(item, 'under-comment');
  expect(explainable(h.state.plenary, theItem())).toEqual({ refused: 'explanation.not-yet' });
});
