import { createHash } from 'node:crypto';
import { duties, nextDeadline } from '@shared/domain/duties.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { stateDigest } from '@shared/domain/record/digest.ts';
import { type CommandData, type CommandName, evolve } from '@shared/domain/rulebook.ts';
import { scopesOf } from '@shared/domain/scope.ts';
import { hasHiddenBreaker, openingOf, reminderDue, roundOf } from '@shared/domain/silence/shape.ts';
import { canonicalText, revised } from '@shared/domain/silence/text.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, house, houseCodes, inBracket, rich } from '../support/build.ts';

const hour = 3_600_000;
const day = 24 * hour;
let h: House;
let item: string;

beforeEach(() => {
  h = house({ profile: 'committee', panels: ['First', 'Second'] });
  h.openRooms({ rooms: 2 });
  item = h.reported(1, 'One', 'States open legal pathways.\nThey report each year.', { horizon: 'short' });
  h.step('deciding');
  h.stage(item, 'ready');
});

/** Does something at the very instant. */
function at<C extends CommandName>(instant: number, who: string, type: C, payload: CommandData<C>) {
  h.now = instant - 1_000;
  return h.try(who, type, payload);
}
/** What the program owes at an instant, done as the host does it. */
function perform(instant: number): string[] {
  const due = duties(h.state, instant);
  for (const { type, payload } of due) at(instant, 'system', type, payload as never);
  return due.map(({ type }) => type);
}
const prepare = (itemId = item) => String(must(h.act('mod', 'silence.prepare', { itemId })[0], 'round').data.silenceId);
const known = (silenceId: string) => must(h.state.plenary.silence.byId[silenceId], 'silence');
const deadlineOf = (silenceId: string) => openingOf(known(silenceId)).deadlineAt;
function allReady(silenceId: string): void {
  for (const language of ['en', 'ar', 'zh'] as const)
    h.act('sec', 'silence.markLanguage', { silenceId, language, isReady: true });
}
/** A round under silence; the deadline lies so many hours after the opening. */
function opened(hours = 72, silenceId = prepare()): string {
  if (known(silenceId).phase === 'prepared') allReady(silenceId);
  const shorter = hours < 72 ? { shorterBecause: 'Agreed by the meeting.' } : {};
  h.act('mod', 'silence.open', { silenceId, deadlineAt: h.now + 1_000 + hours * hour, ...shorter });
  return silenceId;
}
const objection = { isConfirmed: true as const, reason: 'Not before 2030.', alternative: 'States may open.' };
/** Of an objection everyone, the bureau and each member state are told. */
const toldOf = 2 + houseCodes.length;
const breakIt = (silenceId: string, who = 'KEN-1', round = 1) =>
  h.try(who, 'silence.break', { silenceId, round, ...objection });

describe('preparing', () => {
  test('[SIL-1] an item that is ready, by the bureau, once', () => {
    const silenceId = prepare();
    expect(known(silenceId)).toMatchObject({
      phase: 'prepared',
      itemId: item,
      rounds: [{ number: 1, itemVersion: 1 }],
    });
    expect(h.try('mod', 'silence.prepare', { itemId: item })).toEqual({ refused: 'silence.another-on-item' });
    expect(h.try('KEN-1', 'silence.prepare', { itemId: item })).toEqual({ refused: 'rights.not-permitted' });
  });

  test('[SIL-1] not what is elsewhere, set aside, bracketed or being voted on', () => {
    h.stage(item, 'under-comment');
    expect(h.try('mod', 'silence.prepare', { itemId: item })).toEqual({ refused: 'silence.item-not-ready' });
    h.stage(item, 'ready');
    h.openVote(item);
    expect(h.try('mod', 'silence.prepare', { itemId: item })).toEqual({ refused: 'silence.item-under-decision' });
    expect(h.try('mod', 'silence.prepare', { itemId: 'nothing' })).toEqual({ refused: 'board.unknown' });
  });

  test('[SIL-1] not a text with an open bracket', () => {
    h.step('breakout');
    const [roomId] = h.openRooms({ rooms: 2, seed: 'more' });
    const open = h.reported(String(roomId), 'Open', rich('We ', ...inBracket('b', 'shall'), ' act.'));
    h.step('deciding');
    h.stage(open, 'ready');
    expect(h.try('mod', 'silence.prepare', { itemId: open })).toMatchObject({ refused: 'silence.text-has-brackets' });
  });

  test('[SIL-1] not where the rule profile does not know it', () => {
    h = house();
    h.openRooms({ rooms: 2 });
    item = h.reported(1, 'One');
    h.step('deciding');
    h.stage(item, 'ready');
    expect(h.try('mod', 'silence.prepare', { itemId: item })).toEqual({ refused: 'silence.not-in-profile' });
  });

  test('[SIL-2] the text is named by the SHA-256 of its canonical spelling', () => {
    const { current } = must(h.state.plenary.board.items[item], 'item');
    const spelled =
      '{"fields":{"horizon":"short"},"text":"States open legal pathways.\\nThey report each year.","title":"One"}';
    expect(canonicalText(current)).toBe(spelled);
    expect(roundOf(known(prepare())).textHash).toBe(createHash('sha256').update(spelled).digest('hex'));
  });
});

describe('opening', () => {
  test('[SIL-3] not before the hours of the profile, to the millisecond', () => {
    const silenceId = prepare();
    allReady(silenceId);
    const now = h.now + 1_000;
    const deadlineAt = now + 72 * hour;
    const early = { silenceId, deadlineAt: deadlineAt - 1 };
    expect(at(now, 'mod', 'silence.open', early)).toEqual({ refused: 'silence.too-short', details: { hours: 72 } });
    expect(at(now, 'mod', 'silence.open', { silenceId, deadlineAt })).not.toHaveProperty('refused');
    expect(openingOf(known(silenceId))).toMatchObject({ deadlineAt, minimumHours: 72, shorterBecause: null });
  });

  test('[SIL-3] earlier with a reason that is kept, never in the past nor in a year and more', () => {
    const silenceId = prepare();
    allReady(silenceId);
    const shorterBecause = 'Agreed by the meeting.';
    const open = (deadlineAt: number) => h.try('mod', 'silence.open', { silenceId, deadlineAt, shorterBecause });
    expect(open(h.now)).toEqual({ refused: 'silence.deadline-passed' });
    expect(open(h.now + 400 * day)).toEqual({ refused: 'silence.deadline-too-far' });
    expect(open(h.now + hour)).not.toHaveProperty('refused');
    expect(openingOf(known(silenceId)).shorterBecause).toBe(shorterBecause);
  });

  test('[SIL-4] not before its languages are ready, or waived with a reason', () => {
    const silenceId = prepare();
    const open = (more = {}) => h.try('mod', 'silence.open', { silenceId, deadlineAt: h.now + 4 * day, ...more });
    expect(open()).toEqual({ refused: 'silence.languages-missing' });
    const mark = (language: 'en' | 'ar' | 'ru') =>
      h.try('sec', 'silence.markLanguage', { silenceId, language, isReady: true });
    mark('en');
    expect(mark('en')).toEqual([]);
    expect(mark('ru')).toEqual({ refused: 'silence.language-unknown' });
    expect(open()).toEqual({ refused: 'silence.languages-missing' });
    expect(open({ languagesWaived: 'Arabic and Chinese follow.' })).not.toHaveProperty('refused');
    expect(openingOf(known(silenceId)).languagesWaived).toBe('Arabic and Chinese follow.');
    expect(mark('ar')).toMatchObject({ refused: 'silence.wrong-phase' });
  });

  test('[SIL-5] notifies the member states with credentials and keeps the profile', () => {
    h.act('sec', 'delegation.setCredentials', { delegationId: 'KEN', hasCredentials: false });
    const { notified, profile, profileVersion } = openingOf(known(opened()));
    expect(notified).toEqual(houseCodes.filter((code) => code !== 'KEN'));
    expect([profile, profileVersion]).toEqual(['committee', expect.any(Number)]);
  });

  test('[SIL-5] not where nobody could break it', () => {
    for (const delegationId of houseCodes)
      h.act('sec', 'delegation.setCredentials', { delegationId, hasCredentials: false });
    const silenceId = prepare();
    allReady(silenceId);
    const answer = h.try('mod', 'silence.open', { silenceId, deadlineAt: h.now + 4 * day });
    expect(answer).toEqual({ refused: 'silence.nobody-entitled' });
  });

  test('[SIL-2] not where the item has another text by then', () => {
    const silenceId = prepare();
    allReady(silenceId);
    h.stage(item, 'under-comment');
    const open = () => h.try('mod', 'silence.open', { silenceId, deadlineAt: h.now + 4 * day });
    expect(open()).toEqual({ refused: 'silence.item-not-ready' });
    h.stage(item, 'ready');
    must(h.state.plenary.board.items[item], 'item').current.title = 'Two';
    expect(open()).toEqual({ refused: 'silence.text-changed' });
  });
});

describe('breaking silence', () => {
  test('[SIL-6] one objection of one member state breaks it', () => {
    const silenceId = opened();
    expect(breakIt(silenceId)).not.toHaveProperty('refused');
    expect(known(silenceId).phase).toBe('broken');
    expect(breakIt(silenceId, 'FRA-1')).toMatchObject({ refused: 'silence.wrong-phase' });
  });

  test('[SIL-6] nobody else, and the right comes before the existence', () => {
    const silenceId = opened();
    for (const who of ['mod', 'sec', 'pan-1', 'VAT-1', 'IOM-1', 'screen'])
      expect(breakIt(silenceId, who)).toEqual({ refused: 'rights.not-permitted' });
    h.act('sec', 'delegation.setCredentials', { delegationId: 'KEN', hasCredentials: false });
    expect(breakIt(silenceId)).toEqual({ refused: 'silence.not-entitled' });
    expect(breakIt('nothing')).toEqual({ refused: 'silence.not-entitled' });
    h.act('sec', 'delegation.setCredentials', { delegationId: 'KEN', hasCredentials: true });
    expect(breakIt('nothing')).toEqual({ refused: 'silence.unknown' });
    expect(breakIt(silenceId)).not.toHaveProperty('refused');
  });

  test('[SIL-6] only in the round that was meant', () => {
    const silenceId = opened();
    expect(breakIt(silenceId, 'KEN-1', 2)).toEqual({ refused: 'silence.other-round' });
  });

  test('[SIL-7] at the deadline it is taken, a millisecond later it is not', () => {
    const silenceId = opened();
    const late = deadlineOf(silenceId) + 1;
    const asked = { silenceId, round: 1, ...objection };
    expect(at(late, 'KEN-1', 'silence.break', asked)).toEqual({ refused: 'silence.deadline-passed' });
    expect(at(late - 1, 'KEN-1', 'silence.break', asked)).not.toHaveProperty('refused');
  });

  test('[SIL-8] the objector retracts, and the bureau alone restores', () => {
    const silenceId = opened();
    const deadlineAt = deadlineOf(silenceId);
    breakIt(silenceId);
    const restore = (who: string, until = deadlineAt) =>
      h.try(who, 'silence.restore', { silenceId, deadlineAt: until });
    expect(restore('mod')).toEqual({ refused: 'silence.objection-stands' });
    expect(h.try('FRA-1', 'silence.retract', { silenceId })).toEqual({ refused: 'silence.no-objection-of-yours' });
    expect(h.try('KEN-2', 'silence.retract', { silenceId })).toHaveLength(toldOf);
    expect(h.state.delegation.KEN?.silence[silenceId]?.[0]?.retractedAt).toBe(h.now);
    expect(h.try('KEN-1', 'silence.retract', { silenceId })).toEqual([]);
    expect(known(silenceId).phase).toBe('broken');
    expect(restore('KEN-1')).toEqual({ refused: 'rights.not-permitted' });
    expect(restore('mod', deadlineAt - 1)).toEqual({ refused: 'silence.deadline-shorter' });
    expect(restore('sec', deadlineAt + 5)).not.toHaveProperty('refused');
    expect(known(silenceId)).toMatchObject({ phase: 'under-silence', rounds: [{ end: null }] });
    expect(openingOf(known(silenceId)).objections[0]?.retractedAt).toBeGreaterThan(0);
    expect(deadlineOf(silenceId)).toBe(deadlineAt + 5);
    expect(breakIt(silenceId, 'FRA-1')).not.toHaveProperty('refused');
  });

  test('[SIL-8] nobody retracts after the deadline', () => {
    const silenceId = opened();
    const deadlineAt = deadlineOf(silenceId);
    breakIt(silenceId);
    expect(at(deadlineAt + 1, 'KEN-1', 'silence.retract', { silenceId })).toEqual({
      refused: 'silence.deadline-passed',
    });
    expect(at(deadlineAt, 'KEN-1', 'silence.retract', { silenceId })).toHaveLength(toldOf);
    // Restored after it has passed, it needs a later one.
    expect(at(deadlineAt + 1, 'mod', 'silence.restore', { silenceId, deadlineAt })).toEqual({
      refused: 'silence.deadline-passed',
    });
    expect(at(deadlineAt + 1, 'mod', 'silence.restore', { silenceId, deadlineAt: deadlineAt + day })).toHaveLength(1);
  });
});

describe('the deadline', () => {
  test('[SIL-9] is lengthened before it has passed, never shortened', () => {
    const silenceId = opened();
    const deadlineAt = deadlineOf(silenceId);
    const extend = (instant: number, until: number) =>
      at(instant, 'mod', 'silence.extend', { silenceId, deadlineAt: until });
    expect(extend(deadlineAt, deadlineAt)).toEqual({ refused: 'silence.deadline-shorter' });
    expect(extend(deadlineAt + 1, deadlineAt + day)).toEqual({ refused: 'silence.deadline-passed' });
    expect(extend(deadlineAt, deadlineAt + day)).toHaveLength(1);
    expect(openingOf(known(silenceId)).changes).toMatchObject([{ as: 'extended', deadlineAt: deadlineAt + day }]);
  });

  test('[SIL-7] [SIL-11] after it the text is adopted once, and its item decided', () => {
    const silenceId = opened();
    const deadlineAt = deadlineOf(silenceId);
    expect(at(deadlineAt, 'system', 'silence.adopt', { silenceId })).toEqual({ refused: 'silence.not-due' });
    expect(nextDeadline(h.state)).toBe(deadlineAt - 48 * hour);
    expect(perform(deadlineAt).includes('silence.adopt')).toBe(false);
    expect(perform(deadlineAt + 1)).toEqual(['silence.adopt']);
    expect(known(silenceId)).toMatchObject({
      phase: 'adopted',
      rounds: [{ end: { as: 'adopted', at: deadlineAt + 1 } }],
    });
    expect(h.state.plenary.board.items[item]?.stage).toBe('decided');
    expect(perform(deadlineAt + day)).toEqual([]);
    expect(h.events.filter(({ type }) => type === 'silence.SilenceAdopted')).toHaveLength(1);
    expect(breakIt(silenceId)).toMatchObject({ refused: 'silence.wrong-phase' });
  });

  test('[SIL-7] what has passed is not withdrawn before the program comes to it', () => {
    const silenceId = opened();
    const deadlineAt = deadlineOf(silenceId);
    const withdraw = (instant: number) => at(instant, 'mod', 'silence.withdraw', { silenceId, reason: 'Too early.' });
    expect(withdraw(deadlineAt + 1)).toEqual({ refused: 'silence.deadline-passed' });
    expect(withdraw(deadlineAt)).toHaveLength(1);
    expect(perform(deadlineAt + 1)).toEqual([]);
  });

  test('[SIL-10] whatever is not adopted is withdrawn, with the reason', () => {
    const silenceId = opened();
    expect(h.try('KEN-1', 'silence.withdraw', { silenceId, reason: 'No.' })).toEqual({
      refused: 'rights.not-permitted',
    });
    breakIt(silenceId);
    h.act('sec', 'silence.withdraw', { silenceId, reason: 'Back to the rooms.' });
    expect(known(silenceId)).toMatchObject({
      ...{ phase: 'withdrawn', rounds: [{ end: { as: 'broken', reason: 'Back to the rooms.' } }] },
    });
    expect(prepare()).not.toBe(silenceId);
  });
});

describe('reminders', () => {
  test('[SIL-12] come 48, 24 and 2 hours before the deadline, once each', () => {
    const silenceId = opened(100);
    const deadlineAt = deadlineOf(silenceId);
    for (const hours of [48, 24, 2]) {
      const due = deadlineAt - hours * hour;
      expect(nextDeadline(h.state)).toBe(due);
      expect(perform(due - 1)).toEqual([]);
      expect(perform(due)).toEqual(['silence.remind']);
      expect(perform(due)).toEqual([]);
    }
    expect(openingOf(known(silenceId)).reminders.map(({ hours }) => hours)).toEqual([48, 24, 2]);
    expect(nextDeadline(h.state)).toBe(deadlineAt + 1);
  });

  test('[SIL-12] that fell due while the server was down are one, the latest', () => {
    const silenceId = opened(100);
    expect(perform(deadlineOf(silenceId) - 3 * hour)).toEqual(['silence.remind']);
    expect(openingOf(known(silenceId)).reminders.map(({ hours }) => hours)).toEqual([24]);
    expect(nextDeadline(h.state)).toBe(deadlineOf(silenceId) - 2 * hour);
  });

  test('[SIL-12] are none any more where the deadline has passed as well', () => {
    const silenceId = opened(100);
    perform(deadlineOf(silenceId) + day);
    expect(known(silenceId).phase).toBe('adopted');
    expect(openingOf(known(silenceId)).reminders).toEqual([]);
  });

  test('[SIL-12] that lay before the opening are none; a new deadline has its own', () => {
    const silenceId = opened(12);
    const deadlineAt = deadlineOf(silenceId);
    expect(nextDeadline(h.state)).toBe(deadlineAt - 2 * hour);
    perform(deadlineAt - 2 * hour);
    at(deadlineAt - hour, 'mod', 'silence.extend', { silenceId, deadlineAt: deadlineAt + 3 * day });
    expect(nextDeadline(h.state)).toBe(deadlineAt + day);
    expect(reminderDue(openingOf(known(silenceId)), deadlineAt + day)).toBe(48);
  });
});

describe('what is said', () => {
  test('[SIL-13] comments and questions break nothing; questions are answered for everyone', () => {
    const silenceId = opened();
    const say = (kind: 'comment' | 'question') =>
      h.act('KEN-1', 'silence.say', { silenceId, kind, text: 'Which year?' });
    const [comment] = say('comment');
    const [question] = say('question');
    expect([comment?.scope, question?.scope]).toEqual(['plenary', 'plenary']);
    expect(known(silenceId).phase).toBe('under-silence');
    const answer = (of: typeof comment) =>
      h.try('sec', 'silence.answer', { silenceId, remarkId: String(of?.data.remarkId), text: '2030.' });
    expect(answer(comment)).toEqual({ refused: 'silence.not-a-question' });
    expect(answer(question)).toHaveLength(1);
    expect(known(silenceId).remarks[1]).toMatchObject({ delegationId: 'KEN', round: 1, answer: { text: '2030.' } });
  });

  test('[SIL-14] who has opened the text is told to the bureau alone, once a delegation and round', () => {
    const silenceId = opened();
    const read = (who: string) => h.try(who, 'silence.read', { silenceId });
    expect(read('KEN-1')).toMatchObject([{ scope: 'bureau', by: null, data: { delegationId: 'KEN' } }]);
    expect(read('KEN-2')).toEqual([]);
    expect(JSON.stringify(h.state.plenary)).not.toContain('TextRead');
    expect(Object.keys(h.state.bureau.silence.read[silenceId]?.[1] ?? {})).toEqual(['KEN']);
  });

  test('[SIL-14] nothing in the state counts who agrees', () => {
    const silenceId = opened();
    h.act('KEN-1', 'silence.read', { silenceId });
    expect(Object.keys(known(silenceId)).sort()).toEqual(
      ['id', 'itemId', 'notedAt', 'panelId', 'phase', 'remarks', 'rounds'].sort(),
    );
  });
});

describe('the next round', () => {
  const paragraphs = [
    { from: 0, text: 'States open legal pathways.' },
    { from: 1, text: 'They report every two years.' },
    { from: null, text: 'They meet in 2030.' },
  ];

  test('[SIL-15] has the revised text, its own hash, languages and deadline', () => {
    const silenceId = opened();
    breakIt(silenceId);
    h.act('mod', 'silence.revise', { silenceId, revision: { title: 'One, revised', paragraphs } });
    expect(known(silenceId).phase).toBe('revision');
    h.act('mod', 'silence.renew', { silenceId });
    const [first, second] = known(silenceId).rounds;
    expect(second).toMatchObject({ number: 2, itemVersion: 2, opening: null, end: null });
    expect(second?.languages.every(({ isReady }) => !isReady)).toBe(true);
    expect(second?.textHash).not.toBe(first?.textHash);
    const { stage, current, earlier } = must(h.state.plenary.board.items[item], 'item');
    expect([stage, current.title, earlier.length]).toEqual(['ready', 'One, revised', 1]);
    opened(72, silenceId);
    expect(breakIt(silenceId, 'KEN-1', 1)).toEqual({ refused: 'silence.other-round' });
    perform(deadlineOf(silenceId) + 1);
    expect(known(silenceId).rounds.map(({ end }) => end?.as)).toEqual(['broken', 'adopted']);
  });

  test('[SIL-15] not while another decision has the item, nor of what is under silence', () => {
    const silenceId = opened();
    expect(h.try('mod', 'silence.revise', { silenceId })).toMatchObject({ refused: 'silence.wrong-phase' });
    h.act('mod', 'silence.withdraw', { silenceId, reason: 'To be edited.' });
    h.openVote(item);
    expect(h.try('mod', 'silence.revise', { silenceId })).toEqual({ refused: 'silence.item-under-decision' });
  });

  test('[SIL-15] a paragraph whose words stay keeps what it has, a changed one its place and footnotes', () => {
    const draft = {
      blocks: [
        {
          id: 'a',
          number: '1',
          kind: 'paragraph' as const,
          level: 0,
          runs: [{ text: 'We ' }, { text: 'act', bold: true as const }],
        },
        {
          id: 'b',
          number: '2',
          kind: 'paragraph' as const,
          level: 0,
          runs: [{ text: 'soon' }, { text: '', note: 'By 2030.' }],
        },
        { id: 'c', kind: 'bullet' as const, level: 0, runs: [...inBracket('x', 'or not')] },
      ],
    };
    const snapshot = { version: 3, title: 'T', fields: {}, draft, brackets: 1, waiver: null };
    const said = [
      { from: 0, text: 'We act' },
      { from: 1, text: 'at once' },
      { from: 2, text: 'in any case' },
      { from: null, text: 'and again' },
    ];
    const newId = () => 'fresh';
    const next = revised({ current: snapshot, earlier: [] }, { title: 'T', paragraphs: said }, newId);
    expect(next).toMatchObject({ version: 4, brackets: 0 });
    expect(next.draft.blocks[0]).toEqual(draft.blocks[0]);
    expect(next.draft.blocks[1]).toEqual({
      ...draft.blocks[1],
      runs: [{ text: 'at once' }, { text: '', note: 'By 2030.' }],
    });
    expect(next.draft.blocks[2]).toEqual({ ...draft.blocks[2], runs: [{ text: 'in any case' }] });
    // What is added is numbered as negotiators number it.
    expect(next.draft.blocks[3]).toEqual({
      id: 'fresh',
      number: '3',
      kind: 'paragraph',
      level: 0,
      runs: [{ text: 'and again' }],
    });
    // A bracket that reached into a changed paragraph is gone from both.
    const [opens, words, closes] = inBracket('y', 'maybe');
    const torn = {
      blocks: [
        { ...draft.blocks[0], runs: [must(opens, 'o'), must(words, 'w')] },
        { ...draft.blocks[1], runs: [must(closes, 'c')] },
      ],
    };
    const mended = revised(
      { current: { ...snapshot, draft: torn as typeof draft }, earlier: [] },
      {
        title: 'T',
        paragraphs: [
          { from: 0, text: 'maybe' },
          { from: 1, text: 'x' },
        ],
      },
      newId,
    );
    expect(mended.draft.blocks.flatMap(({ runs }) => runs).some((run) => run.opens !== undefined)).toBe(false);
  });
});

describe('who broke silence', () => {
  test('[SIL-16] is told to the bureau and its own people, to everyone when the bureau circulates it', () => {
    const silenceId = opened();
    expect(hasHiddenBreaker(h.state.plenary.silence)).toBe(false);
    const told = breakIt(silenceId);
    if ('refused' in told) throw new Error(told.refused);
    const open = told.filter(({ scope }) => scope === 'plenary');
    expect(JSON.stringify(open.map(({ data }) => data))).not.toMatch(/KEN|2030|States may/);
    expect(told.map(({ scope }) => scope).sort()).toEqual(
      ['bureau', 'plenary', ...houseCodes.map((code) => `delegation:${code}`)].sort(),
    );
    expect(scopesOf(h.state, 'FRA-1')).toEqual(expect.not.arrayContaining(['bureau', 'delegation:KEN']));
    expect(hasHiddenBreaker(h.state.plenary.silence)).toBe(false);
    for (const who of ['KEN-1', 'FRA-1', 'VAT-1', 'pan-1'])
      expect(h.try(who, 'silence.circulate', { silenceId, round: 1 })).toEqual({ refused: 'rights.not-permitted' });
    h.act('sec', 'silence.circulate', { silenceId, round: 1 });
    expect(openingOf(known(silenceId)).objections).toMatchObject([{ by: 'KEN', reason: 'Not before 2030.' }]);
    expect(hasHiddenBreaker(h.state.plenary.silence)).toBe(false);
    expect(h.try('mod', 'silence.circulate', { silenceId, round: 1 })).toEqual({
      refused: 'silence.nothing-to-circulate',
    });
  });

  test('[SIL-16] is not told by the kinds of the entries, their authors or for whom they are', () => {
    const silenceId = opened();
    const begun = h.events.length;
    breakIt(silenceId);
    h.act('KEN-2', 'silence.retract', { silenceId });
    const news = h.events.slice(begun);
    for (const type of ['BreakNoted', 'RetractionNoted']) {
      const scopes = news.filter((event) => event.type === `silence.${type}`).map(({ scope }) => scope);
      expect(scopes.sort()).toEqual(houseCodes.map((code) => `delegation:${code}`).sort());
    }
    expect(news.map(({ by }) => by)).toEqual(news.map(() => null));
    // What each is told differs in what it says, which the chain has only as a hash.
    const saying = news.filter(({ scope, data }) => scope.startsWith('delegation:') && (data.own || data.isOwn));
    expect(saying.map(({ scope }) => scope)).toEqual(['delegation:KEN', 'delegation:KEN']);
    expect(Object.keys(h.state.delegation).filter((id) => h.state.delegation[id]?.silence[silenceId])).toEqual(['KEN']);
    expect(h.state.delegation.KEN?.silence[silenceId]).toMatchObject([{ by: 'KEN-1', retractedAt: h.now }]);
  });

  test('[SIL-16] a delegation that has lost the right since retracts as quietly', () => {
    const silenceId = opened();
    breakIt(silenceId);
    h.act('sec', 'delegation.setCredentials', { delegationId: 'KEN', hasCredentials: false });
    const told = h.try('KEN-1', 'silence.retract', { silenceId });
    expect(told).toHaveLength(toldOf);
    expect(h.state.delegation.KEN?.silence[silenceId]?.[0]?.retractedAt).toBe(h.now);
  });

  test('[SIL-16] journals in which only its own people were told are still read', () => {
    const silenceId = opened();
    const scope = 'delegation:KEN' as const;
    const heard = { round: 1, delegationId: 'KEN', by: 'KEN-1', reason: null, alternative: null };
    evolve(h.state, { scope, type: 'silence.OwnObjectionMade', data: { silenceId, ...heard } }, 5);
    evolve(h.state, { scope, type: 'silence.OwnObjectionRetracted', data: { silenceId } }, 7);
    expect(h.state.delegation.KEN?.silence[silenceId]).toEqual([{ ...heard, at: 5, retractedAt: 7 }]);
    evolve(h.state, { scope: 'bureau', type: 'silence.ObjectionHeard', data: { silenceId, ...heard } }, 5);
    const nobody = { by: null, reason: null, alternative: null };
    evolve(h.state, { scope: 'plenary', type: 'silence.SilenceBroken', data: { silenceId, ...nobody } }, 5);
    expect(openingOf(known(silenceId)).objections).toEqual([{ ...nobody, at: 5, retractedAt: null }]);
    expect(hasHiddenBreaker(h.state.plenary.silence)).toBe(true);
    h.act('sec', 'silence.circulate', { silenceId, round: 1 });
    expect(hasHiddenBreaker(h.state.plenary.silence)).toBe(false);
  });

  test('[SIL-16] cannot be tried out from the digest of the state', () => {
    const silenceId = opened();
    const other = structuredClone(h.state);
    breakIt(silenceId);
    const [mine] = h.state.bureau.silence.objections[silenceId] ?? [];
    const digest = stateDigest(h.state);
    must(mine, 'objection').delegationId = 'FRA';
    expect(stateDigest(h.state)).toBe(digest);
    expect(stateDigest(other)).not.toBe(digest);
  });
});

describe('an item under silence', () => {
  test('[SIL-17] is taken note of once, after its adoption', () => {
    const silenceId = opened();
    expect(h.try('mod', 'silence.takeNote', { silenceId })).toMatchObject({ refused: 'silence.wrong-phase' });
    perform(deadlineOf(silenceId) + 1);
    expect(h.try('sec', 'silence.takeNote', { silenceId })).toHaveLength(1);
    expect(h.try('sec', 'silence.takeNote', { silenceId })).toEqual([]);
  });

  test('[SIL-18] is put to no vote, stands where it stands, and keeps profile and consultation', () => {
    opened();
    const vote = { itemId: item, majority: 'simple' as const, present: 15 };
    expect(h.try('mod', 'vote.open', vote)).toEqual({ refused: 'silence.item-under-decision' });
    expect(h.try('mod', 'board.stage', { itemId: item, stage: 'under-comment', before: null })).toEqual({
      refused: 'board.under-vote',
    });
    expect(h.try('mod', 'consultation.chooseProfile', { profile: 'informal' })).toEqual({
      refused: 'consultation.profile-is-fixed',
    });
    expect(h.try('sec', 'consultation.close', {})).toHaveProperty('refused');
  });

  test('[SIL-18] [SIL-11] does not keep its panel in its step, and is adopted whichever that is', () => {
    const silenceId = opened();
    h.act('mod', 'panel.goTo', { panelId: h.panel(), step: 'closed' });
    expect(h.try('KEN-1', 'silence.say', { silenceId, kind: 'comment', text: 'Still here.' })).toHaveLength(1);
    perform(deadlineOf(silenceId) + 1);
    expect(h.state.plenary.board.items[item]?.stage).toBe('decided');
  });
});
