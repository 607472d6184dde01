import { type DraftText, DraftText as DraftTextSchema, openBrackets, type Run } from '@shared/domain/draftText.ts';
import { deleteBracket, keepBracket, listBrackets, openBracket } from '@shared/draft/brackets.ts';
import { appendBlocks, readDraft, typeWords, writeDraft } from '@shared/draft/draftDoc.ts';
import { fragmentName } from '@shared/draft/draftShape.ts';
import { isValidDraft } from '@shared/draft/draftValidity.ts';
import { inspectUpdate } from '@shared/draft/inspectUpdate.ts';
import { draftSchema } from '@shared/draft/schema.ts';
import fc from 'fast-check';
import { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror';
import * as Y from 'yjs';
import * as z from 'zod/mini';

const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '日', '😀'), minLength: 1, maxLength: 12 });
const bracket = fc.record({ id: fc.constantFrom('b1', 'b2', 'b3'), by: fc.constantFrom(null, 'KEN', 'FRA') });
const run: fc.Arbitrary<Run> = fc.oneof(
  fc.record(
    { text: words, bold: fc.constant(true as const), italic: fc.constant(true as const), bracket },
    { requiredKeys: ['text'] },
  ),
  fc.record({ text: fc.constant(''), note: words }),
);
const block = fc
  .record({
    kind: fc.constantFrom('paragraph' as const, 'bullet' as const, 'numbered' as const),
    level: fc.integer({ min: 0, max: 8 }),
    runs: fc.array(run, { maxLength: 6 }),
  })
  .map((each) => (each.kind === 'paragraph' ? { ...each, level: 0 } : each));
const draft: fc.Arbitrary<DraftText> = fc.record({ blocks: fc.array(block, { maxLength: 6 }) });

function written(text: DraftText): Y.Doc {
  const doc = new Y.Doc();
  writeDraft(doc, text, 5);
  return doc;
}
const paragraph = (...runs: Run[]): DraftText => ({ blocks: [{ kind: 'paragraph', level: 0, runs }] });
const wordsOf = (text: DraftText) => text.blocks.map(({ runs }) => runs.map((each) => each.text).join(''));

describe('a draft as plain data', () => {
  test('what is written is what is read, and reading again says the same', () => {
    fc.assert(
      fc.property(draft, (text) => {
        const once = readDraft(written(text));
        expect(readDraft(written(once))).toEqual(once);
        expect(z.parse(DraftTextSchema, once)).toEqual(once);
        expect(wordsOf(once)).toEqual(wordsOf(text));
        const notes = (of: DraftText) => of.blocks.flatMap(({ runs }) => runs.flatMap(({ note }) => note ?? []));
        expect(notes(once)).toEqual(notes(text));
      }),
    );
  });

  test('looks are kept, and neighbours of one look are one run', () => {
    const inDoubt = { id: 'b1', by: 'KEN' };
    const text = paragraph(
      { text: 'Each ' },
      { text: 'State' },
      { text: ' shall', bold: true },
      { text: '', note: 'See GCM 4.' },
      { text: ' issue', bracket: inDoubt },
    );
    expect(readDraft(written(text)).blocks[0]?.runs).toEqual([
      { text: 'Each State' },
      { text: ' shall', bold: true },
      { text: '', note: 'See GCM 4.' },
      { text: ' issue', bracket: inDoubt },
    ]);
  });

  test('a note inside a bracket belongs to it', () => {
    const inside = { id: 'b1', by: null };
    const runs: Run[] = [
      { text: 'one', bracket: inside },
      { text: '', note: 'n' },
      { text: 'two', bracket: inside },
    ];
    expect(readDraft(written(paragraph(...runs))).blocks[0]?.runs[1]).toEqual({ text: '', note: 'n', bracket: inside });
  });

  test('a very long paragraph is read in runs that a report can carry, no word less', () => {
    const long = '😀'.repeat(30_001);
    const text = readDraft(written(paragraph({ text: 'x'.repeat(19_999) }, { text: long, bold: true })));
    expect(z.parse(DraftTextSchema, text)).toEqual(text);
    expect(wordsOf(text).join('') === 'x'.repeat(19_999) + long).toBe(true);
  });

  test('what cannot be printed is left out', () => {
    const runs = readDraft(written(paragraph({ text: 'a\u0000b\u0007c\td\ne' }))).blocks[0]?.runs;
    expect(runs).toEqual([{ text: 'abc d e' }]);
  });

  test('typing and appending go where they are told', () => {
    const doc = written(paragraph({ text: 'Each State' }));
    typeWords(doc, { block: 0, at: 5 }, 'Member ');
    typeWords(doc, { block: 0, at: 999 }, '.');
    typeWords(doc, { block: 9, at: 0 }, 'nowhere');
    appendBlocks(doc, [{ kind: 'bullet', level: 1, runs: [{ text: 'ID' }] }], 5);
    expect(readDraft(doc)).toEqual({
      blocks: [
        { kind: 'paragraph', level: 0, runs: [{ text: 'Each Member State.' }] },
        { kind: 'bullet', level: 1, runs: [{ text: 'ID' }] },
      ],
    });
  });
});

describe('brackets', () => {
  const mark = { id: 'b1', by: 'KEN', at: 5 };

  test('open over words, list with their author, and count', () => {
    const doc = written(paragraph({ text: 'shall issue documents' }));
    expect(openBracket(doc, { block: 0, from: 6, to: 11 }, mark)).toBe(true);
    expect(listBrackets(doc)).toEqual([{ ...mark, text: 'issue' }]);
    expect(openBrackets(readDraft(doc))).toBe(1);
    expect(openBracket(doc, { block: 0, from: 8, to: 15 }, { ...mark, id: 'b2' })).toBe(false);
    expect(openBracket(doc, { block: 0, from: 3, to: 3 }, { ...mark, id: 'b2' })).toBe(false);
    expect(openBracket(doc, { block: 0, from: 12, to: 99 }, { ...mark, id: 'b2' })).toBe(true);
    expect(listBrackets(doc).map(({ text }) => text)).toEqual(['issue', 'documents']);
  });

  const inside = { id: 'b1', by: 'KEN' };
  const text = paragraph(
    { text: 'shall ' },
    { text: 'not ', bracket: inside },
    { text: '', note: 'within' },
    { text: 'ever ', bracket: inside, bold: true },
    { text: 'issue' },
    { text: '', note: 'without' },
  );

  test('kept: the words stay', () => {
    const kept = written(text);
    expect(keepBracket(kept, 'b1')).toBe(true);
    expect(listBrackets(kept)).toEqual([]);
    expect(wordsOf(readDraft(kept))).toEqual(['shall not ever issue']);
    expect(keepBracket(kept, 'b1')).toBe(false);
  });

  test('deleted: the words go, with the notes among them', () => {
    const deleted = written(text);
    expect(deleteBracket(deleted, 'b1')).toBe(true);
    expect(wordsOf(readDraft(deleted))).toEqual(['shall issue']);
    expect(readDraft(deleted).blocks[0]?.runs.flatMap(({ note }) => note ?? [])).toEqual(['without']);
    expect(deleteBracket(deleted, 'b1')).toBe(false);
  });
});

describe('the shape of a draft', () => {
  test('everything that can be written is valid, for the server and for the editor', () => {
    fc.assert(
      fc.property(draft, (text) => {
        const doc = written(text);
        expect(isValidDraft(doc)).toBe(true);
        expect(inspectUpdate(Y.encodeStateAsUpdate(doc))).not.toBeNull();
        if (text.blocks.length === 0) return;
        const node = yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(fragmentName), draftSchema);
        expect(() => node.check()).not.toThrow();
        const again = new Y.Doc();
        prosemirrorToYXmlFragment(Node.fromJSON(draftSchema, node.toJSON()), again.getXmlFragment(fragmentName));
        expect(isValidDraft(again)).toBe(true);
        expect(readDraft(again)).toEqual(readDraft(doc));
      }),
    );
  });

  test('a foreign root, node or mark is not', () => {
    const foreign = new Y.Doc();
    foreign.getText('else').insert(0, 'x');
    expect(isValidDraft(foreign)).toBe(false);
    const node = new Y.Doc();
    node.getXmlFragment(fragmentName).push([new Y.XmlElement('img')]);
    expect(isValidDraft(node)).toBe(false);
    const marked = written(paragraph({ text: 'x' }));
    expect(isValidDraft(marked)).toBe(true);
    const first = marked.getXmlFragment(fragmentName).get(0);
    if (first instanceof Y.XmlElement) (first.get(0) as Y.XmlText).format(0, 1, { link: 'x' });
    expect(isValidDraft(marked)).toBe(false);
  });
});
