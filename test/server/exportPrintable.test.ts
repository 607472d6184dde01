import { letters, listMarker, roman } from '@shared/domain/listMarkers.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOneLine, isRtlText, printable, stretches } from '../../server/export/printable.ts';

describe('printable text', () => {
  test('keeps words, lines and emoji, and drops what XML forbids', () => {
    expect(printable('a\u0000b\u0007c\r\nd\u2028e\u0085f 👩‍👩‍👧')).toBe('abc\nd\ne\nf 👩‍👩‍👧');
    expect(printable('half \ud83d.')).toBe('half \ufffd.');
    expect(printable('\ufffe\uffff')).toBe('');
  });

  test('closes every direction that it opens', () => {
    expect(printable('\u202eabc')).toBe('\u202eabc\u202c');
    expect(printable('\u2067a\u202bb')).toBe('\u2067a\u202bb\u202c\u2069');
    expect(printable('\u202ea\u202c')).toBe('\u202ea\u202c');
  });

  test('has no forbidden character, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).toMatch(/^[\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
        expect(printable(printable(text))).toBe(printable(text));
      }),
    );
  });
});

describe('stretches of one direction', () => {
  test('follow the letters; a number stays with the words that it belongs to', () => {
    expect(stretches('See الفقرة 49 of it', false)).toEqual([
      { text: 'See ', isRtl: false },
      { text: 'الفقرة', isRtl: true },
      { text: '\u200e 49 of it', isRtl: false },
    ]);
    expect(stretches('القرار A/RES/71/1، الفقرة', true)).toEqual([
      { text: 'القرار ', isRtl: true },
      { text: 'A/RES/71/1', isRtl: false },
      { text: '، الفقرة', isRtl: true },
    ]);
  });

  test('end where one fact of a line ends: the date after a Latin name belongs to its month', () => {
    const line = inOneLine(['Session', '', 'Geneva', '19–20 يونيو'], true);
    expect(stretches(line, true).map(({ text, isRtl }) => [text.replace(/\u200f/g, ''), isRtl])).toEqual([
      ['Session', false],
      [' · ', true],
      ['Geneva', false],
      [' · 19–20 يونيو', true],
    ]);
    expect(inOneLine(['Session', 'Geneva'], false)).toBe('Session · Geneva');
  });

  test('lose no character', () => {
    const words = fc.array(fc.constantFrom('a', 'ب', '1', ' ', '.', '(', '中', '👩', '\n'), { maxLength: 30 });
    fc.assert(
      fc.property(words, fc.boolean(), (chars, isRtl) => {
        const text = chars.join('');
        const joined = stretches(text, isRtl).map((stretch) => stretch.text);
        expect(joined.join('').replace(/[\u200e\u200f]/g, '')).toBe(text);
        expect(joined.every((part) => part !== '')).toBe(true);
      }),
    );
  });

  test('a text begins in the direction of its first letter, or as its document', () => {
    expect(isRtlText('12. بند', false)).toBe(true);
    expect(isRtlText('(a) item بند', true)).toBe(false);
    expect(isRtlText('12.', true)).toBe(true);
  });
});

describe('markers', () => {
  test('of sub-paragraphs go (a), (i), a., i.', () => {
    expect([0, 1, 2, 3].map((depth) => listMarker(depth, 1))).toEqual(['(b)', '(ii)', 'b.', 'ii.']);
  });

  test('go on after z, and numerals after X', () => {
    expect([0, 25, 26].map(letters)).toEqual(['a', 'z', 'aa']);
    expect([0, 3, 8, 48].map(roman)).toEqual(['I', 'IV', 'IX', 'XLIX']);
  });
});
