import { type Comparison, compare, isUnchanged, sideOf } from '@shared/domain/comparison.ts';
import type { Block, BracketFacts, DraftText, Run } from '@shared/domain/draftText.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphs, rich } from '../support/build.ts';

const look = (run: Run) => JSON.stringify({ ...run, text: '' });

/** Neighbours of one look are one run: where a text is cut into runs says nothing. */
function joined(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    const runs: Run[] = [];
    for (const run of block.runs) {
      const isSign = run.opens !== undefined || run.closes !== undefined || run.note !== undefined;
      if (run.text === '' && !isSign) continue;
      const last = runs.at(-1);
      if (last && !isSign && look(last) === look(run)) last.text += run.text;
      else runs.push({ ...run });
    }
    return { ...block, runs };
  });
}

const told = ({ blocks }: Comparison) =>
  blocks.map(({ kind, stretches }) => [
    kind,
    ...stretches.map(
      (each) => `${{ same: '=', added: '+', removed: '-' }[each.kind]}${each.runs.map(({ text }) => text).join('')}`,
    ),
  ]);

const facts = (kind: BracketFacts['kind']): BracketFacts => ({
  kind,
  group: null,
  proposedBy: [],
  supportedBy: [],
  opposedBy: [],
  reservedBy: [],
});

const words = fc.constantFrom(
  'states',
  'shall',
  'should',
  'register',
  ' ',
  ', ',
  '各国',
  '登记',
  'الدول',
  'births.',
  'co-op',
);
const run: fc.Arbitrary<Run> = fc.oneof(
  fc.array(words, { minLength: 1, maxLength: 8 }).map((list): Run => ({ text: list.join(' ') })),
  words.map((text): Run => ({ text, bold: true })),
  fc.constantFrom('a', 'b').map((opens): Run => ({ text: '', opens })),
  fc.constantFrom('a', 'b').map((closes): Run => ({ text: '', closes })),
  words.map((note): Run => ({ text: '', note })),
);
const block: fc.Arbitrary<Block> = fc
  .record({ runs: fc.array(run, { maxLength: 5 }), kind: fc.constantFrom('paragraph' as const, 'bullet' as const) })
  .map((each) => ({ ...each, level: 0 }));
const draft: fc.Arbitrary<DraftText> = fc
  .record({ blocks: fc.array(block, { maxLength: 7 }), ids: fc.shuffledSubarray(['1', '2', '3', '4', '5', '6', '7']) })
  .map(({ blocks, ids }) => ({ blocks: blocks.map((each, at) => ({ ...each, ...(ids[at] ? { id: ids[at] } : {}) })) }));

describe('the comparison of two texts', () => {
  test('[HIS-1] what it tells has both texts whole, word for word and in order', () => {
    fc.assert(
      fc.property(draft, draft, (before, after) => {
        const comparison = compare(before, after);
        expect(joined(sideOf(comparison, 'before'))).toEqual(joined(before.blocks));
        expect(joined(sideOf(comparison, 'after'))).toEqual(joined(after.blocks));
      }),
      { numRuns: 500 },
    );
  });

  test('[HIS-1] a text compared with itself tells nothing', () => {
    fc.assert(fc.property(draft, (text) => isUnchanged(compare(text, text))));
  });

  test('[HIS-1] asked the other way round, what was added is removed and what was removed is added', () => {
    const alone = (runs: Run[]): DraftText => ({ blocks: [{ id: '1', kind: 'paragraph', level: 0, runs }] });
    const list = fc.array(run, { maxLength: 8 });
    fc.assert(
      fc.property(list, list, (a, b) => {
        const said = (from: Run[], to: Run[], kind: string) =>
          compare(alone(from), alone(to))
            .blocks.flatMap(({ stretches }) => stretches.filter((each) => each.kind === kind))
            .map(({ runs }) => runs);
        expect(said(a, b, 'added')).toEqual(said(b, a, 'removed'));
        expect(said(a, b, 'removed')).toEqual(said(b, a, 'added'));
      }),
    );
  });

  test('[HIS-2] a word for another is told alone, and signs with what stands between them stay whole', () => {
    const before = rich('States ', { text: '', opens: 'b' }, 'shall', { text: '', closes: 'b' }, ' register births.');
    const after = rich('States shall register all births.');
    const comparison = compare(before, after);
    expect(told(comparison)).toEqual([['changed', '=States ', '-', '=shall', '-', '= register', '+ all', '= births.']]);
    expect(comparison).toMatchObject({ wordsAdded: 1, wordsRemoved: 0, bracketsOpened: 0, bracketsClosed: 1 });
  });

  test('[HIS-2] a bracket that turns into another kind is told though no word changed', () => {
    const text = rich({ text: '', opens: 'b' }, 'shall', { text: '', closes: 'b' });
    const comparison = compare(
      { ...text, brackets: { b: facts('doubt') } },
      { ...text, brackets: { b: facts('deletion') } },
    );
    expect(comparison.bracketsTurned).toBe(1);
    expect(isUnchanged(comparison)).toBe(false);
  });

  test('[HIS-2] Chinese is compared by the character', () => {
    expect(told(compare(paragraphs('各国应登记出生'), paragraphs('各国可登记出生')))).toEqual([
      ['changed', '=各国', '-应', '+可', '=登记出生'],
    ]);
  });

  test('[HIS-3] scattered edits that one word parts are joined', () => {
    expect(told(compare(paragraphs('we act now here'), paragraphs('you act then here')))).toEqual([
      ['changed', '-we act now', '+you act then', '= here'],
    ]);
  });

  test('[HIS-3] changes on both sides of a sign are told apart, and the sign stays', () => {
    const sign: Run = { text: '', opens: 'b' };
    const end: Run = { text: '', closes: 'b' };
    const rest = ' where all states agree';
    expect(told(compare(rich('we ', sign, 'now', end, rest), rich('you ', sign, 'then', end, rest)))).toEqual([
      ['changed', '-we', '+you', '= ', '-now', '+then', '= where all states agree'],
    ]);
  });

  test('[HIS-4] a paragraph that changed places is one move', () => {
    const text = ['First we count.', 'Then we register births.', 'Last we report on it.'];
    const comparison = compare(paragraphs(text.join('\n')), paragraphs([text[2], text[0], text[1]].join('\n')));
    expect(comparison.blocks.map(({ kind, move }) => [kind, move])).toEqual([
      ['moved', 1],
      ['same', null],
      ['same', null],
      ['left', 1],
    ]);
    expect(comparison).toMatchObject({ wordsAdded: 0, wordsRemoved: 0, paragraphsMoved: 1 });
  });

  test('[HIS-4] a passage of six words or more that stands elsewhere was moved, a shorter one was not', () => {
    const long = 'with the support of regional organisations';
    const from = paragraphs(`States register births ${long}.\nCities keep open and equal records of every birth.`);
    const to = paragraphs(`States register births.\nCities keep open and equal records of every birth ${long}.`);
    expect(compare(from, to)).toMatchObject({ passagesMoved: 1, wordsAdded: 0, wordsRemoved: 0 });
    expect(
      compare(paragraphs('One two three four five.\nSix seven.'), paragraphs('Three four five.\nSix seven one two.')),
    ).toMatchObject({
      passagesMoved: 0,
    });
  });

  test('[HIS-5] a paragraph too long to be compared by words is compared by sentences, then as a whole', () => {
    const sentence = (n: number) => `Sentence number ${n} says a thing of its own`;
    const text = (odd: string) => Array.from({ length: 900 }, (_, n) => `${sentence(n)}${n % 2 ? odd : ''}.`).join(' ');
    const comparison = compare(paragraphs(text(' now')), paragraphs(text(' then')));
    expect(comparison.blocks.map(({ kind }) => kind)).toEqual(['changed']);
    expect(comparison.blocks[0]?.stretches.some(({ kind }) => kind === 'same')).toBe(true);
    expect(comparison.wordsAdded).toBe(comparison.wordsRemoved);

    const other = (word: string) => Array.from({ length: 4_000 }, (_, n) => `${word} ${n}.`).join(' ');
    const long = (text: string): DraftText => ({
      blocks: [{ id: '1', kind: 'paragraph', level: 0, runs: [{ text }] }],
    });
    const whole = compare(long(other('a')), long(other('b'))).blocks[0]?.stretches;
    expect(whole?.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
