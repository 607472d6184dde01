import type { Change } from '@shared/domain/amendments/changes.ts';
import { column } from '@shared/domain/board.ts';
import { plainText } from '@shared/domain/draftText.ts';
import { bindingVote, majorityOf } from '@shared/domain/itemVotes.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { isRefusal } from '@shared/domain/kernel/slice.ts';
import type { Majority } from '@shared/domain/majority.ts';
import type { Subject } from '@shared/domain/motion.ts';
import { adoptedCall } from '@shared/domain/noObjection.ts';
import { itemsOf, outlineOf } from '@shared/domain/record.ts';
import type { Method } from '@shared/domain/ruleProfile.ts';
import { isSponsorListOpen } from '@shared/domain/sponsor.ts';
import { decisionOn } from '@shared/domain/standingDecision.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, type HouseOptions, house, houseCodes } from '../support/build.ts';

/** What was decided is put again only where two thirds of those present and voting so decide. */

let h: House;
let item: string;
let other: string;

const text = 'States act.\nThey act soon.\nThey report.';

function begin(profile: HouseOptions['profile'] = 'committee'): void {
  h = house({ profile });
  h.openRooms({ rooms: 2 });
  item = h.reported(1, 'One', text);
  other = h.reported(2, 'Two');
  h.step('deciding');
  h.stage(item, 'ready');
}

beforeEach(() => begin());

const itemOf = () => must(h.state.plenary.board.items[item], 'item');
const decision = () => decisionOn(h.state.plenary, itemOf());
const present = () => {
  const { consultation } = h.state.plenary;
  return consultation.phase === 'open' && consultation.profile === 'informal' ? null : houseCodes.length;
};

const open = (subject: Subject, majority: Majority = 'simple', more: { present?: number; method?: Method } = {}) =>
  h.try('mod', 'vote.open', { itemId: item, majority, present: present(), subject, ...more });

const theItem: Subject = { kind: 'item' };
const motion: Subject = { kind: 'reconsideration' };
const move = (subject: Subject = motion, majority: Majority = 'two-thirds') => open(subject, majority);

/** A whole vote; what followed its declaration, by type. */
function put(subject: Subject, yes: readonly string[], no: readonly string[], majority: Majority = 'simple', at = 15) {
  const told = open(subject, majority, at === 15 ? {} : { present: at });
  if (isRefusal(told)) throw new Error(`${told.refused} ${JSON.stringify(told.details)}`);
  const voteId = String(must(told[0], 'vote').data.voteId);
  for (const code of yes) h.act(`${code}-1`, 'vote.cast', { voteId, choice: 'yes' });
  for (const code of no) h.act(`${code}-1`, 'vote.cast', { voteId, choice: 'no' });
  h.lock(voteId);
  return { voteId, told: h.act('mod', 'vote.declare', { voteId }).map(({ type }) => type) };
}
const reconsider = () => put(motion, ['KEN', 'FRA'], ['JPN'], 'two-thirds');

const revised = (): Change => {
  const last = itemOf().current.draft.blocks.length - 1;
  return { as: 'revise', block: last, text: 'They report once a year.' };
};
const tryAmend = () =>
  h.try('KEN-1', 'amendment.propose', {
    ...{ itemId: item, version: itemOf().current.version, changes: [revised()], rationale: 'Clearer.' },
  });
const tryDivide = () =>
  h.try('KEN-1', 'division.move', { itemId: item, version: itemOf().current.version, parts: [[0]] });
const tryCall = () => h.try('mod', 'noObjection.call', { itemId: item, seconds: 10, present: present() });
const trySilence = () => h.try('mod', 'silence.prepare', { itemId: item });
const openedOf = (told: ReturnType<typeof tryDivide>, key: string) =>
  String(must(isRefusal(told) ? undefined : told[0], key).data[key]);

/** Every way in which something binding is decided about a text. */
const ways: Record<string, () => void> = {
  'a vote that carried it': () => put(theItem, ['KEN', 'FRA'], ['JPN']),
  'a vote that did not': () => put(theItem, ['KEN'], ['JPN', 'FRA']),
  'an adoption without a vote': () => {
    const callId = openedOf(tryCall(), 'callId');
    h.now += 10_000;
    h.act('system', 'noObjection.gavel', { callId });
  },
  'silence that nobody broke': () => {
    const silenceId = openedOf(trySilence(), 'silenceId');
    const deadlineAt = h.now + 100 * 3_600_000;
    h.act('mod', 'silence.open', { silenceId, deadlineAt, languagesWaived: 'Later.' });
    h.now = deadlineAt + 1;
    h.act('system', 'silence.adopt', { silenceId });
    // Where the card stands changes nothing of what was decided.
    h.stage(item, 'ready');
  },
  'a division that left a part out': () => divide(false, true, true),
  'a division that kept every part': () => divide(true, true, true),
  'a division whose whole was rejected': () => divide(true, true, false),
  'a division of which nothing was left': () => divide(false, false, null),
};

function divide(first: boolean, rest: boolean, whole: boolean | null): void {
  const divisionId = openedOf(tryDivide(), 'divisionId');
  h.act('mod', 'division.grant', { divisionId });
  const vote = (subject: Subject, isCarried: boolean) =>
    isCarried ? put(subject, ['KEN', 'FRA'], ['JPN']) : put(subject, ['KEN'], ['JPN', 'FRA']);
  vote({ kind: 'part', divisionId, partId: '1' }, first);
  vote({ kind: 'part', divisionId, partId: '2' }, rest);
  if (whole !== null) vote({ kind: 'whole', divisionId }, whole);
}

describe.each(Object.entries(ways))('after %s', (_way, decide) => {
  test('[REC-1] [REC-5] the text is put again once reconsidered, and not before', () => {
    decide();
    const before = itemOf().current;
    const settled = { refused: 'motion.item-decided' };
    for (const refused of [open(theItem), trySilence(), tryAmend(), tryDivide()]) expect(refused).toEqual(settled);
    const { voteId, told } = reconsider();
    expect(told).toEqual(['vote.TallyDeclared', 'board.ItemReconsidered']);
    const { amendedBy: _, writers: __, ...same } = before;
    expect(itemOf().current).toEqual({ ...same, version: before.version + 1, reconsideredBy: voteId });
    expect(itemOf().earlier.at(-1)).toEqual(before);
    expect([itemOf().stage, decision()]).toEqual(['ready', 'none']);
    expect(adoptedCall(h.state.plenary, item)).toBeNull();
    expect(isSponsorListOpen(h.state.plenary, item)).toBe(true);
    // Each of them may decide it now; each is taken back before the next is asked.
    h.act('mod', 'noObjection.callOff', { callId: openedOf(tryCall(), 'callId') });
    h.act('mod', 'silence.withdraw', { silenceId: openedOf(trySilence(), 'silenceId'), reason: 'Not so.' });
    h.act('mod', 'division.withdraw', { divisionId: openedOf(tryDivide(), 'divisionId') });
    h.act('KEN-1', 'amendment.withdraw', { amendmentId: openedOf(tryAmend(), 'amendmentId') });
    const { voteId: anew } = put(theItem, ['KEN'], ['JPN', 'FRA']);
    expect(h.state.plenary.vote.byId[anew]).toMatchObject({ itemVersion: before.version + 1 });
    expect(decision()).toBe('decided');
  });

  test('[REC-4] what was not reconsidered stays decided, and is not moved again on the same text', () => {
    decide();
    const { version } = itemOf().current;
    expect(put(motion, ['KEN', 'FRA', 'BRA'], ['JPN', 'CHE'], 'two-thirds').told).toEqual(['vote.TallyDeclared']);
    expect([itemOf().current.version, decision()]).toEqual([version, 'decided']);
    expect(move()).toEqual({ refused: 'motion.reconsideration-refused' });
    expect(open(theItem)).toEqual({ refused: 'motion.item-decided' });
  });
});

describe('the motion', () => {
  test('[REC-1] is about what has been decided: not about what is open, tied or without a quorum', () => {
    const notDecided = { refused: 'motion.not-decided' };
    expect(move()).toEqual(notDecided);
    put(theItem, ['KEN'], ['JPN'], 'simple', 3);
    expect(move()).toEqual(notDecided);
    begin('plenary');
    put(theItem, ['KEN'], ['JPN']);
    expect(move()).toEqual(notDecided);
  });

  test('[REC-1] a card that only stands among the decided needs none: the chair moves it back', () => {
    h.stage(item, 'decided');
    expect(move()).toEqual({ refused: 'motion.not-decided' });
    h.stage(item, 'ready');
    expect(open(theItem)).not.toHaveProperty('refused');
  });

  test('[REC-1] [REC-5] an item that was moved to Decided comes back to Ready for decision, at its end', () => {
    h.stage(other, 'ready');
    put(theItem, ['KEN', 'FRA'], ['JPN']);
    h.stage(item, 'decided');
    expect(open(theItem)).toEqual({ refused: 'vote.item-not-ready' });
    reconsider();
    const ids = (stage: 'ready' | 'decided') =>
      column(h.state.plenary.board, itemOf().panelId, stage).map(({ id }) => id);
    expect([ids('ready'), ids('decided')]).toEqual([[other, item], []]);
  });

  test('[REC-1] not about what is parked, merged or elsewhere', () => {
    h.stage(other, 'ready');
    put(theItem, ['KEN', 'FRA'], ['JPN']);
    h.dispose(item, 'parked', 'Later.');
    expect(move()).toEqual({ refused: 'board.unknown' });
    h.act('mod', 'board.takeUp', { itemId: item });
    h.stage(item, 'under-comment');
    expect(move()).toEqual({ refused: 'vote.item-not-ready' });
    h.stage(item, 'ready');
    h.act('mod', 'lineage.merge', { into: other, itemIds: [item] });
    expect(move()).toEqual({ refused: 'lineage.merged' });
  });

  test('[REC-2] needs two thirds of those present and voting, whatever the decision needed', () => {
    put(theItem, ['KEN', 'FRA'], ['JPN']);
    for (const majority of ['simple', 'absolute', 'two-thirds-members'] as const)
      expect(move(motion, majority), majority).toEqual({ refused: 'motion.reconsideration-needs-two-thirds' });
    expect(put(motion, ['KEN', 'FRA'], ['JPN'], 'two-thirds').told).toContain('board.ItemReconsidered');
  });

  test('[REC-2] binds the question to no majority, and has no second vote', () => {
    begin('plenary');
    const { voteId: first } = put(theItem, ['KEN', 'FRA'], ['JPN']);
    const { voteId } = put(motion, ['KEN'], ['JPN'], 'two-thirds');
    expect(h.state.plenary.vote.byId[voteId]).toMatchObject({ outcome: { result: 'not-carried' } });
    expect(h.state.plenary.vote.byId[voteId]).not.toHaveProperty('secondVoteUntil');
    expect(bindingVote(h.state.plenary.vote, item)?.id).toBe(first);
  });

  test('[REC-2] [AMD-11] the question keeps the majority that it had', () => {
    put(theItem, ['KEN', 'FRA'], ['JPN']);
    reconsider();
    expect(majorityOf(h.state.plenary.vote, item)).toBe('simple');
    expect(open(theItem, 'two-thirds')).toMatchObject({ details: { majority: 'simple' } });
  });

  test('[REC-3] may name the member state that moves it', () => {
    put(theItem, ['KEN', 'FRA'], ['JPN']);
    for (const movedBy of ['VAT', 'nobody'])
      expect(move({ kind: 'reconsideration', movedBy })).toEqual({ refused: 'motion.not-entitled' });
    expect(h.try('KEN-1', 'vote.open', { itemId: item, majority: 'two-thirds', present: 15, subject: motion })).toEqual(
      {
        refused: 'rights.not-permitted',
      },
    );
    const told = move({ kind: 'reconsideration', movedBy: 'KEN' });
    expect(told).toMatchObject([{ data: { subject: { kind: 'reconsideration', movedBy: 'KEN' } } }]);
  });

  test('[REC-4] one that had no quorum or was withdrawn is moved again', () => {
    put(theItem, ['KEN', 'FRA'], ['JPN']);
    put(motion, ['KEN'], ['JPN', 'FRA'], 'two-thirds', 4);
    h.act('mod', 'vote.withdraw', { voteId: openedOf(move(), 'voteId') });
    expect(reconsider().told).toContain('board.ItemReconsidered');
  });

  test('[REC-4] what was decided anew may be reconsidered anew', () => {
    put(theItem, ['KEN', 'FRA'], ['JPN']);
    reconsider();
    expect(move()).toEqual({ refused: 'motion.not-decided' });
    put(theItem, ['KEN'], ['JPN', 'FRA']);
    reconsider();
    expect(itemOf().earlier.map(({ version }) => version)).toEqual([1, 2]);
    expect(itemOf().current).toMatchObject({ version: 3 });
  });

  test('[REC-1] where results only indicate, nothing needs it; where there are no votes, there is none', () => {
    begin('informal');
    put(theItem, ['KEN', 'FRA'], ['JPN']);
    expect(move()).toEqual({ refused: 'motion.nothing-binds' });
    expect(open(theItem)).not.toHaveProperty('refused');
    begin('consensus');
    const callId = openedOf(h.try('mod', 'noObjection.call', { itemId: item, seconds: 10, present: null }), 'callId');
    h.now += 10_000;
    h.act('system', 'noObjection.gavel', { callId });
    expect(h.try('mod', 'vote.open', { itemId: item, majority: 'two-thirds', present: null, subject: motion })).toEqual(
      {
        refused: 'vote.method-not-in-profile',
      },
    );
  });

  test('[REC-1] by a show of hands that is put to a recorded vote as well', () => {
    put(theItem, ['KEN', 'FRA'], ['JPN']);
    const voteId = openedOf(open(motion, 'two-thirds', { method: 'show-of-hands' }), 'voteId');
    h.act('KEN-1', 'showOfHands.askRecorded', { voteId });
    h.act('mod', 'showOfHands.holdRecorded', { voteId });
    const recorded = must(h.state.plenary.vote.order.at(-1), 'vote');
    expect(h.state.plenary.vote.byId[recorded]).toMatchObject({ subject: motion, terms: { majority: 'two-thirds' } });
    h.act('KEN-1', 'vote.cast', { voteId: recorded, choice: 'yes' });
    h.lock(recorded);
    h.act('mod', 'vote.declare', { voteId: recorded });
    expect(itemOf().current.reconsideredBy).toBe(recorded);
  });
});

describe('what is left of it', () => {
  test('[REC-5] an amendment made afterwards makes a version of its own, not one that was put anew', () => {
    put(theItem, ['KEN', 'FRA'], ['JPN']);
    reconsider();
    const amendmentId = openedOf(tryAmend(), 'amendmentId');
    put({ kind: 'amendment', amendmentId }, ['KEN', 'FRA'], ['JPN']);
    expect(itemOf().current).toMatchObject({ version: 3, amendedBy: { amendments: [amendmentId] } });
    expect(itemOf().current).not.toHaveProperty('reconsideredBy');
    expect(plainText(itemOf().current.draft)).toContain('once a year');
  });

  test('[REC-6] the record keeps the earlier decision and the motion, and says of the item what stands', () => {
    divide(false, true, true);
    h.stage(item, 'decided');
    const outline = () => must(itemsOf(outlineOf(h.state).panels)[0], 'item');
    expect(outline().outcome).toEqual({ as: 'decided', result: 'carried' });
    reconsider();
    expect(outline()).toMatchObject({ outcome: { as: 'ready' }, version: 3, versions: 3 });
    put(theItem, ['KEN'], ['JPN', 'FRA']);
    h.stage(item, 'decided');
    expect(outline().outcome).toEqual({ as: 'decided', result: 'not-carried' });
    const { votes, divisions } = outlineOf(h.state);
    expect(votes.map(({ subject }) => subject.kind)).toEqual(['part', 'part', 'whole', 'reconsideration', 'item']);
    expect(divisions).toMatchObject([{ state: 'adopted' }]);
  });
});
