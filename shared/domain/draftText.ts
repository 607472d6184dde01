/** A draft's text as plain data: what is reported, tabled, voted on and printed. The writing itself is Yjs, elsewhere. */
import * as z from 'zod/mini';
import { DelegationId } from './kernel/ids.ts';
import { RegionalGroup, text } from './kernel/words.ts';
import { countWords } from './wordCount.ts';

/**
 * A stretch of text with one look, or a sign between two letters, whose own text is empty: `note` calls a footnote, `opens`
 * and `closes` are the two signs of a bracket by its id. Each bracket opens once and closes once in a text, and two brackets
 * stand beside each other or one within the other, never crossed; between its signs there may be nothing.
 */
export const Run = z.strictObject({
  text: text(20_000),
  bold: z.optional(z.literal(true)),
  italic: z.optional(z.literal(true)),
  note: z.optional(text(4_000)),
  opens: z.optional(text(64)),
  closes: z.optional(text(64)),
});
export type Run = z.infer<typeof Run>;

/**
 * A paragraph, or one entry of a list at a level from 0. `id` stays the same as long as the paragraph exists; `number` is its
 * number as printed ("3", "3 bis"); a `status` stands where it is agreed.
 */
export const Block = z.strictObject({
  id: z.optional(text(64)),
  number: z.optional(text(24)),
  status: z.optional(z.enum(['agreed-ad-referendum', 'agreed'])),
  kind: z.enum(['paragraph', 'bullet', 'numbered']),
  level: z.int().check(z.minimum(0), z.maximum(8)),
  runs: z.array(Run).check(z.maxLength(2_000)),
});
export type Block = z.infer<typeof Block>;

/**
 * What a bracket says of the words in it: `doubt`, they are not agreed; `addition`, somebody wants them in; `deletion`, somebody
 * wants them out; `alternative`, one of the wordings of its group, of which one will stand; `bridge`, the same, by the facilitator.
 */
export const bracketKinds = ['doubt', 'addition', 'deletion', 'alternative', 'bridge'] as const;
export const BracketKind = z.enum(bracketKinds);
export type BracketKind = z.infer<typeof BracketKind>;

/** Who holds a position, as far as the attribution allows to say: a delegation, or so many of a regional group. */
export const Holder = z.union([
  z.strictObject({ delegation: DelegationId }),
  z.strictObject({ region: RegionalGroup, count: z.int().check(z.minimum(1)) }),
]);
export type Holder = z.infer<typeof Holder>;

const Holders = z.array(Holder).check(z.maxLength(300));

/** A bracket's kind, the group of alternatives that it is one of, and who stands how to what it proposes. */
export const BracketFacts = z.strictObject({
  kind: BracketKind,
  group: z.nullable(text(64)),
  proposedBy: Holders,
  supportedBy: Holders,
  opposedBy: Holders,
  reservedBy: Holders,
});
export type BracketFacts = z.infer<typeof BracketFacts>;

/** The whole text of a draft, in order; `brackets` has the facts of those that its runs open, by id. */
export const DraftText = z.strictObject({
  blocks: z.array(Block).check(z.maxLength(2_000)),
  brackets: z.optional(z.record(text(64), BracketFacts)),
});
export type DraftText = z.infer<typeof DraftText>;

/** The words alone, a line per block; footnotes are left out. */
export function plainText(draft: DraftText): string {
  return draft.blocks.map((block) => block.runs.map((run) => run.text).join('')).join('\n');
}

/** How many brackets are open in the text (ITEM-14). */
export function openBrackets(draft: DraftText): number {
  const ids = new Set<string>();
  for (const { runs } of draft.blocks) for (const { opens } of runs) if (opens !== undefined) ids.add(opens);
  return ids.size;
}

/** How many words the text has; footnotes are not counted. */
export function wordCount(draft: DraftText): number {
  return countWords(plainText(draft));
}
