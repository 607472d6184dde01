import type { Change } from '@shared/domain/amendments/changes.ts';
import { duties } from '@shared/domain/duties.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { isRefusal } from '@shared/domain/kernel/slice.ts';
import type { Subject } from '@shared/domain/motion.ts';
import { sponsorsOf } from '@shared/domain/sponsor.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, type HouseOptions, house, houseCodes } from '../support/build.ts';

/** Where the procedures by which something is decided meet: none decides around another. */

let h: House;
let item: string;
let other: string;

function begin(profile: HouseOptions['profile'] = 'committee'): void {
  h = house({ profile });
  h.openRooms({ rooms: 2 });
  item = h.reported(1, 'One', 'States act.\nThey act soon.\nThey report.');
  other = h.reported(2, 'Two');
  h.step('deciding');
  for (const id of [item, other]) h.stage(id, 'ready');
}

beforeEach(() => begin());

const itemOf = () => must(h.state.plenary.board.items[item], 'item');
const present = () => (profileId() === 'informal' ? null : houseCodes.length);
const profileId = () => {
  const { consultation } = h.state.plenary;
  return consultation.phase === 'open' ? consultation.profile : null;
};

const change: Change = { as: 'revise', block: 2, text: 'They report once a year.' };
const tryAmend = (at: Change = change, who = 'KEN-1') =>
  h.try(who, 'amendment.propose', {
    ...{ itemId: item, version: itemOf().current.version, changes: [at], rationale: 'Clearer.' },
  });
function amend(at: Change = change, who = 'KEN-1'): string {
  const told = tryAmend(at, who);
  if (isRefusal(told)) throw new Error(told.refused);
  return String(must(told[0], 'proposal').data.amendmentId);
}
const tryDivide = () =>
  h.try('KEN-1', 'division.move', { itemId: item, version: itemOf().current.version, parts: [[0]] });
function divide(): string {
  const told = tryDivide();
  if (isRefusal(told)) throw new Error(told.refused);
  return String(must(told[0], 'motion').data.divisionId);
}
const call = () => h.try('mod', 'noObjection.call', { itemId: item, seconds: 10, present: present() });
/** A call that nobody objects to. */
function adopt(): void {
  const told = call();
  if (isRefusal(told)) throw new Error(told.refused);
  h.now += 10_000;
  h.act('system', 'noObjection.gavel', { callId: String(h.state.plenary.noObjection.order.at(-1)) });
}
const prepare = () => h.try('mod', 'silence.prepare', { itemId: item });
function prepared(): string {
  const told = prepare();
  if (isRefusal(told)) throw new Error(told.refused);
  return String(must(told[0], 'round').data.silenceId);
}
const hour = 3_600_000;
const silently = (silenceId: string) =>
  h.try('mod', 'silence.open', { silenceId, deadlineAt: h.now + 100 * hour, languagesWaived: 'Later.' });
const breakIt = (silenceId: string) =>
  h.act('FRA-1', 'silence.break', { silenceId, round: 1, isConfirmed: true, reason: null, alternative: null });
const vote = (subject?: Subject) =>
  h.try('mod', 'vote.open', { itemId: item, majority: 'simple', present: present(), ...(subject ? { subject } : {}) });
function put(subject: Subject, yes: readonly string[], no: readonly string[]): string {
  const told = vote(subject);
  if (isRefusal(told)) throw new Error(`${told.refused} ${JSON.stringify(told.details)}`);
  const voteId = String(must(told[0], 'vote').data.voteId);
  for (const code of yes) h.act(`${code}-1`, 'vote.cast', { voteId, choice: 'yes' });
  for (const code of no) h.act(`${code}-1`, 'vote.cast', { voteId, choice: 'no' });
  h.lock(voteId);
  h.act('mod', 'vote.declare', { voteId });
  return voteId;
}
const theItem: Subject = { kind: 'item' };
const decided = { refused: 'motion.item-decided' };

describe('what has to be decided first', () => {
  test('[ONE-1] an open amendment keeps an item from a call, from silence, from a vote and from Decided', () => {
    const amendmentId = amend();
    const undecided = { refused: 'amendment.undecided', details: { n: 1 } };
    for (const refused of [call(), prepare(), vote()]) expect(refused).toEqual(undecided);
    expect(h.try('mod', 'board.stage', { itemId: item, stage: 'decided', before: null })).toEqual(undecided);
    h.stage(item, 'under-comment');
    h.stage(item, 'ready');
    h.act('KEN-1', 'amendment.withdraw', { amendmentId });
    expect(call()).toHaveLength(1);
  });

  test('[ONE-1] a pending division keeps an item from them as well', () => {
    const divisionId = divide();
    for (const refused of [call(), prepare(), vote()]) expect(refused).toEqual({ refused: 'division.pending' });
    h.act('mod', 'division.withdraw', { divisionId });
    expect(prepare()).toHaveLength(1);
  });

  test('[ONE-1] what comes between the preparation of a silence and its opening is seen at the opening', () => {
    const silenceId = prepared();
    const amendmentId = amend();
    expect(silently(silenceId)).toEqual({ refused: 'amendment.undecided', details: { n: 1 } });
    h.act('KEN-1', 'amendment.withdraw', { amendmentId });
    const divisionId = divide();
    expect(silently(silenceId)).toEqual({ refused: 'division.pending' });
    h.act('KEN-1', 'division.withdraw', { divisionId });
    expect(silently(silenceId)).toHaveLength(1);
  });

  test('[ONE-1] a broken silence is not restored over an amendment that came meanwhile', () => {
    const silenceId = prepared();
    silently(silenceId);
    breakIt(silenceId);
    h.act('FRA-1', 'silence.retract', { silenceId });
    amend();
    expect(h.try('mod', 'silence.restore', { silenceId, deadlineAt: h.now + 100 * hour })).toEqual({
      ...{ refused: 'amendment.undecided', details: { n: 1 } },
    });
  });
});

describe('what was decided', () => {
  const ways: [string, () => void][] = [
    ['a vote that carried it', () => put(theItem, ['KEN'], [])],
    ['a vote that did not', () => put(theItem, ['KEN'], ['FRA'])],
    ['an adoption without a vote', () => adopt()],
    [
      'silence',
      () => {
        const silenceId = prepared();
        silently(silenceId);
        h.now += 101 * hour;
        for (const { type, payload } of duties(h.state, h.now)) h.act('system', type, payload as never);
        h.stage(item, 'ready');
      },
    ],
    [
      'a division all of whose parts fell',
      () => {
        const divisionId = divide();
        h.act('mod', 'division.grant', { divisionId });
        for (const partId of ['1', '2']) put({ kind: 'part', divisionId, partId }, [], ['KEN']);
      },
    ],
  ];

  test.each(ways)('[ONE-2] by %s is put to no other decision, and its text stands', (_way, decide) => {
    decide();
    expect(itemOf().stage).toBe('ready');
    for (const refused of [vote(), tryAmend(), tryDivide(), prepare()]) expect(refused).toEqual(decided);
    expect(call()).toHaveProperty('refused');
    expect(h.try('KEN-1', 'sponsor.join', { itemId: item })).toEqual({ refused: 'sponsor.list-is-fixed' });
  });

  test('[ONE-2] after a silence was broken is not revised by its next round', () => {
    const silenceId = prepared();
    silently(silenceId);
    breakIt(silenceId);
    adopt();
    expect(h.try('mod', 'silence.revise', { silenceId })).toEqual(decided);
  });

  test('[ONE-2] a tie that was not held again in time has decided too', () => {
    begin('plenary');
    const tied = put(theItem, ['KEN'], ['FRA']);
    h.now += 49 * hour;
    h.act('system', 'vote.lapse', { voteId: tied });
    for (const refused of [call(), tryAmend(), tryDivide(), prepare()]) expect(refused).toEqual(decided);
    expect(vote()).toEqual({ refused: 'vote.tie-stands' });
  });

  test('[ONE-2] what only indicates, and a count without a quorum, decide nothing', () => {
    begin('informal');
    adopt();
    put(theItem, ['KEN'], []);
    expect(tryAmend()).toHaveLength(1);
    expect(h.try('KEN-1', 'sponsor.join', { itemId: item })).toEqual({ refused: 'sponsor.list-is-fixed' });
    begin();
    const told = h.act('mod', 'vote.open', { itemId: item, majority: 'simple', present: 3 });
    const voteId = String(must(told[0], 'vote').data.voteId);
    h.lock(voteId);
    h.act('mod', 'vote.declare', { voteId });
    expect(h.try('KEN-1', 'sponsor.join', { itemId: item })).toHaveLength(1);
    expect(call()).toHaveLength(1);
  });
});

describe('a tie that waits for its second vote', () => {
  beforeEach(() => begin('plenary'));

  test('[ONE-3] holds its item: nothing else is decided about it, and its text and sponsors stand', () => {
    h.act('BRA-1', 'sponsor.join', { itemId: item });
    put(theItem, ['KEN'], ['FRA']);
    const waits = { refused: 'vote.tie-waits' };
    for (const refused of [call(), tryAmend(), tryDivide(), prepare()]) expect(refused).toEqual(waits);
    expect(h.try('BRA-1', 'sponsor.leave', { itemId: item })).toEqual({ refused: 'sponsor.list-is-fixed' });
    expect(sponsorsOf(h.state.plenary, item)).toEqual(['BRA']);
    put(theItem, ['KEN'], []);
    expect(call()).toEqual(decided);
  });

  test('[ONE-4] on an amendment is held again as the same amendment, though another has changed the text', () => {
    const [first, second] = [amend(), amend({ as: 'revise', block: 0, text: 'States act now.' }, 'FRA-1')];
    h.act('mod', 'amendment.arrange', { itemId: item, amendmentIds: [first, second] });
    const tied = put({ kind: 'amendment', amendmentId: first }, ['KEN'], ['FRA']);
    h.act('mod', 'amendment.arrange', { itemId: item, amendmentIds: [second, first] });
    put({ kind: 'amendment', amendmentId: second }, ['KEN'], []);
    const again = put({ kind: 'amendment', amendmentId: first }, ['KEN'], []);
    expect(h.state.plenary.vote.byId[again]).toMatchObject({ secondOf: tied, itemVersion: 2 });
    h.now += 49 * hour;
    expect(duties(h.state, h.now)).toEqual([]);
    expect(h.state.plenary.amendment.byId[first]?.phase).toBe('adopted');
  });

  test('[ONE-4] changes nothing of an amendment that was not put since', () => {
    const [first, second] = [amend(), amend({ as: 'revise', block: 0, text: 'States act now.' }, 'FRA-1')];
    h.act('mod', 'amendment.arrange', { itemId: item, amendmentIds: [first, second] });
    const tied = put({ kind: 'amendment', amendmentId: first }, ['KEN'], ['FRA']);
    h.act('mod', 'amendment.relate', { amendmentId: second, rejects: first, isImplied: true });
    h.act('mod', 'amendment.arrange', { itemId: item, amendmentIds: [second, first] });
    put({ kind: 'amendment', amendmentId: second }, ['KEN'], []);
    h.now += 49 * hour;
    h.act('system', 'vote.lapse', { voteId: tied });
    expect(h.state.plenary.amendment.byId[first]).toMatchObject({ phase: 'not-put', because: second });
  });
});

describe('while something is open for decision', () => {
  const open: [string, () => void][] = [
    ['a vote', () => void vote()],
    ['a call', () => void call()],
    ['silence', () => void silently(prepared())],
    ['a division', () => void divide()],
  ];

  test.each(open)('[ONE-5] by %s, the item changes by no act', (_by, begun) => {
    const amendmentId = amend();
    h.act('KEN-1', 'amendment.withdraw', { amendmentId });
    const before = structuredClone(itemOf());
    begun();
    const roomId = h.roomOf(item);
    const version = itemOf().current.version;
    const acts = [
      tryAmend(),
      h.try('KEN-1', 'amendment.takeUp', { amendmentId }),
      h.try('KEN-1', 'amendment.restate', { amendmentId, version, changes: [change] }),
      h.try('mod', 'amendment.accept', { amendmentId }),
      h.try('mod', 'amendment.arrange', { itemId: item, amendmentIds: [] }),
      tryDivide(),
      h.try('mod', 'lineage.merge', { into: other, itemIds: [item] }),
      h.try('mod', 'lineage.merge', { into: item, itemIds: [other] }),
      h.try('mod', 'lineage.split', {
        ...{ itemId: item, parts: [0, 1].map((at) => ({ title: `Part ${at}`, blockIndexes: at ? [1, 2] : [0] })) },
      }),
      h.try(h.rapporteur(1), 'actionItem.takeBack', { roomId, itemId: item }),
      h.try(h.rapporteur(1), 'actionItem.report', { roomId, itemId: item, waiver: 'Later.' }),
      h.try('mod', 'board.stage', { itemId: item, stage: 'decided', before: null }),
      h.try('mod', 'board.dispose', { itemId: item, disposition: { as: 'parked', reason: 'Later.' } }),
      prepare(),
    ];
    for (const [at, told] of acts.entries()) expect(told, `act ${at}`).toHaveProperty('refused');
    expect(itemOf()).toEqual(before);
  });

  test('[ONE-5] a silence that was broken is not revised while a vote or a call is open', () => {
    const silenceId = prepared();
    silently(silenceId);
    breakIt(silenceId);
    call();
    expect(h.try('mod', 'silence.revise', { silenceId })).toEqual({ refused: 'silence.item-under-decision' });
  });

  test.each(open.slice(1, 3))(
    '[ONE-5] [LIN-8] a split is not undone while %s is open on a part, nor after',
    (_by, begun) => {
      const whole = item;
      h.act('mod', 'lineage.split', {
        ...{ itemId: whole, parts: [0, 1].map((at) => ({ title: `Part ${at}`, blockIndexes: at ? [1, 2] : [0] })) },
      });
      const part = must(itemOf().gone?.into[0], 'part');
      item = part;
      begun();
      const undone = () => h.try('mod', 'lineage.unsplit', { itemId: whole });
      expect(undone()).toEqual({ refused: 'lineage.part-acted-on', details: { parts: ['Part 0'] } });
      h.now += 200 * hour;
      for (const { type, payload } of duties(h.state, h.now)) h.act('system', type, payload as never);
      expect(undone()).toHaveProperty('refused');
    },
  );
});
