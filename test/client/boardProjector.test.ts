import { beforeEach, describe, expect, test } from 'vitest';
import {
  deadlineOf,
  resultLastsMs,
  type SceneName,
  sceneOf,
  sharesClock,
} from '../../client/features/projector/scenes.ts';
import { hallScale } from '../../client/features/projector/useHallScale.ts';
import { type House, house } from '../support/build.ts';

let h: House;
const scene = (chosen: SceneName | null = null, later = 0) =>
  sceneOf(h.state.plenary, h.panel(), h.now + later, chosen);
const spot = (itemId: string | null) => h.act('mod', 'board.spotlight', { panelId: h.panel(), itemId });

beforeEach(() => {
  h = house({ panels: ['First', 'Second'] });
});

describe('the projector’s scene', () => {
  test('follows what happens: agenda, rooms, item, vote, result, item again', () => {
    expect(scene().name).toBe('agenda');
    h.openRooms({ rooms: 2 });
    expect(scene()).toMatchObject({ name: 'rooms', rooms: [{ number: 1 }, { number: 2 }] });
    const [a, b] = [h.reported(1, 'A'), h.reported(2, 'B')];
    h.step('deciding');
    expect(scene().name).toBe('agenda');
    spot(a);
    expect(scene()).toEqual({ name: 'item', itemId: a });
    h.stage(a, 'ready');
    const voteId = h.openVote(a, { yes: ['KEN'] });
    expect(scene()).toMatchObject({ name: 'vote', vote: { id: voteId, phase: 'open' } });
    h.act('mod', 'vote.lock', { voteId });
    expect(scene()).toMatchObject({ name: 'vote', vote: { phase: 'locked' } });
    h.act('mod', 'vote.declare', { voteId });
    expect(scene()).toMatchObject({ name: 'result', vote: { id: voteId } });
    spot(b);
    expect(scene()).toEqual({ name: 'item', itemId: b });
    spot(a);
    expect(scene().name).toBe('result');
    expect(scene(null, resultLastsMs + 1)).toEqual({ name: 'item', itemId: a });
    spot(null);
    expect(scene().name).toBe('result');
    expect(scene(null, resultLastsMs + 1).name).toBe('agenda');
  });

  test('of the item in the spotlight its division, and the amendment that comes next', () => {
    h.openRooms({ rooms: 1 });
    const [a, b] = [h.reported(1, 'A', 'States act.\nThey report.'), h.reported(1, 'B', 'States act.\nThey report.')];
    h.step('deciding');
    for (const itemId of [a, b]) h.stage(itemId, 'ready');
    spot(a);
    const revised = (text: string) => ({
      ...{ itemId: a, version: 1, rationale: 'Clearer.', changes: [{ as: 'revise' as const, block: 0, text }] },
    });
    h.act('KEN-1', 'amendment.propose', revised('States act soon.'));
    expect(scene()).toMatchObject({ name: 'motion', motion: { amendment: { number: 1 } } });
    h.act('FRA-1', 'amendment.propose', revised('States act now.'));
    // Nobody knows which comes next before the chair has said so.
    expect(scene()).toEqual({ name: 'item', itemId: a });
    const ids = [...(h.state.plenary.amendment.order[a] ?? [])].reverse();
    h.act('mod', 'amendment.arrange', { itemId: a, amendmentIds: ids });
    expect(scene()).toMatchObject({ name: 'motion', motion: { amendment: { number: 2 } } });
    h.act('JPN-1', 'division.move', { itemId: b, version: 1, parts: [[0]] });
    expect(scene()).toMatchObject({ motion: { amendment: { number: 2 } } });
    spot(b);
    expect(scene()).toMatchObject({ name: 'motion', motion: { division: { itemId: b, phase: 'moved' } } });
    spot(null);
    expect(scene().name).toBe('agenda');
    expect(scene('motion')).toMatchObject({ motion: { division: { itemId: b } } });
    // While it waits for an objection, the hall sees the countdown wherever the light is.
    const divisionId = String(h.state.plenary.division.order[0]);
    h.act('mod', 'division.call', { divisionId, seconds: 30 });
    expect(scene()).toMatchObject({ name: 'motion', motion: { division: { itemId: b } } });
    h.act('mod', 'division.withdraw', { divisionId });
    expect(scene().name).toBe('agenda');
    expect(scene('motion')).toEqual({ name: 'motion', motion: null });
  });

  test('what happens on another panel is not shown on this one', () => {
    h.openRooms({ rooms: 1 });
    const a = h.reported(1, 'A');
    h.step('deciding');
    h.stage(a, 'ready');
    h.openVote(a);
    expect(sceneOf(h.state.plenary, h.panel(2), h.now, null).name).toBe('agenda');
    expect(sceneOf(h.state.plenary, h.panel(2), h.now, 'vote')).toEqual({ name: 'vote', vote: null });
  });

  test('a choice by hand goes first, also where there is nothing to show', () => {
    const chosen: SceneName[] = ['agenda', 'item', 'vote', 'result', 'rooms'];
    expect(chosen.map((name) => scene(name))).toEqual([
      { name: 'agenda' },
      { name: 'item', itemId: null },
      { name: 'vote', vote: null },
      { name: 'result', vote: null },
      { name: 'rooms', rooms: [] },
    ]);
  });

  test('nothing that it shows of a running vote tells a choice', () => {
    h.openRooms({ rooms: 1 });
    const a = h.reported(1, 'A');
    h.step('deciding');
    h.stage(a, 'ready');
    h.openVote(a, { yes: ['KEN'], no: ['FRA'], abstain: ['BRA'] });
    expect(JSON.stringify(scene())).not.toMatch(/"(yes|no|abstain)"/);
  });
});

test('a finer screen is given larger letters, a small one none that are smaller than made', () => {
  expect(hallScale(1440, 900)).toBe(1);
  expect(hallScale(1920, 1080)).toBe(1.2);
  expect(hallScale(3840, 2160)).toBe(2.4);
  expect(hallScale(1024, 768)).toBe(1);
});

describe('the rooms’ clocks', () => {
  test('one clock where all rooms go by the same, one each as soon as one differs', () => {
    const roomIds = h.openRooms({ rooms: 3 });
    const rooms = () => roomIds.flatMap((id) => h.state.plenary.room.byId[id] ?? []);
    expect(sharesClock(rooms())).toBe(true);
    h.act('mod', 'room.extend', { roomIds: roomIds.slice(0, 1), seconds: 300 });
    expect(sharesClock(rooms())).toBe(false);
  });

  test('a recall ends the time, a stopped clock stands still', () => {
    const [roomId] = h.openRooms({ rooms: 1 }) as [string];
    const room = () => {
      const found = h.state.plenary.room.byId[roomId];
      if (!found) throw new Error('no room');
      return found;
    };
    expect(deadlineOf(room()).deadline).toBeGreaterThan(h.now);
    h.act('mod', 'room.pause', { roomIds: [roomId] });
    expect(deadlineOf(room())).toMatchObject({ deadline: null, pausedMs: expect.any(Number) });
    h.act('mod', 'room.recall', { roomIds: [roomId], seconds: 60 });
    expect(deadlineOf(room())).toEqual({ deadline: h.now + 60_000, pausedMs: null });
  });
});
