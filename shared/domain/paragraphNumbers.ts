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
const isNumbered = ({ kind, runs }: Block) =>
  kind === 'paragraph' && runs.some(({ text, note }) => text.trim() !== '' || note !== undefined);

/** The number of every numbered paragraph of a text, by its id; `earlier` are the reported texts before it, oldest first. */
export function paragraphNumbers(earlier: readonly DraftText[], now: DraftText): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  const given = new Set<string>();
  for (const { blocks } of earlier)
    for (const { id, number } of blocks) {
      if (number === undefined) continue;
      given.add(number);
      if (id !== undefined && !known.has(id)) known.set(id, number);
    }
  const numbers = new Map<string, string>();
  const numbered = now.blocks.filter((block): block is Block & { id: string } => !!block.id && isNumbered(block));
  const lastKnown = numbered.findLastIndex(({ id }) => known.has(id));
  let last = '0';
  for (const [at, { id }] of numbered.entries()) {
    // A second paragraph of one id, which no program of ours writes, has no number.
    if (numbers.has(id)) continue;
    const number = known.get(id) ?? (at > lastKnown ? nextWhole(given) : nextBehind(last, given));
    given.add(number);
    numbers.set(id, number);
    last = number;
  }
  return numbers;
}

/** At the end of a text it goes on counting, beyond whatever was given before. */
function nextWhole(given: ReadonlySet<string>): string {
  let highest = 0;
  for (const number of given) highest = Math.max(highest, Number.parseInt(number, 10) || 0);
  return `${highest + 1}`;
}

/** The next adverb of a number that was never given. */
function nextBehind(last: string, given: ReadonlySet<string>): string {
  const [whole = '0'] = last.split(' ');
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
