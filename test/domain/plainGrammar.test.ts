import { type DraftText, DraftText as DraftTextSchema } from '@shared/domain/draftText.ts';
import { canonical, renderPlain } from '@shared/domain/plainGrammar.ts';
import { parsePlain } from '@shared/domain/plainReader.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { draftTexts } from '../support/draftTexts.ts';

const of = (...codes: string[]) => codes.map((delegation) => ({ delegation }));
const nobody = { group: null, proposedBy: [], supportedBy: [], opposedBy: [], reservedBy: [] };
const read = (text: string) => {
  const parsed = parsePlain(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed));
  return parsed.draft;
};

describe('[REN-6] the plain-text grammar', () => {
  test('what was written is read back, whatever the draft', () => {
    fc.assert(
      fc.property(draftTexts, (draft) => {
        expect(z.safeParse(DraftTextSchema, draft).success).toBe(true);
        const text = renderPlain(draft);
        expect(parsePlain(text)).toEqual({ ok: true, draft: canonical(draft) });
        // Editors cut blanks at the ends of lines and end lines their own way.
        expect(parsePlain(text.replaceAll(/[^\S\n]+$/gm, '').replaceAll('\n', '\r\n'))).toEqual({
          ok: true,
          draft: canonical(draft),
        });
      }),
      { numRuns: 400 },
    );
  });

  test('the canonical form is the form of what is read, and changes nothing that is read', () => {
    fc.assert(
      fc.property(draftTexts, (draft) => {
        const once = canonical(draft);
        expect(canonical(once)).toEqual(once);
        expect(z.safeParse(DraftTextSchema, once).success).toBe(true);
        const letters = ({ blocks }: DraftText) => blocks.map(({ runs }) => runs.map(({ text }) => text).join(''));
        expect(letters(once)).toEqual(letters(draft));
      }),
    );
  });

  test('reading never throws, and says where the mistake is', () => {
    const near = fc
      .tuple(draftTexts.map(renderPlain), fc.nat(), fc.nat({ max: 5 }), fc.string({ maxLength: 3 }))
      .map(([text, at, gone, put]) => {
        const from = at % (text.length + 1);
        return text.slice(0, from) + put + text.slice(from + gone);
      });
    const signs = fc.string({ unit: fc.constantFrom(...'[]()*\\{}#-^":;,. \nabid0') });
    fc.assert(
      fc.property(fc.oneof(near, signs, fc.string({ unit: 'binary' })), (text) => {
        const parsed = parsePlain(text);
        if (parsed.ok) {
          expect(z.safeParse(DraftTextSchema, parsed.draft).success).toBe(true);
          expect(parsePlain(renderPlain(parsed.draft))).toEqual(parsed);
        } else {
          const line = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)[parsed.line - 1];
          expect(parsed.column).toBeGreaterThanOrEqual(1);
          expect(parsed.column).toBeLessThanOrEqual((line ?? '').length + 1);
        }
      }),
      { numRuns: 800 },
    );
  });

  test('a person reads it', () => {
    const draft: DraftText = {
      blocks: [
        {
          ...{ id: 'p0', number: '3 bis', status: 'agreed-ad-referendum', kind: 'paragraph', level: 0 },
          runs: [
            { text: 'States adopt ' },
            { text: 'common', italic: true },
            { text: ' standards.' },
            { text: '', note: 'See [1].' },
          ],
        },
        {
          ...{ id: 'p1', kind: 'paragraph', level: 0 },
          runs: [
            { text: 'States ' },
            { text: '', opens: 'b1' },
            { text: 'shall' },
            { text: '', closes: 'b1' },
            { text: ' act (soon) ' },
            { text: '', opens: 'b2' },
            { text: 'and (later)' },
          ],
        },
        {
          id: 'p2',
          kind: 'numbered',
          level: 1,
          runs: [
            { text: 'too.', bold: true },
            { text: '', closes: 'b2' },
          ],
        },
        { kind: 'paragraph', level: 0, runs: [] },
      ],
      brackets: {
        b1: { ...nobody, kind: 'alternative', group: 'b1', supportedBy: of('CAN', 'MEX'), opposedBy: of('AUS') },
        b2: { ...nobody, kind: 'deletion', reservedBy: [{ region: 'africa', count: 2 }] },
      },
    };
    const text = [
      '{id p0; number 3 bis; agreed ad referendum} States adopt *common* standards.[^See \\[1\\].]',
      '',
      '{id p1} States [b1 alternative of b1: shall (for CAN, MEX; against AUS)] act (soon) [b2 deletion: and \\(later\\)',
      '',
      '  # {id p2} **too.** (reserve 2 africa)]',
      '',
      '{}',
      '',
    ].join('\n');
    expect(renderPlain(draft)).toBe(text);
    expect(read(text)).toEqual(draft);
  });

  test('a person writes it freely: heads, blanks and escapes as it comes', () => {
    expect(read('Plain words.\n\n\n- {number 4;id x} entry\n{agreed}\n')).toEqual({
      blocks: [
        { kind: 'paragraph', level: 0, runs: [{ text: 'Plain words.' }] },
        { id: 'x', number: '4', kind: 'bullet', level: 0, runs: [{ text: 'entry' }] },
        { status: 'agreed', kind: 'paragraph', level: 0, runs: [] },
      ],
    });
    expect(read('[a doubt:words(by CAN)]')).toEqual(read('[a doubt: words ( by  CAN )]'));
    expect(read('[a:]').blocks[0]?.runs).toEqual([
      { text: '', opens: 'a' },
      { text: '', closes: 'a' },
    ]);
    expect(read('\\{x\\}').blocks[0]?.runs).toEqual([{ text: '{x}' }]);
  });

  test.each([
    [' odd', 1, 1, 'indent'],
    ['ok\n{id p0', 2, 1, 'head'],
    ['{name p0}', 1, 2, 'head'],
    ['a \\z', 1, 3, 'escape'],
    ['a *b', 1, 3, 'emphasis'],
    ['a ****b', 1, 3, 'emphasis'],
    ['a [^b', 1, 3, 'note'],
    ['a [b]', 1, 5, 'bracket'],
    ['[: b]', 1, 2, 'name'],
    ['[a: b] [a: c]', 1, 8, 'bracket-twice'],
    ['a ]', 1, 3, 'bracket-not-open'],
    ['x\n\ny [a: b', 3, 3, 'bracket-not-closed'],
    ['[a doubt: b (likes CAN)]', 1, 14, 'who'],
    ['[a doubt: b (by CAN) c]', 1, 22, 'who'],
    ['[a: b (by CAN)]', 1, 7, 'who'],
    [`{id ${'x'.repeat(65)}}`, 1, 5, 'too-much'],
  ] as const)('%j is a mistake', (text, line, column, code) => {
    expect(parsePlain(text)).toEqual({ ok: false, line, column, code });
  });

  test('what no draft of ours holds is written all the same: crossed, unmatched and repeated signs', () => {
    const run = fc.record(
      {
        text: fc.string({ maxLength: 3 }),
        opens: fc.constantFrom('a', 'b', 'c'),
        closes: fc.constantFrom('a', 'b', 'c'),
        note: fc.string({ maxLength: 3 }),
      },
      { requiredKeys: ['text'] },
    );
    fc.assert(
      fc.property(fc.array(fc.array(run, { maxLength: 8 }), { maxLength: 4 }), (blocks) => {
        const draft: DraftText = { blocks: blocks.map((runs) => ({ kind: 'paragraph', level: 0, runs })) };
        expect(read(renderPlain(draft))).toEqual(canonical(draft));
      }),
    );
  });
});
