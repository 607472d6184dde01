/**
 * Numbers of paragraphs as negotiators keep them: once a text has been reported its paragraphs keep their numbers, what is
 * inserted behind paragraph 3 is "3 bis", then "3 ter", and the number of one that was deleted is not given again (REN-5).
 */
import type { Block, DraftText } from './draftText.ts';

/** The Latin adverbs in their order; United Nations texts hardly go beyond the sixth. */
const adverbs = [
  'bis',
  'ter',
  'quater',
  'quinquies',
  'sexies',
  'septies',
  'octies',
  'novies',
  'decies',
  'undecies',
  'duodecies',
  'terdecies',
  'quaterdecies',
  'quindecies',
  'sexdecies',
  'septdecies',
  'octodecies',
  'novodecies',
  'vicies',
] as const;

/** Whether a paragraph has a number: lists are counted within theirs, and empty lines not at all. */
const isNumbered = ({ kind, runs }: Block) => kind === 'paragraph' && runs.some(({ text }) => text.trim() !== '');

/** The number of every numbered paragraph of a text, by its id; `earlier` are the reported texts before it, oldest first. */
export function paragraphNumbers(earlier: readonly DraftText[], now: DraftText): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  const given = new Set<string>();
  for (const { blocks } of earlier)
    for (const { id, number } of blocks) {
      if (number === undefined) continue;
      given.add(number);
      if (id !== undefined) known.set(id, number);
    }
  const numbers = new Map<string, string>();
  const isFirst = given.size === 0;
  let last = '0';
  for (const block of now.blocks) {
    if (block.id === undefined || !isNumbered(block)) continue;
    const number = known.get(block.id) ?? (isFirst ? `${numbers.size + 1}` : nextBehind(last, given));
    given.add(number);
    numbers.set(block.id, number);
    last = number;
  }
  return numbers;
}

/** The first number behind another that was never given: at the end of a text the next whole one, elsewhere the next adverb. */
function nextBehind(last: string, given: ReadonlySet<string>): string {
  const [whole = '0'] = last.split(' ');
  const next = `${Number(whole) + 1}`;
  const isAtEnd = ![...given].some((number) => Number(number.split(' ')[0]) > Number(whole));
  if (isAtEnd && !given.has(next)) return next;
  for (let at = 0; ; at++) {
    const number = `${whole} ${adverbs[at] ?? `(${at + 2})`}`;
    if (!given.has(number)) return number;
  }
}

/** The same text with its numbers put in. */
export function withNumbers(earlier: readonly DraftText[], now: DraftText): DraftText {
  const numbers = paragraphNumbers(earlier, now);
  return {
    ...now,
    blocks: now.blocks.map(({ number: _, ...block }) => {
      const number = block.id === undefined ? undefined : numbers.get(block.id);
      return number === undefined ? block : { ...block, number };
    }),
  };
}
