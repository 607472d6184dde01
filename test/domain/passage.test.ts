import type { DraftText } from '@shared/domain/draftText.ts';
import { findPassage, type Passage } from '@shared/domain/passage.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const reported: DraftText = {
  blocks: [
    'States shall open legal pathways for seasonal workers by 2020.',
    'States shall issue documents, and States shall report on it.',
  ].map((text, at) => ({ id: `p${at}`, kind: 'paragraph' as const, level: 0, runs: [{ text }] })),
};

/** The first words like these, or those behind so many letters. */
function passage(quote: string, behind = 0): Passage {
  const texts = reported.blocks.map(({ runs }) => runs[0]?.text ?? '');
  const block = texts.findIndex((text) => text.includes(quote, behind));
  const from = texts[block]?.indexOf(quote, behind) ?? -1;
  return { block, from, to: from + quote.length, quote };
}

/** Where a passage is found in paragraphs `[id, words]`: the words, with `~` before them where they have changed. */
function found(sought: Passage, ...now: readonly (readonly [string, string])[]): string | null {
  const paragraphs = now.map(([id, letters]) => ({ id, letters }));
  const place = findPassage(reported, sought, paragraphs);
  if (!place) return null;
  const [id = '', letters = ''] = now[place.paragraph] ?? [];
  return `${id}@${place.from} ${place.isChanged ? '~' : ''}${letters.slice(place.from, place.to)}`;
}

describe('[COM-10] a passage in a later text', () => {
  const first = reported.blocks[0]?.runs[0]?.text ?? '';
  const second = reported.blocks[1]?.runs[0]?.text ?? '';

  test('stands where it stood', () => {
    expect(found(passage('legal pathways'), ['p0', first], ['p1', second])).toBe('p0@18 legal pathways');
  });

  test('moved within its paragraph or to another, it is found by its words', () => {
    expect(found(passage('legal pathways'), ['p0', `In time, ${first}`])).toBe('p0@27 legal pathways');
    expect(found(passage('legal pathways'), ['p1', second], ['x', first])).toBe('x@18 legal pathways');
  });

  test('of several like it, it is the one with most of what stood around it', () => {
    const last = passage('States shall', 20);
    expect(found(last, ['p0', first], ['p1', second])).toBe('p1@34 States shall');
    expect(found(last, ['p0', first], ['p1', `Noting, ${second}`])).toBe('p1@42 States shall');
    expect(found(last, ['n', first], ['m', 'Yet issue documents, and States shall report on it.'])).toBe(
      'm@25 States shall',
    );
  });

  test('slightly changed, it is found and said to be changed', () => {
    const now = first.replace('legal pathways', 'safe legal pathways').replace('seasonal', 'all seasonal');
    expect(found(passage('legal pathways for seasonal workers'), ['p0', now])).toBe(
      'p0@23 ~legal pathways for all seasonal workers',
    );
    expect(found(passage('legal pathways for seasonal workers'), ['x', now.replace('pathways', 'pathway')])).toBe(
      'x@23 ~legal pathway for all seasonal workers',
    );
  });

  test('what is gone is not found, and a short word is only found as it was', () => {
    const sought = passage('legal pathways for seasonal workers');
    expect(found(sought, ['p0', 'Employers shall pay for what they ask.'])).toBeNull();
    expect(found(sought)).toBeNull();
    expect(found(passage('open'), ['p0', first.replace('open', 'opens')])).toBe('p0@13 open');
    expect(found(passage('open'), ['p0', first.replace('open', 'omen')])).toBeNull();
  });

  test('whatever is written around it, the words of a passage are found', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.nat(40),
        fc.integer({ min: 9, max: 20 }),
        (before, after, from, length) => {
          const quote = first.slice(from, from + length);
          const sought = { block: 0, from, to: from + quote.length, quote };
          const place = findPassage(reported, sought, [{ id: 'p0', letters: before + first + after }]);
          expect((before + first + after).slice(place?.from, place?.to)).toBe(quote);
        },
      ),
    );
  });
});
