import { draftSchema } from '@shared/draft/schema.ts';
import type { Node } from 'prosemirror-model';
import { type Command, EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import { insertFootnote, leaveList, shiftLevel, splitListEntry, toggleList } from '../../client/editor/commands.ts';
import { lookAt } from '../../client/editor/lookAt.ts';

type Line = string | { kind: 'bullet' | 'numbered'; level?: number; text: string };

function state(...lines: Line[]): EditorState {
  const content = lines.map((line) => {
    const { text, ...attrs } = typeof line === 'string' ? { text: line } : line;
    return { type: 'paragraph', attrs, ...(text ? { content: [{ type: 'text', text }] } : {}) };
  });
  return EditorState.create({ schema: draftSchema, doc: draftSchema.nodeFromJSON({ type: 'doc', content }) });
}

const select = (from: EditorState, start: number, end = start) =>
  from.apply(from.tr.setSelection(TextSelection.create(from.doc, start, end)));

/** The state after a command, which must have been possible. */
function done(command: Command, from: EditorState): EditorState {
  let next: EditorState | null = null;
  const isDone = command(from, (tr) => {
    next = from.apply(tr);
  });
  expect(isDone).toBe(true);
  const found = next ?? from;
  found.doc.check();
  return found;
}

const lines = (doc: Node) =>
  doc.content.content.map(({ attrs, textContent }) =>
    attrs.kind ? `${attrs.kind} ${attrs.level ?? 0} ${textContent}` : textContent,
  );

describe('lists', () => {
  test('the selected blocks become entries, and plain again', () => {
    const start = select(state('one', 'two', 'three'), 1, 8);
    const listed = done(toggleList('bullet'), start);
    expect(lines(listed.doc)).toEqual(['bullet 0 one', 'bullet 0 two', 'three']);
    expect(lookAt(listed).list).toBe('bullet');
    expect(lines(done(toggleList('numbered'), listed).doc)).toEqual(['numbered 0 one', 'numbered 0 two', 'three']);
    expect(lines(done(toggleList('bullet'), listed).doc)).toEqual(['one', 'two', 'three']);
  });

  test('levels go from 0 to 8 and touch only entries', () => {
    let at = select(state({ kind: 'bullet', text: 'one' }), 2);
    for (let level = 1; level <= 8; level++) at = done(shiftLevel(1), at);
    expect(lines(at.doc)).toEqual(['bullet 8 one']);
    expect(shiftLevel(1)(at)).toBe(false);
    expect(shiftLevel(1)(select(state('plain'), 2))).toBe(false);
    expect(shiftLevel(-1)(select(state({ kind: 'bullet', text: 'one' }), 2))).toBe(false);
  });

  test('Enter makes a further entry, and leaves the list from an empty one', () => {
    const split = done(splitListEntry, select(state({ kind: 'numbered', level: 1, text: 'onetwo' }), 4));
    expect(lines(split.doc)).toEqual(['numbered 1 one', 'numbered 1 two']);
    expect(lines(done(splitListEntry, select(state({ kind: 'bullet', text: '' }), 1)).doc)).toEqual(['']);
    expect(splitListEntry(select(state('plain'), 3))).toBe(false);
  });

  test('Backspace at the beginning goes up and out', () => {
    let at = select(state({ kind: 'bullet', level: 2, text: 'x' }), 1);
    at = done(leaveList, at);
    expect(lines(at.doc)).toEqual(['bullet 1 x']);
    at = done(leaveList, done(leaveList, at));
    expect(lines(at.doc)).toEqual(['x']);
    expect(leaveList(at)).toBe(false);
  });
});

test('a footnote is called at the caret and selected, to be written', () => {
  const at = done(insertFootnote, select(state('word'), 5));
  expect(lookAt(at).note).toEqual({ text: '', pos: 5 });
});
