import { must } from '@shared/domain/kernel/must.ts';
import type { Room } from '@shared/domain/room.ts';
import { emptyRoom } from '@shared/domain/state.ts';
import { describe, expect, test } from 'vitest';
import { conflictIn } from '../../client/features/steering/conflict.ts';
import {
  type FormationRequest,
  firstRequest,
  roomsAskedFor,
  wrongWith,
} from '../../client/features/steering/formationRequest.ts';
import {
  fairShare,
  isSameView,
  roomsLackingDuties,
  roomsPerPage,
  roomViews,
} from '../../client/features/steering/formationView.ts';
import { byUrgency, graceMs, type RoomSigns, watchRoom } from '../../client/features/steering/roomWatch.ts';
import { freshSeed } from '../../client/features/steering/seed.ts';
import { letterOf } from '../../client/features/steering/useKeys.ts';
import { house } from '../support/build.ts';

const openedAt = 1_000_000;
const minute = 60_000;
const room: Room = {
  ...{ id: 'a', roundId: 'r', panelId: 'p', number: 4, question: 'What?', attribution: 'delegation' },
  ...{ members: ['KEN-1', 'JPN-1', 'BRA-1'], facilitator: 'KEN-1', rapporteur: 'JPN-1', phase: 'open' },
  clock: { phase: 'running', endsAt: openedAt + 40 * minute },
};
const draft = (id: string, phase: 'drafting' | 'reported' | 'withdrawn') => ({
  ...{ id, title: id, fields: {}, startedBy: 'KEN-1', version: phase === 'reported' ? 1 : 0, phase },
});
const signs = (change: Partial<RoomSigns> = {}): RoomSigns => ({
  ...{ within: emptyRoom(), here: room.members, figures: {}, hasCalled: false, openedAt, now: openedAt + 5 * minute },
  ...change,
});

describe('a room as the wall sees it', () => {
  test('counts members who are there, drafts by state, brackets of what is being written, hands', () => {
    const within = emptyRoom();
    for (const each of [
      draft('x', 'drafting'),
      draft('y', 'drafting'),
      draft('z', 'reported'),
      draft('w', 'withdrawn'),
    ])
      within.actionItem.byId[each.id] = each;
    within.room.hands = ['BRA-1'];
    const figures = { x: { brackets: 2, at: 50 }, y: { brackets: 1, at: 70 }, z: { brackets: 9, at: 60 } };
    expect(watchRoom(room, signs({ within, figures, here: ['mod', 'JPN-1'] }))).toEqual({
      ...{ assigned: 3, present: ['JPN-1'], drafting: 2, reported: 1, brackets: 3, hands: 1, lastAt: 70, troubles: [] },
    });
    expect(watchRoom(room, signs({ within: undefined })).lastAt).toBeNull();
  });

  const troubles = (change: Partial<RoomSigns>, of: Room = room) => watchRoom(of, signs(change)).troubles;

  test('an empty room is trouble only after some minutes', () => {
    expect(troubles({ here: [], now: openedAt + graceMs - 1 })).toEqual([]);
    expect(troubles({ here: ['mod'], now: openedAt + graceMs })).toEqual(['nobody']);
  });

  test('a missing rapporteur is trouble: named at once, absent after some minutes', () => {
    const unnamed: Room = { ...room, rapporteur: null };
    expect(troubles({ now: openedAt }, unnamed)).toEqual(['no-rapporteur']);
    expect(troubles({ here: ['KEN-1'], now: openedAt })).toEqual([]);
    expect(troubles({ here: ['KEN-1'] })).toEqual(['no-rapporteur']);
    expect(troubles({ here: [] }, unnamed)).toEqual(['nobody', 'no-rapporteur']);
  });

  test('no draft is trouble once half of the time is over, also with a stopped clock', () => {
    expect(troubles({ now: openedAt + 20 * minute })).toEqual([]);
    expect(troubles({ now: openedAt + 20 * minute + 1 })).toEqual(['no-drafts']);
    const stopped: Room = { ...room, clock: { phase: 'paused', remainingMs: minute } };
    expect(troubles({}, stopped)).toEqual(['no-drafts']);
    const within = emptyRoom();
    within.actionItem.byId.x = draft('x', 'drafting');
    expect(troubles({ within }, stopped)).toEqual([]);
    within.actionItem.byId.x = draft('x', 'withdrawn');
    expect(troubles({ within }, stopped)).toEqual(['no-drafts']);
  });

  test('a closed room has no trouble but a call for help', () => {
    const frozen: Room = { ...room, rapporteur: null, phase: 'frozen' };
    expect(troubles({ here: [], now: openedAt + 60 * minute }, frozen)).toEqual([]);
    expect(troubles({ hasCalled: true }, frozen)).toEqual(['help']);
  });

  test('rooms stand by urgency, then by number', () => {
    const rooms = [
      { number: 1, troubles: [] },
      { number: 5, troubles: ['no-drafts' as const] },
      { number: 3, troubles: ['help' as const, 'no-rapporteur' as const] },
      { number: 2, troubles: [] },
      { number: 4, troubles: ['nobody' as const] },
    ];
    expect(rooms.sort(byUrgency).map(({ number }) => number)).toEqual([3, 4, 5, 1, 2]);
  });
});

describe('asking for rooms', () => {
  const request = (change: Partial<FormationRequest>): FormationRequest => ({
    ...firstRequest('What?', 60, null),
    ...change,
  });

  test('begins with the panel’s question and rooms of a dozen', () => {
    expect(firstRequest('What?', 60, null)).toMatchObject({
      question: 'What?',
      number: '5',
      by: 'rooms',
      who: 'invited',
    });
    expect(firstRequest('', 0, null).number).toBe('1');
    expect(firstRequest('', 5_000, null).number).toBe('250');
  });

  test('counts rooms, or people in a room at most', () => {
    expect(roomsAskedFor(request({ number: '7' }), 60)).toBe(7);
    expect(roomsAskedFor(request({ number: '7', by: 'size' }), 60)).toBe(9);
    expect(roomsAskedFor(request({ number: '100', by: 'size' }), 60)).toBe(1);
    for (const number of ['', '0', '-1', '2.5', 'five', '251'])
      expect(roomsAskedFor(request({ number }), 60)).toBeNull();
    expect(roomsAskedFor(request({ number: '2', by: 'size' }), 5_000)).toBeNull();
  });

  test('says at each field what is wrong', () => {
    expect(wrongWith(request({}), 60)).toEqual({});
    expect(wrongWith(request({ question: ' ', number: 'x', seed: '', who: 'present' }), 0)).toEqual({
      question: 'steering.form.question.missing',
      number: 'steering.form.number.wrong',
      seed: 'steering.form.seed.missing',
      who: 'steering.form.who.nobodyPresent',
    });
    expect(wrongWith(request({ number: '61' }), 60)).toEqual({ number: 'steering.form.number.tooMany' });
  });

  test('a seed can be read out, and is another each time', () => {
    const seeds = Array.from({ length: 50 }, freshSeed);
    for (const seed of seeds) expect(seed).toMatch(/^[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}$/);
    expect(new Set(seeds).size).toBe(50);
  });
});

describe('a proposal on the page', () => {
  const proposal = () => {
    const h = house({ panels: ['First'] });
    h.step('breakout');
    const [proposed] = h.act('mod', 'seating.propose', {
      ...{
        panelId: h.panel(),
        question: 'What?',
        attribution: 'named',
        rooms: 3,
        seed: 's',
        people: 'invited',
        pins: [],
      },
    });
    return must(h.state.bureau.seating[String(must(proposed, 'event').data.roundId)], 'proposal');
  };

  test('each room has what is wrong in it', () => {
    const known = proposal();
    const breach = { rule: 'size' as const, subject: '', room: 1, count: 9, floor: 4, ceil: 5 };
    const views = roomViews(known, { breaches: [breach] } as Parameters<typeof roomViews>[1]);
    expect(views.map(({ breaches }) => breaches)).toEqual([[], [breach], []]);
    expect(views.map(({ members }) => members)).toEqual(known.rooms);
    const again = roomViews(known, { breaches: [{ ...breach }] } as Parameters<typeof roomViews>[1]);
    expect(views.map((view, at) => isSameView(view, must(again[at], 'view')))).toEqual([true, true, true]);
    const mended = roomViews(known, null);
    expect(views.map((view, at) => isSameView(view, must(mended[at], 'view')))).toEqual([true, false, true]);
  });

  test('rooms without a duty are named by the number that people read', () => {
    const known = structuredClone(proposal());
    expect(roomsLackingDuties(known)).toEqual([]);
    known.duties[2] = { facilitator: 'KEN-1', rapporteur: null };
    expect(roomsLackingDuties(known)).toEqual([3]);
  });

  test('the fair share and the rooms of a page', () => {
    expect(fairShare([2, 3, 2])).toEqual({ floor: 2, ceil: 3 });
    expect(fairShare([2, 2])).toEqual({ floor: 2, ceil: 2 });
    expect(fairShare([])).toEqual({ floor: 0, ceil: 0 });
    const rooms = (size: number) => [
      { at: 0, members: Array<string>(size).fill('x'), duties: { facilitator: null, rapporteur: null }, breaches: [] },
    ];
    expect([1, 20, 5_000].map((size) => roomsPerPage(rooms(size)))).toEqual([24, 10, 2]);
  });

  test('a conflict is read from a refusal, and nothing else is', () => {
    const details = {
      pins: [{ id: 'KEN-1', room: 2 }],
      because: { rule: 'region', subject: 'africa', room: 2, floor: 0, ceil: 1 },
    };
    expect(conflictIn(details)).toEqual(details);
    for (const other of [
      undefined,
      {},
      { pins: 'x', because: {} },
      { pins: [], because: null },
      { pins: [], because: { rule: 'x' } },
    ])
      expect(conflictIn(other)).toBeNull();
  });

  test('a key is known by its letter in any alphabet', () => {
    expect([letterOf('KeyR'), letterOf('Digit1'), letterOf('')]).toEqual(['r', '', '']);
  });
});
