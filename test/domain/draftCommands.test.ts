import { draftSchema } from '@shared/draft/schema.ts';
import type { Node } from 'prosemirror-model';
import { type Command, EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import {
  atCaret,
  bracketAt,
  bracketStretches,
  deleteBracket,
  insertFootnote,
  keepBracket,
  leaveList,
  openBracket,
  shiftLevel,
  splitListEntry,
  toggleList,
} from '../../client/editor/commands.ts';
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

describe('brackets', () => {
  const text = 'shall issue documents';
  const opened = () =>
    done(
      openBracket('KEN', () => 7),
      select(state(text), 7, 12),
    );

  test('are put around the selected words, with their author and the instant', () => {
    const [only, ...others] = bracketStretches(opened().doc);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ from: 7, to: 12, mark: { attrs: { by: 'KEN', at: 7 } } });
    expect(lookAt(opened()).bracket).toMatchObject({ by: 'KEN', at: 7, end: 12 });
  });

  test('are not put where nothing is selected, nor into one another', () => {
    expect(openBracket('KEN')(select(state(text), 3))).toBe(false);
    expect(openBracket('FRA')(select(opened(), 9, 15))).toBe(false);
    expect(openBracket('FRA')(select(opened(), 13, 15))).toBe(true);
  });

  test('over two paragraphs are one bracket, settled at once', () => {
    const start = select(state('one two', 'three four'), 5, 15);
    const at = done(openBracket(null), start);
    const stretches = bracketStretches(at.doc);
    expect(stretches.map(({ from, to }) => at.doc.textBetween(from, to))).toEqual(['two', 'three']);
    expect(new Set(stretches.map(({ mark }) => mark.attrs.id)).size).toBe(1);
    expect(lines(done(atCaret(deleteBracket), at).doc)).toEqual(['one ', ' four']);
  });

  test('kept: the words stay', () => {
    const kept = done(atCaret(keepBracket), opened());
    expect(bracketStretches(kept.doc)).toEqual([]);
    expect(lines(kept.doc)).toEqual([text]);
    expect(atCaret(keepBracket)(kept)).toBe(false);
  });

  test('deleted: the words go, with a note called among them', () => {
    const noted = done(insertFootnote, select(opened(), 9));
    expect(bracketStretches(noted.doc)).toHaveLength(1);
    const deleted = done(deleteBracket(bracketAt(select(noted, 8)) ?? ''), noted);
    expect(lines(deleted.doc)).toEqual(['shall  documents']);
    let notes = 0;
    deleted.doc.descendants((node) => {
      if (node.type.name === 'footnote') notes++;
    });
    expect(notes).toBe(0);
  });

  test('words typed behind a closing bracket are not in doubt', () => {
    const at = select(opened(), 12);
    const typed = at.apply(at.tr.insertText(' now'));
    expect(bracketStretches(typed.doc).map(({ from, to }) => typed.doc.textBetween(from, to))).toEqual(['issue']);
  });
});

test('a footnote is called at the caret and selected, to be written', () => {
  const at = done(insertFootnote, select(state('word'), 5));
  expect(lookAt(at).note).toEqual({ text: '', pos: 5 });
});
