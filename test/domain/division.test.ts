import type { DraftText } from '@shared/domain/draftText.ts';
import { plainText } from '@shared/domain/draftText.ts';
import { duties, nextDeadline } from '@shared/domain/duties.ts';
import { must } from '@shared/domain/kernel/must.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import type { Majority } from '@shared/domain/majority.ts';
import type { Subject } from '@shared/domain/motion.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, type HouseOptions, house, houseCodes, inBracket, proposed } from '../support/build.ts';

const text = [
  'Recalling their duties,',
  'States issue identity documents.',
  'They charge no fees.',
  'They report on it.',
];

let h: House;
let item: string;

function begin(options: HouseOptions = { profile: 'committee' }, draft: string | DraftText = text.join('\n')): void {
  h = house(options);
  h.openRooms({ rooms: 2 });
  item = h.reported(1, 'Identity documents', draft);
  h.step('deciding');
  h.stage(item, 'ready');
}

beforeEach(() => begin());

const itemOf = () => must(h.state.plenary.board.items[item], 'item');
const words = () => plainText(itemOf().current.draft).split('\n');
const divisionOf = (id: string) => must(h.state.plenary.division.byId[id], 'division');
const tryMove = (who: string, ...parts: number[][]) =>
  h.try(who, 'division.move', { itemId: item, version: itemOf().current.version, parts });

function move(who: string, ...parts: number[][]): string {
  const told = tryMove(who, ...parts);
  if ('refused' in told) throw new Error(told.refused);
  return String(must(told[0], 'motion').data.divisionId);
}

/** A motion that was granted. */
function granted(...parts: number[][]): string {
  const divisionId = move('KEN-1', ...parts);
  h.act('mod', 'division.grant', { divisionId });
  return divisionId;
}

const open = (subject: Subject, majority: Majority = 'simple') =>
  h.try('mod', 'vote.open', { itemId: item, majority, present: houseCodes.length, subject });

function put(subject: Subject, ballots: Partial<Record<Choice, string[]>>, majority: Majority = 'simple'): string[] {
  const told = open(subject, majority);
  if ('refused' in told) throw new Error(`${told.refused} ${JSON.stringify(told.details)}`);
  const voteId = String(must(told[0], 'vote').data.voteId);
  for (const [choice, codes] of Object.entries(ballots))
    for (const code of codes) h.act(`${code}-1`, 'vote.cast', { voteId, choice: choice as Choice });
  h.lock(voteId);
  return h.act('mod', 'vote.declare', { voteId }).map(({ type }) => type);
}
const part = (divisionId: string, partId: string): Subject => ({ kind: 'part', divisionId, partId });
const yes = { yes: ['KEN', 'BRA'], no: ['JPN'] };
const no = { yes: ['KEN'], no: ['JPN', 'BRA'] };

describe('the motion', () => {
  test('[DIV-1] a delegate of a member state moves it, on what is ready, while the panel decides', () => {
    for (const who of ['VAT-1', 'IOM-1', 'pan-1', 'mod', 'screen'])
      expect(tryMove(who, [0]), who).toEqual({ refused: 'rights.not-permitted' });
    h.stage(item, 'under-comment');
    expect(tryMove('KEN-1', [0])).toEqual({ refused: 'vote.item-not-ready' });
    h.stage(item, 'ready');
    expect(h.try('KEN-1', 'division.move', { itemId: item, version: 2, parts: [[0]] })).toMatchObject({
      refused: 'motion.other-version',
    });
    const changes = [{ as: 'delete' as const, block: 3 }];
    h.act('BRA-1', 'amendment.propose', { itemId: item, version: 1, changes, rationale: 'Too much.' });
    expect(tryMove('KEN-1', [0])).toEqual({ refused: 'amendment.undecided', details: { n: 1 } });
    const [amendmentId] = must(h.state.plenary.amendment.order[item], 'amendments');
    put({ kind: 'amendment', amendmentId: must(amendmentId, 'amendment') }, no);
    const divisionId = move('KEN-1', [2]);
    expect(divisionOf(divisionId)).toMatchObject({ phase: 'moved', movedBy: 'KEN', itemVersion: 1 });
    expect(tryMove('BRA-1', [1])).toEqual({ refused: 'division.pending' });
  });

  test('[DIV-1] not once the item is decided', () => {
    put({ kind: 'item' }, yes);
    expect(tryMove('KEN-1', [0])).toEqual({ refused: 'motion.item-decided' });
  });

  test('[DIV-2] parts are paragraphs, each in one; the rest is one more; in the order of the text', () => {
    expect(tryMove('KEN-1', [0, 1], [1])).toEqual({
      ...{ refused: 'motion.paragraphs-unclear', details: { paragraphs: [2] } },
    });
    expect(tryMove('KEN-1', [4])).toMatchObject({ refused: 'motion.paragraphs-unclear' });
    expect(tryMove('KEN-1', [0, 1, 2, 3])).toEqual({ refused: 'division.one-part' });
    expect(divisionOf(move('KEN-1', [3, 2], [1])).parts).toEqual([
      { id: '1', blocks: [0], isRest: true },
      { id: '2', blocks: [1], isRest: false },
      { id: '3', blocks: [2, 3], isRest: false },
    ]);
  });

  test('[DIV-2] no bracket lies in two parts', () => {
    const [opens, inner, closes] = inBracket('b1', 'free').map((run) => must(run, 'run'));
    const line = (...runs: { text: string }[]) => ({ kind: 'paragraph' as const, level: 0, runs });
    const blocks = [
      line({ text: 'States act ' }, must(opens, 'sign'), must(inner, 'word')),
      line({ text: 'now' }, must(closes, 'sign')),
      line({ text: 'They report.' }),
    ];
    begin({ profile: 'committee' }, { blocks, brackets: { b1: proposed('KEN') } });
    expect(tryMove('KEN-1', [0])).toMatchObject({ refused: 'lineage.brackets-cut' });
    move('KEN-1', [2]);
  });

  test('[DIV-3] is granted by the chair where nobody objects', () => {
    const divisionId = move('KEN-1', [2]);
    expect(h.try('KEN-1', 'division.grant', { divisionId })).toEqual({ refused: 'rights.not-permitted' });
    h.act('mod', 'division.grant', { divisionId });
    expect(divisionOf(divisionId).phase).toBe('parts');
    expect(h.try('JPN-1', 'division.object', { divisionId })).toEqual({ refused: 'division.not-now' });
  });

  test('[DIV-3] or at the end of a countdown, to the millisecond', () => {
    const divisionId = move('KEN-1', [2]);
    h.act('mod', 'division.call', { divisionId, seconds: 30 });
    const at = must(divisionOf(divisionId).lapsesAt, 'deadline');
    expect(nextDeadline(h.state)).toBe(at + 1);
    expect(duties(h.state, at)).toEqual([]);
    // Whatever is done takes the house a second.
    h.now = at - 1_000;
    expect(h.try('system', 'division.lapse', { divisionId })).toEqual({ refused: 'division.not-due' });
    expect(duties(h.state, at + 1)).toEqual([{ type: 'division.lapse', payload: { divisionId } }]);
    h.now = at - 999;
    expect(h.try('JPN-1', 'division.object', { divisionId })).toEqual({ refused: 'division.too-late' });
    h.act('system', 'division.lapse', { divisionId });
    expect(divisionOf(divisionId)).toMatchObject({ phase: 'parts', lapsesAt: null });
  });

  test('[DIV-3] an objection at the last instant counts, and the chair cuts no countdown short', () => {
    const divisionId = move('KEN-1', [2]);
    h.act('mod', 'division.call', { divisionId, seconds: 30 });
    expect(h.try('mod', 'division.call', { divisionId, seconds: 5 })).toEqual({ refused: 'division.countdown-runs' });
    expect(h.try('mod', 'division.grant', { divisionId })).toEqual({ refused: 'division.countdown-runs' });
    h.now = must(divisionOf(divisionId).lapsesAt, 'deadline') - 1_000;
    h.act('JPN-1', 'division.object', { divisionId });
    expect(divisionOf(divisionId).phase).toBe('objected');
  });

  test('[DIV-11] a countdown through which nobody could be heard grants nothing; the chair starts it again', () => {
    const divisionId = move('KEN-1', [2]);
    h.act('mod', 'division.call', { divisionId, seconds: 30 });
    h.now = must(divisionOf(divisionId).lapsesAt, 'deadline') + 5_001;
    h.act('system', 'division.lapse', { divisionId });
    expect(divisionOf(divisionId)).toMatchObject({ phase: 'moved', lapsesAt: null, isInterrupted: true });
    expect(nextDeadline(h.state)).toBeNull();
    h.act('mod', 'division.call', { divisionId, seconds: 30 });
    expect(divisionOf(divisionId)).toMatchObject({ phase: 'moved', isInterrupted: false });
    h.servingSince = h.now + 1;
    h.now = must(divisionOf(divisionId).lapsesAt, 'deadline') + 1;
    h.act('system', 'division.lapse', { divisionId });
    expect(divisionOf(divisionId)).toMatchObject({ phase: 'moved', isInterrupted: true });
    h.act('mod', 'division.grant', { divisionId });
    expect(divisionOf(divisionId).phase).toBe('parts');
  });

  test('[DIV-3] an objection of a state with the right to vote ends the countdown', () => {
    const divisionId = move('KEN-1', [2]);
    h.act('mod', 'division.call', { divisionId, seconds: 30 });
    h.act('sec', 'delegation.setCredentials', { delegationId: 'FRA', hasCredentials: false });
    expect(h.try('FRA-1', 'division.object', { divisionId })).toEqual({ refused: 'motion.not-entitled' });
    h.act('JPN-1', 'division.object', { divisionId });
    expect(divisionOf(divisionId)).toMatchObject({ phase: 'objected', objectedBy: ['JPN'], lapsesAt: null });
    expect(nextDeadline(h.state)).toBeNull();
    expect(h.try('mod', 'division.grant', { divisionId })).toEqual({ refused: 'division.not-now' });
    expect(open(part(divisionId, '1'))).toEqual({ refused: 'division.not-now' });
  });

  test('[DIV-4] objected to, it is voted on after two speakers on each side at most', () => {
    const divisionId = move('KEN-1', [2]);
    h.act('JPN-1', 'division.object', { divisionId });
    const speak = (delegationId: string, side: 'for' | 'against') =>
      h.try('mod', 'division.callSpeaker', { divisionId, delegationId, side });
    expect(speak('IOM', 'for')).toEqual({ refused: 'motion.not-entitled' });
    for (const code of ['KEN', 'BRA']) expect(speak(code, 'for')).not.toHaveProperty('refused');
    expect(speak('CHE', 'for')).toEqual({ refused: 'division.no-slot', details: { side: 'for' } });
    expect(speak('KEN', 'against')).toEqual({ refused: 'division.has-spoken' });
    for (const code of ['JPN', 'CHE']) expect(speak(code, 'against')).not.toHaveProperty('refused');
    expect(speak('SEN', 'against')).toMatchObject({ refused: 'division.no-slot' });
    expect(open({ kind: 'division', divisionId }, 'two-thirds')).toEqual({ refused: 'division.motion-is-simple' });
    expect(put({ kind: 'division', divisionId }, yes)).toEqual(['vote.TallyDeclared', 'division.DivisionGranted']);
    expect(divisionOf(divisionId).phase).toBe('parts');
    expect(open({ kind: 'division', divisionId })).toEqual({ refused: 'division.not-now' });
  });

  test('[DIV-4] nobody speaks once the vote on it is open', () => {
    const divisionId = move('KEN-1', [2]);
    h.act('JPN-1', 'division.object', { divisionId });
    open({ kind: 'division', divisionId });
    expect(h.try('mod', 'division.callSpeaker', { divisionId, delegationId: 'KEN', side: 'for' })).toEqual({
      refused: 'motion.voting-has-begun',
    });
  });

  test('[DIV-4] refused, the item is put undivided, and the motion is not made again', () => {
    const divisionId = move('KEN-1', [2]);
    h.act('JPN-1', 'division.object', { divisionId });
    put({ kind: 'division', divisionId }, no);
    expect(divisionOf(divisionId).phase).toBe('refused');
    expect(tryMove('BRA-1', [1])).toEqual({ refused: 'division.was-refused' });
    // The majority of a motion binds nobody.
    expect(open({ kind: 'item' }, 'two-thirds')).not.toHaveProperty('refused');
  });

  test('[DIV-9] is withdrawn by its mover or the bureau until something of it was voted on', () => {
    const divisionId = granted([2]);
    expect(h.try('BRA-1', 'division.withdraw', { divisionId })).toEqual({ refused: 'division.not-the-mover' });
    h.act('KEN-2', 'division.withdraw', { divisionId });
    const again = granted([2]);
    put(part(again, '1'), yes);
    expect(h.try('mod', 'division.withdraw', { divisionId: again })).toEqual({ refused: 'motion.voting-has-begun' });
  });

  test('[DIV-10] while it is pending the item keeps its text, its column and its panel’s step', () => {
    const divisionId = move('KEN-1', [2]);
    const changes = [{ as: 'delete' as const, block: 3 }];
    expect(h.try('BRA-1', 'amendment.propose', { itemId: item, version: 1, changes, rationale: 'Too much.' })).toEqual({
      refused: 'amendment.under-decision',
    });
    expect(open({ kind: 'item' })).toEqual({ refused: 'division.pending' });
    expect(h.try('mod', 'board.stage', { itemId: item, stage: 'decided', before: null })).toEqual({
      refused: 'board.under-vote',
    });
    expect(h.try('mod', 'panel.goTo', { panelId: h.panel(), step: 'closed' })).toEqual({
      refused: 'panel.vote-running',
    });
    expect(h.try('mod', 'consultation.chooseProfile', { profile: 'informal' })).toEqual({
      refused: 'consultation.profile-is-fixed',
    });
    h.act('mod', 'division.withdraw', { divisionId });
    expect(open({ kind: 'item' })).not.toHaveProperty('refused');
  });
});

describe('the parts', () => {
  test('[DIV-5] are put in their order', () => {
    const divisionId = granted([1], [2], [3]);
    expect(open(part(divisionId, '2'))).toEqual({ refused: 'division.not-next', details: { next: 1 } });
    expect(open(part(divisionId, '9'))).toEqual({ refused: 'motion.unknown' });
    put(part(divisionId, '1'), yes);
    expect(open(part(divisionId, '1'))).toEqual({ refused: 'division.not-next', details: { next: 2 } });
    expect(open({ kind: 'whole', divisionId })).toEqual({ refused: 'division.not-now' });
    put(part(divisionId, '2'), yes);
    expect(Object.keys(divisionOf(divisionId).results)).toEqual(['1', '2']);
  });

  test('[DIV-5] [AMD-11] parts of what needs two thirds need two thirds', () => {
    const divisionId = granted([1], [2]);
    put(part(divisionId, '1'), { yes: ['KEN', 'BRA'], no: ['JPN'] }, 'two-thirds');
    const other = { refused: 'amendment.other-majority', details: { majority: 'two-thirds' } };
    expect(open(part(divisionId, '2'))).toEqual(other);
    put(part(divisionId, '2'), { yes: ['KEN', 'BRA', 'SEN'], no: ['JPN', 'CHE'] }, 'two-thirds');
    put(part(divisionId, '3'), yes, 'two-thirds');
    expect(divisionOf(divisionId).results).toMatchObject({ 1: { isApproved: true }, 2: { isApproved: false } });
    expect(open({ kind: 'whole', divisionId })).toEqual(other);
    put({ kind: 'whole', divisionId }, { yes: ['KEN', 'BRA', 'SEN'], no: ['JPN', 'CHE'] }, 'two-thirds');
    expect(divisionOf(divisionId).phase).toBe('rejected');
  });

  test('[DIV-6] all operative parts rejected reject the whole, without a vote', () => {
    const divisionId = granted([0], [1, 2]);
    expect(h.try('mod', 'division.markOperative', { divisionId, blocks: [7] })).toMatchObject({
      refused: 'motion.paragraphs-unclear',
    });
    h.act('mod', 'division.markOperative', { divisionId, blocks: [1, 2, 3] });
    expect(divisionOf(divisionId).preambular).toEqual([0]);
    put(part(divisionId, '1'), yes);
    expect(h.try('mod', 'division.markOperative', { divisionId, blocks: [0] })).toEqual({
      refused: 'motion.voting-has-begun',
    });
    put(part(divisionId, '2'), no);
    expect(put(part(divisionId, '3'), no)).toEqual([
      ...['vote.TallyDeclared', 'division.PartDecided', 'division.ProposalFell'],
    ]);
    expect(divisionOf(divisionId).phase).toBe('fallen');
    expect(itemOf().current.version).toBe(1);
    expect(open({ kind: 'whole', divisionId })).toEqual({ refused: 'division.not-now' });
    expect(open({ kind: 'item' })).toEqual({ refused: 'motion.item-decided' });
  });

  test('[DIV-6] with no word of the bureau every paragraph is operative', () => {
    const divisionId = granted([0]);
    put(part(divisionId, '1'), yes);
    put(part(divisionId, '2'), no);
    expect(divisionOf(divisionId).phase).toBe('whole');
  });

  test('[DIV-7] what was approved is put as a whole, and is the next version when carried', () => {
    const divisionId = granted([1], [2]);
    put(part(divisionId, '1'), yes);
    put(part(divisionId, '2'), yes);
    put(part(divisionId, '3'), no);
    expect(put({ kind: 'whole', divisionId }, yes)).toEqual([
      ...['vote.TallyDeclared', 'division.DivisionAdopted', 'board.ItemAmended'],
    ]);
    expect(words()).toEqual([text[0], text[1], text[3]]);
    expect(itemOf().current).toMatchObject({ version: 2, amendedBy: { amendments: [], division: divisionId } });
    expect(open({ kind: 'item' })).toEqual({ refused: 'motion.item-decided' });
  });

  test('[DIV-7] where every part was approved the text is what it was', () => {
    const divisionId = granted([1]);
    put(part(divisionId, '1'), yes);
    put(part(divisionId, '2'), yes);
    expect(put({ kind: 'whole', divisionId }, yes)).toEqual(['vote.TallyDeclared', 'division.DivisionAdopted']);
    expect(itemOf().current.version).toBe(1);
  });

  test('[DIV-7] not carried as a whole, the item is rejected', () => {
    const divisionId = granted([1]);
    put(part(divisionId, '1'), yes);
    put(part(divisionId, '2'), no);
    put({ kind: 'whole', divisionId }, no);
    expect(divisionOf(divisionId).phase).toBe('rejected');
    expect(itemOf().current.version).toBe(1);
  });

  test('[DIV-8] an indicative final vote leaves the text; the bureau takes it over', () => {
    begin({});
    const divisionId = granted([1]);
    put(part(divisionId, '1'), no);
    put(part(divisionId, '2'), yes);
    expect(put({ kind: 'whole', divisionId }, yes)).toEqual(['vote.TallyDeclared', 'division.DivisionIndicated']);
    expect(words()).toEqual(text);
    expect(h.try('KEN-1', 'division.takeOver', { divisionId })).toEqual({ refused: 'rights.not-permitted' });
    h.act('mod', 'division.takeOver', { divisionId });
    expect(words()).toEqual([text[1]]);
    expect(divisionOf(divisionId).phase).toBe('adopted');
  });
});
