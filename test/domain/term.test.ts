import type { CommandData } from '@shared/domain/rulebook.ts';
import type { TermFacts } from '@shared/domain/term.ts';
import { type BaseTerm, glossaryOf } from '@shared/domain/terms/glossary.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, house } from '../support/build.ts';

let h: House;

const facts = (preferred: string, more: Partial<TermFacts> = {}): TermFacts => ({
  names: [{ language: 'en', preferred, variants: [] }],
  definition: `What ${preferred} means.`,
  source: { document: 'A/RES/73/195', paragraph: '4' },
  ...{ status: 'working', neutral: '', note: '' },
  ...more,
});
const base: BaseTerm[] = [
  { id: 'migrant', ...facts('migrant') },
  { id: 'child', ...facts('child', { status: 'agreed' }) },
];
const define = (termId: string, preferred: string, who = 'sec') =>
  h.try(who, 'term.define', { termId, facts: facts(preferred) });
const terms = () => h.state.plenary.term;
const glossary = () => glossaryOf(terms(), base);
const member = (room: number) => h.state.plenary.room.byId[h.roomId(room)]?.members[0] ?? '';
const park = (room: number, more: Partial<CommandData<'term.park'>> = {}, who = member(room)) =>
  h.try(who, 'term.park', {
    ...{ roomId: h.roomId(room), itemId: null, termId: 'migrant', words: 'migrant', note: 'Too wide.' },
    ...more,
  });
const parked = () => terms().disagreements.map(({ id, notes }) => [id, notes.map(({ roomId }) => roomId)]);
const first = () => terms().disagreements[0]?.id ?? '';
const settle = (outcome: CommandData<'term.settle'>['outcome'], disagreementId = first(), who = 'mod') =>
  h.try(who, 'term.settle', { disagreementId, outcome });

beforeEach(() => {
  h = house();
});

describe('the glossary of a consultation', () => {
  test('[TERM-1] it starts from the base; the secretariat defines, strikes and restores', () => {
    define('child', 'child', 'sec');
    define('own', 'circular migration');
    h.try('sec', 'term.strike', { termId: 'migrant' });
    expect(glossary().map(({ id, status, isBase }) => [id, status, isBase])).toEqual([
      ['child', 'working', false],
      ['own', 'working', false],
    ]);
    h.try('sec', 'term.restore', { termId: 'migrant' });
    h.try('sec', 'term.restore', { termId: 'child' });
    h.try('sec', 'term.restore', { termId: 'own' });
    expect(glossary().map(({ id, status, isBase }) => [id, status, isBase])).toEqual([
      ['migrant', 'working', true],
      ['child', 'agreed', true],
    ]);
    expect(h.try('sec', 'term.restore', { termId: 'own' })).toEqual({ refused: 'term.unknown' });
  });

  test('[TERM-1] it is the secretariat’s, and striking twice is striking once', () => {
    for (const who of ['mod', 'KEN-1', 'pan-1']) {
      expect(define('own', 'return', who)).toEqual({ refused: 'rights.not-permitted' });
      expect(h.try(who, 'term.strike', { termId: 'child' })).toEqual({ refused: 'rights.not-permitted' });
    }
    h.act('sec', 'term.strike', { termId: 'child' });
    expect(h.act('sec', 'term.strike', { termId: 'child' })).toEqual([]);
  });

  test('[TERM-1] it holds at most five hundred terms of its own', () => {
    for (let n = 0; n < 500; n += 1) h.act('sec', 'term.strike', { termId: `t${n}` });
    expect(define('more', 'more')).toEqual({ refused: 'term.too-many' });
    expect(h.try('sec', 'term.strike', { termId: 'more' })).toEqual({ refused: 'term.too-many' });
    expect(define('t1', 'known')).not.toHaveProperty('refused');
  });

  test('[TERM-2] one name in a language, and no name twice', () => {
    const twice = { ...facts('one'), names: [...facts('one').names, ...facts('two').names] };
    expect(h.try('sec', 'term.define', { termId: 'own', facts: twice })).toEqual({ refused: 'term.language-twice' });
    define('own', 'Régulier');
    expect(define('other', 'regulier')).toEqual({ refused: 'term.name-taken' });
    expect(define('own', 'regulier')).not.toHaveProperty('refused');
  });
});

describe('a disagreement', () => {
  beforeEach(() => {
    h.openRooms({ rooms: 2 });
  });

  test('[TERM-3] a member parks it: everyone learns room, term and note; the draft stays in the room', () => {
    const itemId = h.draft(1, 'A', 'Migrants.');
    const who = member(1);
    const told = h.act(who, 'term.park', {
      ...{ roomId: h.roomId(1), itemId, termId: 'migrant', words: 'migrant', note: 'Too wide.' },
    });
    expect(told.map(({ scope }) => scope)).toEqual(['plenary', `room:${h.roomId(1)}`]);
    const open = JSON.stringify(told[0]?.data);
    expect(open).not.toContain(who);
    expect(open).not.toContain(itemId);
    expect(terms().disagreements[0]).toMatchObject({
      ...{ termId: 'migrant', words: 'migrant', outcome: null, dueAt: null, parkedAt: h.now },
      notes: [{ roomId: h.roomId(1), note: 'Too wide.' }],
    });
    expect(h.state.room[h.roomId(1)]?.term).toEqual({ [first()]: [itemId] });
  });

  test('[TERM-3] only a member, only while the room works, only from a draft of it, and not about what was struck', () => {
    for (const who of ['mod', 'sec', member(2)]) expect(park(1, {}, who)).toEqual({ refused: 'rights.not-permitted' });
    expect(park(1, { itemId: h.draft(2, 'B', 'Words.') })).toEqual({ refused: 'actionItem.unknown' });
    h.act('sec', 'term.strike', { termId: 'child' });
    expect(park(1, { termId: 'child' })).toEqual({ refused: 'term.struck' });
    h.freeze();
    expect(park(1)).toEqual({ refused: 'room.frozen' });
    expect(park(1, { roomId: 'nowhere' }, 'mod')).toEqual({ refused: 'rights.not-permitted' });
    expect(terms().disagreements).toEqual([]);
  });

  test('[TERM-4] the same term joins the first, by id or words, and its clock runs on', () => {
    park(1);
    const since = terms().disagreements[0]?.parkedAt;
    park(2, { note: 'Leave out refugees.' });
    park(2, { termId: null, words: ' Migrant ' });
    expect(parked()).toEqual([[first(), [h.roomId(1), h.roomId(2), h.roomId(2)]]]);
    expect(terms().disagreements[0]?.parkedAt).toBe(since);
    expect(park(2, { note: 'Leave out refugees.' })).toEqual([]);
    park(1, { termId: 'child', words: 'child' });
    expect(terms().disagreements).toHaveLength(2);
  });

  test('[TERM-4] what is settled is not joined', () => {
    park(1);
    settle({ as: 'left-open' });
    park(2);
    expect(parked().map(([, rooms]) => rooms)).toEqual([[h.roomId(1)], [h.roomId(2)]]);
  });

  test('[TERM-5] the bureau sets a time in the future, changes and lifts it; rooms’ clocks stay', () => {
    park(1);
    const clock = structuredClone(h.state.plenary.room.byId[h.roomId(1)]?.clock);
    const setTime = (dueAt: number | null, who = 'mod') =>
      h.try(who, 'term.setTime', { disagreementId: first(), dueAt });
    expect(setTime(h.now + 1_000)).toEqual({ refused: 'term.time-past' });
    expect(setTime(h.now + 60_000, member(1))).toEqual({ refused: 'rights.not-permitted' });
    const due = h.now + 60_000;
    setTime(due);
    expect(terms().disagreements[0]?.dueAt).toBe(due);
    expect(setTime(due)).toEqual([]);
    setTime(null, 'sec');
    expect(terms().disagreements[0]?.dueAt).toBeNull();
    expect(h.state.plenary.room.byId[h.roomId(1)]?.clock).toEqual(clock);
  });

  test('[TERM-6] the bureau takes it up and settles it, once', () => {
    const takeUp = (who: string) => h.try(who, 'term.takeUp', { disagreementId: first() });
    expect(settle({ as: 'left-open' }, 'nothing')).toEqual({ refused: 'term.disagreement-unknown' });
    park(1);
    expect(takeUp(member(1))).toEqual({ refused: 'rights.not-permitted' });
    expect(settle({ as: 'left-open' }, first(), member(1))).toEqual({ refused: 'rights.not-permitted' });
    takeUp('mod');
    const takenUpAt = h.now;
    expect(takeUp('sec')).toEqual([]);
    settle({ as: 'working-term', words: 'person on the move' });
    expect(terms().disagreements[0]).toMatchObject({
      ...{ takenUpAt, settledAt: h.now, outcome: { as: 'working-term', words: 'person on the move' } },
    });
    expect(settle({ as: 'left-open' })).toEqual({ refused: 'term.settled' });
    expect(takeUp('mod')).toEqual({ refused: 'term.settled' });
    expect(h.try('mod', 'term.setTime', { disagreementId: first(), dueAt: null })).toEqual({ refused: 'term.settled' });
  });

  test.each([
    [
      { as: 'working-term', words: 'person on the move' } as const,
      { status: 'working', neutral: 'person on the move' },
    ],
    [
      { as: 'definition', words: 'Whoever moves.' } as const,
      { status: 'working', definition: 'Whoever moves.', source: { document: '', paragraph: '' } },
    ],
    [{ as: 'left-open' } as const, { status: 'contested' }],
  ])('[TERM-7] its outcome %o holds until the secretariat defines the term anew', (outcome, holds) => {
    park(1, { termId: 'child', words: 'child' });
    expect(glossary()[1]).toMatchObject({ status: 'agreed', isBase: true, parked: first() });
    settle(outcome);
    expect(glossary()[1]).toMatchObject({ ...holds, isBase: false, parked: null });
    h.act('sec', 'term.define', { termId: 'child', facts: facts('child', { status: 'agreed' }) });
    expect(glossary()[1]).toMatchObject({ ...facts('child', { status: 'agreed' }), isBase: false });
  });

  test('[TERM-11] the bureau reopens it: what was settled holds no more, its clock begins anew', () => {
    const reopen = (who = 'mod', disagreementId = first()) => h.try(who, 'term.reopen', { disagreementId });
    const before = glossary();
    park(1);
    expect(reopen()).toEqual({ refused: 'term.not-settled' });
    h.act('mod', 'term.setTime', { disagreementId: first(), dueAt: h.now + 60_000 });
    h.act('mod', 'term.takeUp', { disagreementId: first() });
    settle({ as: 'left-open' });
    expect(reopen(member(1))).toEqual({ refused: 'rights.not-permitted' });
    expect(reopen('mod', 'nothing')).toEqual({ refused: 'term.disagreement-unknown' });
    reopen();
    expect(terms().disagreements[0]).toMatchObject({
      ...{ parkedAt: h.now, dueAt: null, takenUpAt: null, outcome: null, settledAt: null },
      notes: [{ roomId: h.roomId(1), note: 'Too wide.' }],
    });
    expect(glossary()).toEqual(before.map((each) => (each.id === 'migrant' ? { ...each, parked: first() } : each)));
    park(2);
    expect(parked()).toEqual([[first(), [h.roomId(1), h.roomId(2)]]]);
    expect(settle({ as: 'left-open' })).not.toHaveProperty('refused');
  });

  test('[TERM-11] what is parked again or about a struck term is not reopened', () => {
    const reopen = () => h.try('sec', 'term.reopen', { disagreementId: first() });
    park(1, { termId: null, words: 'Migrants' });
    settle({ as: 'left-open' });
    park(2, { termId: null, words: ' migrants' });
    expect(reopen()).toEqual({ refused: 'term.parked-anew' });
    settle({ as: 'left-open' }, terms().disagreements[1]?.id);
    expect(reopen()).not.toHaveProperty('refused');
    settle({ as: 'left-open' });
    park(1, { termId: 'child', words: 'child' });
    const about = terms().disagreements[2]?.id ?? '';
    settle({ as: 'left-open' }, about);
    h.act('sec', 'term.strike', { termId: 'child' });
    expect(h.try('sec', 'term.reopen', { disagreementId: about })).toEqual({ refused: 'term.struck' });
  });
});
