/** Drafts of every shape that a draft may have, for properties. */
import { type Block, type BracketFacts, bracketKinds, type DraftText, type Run } from '@shared/domain/draftText.ts';
import { regionalGroups } from '@shared/domain/kernel/words.ts';
import fc from 'fast-check';

const odd = fc.constantFrom(
  ...[
    '[',
    ']',
    '(',
    ')',
    '\\',
    '*',
    '**',
    '***',
    ' ',
    '  ',
    '{',
    '}',
    '#',
    '- ',
    '^',
    '"',
    ':',
    ';',
    ',',
    '\n',
    '\r',
    '\t',
  ],
  ...[
    '\u2028',
    '\u0000',
    '\u0085',
    '\ufeff',
    '\ud83d',
    '\ude00',
    '😀',
    '\u2068',
    '\u2069',
    '\u200f',
    'العربية',
    '中文',
    'é',
    'e\u0301',
  ],
  ...['[b1: ', ' (by CAN)]', '[^', '\\u{41}', '{id p0}', 'States', 'shall', '1. '],
);
const words = fc
  .array(fc.oneof({ weight: 3, arbitrary: odd }, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 6 })
  .map((parts) => parts.join(''));
const oddName = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[A-Za-z0-9_.-]{1,8}$/) },
  words.filter((text) => text.length <= 64),
);
const holder = fc.oneof(
  fc.record({ delegation: fc.constantFrom('CAN', 'MEX', 'AUS', 'a.b-c_1', '2') }),
  fc.record({ region: fc.constantFrom(...regionalGroups), count: fc.integer({ min: 1, max: 193 }) }),
);
const holders = fc.array(holder, { maxLength: 3 });
const facts: fc.Arbitrary<BracketFacts> = fc.record({
  kind: fc.constantFrom(...bracketKinds),
  group: fc.option(oddName),
  ...{ proposedBy: holders, supportedBy: holders, opposedBy: holders, reservedBy: holders },
});
const look = fc.record({ bold: fc.boolean(), italic: fc.boolean() });
const isId = (id: string) => id !== '__proto__';

type Act =
  | { act: 'words'; text: string; bold: boolean; italic: boolean }
  | { act: 'note'; text: string }
  | { act: 'open'; id: string; facts: BracketFacts | null }
  | { act: 'close' }
  | { act: 'break' };
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(words, look).map(([text, own]) => ({ act: 'words' as const, text, ...own })) },
  { weight: 1, arbitrary: words.map((text) => ({ act: 'note' as const, text })) },
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant('open' as const), id: oddName.filter(isId), facts: fc.option(facts) }),
  },
  { weight: 3, arbitrary: fc.constant({ act: 'close' as const }) },
  { weight: 2, arbitrary: fc.constant({ act: 'break' as const }) },
);
type Head = Omit<Block, 'runs'>;
const head: fc.Arbitrary<Head> = fc
  .record({
    id: fc.option(oddName, { nil: undefined }),
    number: fc.option(
      fc.oneof(
        fc.constantFrom('3', '3 bis', '12 (21)', ' 3 '),
        words.filter((text) => text.length <= 24),
      ),
      { nil: undefined },
    ),
    status: fc.option(fc.constantFrom('agreed-ad-referendum' as const, 'agreed' as const), { nil: undefined }),
    kind: fc.constantFrom('paragraph' as const, 'bullet' as const, 'numbered' as const),
    level: fc.integer({ min: 0, max: 8 }),
  })
  .map(
    (each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)) as unknown as Head,
  );

/** Valid drafts: brackets nested and over paragraphs, empty ones, alternatives, every look and every odd letter. */
export const draftTexts: fc.Arbitrary<DraftText> = fc
  .tuple(fc.array(act, { maxLength: 25 }), fc.array(head, { minLength: 26, maxLength: 26 }), fc.boolean())
  .map(([acts, heads, isEmpty]) => {
    if (isEmpty && acts.length === 0) return { blocks: [] };
    const blocks: Block[] = [{ ...(heads[0] as Head), runs: [] }];
    const brackets: [string, BracketFacts][] = [];
    const open: string[] = [];
    const seen = new Set<string>();
    const write = (run: Run) => blocks.at(-1)?.runs.push(run);
    for (const each of acts) {
      if (each.act === 'break') blocks.push({ ...(heads[blocks.length] as Head), runs: [] });
      else if (each.act === 'words')
        write({ text: each.text, ...(each.bold ? { bold: true } : {}), ...(each.italic ? { italic: true } : {}) });
      else if (each.act === 'note') write({ text: '', note: each.text });
      else if (each.act === 'open' && !seen.has(each.id)) {
        seen.add(each.id);
        open.push(each.id);
        write({ text: '', opens: each.id });
        if (each.facts) brackets.push([each.id, each.facts]);
      } else if (each.act === 'close' && open.length > 0) write({ text: '', closes: open.pop() as string });
    }
    while (open.length > 0) write({ text: '', closes: open.pop() as string });
    return { blocks, ...(brackets.length > 0 ? { brackets: Object.fromEntries(brackets) } : {}) };
  });
