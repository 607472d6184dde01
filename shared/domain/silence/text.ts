/** The text of a silence procedure: what its hash is of, and how the bureau revises it between two rounds. */
import * as z from 'zod/mini';
import { type Snapshot, type TabledItem, versionsOf } from '../board.ts';
import { type Block, type DraftText, openBrackets, type Run } from '../draftText.ts';
import { line, text } from '../kernel/words.ts';
import { withNumbers } from '../paragraphNumbers.ts';
import { clean } from '../rendering.ts';

/** A revised text: its title, and its paragraphs in order, each with the place of the paragraph it comes from. */
export const Revision = z.strictObject({
  title: line(120),
  paragraphs: z
    .array(z.strictObject({ from: z.nullable(z.int().check(z.nonnegative())), text: text(20_000) }))
    .check(z.minLength(1), z.maxLength(500)),
});
export type Revision = z.infer<typeof Revision>;

/**
 * The one spelling of a text, of which SHA-256 is taken over its UTF-8 (SIL-2): JSON without blanks, the keys of every object in
 * the order of their code points, `fields` as filled in, `text` as it would be adopted, `title`. Null while a bracket is open.
 */
export function canonicalText({ title, fields, draft }: Pick<Snapshot, 'title' | 'fields' | 'draft'>): string | null {
  const agreed = clean(draft);
  return agreed.ok ? JSON.stringify(inOrder({ fields, text: agreed.text, title })) : null;
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, inOrder(each)]));
}

/** The words of a paragraph as they are revised. */
export const wordsOf = ({ runs }: Block): string => runs.map((run) => run.text).join('');

/** The text after a revision: a paragraph whose words stay keeps its looks, a changed one keeps its place, number and footnotes. */
export function revised(
  item: Pick<TabledItem, 'current' | 'earlier'>,
  { title, paragraphs }: Revision,
  newId: () => string,
): Snapshot {
  const { draft, fields, version } = item.current;
  const isNumbered = draft.blocks.some(({ number }) => number !== undefined);
  const taken = new Set<number>();
  const blocks = paragraphs.map(({ from, text: said }): Block => {
    const known = from === null || taken.has(from) ? undefined : draft.blocks[from];
    if (from !== null) taken.add(from);
    if (!known) return { id: newId(), kind: 'paragraph', level: 0, runs: [{ text: said }] };
    if (wordsOf(known) === said) return known;
    const { status: _, ...place } = known;
    const notes = known.runs.flatMap(({ note }): Run[] => (note === undefined ? [] : [{ text: '', note }]));
    return { ...place, runs: [{ text: said }, ...notes] };
  });
  const told = withWholeBrackets({ ...draft, blocks });
  const earlier = versionsOf(item).map((each) => each.draft);
  const next = isNumbered ? withNumbers(earlier, told) : told;
  return { version: version + 1, title, fields, draft: next, brackets: openBrackets(next), waiver: null };
}

/** A bracket of which one sign went with the words around it is gone. */
function withWholeBrackets(draft: DraftText): DraftText {
  const runs = draft.blocks.flatMap((block) => block.runs);
  const closed = new Set(runs.map(({ closes }) => closes));
  const whole = new Set(runs.flatMap(({ opens }) => (opens !== undefined && closed.has(opens) ? [opens] : [])));
  const isWhole = ({ opens, closes }: Run) =>
    (opens === undefined || whole.has(opens)) && (closes === undefined || whole.has(closes));
  const { brackets, ...rest } = draft;
  const kept = Object.fromEntries(Object.entries(brackets ?? {}).filter(([id]) => whole.has(id)));
  return {
    ...rest,
    ...(brackets ? { brackets: kept } : {}),
    blocks: draft.blocks.map((block) => ({ ...block, runs: block.runs.filter(isWhole) })),
  };
}
