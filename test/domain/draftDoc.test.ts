import { type DraftText, DraftText as DraftTextSchema, type Run } from '@shared/domain/draftText.ts';
import { appendBlocks, readDraft, typeWords, writeDraft } from '@shared/draft/draftDoc.ts';
import { emptyDraft, textOf } from '@shared/draft/draftShape.ts';
import { isValidDraft } from '@shared/draft/draftValidity.ts';
import { inspectUpdate } from '@shared/draft/inspectUpdate.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import * as z from 'zod/mini';
import { documentOf } from '../../client/editor/flatText.ts';

const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '日', '😀'), minLength: 1, maxLength: 12 });
const run: fc.Arbitrary<Run> = fc.oneof(
  fc.record(
    { text: words, bold: fc.constant(true as const), italic: fc.constant(true as const) },
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
const draft: fc.Arbitrary<DraftText> = fc.record({ blocks: fc.array(block, { minLength: 1, maxLength: 6 }) });

function written(text: DraftText): Y.Doc {
  const doc = emptyDraft();
  writeDraft(doc, text);
  return doc;
}
const paragraph = (...runs: Run[]): DraftText => ({ blocks: [{ kind: 'paragraph', level: 0, runs }] });
const withoutIds = ({ blocks }: DraftText) => blocks.map(({ id: _, ...block }) => block);
const wordsOf = (text: DraftText) => text.blocks.map(({ runs }) => runs.map((each) => each.text).join(''));

describe('a draft as plain data', () => {
  test('what is written is what is read, and reading again says the same', () => {
    fc.assert(
      fc.property(draft, (text) => {
        const once = readDraft(written(text));
        expect(withoutIds(readDraft(written(once)))).toEqual(withoutIds(once));
        expect(z.parse(DraftTextSchema, once)).toEqual(once);
        expect(wordsOf(once)).toEqual(wordsOf(text));
        const notes = (of: DraftText) => of.blocks.flatMap(({ runs }) => runs.flatMap(({ note }) => note ?? []));
        expect(notes(once)).toEqual(notes(text));
      }),
    );
  });

  test('looks are kept, and neighbours of one look are one run', () => {
    const text = paragraph(
      { text: 'Each ' },
      { text: 'State' },
      { text: ' shall', bold: true },
      { text: '', note: 'See GCM 4.' },
      { text: ' issue', italic: true },
    );
    expect(readDraft(written(text)).blocks[0]?.runs).toEqual([
      { text: 'Each State' },
      { text: ' shall', bold: true },
      { text: '', note: 'See GCM 4.' },
      { text: ' issue', italic: true },
    ]);
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
    appendBlocks(doc, [{ kind: 'bullet', level: 1, runs: [{ text: 'ID' }] }]);
    expect(withoutIds(readDraft(doc))).toEqual([
      { kind: 'paragraph', level: 0, runs: [{ text: 'Each Member State.' }] },
      { kind: 'bullet', level: 1, runs: [{ text: 'ID' }] },
    ]);
  });
});

describe('the shape of a draft', () => {
  test('everything that can be written is valid, for the server and for the editor', () => {
    fc.assert(
      fc.property(draft, (text) => {
        const doc = written(text);
        expect(isValidDraft(doc)).toBe(true);
        expect(inspectUpdate(Y.encodeStateAsUpdate(doc))).not.toBeNull();
        const node = documentOf(textOf(doc));
        expect(() => node.check()).not.toThrow();
        expect(node.childCount).toBe(text.blocks.length);
      }),
    );
  });

  test('a foreign root, sign or look is not', () => {
    const foreign = emptyDraft();
    foreign.getText('else').insert(0, 'x');
    expect(isValidDraft(foreign)).toBe(false);
    const sign = emptyDraft();
    textOf(sign).insertEmbed(1, { img: 'x' });
    expect(isValidDraft(sign)).toBe(false);
    const look = written(paragraph({ text: 'x' }));
    expect(isValidDraft(look)).toBe(true);
    textOf(look).format(1, 1, { link: 'x' });
    expect(isValidDraft(look)).toBe(false);
  });
});
