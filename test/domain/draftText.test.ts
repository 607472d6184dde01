import {
  type DraftText,
  DraftText as DraftTextSchema,
  openBrackets,
  plainText,
  type Run,
  unattributed,
  wordCount,
} from '@shared/domain/draftText.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { paragraphs, rich } from '../support/build.ts';

const bracket = (text: string, id: string, by: string | null = 'KEN'): Run => ({ text, bracket: { id, by } });

const runs: fc.Arbitrary<Run> = fc
  .record({
    text: fc.string({ maxLength: 20 }),
    bracket: fc.option(fc.record({ id: fc.constantFrom('a', 'b', 'c'), by: fc.constantFrom('KEN', 'CHL', null) })),
    bold: fc.boolean(),
    note: fc.option(fc.string({ maxLength: 10 })),
  })
  .map(({ text, bracket: held, bold, note }) => ({
    text,
    ...(held ? { bracket: held } : {}),
    ...(bold ? { bold: true as const } : {}),
    ...(note === null ? {} : { note }),
  }));
const drafts: fc.Arbitrary<DraftText> = fc
  .array(fc.array(runs, { maxLength: 6 }), { maxLength: 6 })
  .map((blocks) => ({ blocks: blocks.map((each) => ({ kind: 'paragraph', level: 0, runs: each })) }));

describe('a draft’s text', () => {
  test('[ITEM-14] a bracket of several stretches and blocks is one', () => {
    const text: DraftText = {
      blocks: [
        ...rich('We ', bracket('shall', 'b1'), ' and ', bracket('will', 'b2'), ' act ', bracket('soon', 'b1')).blocks,
        ...rich(bracket('together', 'b1')).blocks,
      ],
    };
    expect(openBrackets(text)).toBe(2);
    expect(openBrackets(paragraphs('None here.'))).toBe(0);
    expect(openBrackets({ blocks: [] })).toBe(0);
  });

  test('[ITEM-14] words are counted by white space of any kind, footnotes left out', () => {
    expect(wordCount(paragraphs('Two words\n\nand\u00a0three more'))).toBe(5);
    expect(wordCount(rich('Issue documents', { text: '', note: 'Not counted at all.' }, ' soon'))).toBe(3);
    expect(wordCount(rich('docu', { text: 'ments', bold: true }))).toBe(1);
    expect(wordCount(paragraphs(''))).toBe(0);
  });

  test('a line per block in plain text', () => {
    expect(plainText(rich('One ', { text: 'two', italic: true, note: 'Note.' }))).toBe('One two');
    expect(plainText(paragraphs('First\nSecond'))).toBe('First\nSecond');
  });

  test('[ITEM-8] without attribution the same words and brackets stand there, and nobody’s name', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const before = JSON.stringify(draft);
        const bare = unattributed(draft);
        expect(z.safeParse(DraftTextSchema, bare).success).toBe(true);
        expect(JSON.stringify(bare)).not.toMatch(/"by":"/);
        expect([plainText(bare), openBrackets(bare), wordCount(bare)]).toEqual([
          plainText(draft),
          openBrackets(draft),
          wordCount(draft),
        ]);
        expect(JSON.stringify(draft)).toBe(before);
      }),
    );
  });
});
