import { readDraft } from '@shared/draft/draftDoc.ts';
import { emptyDraft, textOf } from '@shared/draft/draftShape.ts';
import { areValidAdditions, areValidDeletions, isValidDraft } from '@shared/draft/draftValidity.ts';
import { inspectUpdate } from '@shared/draft/inspectUpdate.ts';
import { anchorAt, areWhole, type PlacedBracket, settleSigns, spanAt } from '@shared/draft/placing.ts';
import { draftSchema } from '@shared/draft/schema.ts';
import { bracketSigns, stretchesOf } from '@shared/draft/units.ts';
import fc from 'fast-check';
import { joinBackward } from 'prosemirror-commands';
import type { Node } from 'prosemirror-model';
import { TextSelection } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { redoOwn, undoOwn } from '../../client/editor/binding.ts';
import { documentOf, posAt, unitAt } from '../../client/editor/flatText.ts';
import { type HeadlessEditor, headlessEditor } from '../support/headlessEditor.ts';

const words = (doc: Node) => doc.textBetween(0, doc.content.size, '\n');
const type = ({ view }: HeadlessEditor, pos: number, text: string) =>
  view.dispatch(view.state.tr.insertText(text, pos));
const exchange = (...docs: Y.Doc[]) => {
  for (const from of docs)
    for (const to of docs) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from), 'line');
};

/** One thing that a hand might do; numbers are taken modulo what there is. */
function edit(each: HeadlessEditor, kind: number, a: number, b: number): void {
  const { state } = each.view;
  const size = state.doc.content.size;
  const at = (n: number) => TextSelection.near(state.doc.resolve(n % (size + 1))).from;
  const [from, to] = [Math.min(at(a), at(b)), Math.max(at(a), at(b))];
  const tr = state.tr;
  const { bold, italic } = draftSchema.marks;
  const footnote = draftSchema.nodes.footnote;
  if (kind < 5) tr.insertText('abcdefgh '.slice(a % 7, (a % 7) + 1 + (b % 3)), from);
  else if (kind === 5) tr.delete(from, Math.min(to, from + 6));
  else if (kind === 6) tr.delete(from, to);
  else if (kind === 7) tr.split(from);
  else if (kind === 8 && bold) tr.addMark(from, to, bold.create());
  else if (kind === 9 && italic) tr.removeMark(from, to, italic);
  else if (kind === 10)
    tr.setNodeAttribute(state.doc.resolve(from).before(1), 'kind', ['bullet', 'numbered', null][a % 3]);
  else if (kind === 11 && footnote) tr.insert(from, footnote.create({ text: 'note' }));
  else if (kind === 15)
    return void joinBackward(
      state.apply(tr.setSelection(TextSelection.near(state.doc.resolve(state.doc.resolve(from).start(1))))),
      each.view.dispatch,
    );
  else if (kind === 12) return void undoOwn(state, each.view.dispatch);
  else if (kind === 13) return void redoOwn(state, each.view.dispatch);
  else if (kind === 14) tr.replace(from, from, state.doc.slice(Math.min(from, to), Math.min(to, from + 9)));
  if (tr.docChanged) each.view.dispatch(tr);
}

const hands = fc.array(fc.tuple(fc.nat(15), fc.nat(400), fc.nat(400)), { minLength: 1, maxLength: 60 });

describe('the editor and the shared text', () => {
  test('say the same after every edit, and the shared text stays a draft', () => {
    fc.assert(
      fc.property(hands, (edits) => {
        const each = headlessEditor();
        for (const [kind, a, b] of edits) {
          edit(each, kind, a, b);
          expect(documentOf(textOf(each.doc)).toJSON()).toEqual(each.view.state.doc.toJSON());
        }
        expect(isValidDraft(each.doc)).toBe(true);
        expect(inspectUpdate(Y.encodeStateAsUpdate(each.doc))).not.toBeNull();
        expect(() => each.view.state.doc.check()).not.toThrow();
        const ids = readDraft(each.doc).blocks.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('places count the same in both directions', () => {
    fc.assert(
      fc.property(hands, (edits) => {
        const each = headlessEditor();
        for (const [kind, a, b] of edits) edit(each, kind, a, b);
        const { doc } = each.view.state;
        for (let unit = 0; unit <= textOf(each.doc).length; unit++) expect(unitAt(doc, posAt(doc, unit))).toBe(unit);
      }),
      { numRuns: 30 },
    );
  });

  test('what two write in one paragraph while one of them splits it is all there', () => {
    const [one, other] = [headlessEditor(), headlessEditor()];
    type(one, 1, 'States shall issue documents.');
    exchange(one.doc, other.doc);
    one.view.dispatch(one.view.state.tr.split(13));
    type(other, 29, ' to returnees');
    exchange(one.doc, other.doc);
    expect(words(one.view.state.doc)).toBe('States shall\n issue documents to returnees.');
    expect(words(other.view.state.doc)).toBe(words(one.view.state.doc));
  });

  test('undo takes back one’s own words only', () => {
    const [one, other] = [headlessEditor(), headlessEditor()];
    type(one, 1, 'mine');
    exchange(one.doc, other.doc);
    type(other, 5, ' yours');
    exchange(one.doc, other.doc);
    expect(undoOwn(one.view.state, one.view.dispatch)).toBe(true);
    expect(words(one.view.state.doc)).toBe(' yours');
    redoOwn(one.view.state, one.view.dispatch);
    expect(words(one.view.state.doc)).toBe('mine yours');
  });
});

/** The one that alone sets signs: takes in what replicas send, as the server would, and refuses what it would refuse. */
function house() {
  const doc = emptyDraft();
  const brackets: PlacedBracket[] = [];
  return {
    doc,
    brackets,
    take(update: Uint8Array) {
      const found = inspectUpdate(update);
      expect(found).not.toBeNull();
      const fresh = (found?.additions ?? [])
        .map((each) => ({ ...each, from: Math.max(each.from, Y.getState(doc.store, each.client)) }))
        .filter(({ from, to }) => from < to);
      expect(areValidDeletions(doc, found?.deletions ?? [])).toBe(true);
      Y.applyUpdate(doc, update);
      expect(areValidAdditions(doc, fresh)).toBe(true);
    },
  };
}

describe('[BRA-1] brackets under concurrent edits', () => {
  type Step = { hand: number; kind: number; a: number; b: number };
  const steps: fc.Arbitrary<Step[]> = fc.array(
    fc.record({ hand: fc.nat(2), kind: fc.nat(23), a: fc.nat(400), b: fc.nat(400) }),
    { maxLength: 80 },
  );

  test('all replicas agree, no bracket is half open, none crosses another, none goes but by being settled', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const server = house();
        const replicas = [headlessEditor(), headlessEditor(), headlessEditor()];
        const sync = ({ doc }: HeadlessEditor) => {
          server.take(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server.doc)));
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(server.doc, Y.encodeStateVector(doc)), 'line');
        };
        for (const { hand, kind, a, b } of all) {
          const each = replicas[hand] as HeadlessEditor;
          if (kind <= 15) edit(each, kind, a, b);
          else if (kind <= 18) open(server, each, a, b);
          else if (kind === 19) settle(server, a, b);
          else sync(each);
          expect(areWhole(server.doc)).toBe(true);
          expect(areWhole(each.doc)).toBe(true);
        }
        for (const each of [...replicas, ...replicas]) sync(each);
        const standing = bracketSigns(stretchesOf(textOf(server.doc))).filter(({ isOpening }) => isOpening);
        const expected = server.brackets.filter(({ state }) => state === 'open').map(({ id }) => id);
        expect(standing.map(({ id }) => id).sort()).toEqual(expected.sort());
        for (const { doc, view } of replicas) {
          expect(readDraft(doc)).toEqual(readDraft(server.doc));
          expect(documentOf(textOf(doc)).toJSON()).toEqual(view.state.doc.toJSON());
        }
      }),
      { numRuns: 200 },
    );
  });

  /** A bracket asked for at a place of a replica that may be long behind. */
  function open({ doc, brackets }: ReturnType<typeof house>, each: HeadlessEditor, a: number, b: number): void {
    const length = textOf(each.doc).length;
    const [from, to] = [1 + (a % length), 1 + (b % length)].sort((x, y) => x - y) as [number, number];
    const place = { from: anchorAt(each.doc, from, 'after'), to: anchorAt(each.doc, Math.min(to, length), 'before') };
    const last = brackets.filter(({ state }) => state === 'open').at(-1);
    const isBeside = a % 4 === 0 && last;
    if (!isBeside && spanAt(doc, place.from, place.to)?.isCrossing) return;
    const id = `b${brackets.length}`;
    brackets.push({
      id,
      place: isBeside ? { after: last.id } : place,
      words: isBeside ? 'other' : null,
      state: 'open',
    });
    expect(settleSigns(doc, brackets)).toBe(true);
    expect(settleSigns(doc, brackets)).toBe(false);
  }

  function settle({ doc, brackets }: ReturnType<typeof house>, a: number, b: number): void {
    const bracket = brackets[a % Math.max(1, brackets.length)];
    if (bracket?.state !== 'open') return;
    bracket.state = b % 2 ? 'kept' : 'removed';
    settleSigns(doc, brackets);
  }

  test('typing cannot take a sign away, and what is pasted brings none', () => {
    const each = headlessEditor();
    type(each, 1, 'shall issue documents');
    const place = { from: anchorAt(each.doc, 7, 'after'), to: anchorAt(each.doc, 12, 'before') };
    settleSigns(each.doc, [{ id: 'b', place, words: null, state: 'open' }]);
    expect(words(each.view.state.doc)).toBe('shall [issue] documents');
    each.view.dispatch(each.view.state.tr.delete(4, 10));
    expect(words(each.view.state.doc)).toBe('sha[sue] documents');
    each.view.dispatch(each.view.state.tr.delete(1, each.view.state.doc.content.size - 1));
    expect(words(each.view.state.doc)).toBe('[]');
    each.view.dispatch(each.view.state.tr.insert(1, draftSchema.node('open', { id: 'x' })));
    expect(words(each.view.state.doc)).toBe('[]');
    expect(areWhole(each.doc)).toBe(true);
  });

  test('a locked paragraph is not written in, but begun before', () => {
    const locked = new Set<string>();
    const each = headlessEditor(() => locked);
    type(each, 1, 'freeagreed');
    each.view.dispatch(each.view.state.tr.split(5));
    locked.add(readDraft(each.doc).blocks[1]?.id ?? '');
    const { state } = each.view;
    for (const tr of [state.tr.insertText('x', 9), state.tr.delete(7, 9), state.tr.split(9), state.tr.delete(5, 7)])
      each.view.dispatch(tr);
    expect(words(each.view.state.doc)).toBe('free\nagreed');
    each.view.dispatch(state.tr.split(7));
    expect(words(each.view.state.doc)).toBe('free\n\nagreed');
    expect(locked.has(readDraft(each.doc).blocks[2]?.id ?? '')).toBe(true);
  });
});
