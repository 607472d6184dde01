import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  changeKey,
  createFieldDesk,
  type FieldDesk,
  type FieldName,
  unsavedCount,
} from '../../client/features/room/fieldDesk.ts';
import { fieldProblem } from '../../client/features/room/fieldProblem.ts';
import { mergeEdits } from '../../client/features/room/mergeEdits.ts';
import type { CommandAnswer } from '../../client/sync/commands.ts';

describe('joining one’s own change with what others changed', () => {
  test.each([
    ['nobody else', 'a b', 'a b c', 'a b', 'a b c'],
    ['both at the end', 'a', 'a mine', 'a theirs', 'a theirs mine'],
    ['both from nothing', '', 'mine', 'theirs', 'theirsmine'],
    ['mine before, theirs after', 'one two', 'ONE two', 'one two three', 'ONE two three'],
    ['theirs before, mine after', 'one two', 'one TWO', 'zero one two', 'zero one TWO'],
    ['the same words', 'one two', 'one 2', 'one II', 'one 2'],
    ['the same change', 'a', 'b', 'b', 'b'],
  ])('words: %s', (_name, base, mine, theirs, joined) => {
    expect(mergeEdits(base, mine, theirs)).toBe(joined);
  });

  test('nothing that either added is lost where both only add', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), (base, here, there) => {
        const insert = (words: string, at: number) => {
          const place = at % (base.length + 1);
          return base.slice(0, place) + words + base.slice(place);
        };
        const joined = mergeEdits(base, insert('«mine»', here), insert('“theirs”', there));
        expect(joined).toContain('«mine»');
        expect(joined).toContain('“theirs”');
        expect(String(joined)).toHaveLength(base.length + 6 + 8);
      }),
    );
  });

  test('choices: added by either stay, taken away by either go', () => {
    expect(mergeEdits(['a', 'b'], ['a', 'c'], ['a', 'b', 'd'])).toEqual(['a', 'd', 'c']);
    expect(mergeEdits(undefined, ['a'], ['b'])).toEqual(['b', 'a']);
    expect(mergeEdits([{ id: 1 }], [{ id: 1 }, { id: 2 }], [{ id: 1 }])).toEqual([{ id: 1 }, { id: 2 }]);
    expect(mergeEdits(['a'], ['a', 'b'], ['a', 'b'])).toEqual(['a', 'b']);
  });

  test('a single choice is the last one’s', () => {
    expect(mergeEdits(null, 'short', null)).toBe('short');
    expect(mergeEdits('short', null, 'long')).toBeNull();
  });
});

test.each([
  ['title', ' ', 'room.problem.title'],
  ['title', 'x'.repeat(121), 'room.problem.long'],
  ['title', 'Shared standards', null],
  ['gap', 'x'.repeat(501), 'room.problem.long'],
  ['means', 'x'.repeat(1_000), null],
  ['by', '2027-1-1', 'room.problem.date'],
  ['by', null, null],
] as [FieldName, unknown, string | null][])('%s: %j is %j', (field, value, problem) => {
  expect(fieldProblem(field, value)).toBe(problem);
});

describe('the desk of the fields', () => {
  let room: Record<string, unknown>;
  let sent: { field: FieldName; value: unknown; answer: (answer: CommandAnswer) => void }[];
  let isLive: boolean;
  let changed: () => void;
  let desk: FieldDesk;
  const state = (field: FieldName) => desk.changes.getState()[changeKey('i', field)];
  const inRoom = (field: FieldName, value: unknown) => {
    room[field] = value;
    changed();
  };
  const answer = async (at: number, answered: CommandAnswer = { ok: true, seq: 1 }) => {
    sent[at]?.answer(answered);
    await vi.advanceTimersByTimeAsync(0);
  };

  beforeEach(() => {
    vi.useFakeTimers();
    room = { title: 'Old', means: 'One' };
    sent = [];
    isLive = true;
    desk = createFieldDesk({
      send: (_itemId, field, value) => new Promise((resolve) => void sent.push({ field, value, answer: resolve })),
      read: (_itemId, field) => room[field],
      watch: (listener) => {
        changed = listener;
      },
      isLive: () => isLive,
    });
  });
  afterEach(() => void vi.useRealTimers());

  test('words are sent when the typing rests, choices at once, and let go when the room has them', async () => {
    desk.edit('i', 'means', 'One t', 'at-rest');
    desk.edit('i', 'means', 'One two', 'at-rest');
    desk.edit('i', 'horizon', 'short', 'now');
    expect(sent.map(({ value }) => value)).toEqual(['short']);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent.map(({ value }) => value)).toEqual(['short', 'One two']);
    expect(unsavedCount(desk.changes.getState())).toBe(2);
    await answer(0);
    expect(state('horizon')).toMatchObject({ phase: 'taken', mine: 'short' });
    inRoom('horizon', 'short');
    expect(state('horizon')?.phase).toBe('saved');
    await answer(1);
    inRoom('means', 'One two');
    expect(unsavedCount(desk.changes.getState())).toBe(0);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(desk.changes.getState()).toEqual({});
  });

  test('typing goes on while a change is on its way: one at a time, the last words last', async () => {
    desk.edit('i', 'means', 'One two', 'now');
    desk.edit('i', 'means', 'One two three', 'at-rest');
    await vi.advanceTimersByTimeAsync(5_000);
    changed();
    expect(sent).toHaveLength(1);
    room.means = 'One two';
    await answer(0);
    expect(state('means')?.mine).toBe('One two three');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent.map(({ value }) => value)).toEqual(['One two', 'One two three']);
  });

  test('without a line the change waits, and joins what came meanwhile', async () => {
    isLive = false;
    desk.edit('i', 'means', 'One mine', 'at-rest');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([]);
    expect(state('means')?.phase).toBe('waiting');
    isLive = true;
    inRoom('means', 'One theirs');
    expect(sent.map(({ value }) => value)).toEqual(['One theirs mine']);
  });

  test('an answer that did not come is asked for again, a refusal is shown and kept', async () => {
    desk.edit('i', 'means', 'Two', 'now');
    await answer(0, { ok: false, code: 'NO_ANSWER' });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(sent).toHaveLength(2);
    await answer(1, { ok: false, code: 'room.frozen' });
    expect(state('means')).toMatchObject({ phase: 'refused', mine: 'Two', refusal: { code: 'room.frozen' } });
    changed();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(2);
    desk.discard('i', 'means');
    expect(desk.changes.getState()).toEqual({});
  });

  test('what cannot be saved is not sent, and not lost', async () => {
    desk.edit('i', 'title', '', 'at-rest');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toEqual([]);
    expect(state('title')).toMatchObject({ phase: 'waiting', mine: '' });
    desk.edit('i', 'title', 'New', 'at-rest');
    desk.flush('i', 'title');
    expect(sent.map(({ value }) => value)).toEqual(['New']);
  });

  test('what the room has already is not sent', () => {
    desk.edit('i', 'means', 'One', 'now');
    expect(sent).toEqual([]);
    expect(state('means')?.phase).toBe('saved');
  });
});
