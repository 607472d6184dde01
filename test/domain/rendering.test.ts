import { type BracketWording, numbersOf } from '@shared/domain/draftLayout.ts';
import type { Block, BracketFacts, DraftText, Holder } from '@shared/domain/draftText.ts';
import { paragraphNumbers, withNumbers } from '@shared/domain/paragraphNumbers.ts';
import { clean, compilation, unattributed } from '@shared/domain/rendering.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inBracket, paragraphs, rich } from '../support/build.ts';

const wording: BracketWording = {
  label: (kind, number) =>
    ({
      deletion: 'delete:',
      alternative: `Alt ${number}:`,
      bridge: 'Facilitator’s proposal:',
      doubt: '',
      addition: '',
    })[kind],
  name: (holder) => ('delegation' in holder ? holder.delegation : `${holder.count} ${holder.region}`),
  join: (names) => names.join(', '),
  position: (stance, names) => `${stance}: ${names}`,
  status: (status) => status,
};
const of = (...codes: string[]): Holder[] => codes.map((delegation) => ({ delegation }));
const facts = (kind: BracketFacts['kind'], more: Partial<BracketFacts> = {}): BracketFacts => ({
  ...{ kind, group: null, proposedBy: [], supportedBy: [], opposedBy: [], reservedBy: [] },
  ...more,
});
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '');

const negotiated: DraftText = {
  ...rich('States ', ...inBracket('a', 'shall'), ' ', ...inBracket('b', 'should'), ' adopt …'),
  brackets: {
    a: facts('addition', { supportedBy: of('CAN', 'MEX') }),
    b: facts('addition', { supportedBy: of('AUS'), reservedBy: of('JPN') }),
  },
};

describe('a text for people', () => {
  test('[REN-1] a compilation says who stands how to each bracket', () => {
    expect(plain(compilation(negotiated, wording))).toBe(
      'States [shall (CAN, MEX)] [should (AUS; reserve: JPN)] adopt …',
    );
  });

  test('[REN-1] kinds are told: alternatives by number, deletions, a bridge, nested ones, regions', () => {
    const draft: DraftText = {
      ...rich(
        ...inBracket('a', 'shall'),
        ...inBracket('b', 'may'),
        ' ',
        ...inBracket('c', 'all ', ...inBracket('d', 'new')),
        ...inBracket('e', 'desks'),
      ),
      brackets: {
        a: facts('alternative', { group: 'a', supportedBy: [{ region: 'africa', count: 2 }] }),
        b: facts('alternative', { group: 'a' }),
        c: facts('deletion', { supportedBy: of('CAN'), opposedBy: of('MEX') }),
        d: facts('doubt', { proposedBy: of('KEN') }),
        e: facts('bridge'),
      },
    };
    expect(plain(compilation(draft, wording))).toBe(
      '[Alt 1: shall (2 africa)][Alt 2: may] [delete: all [new (KEN)] (CAN; retain: MEX)][Facilitator’s proposal: desks]',
    );
  });

  test('[REN-8] alternatives are numbered as they stand in the text, whatever the order of their ids', () => {
    const draft: DraftText = {
      ...rich(...inBracket('z', 'shall'), ...inBracket('a', 'may'), ' ', ...inBracket('m', 'now')),
      brackets: {
        a: facts('alternative', { group: 'g' }),
        m: facts('doubt'),
        z: facts('alternative', { group: 'g' }),
      },
    };
    expect(unattributed(draft, wording)).toBe('[Alt 1: shall][Alt 2: may] [now]');
    expect(clean(draft)).toMatchObject({ open: [{ id: 'z', number: 1 }, { id: 'a', number: 2 }, { number: null }] });
    const groups: Record<string, string> = { z: 'g', a: 'g', other: 'h' };
    expect([...numbersOf(['z', 'm', 'other', 'a'], (id) => groups[id])]).toEqual([
      ['z', 1],
      ['other', 1],
      ['a', 2],
    ]);
  });

  test('[REN-2] without attribution the same brackets stand, and nobody’s name', () => {
    expect(unattributed(negotiated, wording)).toBe('States [shall] [should] adopt …');
  });

  test('[REN-3] clean text is refused with the list while a bracket is open', () => {
    expect(clean(negotiated)).toEqual({
      ok: false,
      open: [
        { id: 'a', kind: 'addition', number: null, paragraph: null, words: 'shall' },
        { id: 'b', kind: 'addition', number: null, paragraph: null, words: 'should' },
      ],
    });
    expect(clean(rich('Empty ', ...inBracket('x')))).toMatchObject({ ok: false, open: [{ id: 'x', words: '' }] });
    expect(clean(paragraphs('One.\nTwo.'))).toEqual({ ok: true, text: 'One.\nTwo.' });
  });

  test('[REN-3] the list says in which paragraph a bracket opens, also within a list, and all of its words', () => {
    const blocks: Block[] = [
      { kind: 'paragraph', level: 0, number: '1 bis', runs: [{ text: 'On: ' }] },
      { kind: 'bullet', level: 0, runs: [{ text: '', opens: 'a' }, { text: 'one' }] },
      { kind: 'bullet', level: 0, runs: [{ text: 'two ' }, { text: '', closes: 'a' }] },
    ];
    expect(clean({ blocks })).toEqual({
      ok: false,
      open: [{ id: 'a', kind: 'doubt', number: null, paragraph: '1 bis', words: 'one two' }],
    });
  });

  test('numbers, lists, footnotes and agreement are written; blanks before a parenthesis are one', () => {
    const blocks: Block[] = [
      {
        ...{ kind: 'paragraph', level: 0, number: '3 bis', status: 'agreed' },
        runs: [{ text: 'Act' }, { text: '', note: 'See.' }, { text: ' on:' }],
      },
      { kind: 'numbered', level: 0, runs: [{ text: 'health;' }] },
      { kind: 'numbered', level: 1, runs: [{ text: 'at home;' }] },
      { kind: 'numbered', level: 0, runs: inBracket('a', 'schools ') },
      { kind: 'bullet', level: 0, runs: inBracket('b') },
    ];
    const brackets = {
      a: facts('addition', { supportedBy: of('CAN') }),
      b: facts('addition', { supportedBy: of('KEN') }),
    };
    expect(plain(compilation({ blocks, brackets }, wording))).toBe(
      '3 bis. Act¹ on: (agreed)\n  (a) health;\n    (i) at home;\n  (b) [schools (CAN)]\n  – [(KEN)]\n¹ See.',
    );
  });

  test('[REN-1] [REN-2] whatever the signs, no word is lost and as many brackets close as open', () => {
    const broken = fc.record(
      {
        text: fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 3 }),
        opens: fc.constantFrom('a', 'b', 'constructor'),
        closes: fc.constantFrom('a', 'b', 'constructor'),
      },
      { requiredKeys: ['text'] },
    );
    fc.assert(
      fc.property(fc.array(broken, { maxLength: 10 }), (runs) => {
        const draft: DraftText = { blocks: [{ kind: 'paragraph', level: 0, runs }] };
        for (const text of [plain(compilation(draft, wording)), unattributed(draft, wording)]) {
          expect(text.replace(/[[\]\s]/g, '')).toBe(
            runs
              .map((each) => each.text)
              .join('')
              .replace(/\s/g, ''),
          );
          expect(text.split('[').length).toBe(text.split(']').length);
        }
      }),
    );
  });

  test('[REN-4] an attribution is isolated from a text of another direction', () => {
    const draft = {
      ...rich('تعتمد الدول ', ...inBracket('a', 'قواعد')),
      brackets: { a: facts('addition', { supportedBy: of('CAN', 'MEX') }) },
    };
    expect(compilation(draft, wording)).toBe('تعتمد الدول [قواعد \u2068(CAN, MEX)\u2069]');
  });
});

describe('numbers of paragraphs', () => {
  const block = (id: string, text = id): Block => ({ id, kind: 'paragraph', level: 0, runs: text ? [{ text }] : [] });
  const draft = (...ids: string[]): DraftText => ({ blocks: ids.map((id) => block(id)) });
  const numbers = (earlier: DraftText[], now: DraftText) => [...paragraphNumbers(earlier, now).values()];

  test('[REN-5] count from 1, lists and empty lines left out', () => {
    const list: Block = { id: 'l', kind: 'bullet', level: 0, runs: [{ text: 'entry' }] };
    expect(numbers([], { blocks: [block('a'), list, block('e', ''), block('b')] })).toEqual(['1', '2']);
  });

  test('[REN-5] once reported they stay; what comes between is bis, ter, quater', () => {
    const first = withNumbers([], draft('a', 'b', 'c'));
    const second = withNumbers([first], draft('a', 'x', 'y', 'b', 'c', 'z'));
    expect(second.blocks.map(({ number }) => number)).toEqual(['1', '1 bis', '1 ter', '2', '3', '4']);
    expect(numbers([first, second], draft('a', 'x', 'w', 'y', 'b', 'c', 'z'))).toEqual([
      '1',
      '1 bis',
      '1 quater',
      '1 ter',
      '2',
      '3',
      '4',
    ]);
    expect(numbers([first], draft('n', 'a'))).toEqual(['0 bis', '1']);
  });

  test('[REN-5] the number of what was deleted is not given again, and what is moved keeps its own', () => {
    const first = withNumbers([], draft('a', 'b', 'c'));
    const second = withNumbers([first], draft('a', 'b'));
    expect(numbers([first, second], draft('b', 'a', 'n'))).toEqual(['2', '1', '4']);
    expect(numbers([first, second], draft('a', 'b', 'n'))).toEqual(['1', '2', '4']);
    expect(numbers([first], draft('b', 'n', 'a'))).toEqual(['2', '2 bis', '1']);
    expect(numbers([first], draft('n'))).toEqual(['4']);
  });

  test('[REN-5] whatever is reported, no two paragraphs share a number and none loses its own', () => {
    const report = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(report, { minLength: 1, maxLength: 6 }), (reports) => {
        const known = new Map<string, string>();
        const told: DraftText[] = [];
        for (const ids of reports) {
          const now = withNumbers(told, draft(...ids));
          for (const { id = '', number = '' } of now.blocks) {
            expect(known.get(id) ?? number).toBe(number);
            known.set(id, number);
          }
          told.push(now);
        }
        expect(new Set(known.values()).size).toBe(known.size);
      }),
    );
  });

  test('[REN-5] behind the last Latin adverb they go on in figures', () => {
    let earlier = [withNumbers([], draft('a', 'b'))];
    const ids = ['a'];
    for (let n = 0; n < 22; n++) {
      ids.push(`x${n}`);
      earlier = [...earlier, withNumbers(earlier, draft(...ids, 'b'))];
    }
    const last = earlier.at(-1)?.blocks.map(({ number }) => number) ?? [];
    expect(new Set(last).size).toBe(24);
    expect(last.slice(18, 24)).toEqual(['1 novodecies', '1 vicies', '1 (21)', '1 (22)', '1 (23)', '2']);
  });
});
