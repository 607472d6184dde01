import { layOut } from '@shared/domain/draftLayout.ts';
import {
  type DraftText,
  DraftText as DraftTextSchema,
  openBrackets,
  plainText,
  type Run,
  wordCount,
} from '@shared/domain/draftText.ts';
import { withSigns } from '@shared/domain/earlierDraft.ts';
import fc from 'fast-check';
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

  test('[REN-7] what was reported before brackets were signs reads as if they had been', () => {
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

  test('[REN-7] a bracket taken up again after plain words is another one; a footnote stays in its own', () => {
    const run = (text: string, id: string, note?: string) => ({
      text,
      bracket: { id, by: 'KEN' },
      ...(note && { note }),
    });
    const earlier = {
      blocks: [
        { kind: 'paragraph', level: 0, runs: [run('shall', 'a', 'See.'), { text: ' or ' }, run('never', 'a')] },
        { kind: 'paragraph', level: 0, runs: [{ text: '' }] },
        { kind: 'paragraph', level: 0, runs: [run('ever', 'a')] },
      ],
    } as unknown as DraftText;
    const today = withSigns(earlier);
    expect(today.blocks.map(({ runs }) => runs)).toEqual([
      [
        { text: '', opens: 'a' },
        { text: 'shall', note: 'See.' },
        { text: '', closes: 'a' },
        { text: ' or ' },
        { text: '', opens: 'a.2' },
        { text: 'never' },
      ],
      [],
      [{ text: 'ever' }, { text: '', closes: 'a.2' }],
    ]);
    expect(today.brackets).toEqual({ a: proposed('KEN'), 'a.2': proposed('KEN') });
  });

  test('[REN-7] whatever an earlier report held, its words stay and every bracket is whole', () => {
    const run = fc
      .record({ text: fc.string({ maxLength: 4 }), id: fc.option(fc.constantFrom('a', 'b', 'constructor')) })
      .map(({ text, id }) => (id === null ? { text } : ({ text, bracket: { id, by: null } } as Run)));
    fc.assert(
      fc.property(fc.array(fc.array(run, { maxLength: 6 }), { maxLength: 5 }), (blocks) => {
        const before: DraftText = { blocks: blocks.map((runs) => ({ kind: 'paragraph', level: 0, runs })) };
        const after = withSigns(before);
        expect(plainText(after)).toBe(plainText(before));
        expect(z.safeParse(DraftTextSchema, after).success).toBe(true);
        const signs = after.blocks.flatMap(({ runs }) => runs).filter((each) => each.opens ?? each.closes);
        const drawn = layOut(after).flatMap(({ pieces }) => pieces.filter(({ as }) => as !== 'words'));
        expect(drawn).toHaveLength(signs.length);
        expect(Object.keys(after.brackets ?? {})).toHaveLength(signs.length / 2);
      }),
    );
  });
});
