import { emptyDraft } from '@shared/draft/draftShape.ts';
import { anchorAt, type PlacedBracket, settleSigns } from '@shared/draft/placing.ts';
import { EditorState, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { describe, expect, test } from 'vitest';
import { bind } from '../../client/editor/binding.ts';
import { takePosition } from '../../client/editor/brackets.ts';
import { createPendingBrackets, type PendingPorts } from '../../client/editor/pendingBrackets.ts';
import { pendingAt, pendingPlugin, pendingWords, showPending } from '../../client/editor/pendingMarks.ts';

const place = { from: 'from', to: 'to' };
type Answer = Awaited<ReturnType<PendingPorts['open']>>;

/** A page around what is pending: a line that can go, a room that answers when it is told to. */
function page() {
  const pending = createPendingBrackets();
  const told = { opened: 0, taken: [] as string[], refused: [] as string[] };
  const room = {
    isUp: true,
    isSaved: true,
    hasWords: true as boolean | null,
    recorded: [] as string[],
    signs: [] as string[],
    settled: [] as string[],
  };
  const answers: ((answer: Answer) => void)[] = [];
  const ports: PendingPorts = {
    isUp: () => room.isUp,
    isSaved: () => room.isSaved,
    hasWords: () => room.hasWords,
    open: () => {
      told.opened++;
      return new Promise((resolve) => answers.push(resolve));
    },
    openedAt: () => room.recorded,
    hasSigns: (id) => room.signs.includes(id),
    isOpen: (id) => !room.settled.includes(id),
    take: (id, stance) => void told.taken.push(`${id} ${stance}`),
    refused: ({ code }) => void told.refused.push(code),
  };
  const leave = pending.attach(ports);
  const entries = () => pending.view.getState().entries;
  return {
    ...{ pending, told, room, ports, leave, entries },
    key: () => entries()[0]?.key ?? 0,
    /** The room answers, and what waited for it goes on. */
    async answer(given: Answer) {
      answers.shift()?.(given);
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

describe('a bracket that has been opened here and has not come yet', () => {
  test('is sent at once, and gone from the list when its signs stand in the text', async () => {
    const { pending, told, room, entries, answer } = page();
    pending.open('doubt', place);
    expect(entries()).toMatchObject([{ phase: 'sending' }]);
    await answer({ ok: true });
    room.recorded = ['b'];
    pending.look();
    expect(entries()).toMatchObject([{ phase: 'known', id: 'b' }]);
    room.signs = ['b'];
    pending.look();
    expect(entries()).toEqual([]);
    expect(told.opened).toBe(1);
  });

  test('takes along the position pressed before it came; the same key again takes that back', async () => {
    const { pending, told, room, key } = page();
    pending.open('doubt', place);
    pending.stand(key(), 'oppose');
    pending.stand(key(), 'oppose');
    pending.stand(key(), 'support');
    expect(told.taken).toEqual([]);
    room.recorded = ['b'];
    pending.look();
    expect(told.taken).toEqual(['b support']);
    pending.stand(key(), 'reserve');
    room.signs = ['b'];
    pending.look();
    expect(told.taken).toEqual(['b support', 'b reserve']);
  });

  test('is told where it is refused, and nothing of it is left', async () => {
    const { pending, told, entries, answer } = page();
    pending.open('doubt', place);
    pending.stand(entries()[0]?.key ?? 0, 'support');
    await answer({ ok: false, code: 'bracket.crossing' });
    expect(entries()).toEqual([]);
    expect(told).toMatchObject({ refused: ['bracket.crossing'], taken: [] });
  });

  test('waits while there is no line, and is sent once when it is back', async () => {
    const { pending, told, room, entries } = page();
    room.isUp = false;
    pending.open('doubt', place);
    pending.look();
    expect(entries()).toMatchObject([{ phase: 'waiting', wasSent: false }]);
    expect(told.opened).toBe(0);
    room.isUp = true;
    pending.look();
    pending.look();
    expect(told.opened).toBe(1);
  });

  test('can be taken back as long as it was never sent', async () => {
    const { pending, told, room, entries, answer, key } = page();
    room.isUp = false;
    pending.open('doubt', place);
    pending.cancel(key());
    room.isUp = true;
    pending.look();
    expect(entries()).toEqual([]);
    expect(told.opened).toBe(0);
    pending.open('doubt', place);
    room.isUp = false;
    await answer({ ok: false, code: 'NO_ANSWER' });
    pending.cancel(key());
    expect(entries()).toMatchObject([{ phase: 'waiting', wasSent: true }]);
  });

  test('that may have arrived without an answer is looked for before it is sent again', async () => {
    const { pending, told, room, answer, entries } = page();
    pending.open('doubt', place);
    room.isUp = false;
    await answer({ ok: false, code: 'NO_ANSWER' });
    room.isUp = true;
    room.recorded = ['b'];
    pending.look();
    expect(told.opened).toBe(1);
    expect(entries()).toMatchObject([{ id: 'b' }]);
  });

  test('is not sent when its words have gone meanwhile, and that is told; an addition needs none', () => {
    const { pending, told, room, entries } = page();
    room.isUp = false;
    pending.open('doubt', place);
    pending.open('addition', { from: 'x', to: 'x' });
    room.isUp = true;
    room.hasWords = false;
    pending.look();
    expect(pending.view.getState().gone).toBe(1);
    expect(entries()).toMatchObject([{ kind: 'addition', phase: 'sending' }]);
    expect(told.opened).toBe(1);
    pending.forgetGone();
    expect(pending.view.getState().gone).toBe(0);
  });

  test('whose words were still on their way is asked for again when they have come', async () => {
    const { pending, told, room, answer } = page();
    room.isSaved = false;
    pending.open('doubt', place);
    await answer({ ok: false, code: 'bracket.gone' });
    expect(told).toMatchObject({ opened: 1, refused: [] });
    room.isSaved = true;
    pending.look();
    expect(told.opened).toBe(2);
    await answer({ ok: false, code: 'bracket.gone' });
    expect(told).toMatchObject({ opened: 2, refused: ['bracket.gone'] });
  });

  test('is not taken for one that stood at the same place before, nor opened twice by a key pressed twice', () => {
    const { pending, told, room, entries } = page();
    room.recorded = ['old'];
    pending.open('doubt', place);
    pending.open('doubt', place);
    pending.look();
    expect(entries()).toMatchObject([{ id: null, phase: 'sending' }]);
    expect(told.opened).toBe(1);
    room.recorded = ['old', 'new'];
    pending.look();
    expect(entries()).toMatchObject([{ id: 'new' }]);
  });

  test('waits on while one looks at another draft', () => {
    const { pending, told, room, leave, ports } = page();
    room.isUp = false;
    pending.open('doubt', place);
    leave();
    room.isUp = true;
    pending.look();
    expect(told.opened).toBe(0);
    pending.attach(ports);
    expect(told.opened).toBe(1);
  });
});

/** An editor in which what is pending is drawn; the signs are not, there is no page. */
function editor(words: string) {
  const doc = emptyDraft();
  const binding = bind(doc);
  let state = EditorState.create({ doc: binding.start, plugins: [binding.plugin, pendingPlugin()] });
  const view = {
    get state() {
      return state;
    },
    updateState(next: EditorState) {
      state = next;
    },
    dispatch: (tr: Parameters<typeof binding.dispatch>[1]) => binding.dispatch(view, tr),
  };
  binding.plugin.spec.view?.(view as unknown as EditorView);
  view.dispatch(state.tr.insertText(words, 1));
  const select = (from: number, to = from) =>
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
  const anchors = (from: number, to: number) => ({
    from: anchorAt(doc, from, 'after'),
    to: anchorAt(doc, to, 'before'),
  });
  const show = (kind: 'doubt' | 'addition', from: number, to: number) =>
    showPending(
      view as unknown as EditorView,
      [
        {
          ...{ key: 7, kind, place: anchors(from, to), phase: 'sending', wasSent: true, others: [], id: null },
          stance: null,
        },
      ],
      { sending: 'Sending…', waiting: 'not sent yet' },
    );
  return { doc, view, select, anchors, show };
}

describe('what is pending, in the text', () => {
  test('is found at the caret, moves with its words, and is not in the text', () => {
    const { view, select, show } = editor('States shall issue');
    show('doubt', 8, 13);
    view.dispatch(view.state.tr.insertText('All ', 1));
    expect(pendingWords(view.state, 7)).toBe('shall');
    select(14);
    expect(pendingAt(view.state)?.key).toBe(7);
    select(3);
    expect(pendingAt(view.state)).toBeNull();
    expect(view.state.doc.textContent).toBe('All States shall issue');
    showPending(view as unknown as EditorView, [], { sending: '', waiting: '' });
    select(14);
    expect(pendingAt(view.state)).toBeNull();
  });

  test('gets the position pressed in it, though an older bracket stands around it', () => {
    const { doc, view, select, anchors, show } = editor('States shall issue');
    const outer: PlacedBracket = { id: 'outer', place: anchors(1, 19), words: null, state: 'open' };
    settleSigns(doc, [outer]);
    show('doubt', 9, 14);
    select(10, 12);
    const stood: string[] = [];
    const acts = { open: () => {}, suggest: async () => true, suggestAt: async () => true };
    const desk = {
      acts: { ...acts, takePosition: () => void stood.push('outer') },
      views: () => ({}),
      pending: { stand: (key: number, stance: string) => void stood.push(`${key} ${stance}`) },
    };
    expect(takePosition(desk, 'support')(view.state, view.dispatch)).toBe(true);
    expect(stood).toEqual(['7 support']);
  });

  test('whoever writes an addition while its signs come goes on writing in it', () => {
    const { doc, view, select, anchors, show } = editor('States shall');
    select(13);
    const added: PlacedBracket = { id: 'b', place: anchors(13, 13), words: null, state: 'open' };
    show('addition', 13, 13);
    view.dispatch(view.state.tr.insertText(' act'));
    expect(pendingWords(view.state, 7)).toBe(' act');
    settleSigns(doc, [added]);
    expect(view.state.doc.textContent).toBe('States shall[ act]');
    view.dispatch(view.state.tr.insertText(' soon'));
    expect(view.state.doc.textContent).toBe('States shall[ act soon]');
  });
});
