import { beforeEach, describe, expect, test } from 'vitest';
import {
  deadlineOf,
  resultLastsMs,
  type SceneName,
  sceneOf,
  sharesClock,
} from '../../client/features/projector/scenes.ts';
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
