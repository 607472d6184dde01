/** A draft's text as plain data: what is reported, tabled, voted on and printed. The writing itself is Yjs, elsewhere. */
import * as z from 'zod/mini';
import { DelegationId } from './kernel/ids.ts';
import { text } from './kernel/words.ts';

/** A stretch of text with one look. `bracket` marks text not agreed; `note` is a footnote called at this place. */
export const Run = z.strictObject({
  text: text(20_000),
  bold: z.optional(z.literal(true)),
  italic: z.optional(z.literal(true)),
  bracket: z.optional(z.strictObject({ id: text(64), by: z.nullable(DelegationId) })),
  note: z.optional(text(4_000)),
});
export type Run = z.infer<typeof Run>;

/** A paragraph, or one entry of a list at a level from 0. */
export const Block = z.strictObject({
  kind: z.enum(['paragraph', 'bullet', 'numbered']),
  level: z.int().check(z.minimum(0), z.maximum(8)),
  runs: z.array(Run).check(z.maxLength(2_000)),
});
export type Block = z.infer<typeof Block>;

/** The whole text of a draft, in order. */
export const DraftText = z.strictObject({ blocks: z.array(Block).check(z.maxLength(2_000)) });
export type DraftText = z.infer<typeof DraftText>;

/** The words alone, a line per block; footnotes are left out. */
export function plainText(draft: DraftText): string {
  return draft.blocks.map((block) => block.runs.map((run) => run.text).join('')).join('\n');
}

/** How many separate brackets are open in the text. */
export function openBrackets(draft: DraftText): number {
  const ids = new Set<string>();
  for (const block of draft.blocks) for (const run of block.runs) if (run.bracket) ids.add(run.bracket.id);
  return ids.size;
}

/** How many words the text has, by white space. */
export function wordCount(draft: DraftText): number {
  return plainText(draft).split(/\s+/u).filter(Boolean).length;
}

/** The same text without saying whose its brackets are, for what leaves a room that does not attribute to delegations. */
export function unattributed(draft: DraftText): DraftText {
  const anonymous = (run: Run): Run => (run.bracket ? { ...run, bracket: { ...run.bracket, by: null } } : run);
  return { blocks: draft.blocks.map((block) => ({ ...block, runs: block.runs.map(anonymous) })) };
}
