import type { Change } from '@shared/domain/amendments/changes.ts';
import { bindingVote, majorityOf } from '@shared/domain/itemVotes.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { isRefusal } from '@shared/domain/kernel/slice.ts';
import type { Majority } from '@shared/domain/majority.ts';
import type { Subject } from '@shared/domain/motion.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, type HouseOptions, house, houseCodes } from '../support/build.ts';

/** The majority belongs to the question: whatever of it is put first binds what follows. */

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

const theItem: Subject = { kind: 'item' };
const isInformal = () =>
  h.state.plenary.consultation.phase === 'open' && h.state.plenary.consultation.profile === 'informal';
const open = (subject: Subject, majority: Majority, present = houseCodes.length) =>
  h.try('mod', 'vote.open', { itemId: item, majority, present: isInformal() ? null : present, subject });

/** A whole vote, carried by three to one unless `present` leaves it without a quorum. */
function put(subject: Subject, majority: Majority, present = houseCodes.length): string {
  const told = open(subject, majority, present);
  if (isRefusal(told)) throw new Error(`${told.refused} ${JSON.stringify(told.details)}`);
  const voteId = String(must(told[0], 'vote').data.voteId);
  for (const code of ['KEN', 'FRA', 'BRA']) h.act(`${code}-1`, 'vote.cast', { voteId, choice: 'yes' });
  h.act('JPN-1', 'vote.cast', { voteId, choice: 'no' });
  h.lock(voteId);
  h.act('mod', 'vote.declare', { voteId });
  return voteId;
}

function propose(block: number): Subject {
  const { version } = must(h.state.plenary.board.items[item], 'item').current;
  const change: Change = { as: 'revise', block, text: `They do so by ${h.now}, and they tell.` };
  const stated = { itemId: item, version, changes: [change], rationale: 'Clearer.' };
  const told = h.act('KEN-1', 'amendment.propose', stated);
  return { kind: 'amendment', amendmentId: String(must(told[0], 'proposal').data.amendmentId) };
}

/** A division that was granted; its parts are paragraph 1 and the rest. */
function divide(): { part: (n: number) => Subject; whole: Subject; motion: Subject } {
  const { version } = must(h.state.plenary.board.items[item], 'item').current;
  const told = h.act('KEN-1', 'division.move', { itemId: item, version, parts: [[0]] });
  const divisionId = String(must(told[0], 'motion').data.divisionId);
  return {
    part: (n) => ({ kind: 'part', divisionId, partId: `${n}` }),
    whole: { kind: 'whole', divisionId },
    motion: { kind: 'division', divisionId },
  };
}
const grant = ({ whole }: ReturnType<typeof divide>) =>
  h.act('mod', 'division.grant', { divisionId: 'divisionId' in whole ? whole.divisionId : '' });

const byTwoThirds = { refused: 'amendment.other-majority', details: { majority: 'two-thirds' } };

describe('[AMD-11] the majority of a question', () => {
  test('the amendment first: the item needs what its amendment needed', () => {
    put(propose(1), 'two-thirds');
    expect(open(theItem, 'simple')).toEqual(byTwoThirds);
    expect(open(theItem, 'two-thirds')).not.toHaveProperty('refused');
  });

  test('the item first, without a quorum: an amendment needs what the item needed', () => {
    put(theItem, 'two-thirds', 4);
    const amendment = propose(1);
    expect(open(amendment, 'simple')).toEqual(byTwoThirds);
    put(amendment, 'two-thirds');
    expect(open(theItem, 'simple')).toEqual(byTwoThirds);
  });

  test('the item first, without a quorum: so do its parts and the whole, and the item again', () => {
    put(theItem, 'two-thirds', 4);
    expect(open(theItem, 'simple')).toEqual(byTwoThirds);
    const division = divide();
    grant(division);
    expect(open(division.part(1), 'simple')).toEqual(byTwoThirds);
    put(division.part(1), 'two-thirds');
    put(division.part(2), 'two-thirds');
    expect(open(division.whole, 'simple')).toEqual(byTwoThirds);
  });

  test('a part first: the other parts and the whole need what it needed', () => {
    const division = divide();
    grant(division);
    put(division.part(1), 'two-thirds');
    expect(open(division.part(2), 'simple')).toEqual(byTwoThirds);
    put(division.part(2), 'two-thirds');
    expect(open(division.whole, 'absolute')).toEqual(byTwoThirds);
  });

  test('a smaller majority binds as well: what began by a simple one is not made harder', () => {
    put(theItem, 'simple', 4);
    expect(open(propose(1), 'two-thirds')).toMatchObject({ details: { majority: 'simple' } });
  });

  test('binds from the opening: while the first vote runs it is the one that is meant', () => {
    const told = open(theItem, 'two-thirds');
    expect(bindingVote(h.state.plenary.vote, item)?.id).toBe(
      must(isRefusal(told) ? undefined : told[0], 'vote').data.voteId,
    );
  });

  test('[DIV-4] the vote on a motion for division binds nothing', () => {
    const division = divide();
    h.act('JPN-1', 'division.object', {
      divisionId: 'divisionId' in division.motion ? division.motion.divisionId : '',
    });
    put(division.motion, 'simple');
    expect(majorityOf(h.state.plenary.vote, item)).toBeNull();
    put(division.part(1), 'two-thirds');
    expect(majorityOf(h.state.plenary.vote, item)).toBe('two-thirds');
  });

  test('a vote that was withdrawn was none: a mistaken choice is mended by withdrawing it', () => {
    const told = open(theItem, 'two-thirds');
    h.act('mod', 'vote.withdraw', { voteId: String(must(isRefusal(told) ? undefined : told[0], 'vote').data.voteId) });
    expect(majorityOf(h.state.plenary.vote, item)).toBeNull();
    put(propose(1), 'simple');
    expect(majorityOf(h.state.plenary.vote, item)).toBe('simple');
  });

  test('what only indicates what is thought of the item binds nothing; amendments keep to one all the same', () => {
    begin('informal');
    put(theItem, 'two-thirds');
    expect(majorityOf(h.state.plenary.vote, item)).toBeNull();
    put(propose(1), 'simple');
    expect(open(propose(2), 'two-thirds')).toMatchObject({ details: { majority: 'simple' } });
  });
});
