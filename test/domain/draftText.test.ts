import {
  type DraftText,
  DraftText as DraftTextSchema,
  openBrackets,
  plainText,
  wordCount,
} from '@shared/domain/draftText.ts';
import { withSigns } from '@shared/domain/earlierDraft.ts';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { inBracket, paragraphs, proposed, rich } from '../support/build.ts';

describe('a draft’s text', () => {
  test('[ITEM-14] a bracket over several blocks, or with another in it, is one', () => {
    const text: DraftText = {
      blocks: [
        ...rich('We ', { text: '', opens: 'b1' }, 'shall ', ...inBracket('b2', 'and will'), ' act').blocks,
        ...rich('together', { text: '', closes: 'b1' }).blocks,
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

  test('what was reported before brackets were signs reads as if they had been', () => {
    const run = (text: string, id: string, by: string | null) => ({ text, bracket: { id, by } });
    const earlier = {
      blocks: [
        { kind: 'paragraph', level: 0, runs: [{ text: 'We ' }, run('shall ', 'a', 'KEN'), run('act', 'a', 'KEN')] },
        { kind: 'paragraph', level: 0, runs: [run('soon', 'a', 'KEN'), run('now', 'b', null)] },
      ],
    } as unknown as DraftText;
    const today = withSigns(earlier);
    expect(z.safeParse(DraftTextSchema, today).success).toBe(true);
    expect(today.blocks.map(({ runs }) => runs)).toEqual([
      [{ text: 'We ' }, { text: '', opens: 'a' }, { text: 'shall ' }, { text: 'act' }],
      [{ text: 'soon' }, { text: '', closes: 'a' }, ...inBracket('b', 'now')],
    ]);
    expect(today.brackets).toEqual({ a: proposed('KEN'), b: proposed(null) });
    expect(withSigns(today)).toBe(today);
  });
});
