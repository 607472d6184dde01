import * as z from 'zod/mini';
import { board, type Snapshot, standing, type TabledItem } from './board.ts';
import { type Block, type DraftText, openBrackets, plainText } from './draftText.ts';
import { ItemId } from './kernel/ids.ts';
import { defineSlice, type Refusal, refuse } from './kernel/slice.ts';
import { line } from './kernel/words.ts';
import { callsOn } from './noObjection.ts';
import { silencesOn } from './silence/shape.ts';
import type { Plenary } from './state.ts';
import { isUnderDecision } from './underDecision.ts';

const Part = z.strictObject({
  title: line(120),
  /** Which paragraphs of the text, counted from 0. */
  blockIndexes: z.array(z.int().check(z.nonnegative())).check(z.minLength(1), z.maxLength(2_000)),
});

/** How items become others: near-duplicates one, what holds several things several. What stands on the board is the board's. */
export const lineage = defineSlice({
  name: 'lineage',
  commands: {
    merge: z.strictObject({ into: ItemId, itemIds: z.array(ItemId).check(z.minLength(1), z.maxLength(50)) }),
    unmerge: z.strictObject({ itemId: ItemId }),
    split: z.strictObject({ itemId: ItemId, parts: z.array(Part).check(z.minLength(2), z.maxLength(20)) }),
    unsplit: z.strictObject({ itemId: ItemId }),
  },
  events: {},
  decide: {
    merge({ plenary }, { into, itemIds }) {
      const all = [into, ...itemIds];
      if (new Set(all).size !== all.length) return refuse('lineage.twice');
      const target = movable(plenary, into);
      if ('refused' in target) return target;
      for (const itemId of itemIds) {
        const item = movable(plenary, itemId);
        if ('refused' in item) return item;
        if (item.panelId !== target.panelId) return refuse('lineage.other-panel');
        if (item.stage === 'decided') return refuse('lineage.decided'); // LIN-1
      }
      return [board.tell.plenary.ItemsMerged({ into, itemIds })];
    },
    unmerge({ plenary }, { itemId }) {
      const gone = plenary.board.items[itemId]?.gone;
      if (gone?.as !== 'merged') return refuse('lineage.not-merged');
      if (gone.into.some((id) => isUnderDecision(plenary, id))) return refuse('board.under-vote');
      return [board.tell.plenary.ItemRestored({ itemId })];
    },
    split({ plenary }, { itemId, parts }, { newId }) {
      const item = movable(plenary, itemId);
      if ('refused' in item) return item;
      if (item.stage === 'decided') return refuse('lineage.decided');
      const { blocks } = item.current.draft;
      const wrong = unevenBlocks(
        blocks,
        parts.map(({ blockIndexes }) => blockIndexes),
      );
      if (wrong.length > 0) return refuse('lineage.blocks-uneven', { blocks: wrong.map((at) => at + 1) }); // LIN-6
      const cut = cutBrackets(
        item.current.draft,
        parts.map(({ blockIndexes }) => blockIndexes),
      );
      if (cut.length > 0) return refuse('lineage.brackets-cut', { brackets: cut.map(({ words }) => words) }); // LIN-7
      const snapshots = parts.map(({ title, blockIndexes }) => partOf(item.current, title, blockIndexes));
      if (snapshots.some(({ draft }) => plainText(draft).trim() === '')) return refuse('lineage.part-empty');
      return [
        board.tell.plenary.ItemSplit({ itemId, parts: snapshots.map((snapshot) => ({ itemId: newId(), snapshot })) }),
      ];
    },
    unsplit({ plenary }, { itemId }) {
      const gone = plenary.board.items[itemId]?.gone;
      if (gone?.as !== 'split') return refuse('lineage.not-split');
      const acted = gone.into.flatMap((id) => plenary.board.items[id] ?? []).filter((part) => isActedOn(plenary, part));
      if (acted.length > 0)
        return refuse('lineage.part-acted-on', { parts: acted.map(({ current }) => current.title) });
      return [board.tell.plenary.ItemRestored({ itemId })];
    },
  },
  evolve: {},
});

/** An item that stands in a column with no vote running on it, or why not. */
function movable(plenary: Plenary, itemId: ItemId): TabledItem | Refusal {
  const item = standing(plenary.board, itemId);
  if ('refused' in item) return item;
  if (item.disposition) return refuse('board.disposed');
  return isUnderDecision(plenary, itemId) ? refuse('board.under-vote') : item;
}

/** LIN-8: a part that somebody has placed, set aside, merged, commented, signalled or voted on is no longer only a part. */
function isActedOn(plenary: Plenary, { id, isStaged, disposition }: TabledItem): boolean {
  return (
    isStaged ||
    disposition !== null ||
    (plenary.comment.byItem[id]?.length ?? 0) > 0 ||
    Object.keys(plenary.position[id] ?? {}).length > 0 ||
    Object.values(plenary.vote.byId).some(({ itemId }) => itemId === id) ||
    plenary.amendment.order[id] !== undefined ||
    Object.values(plenary.division.byId).some(({ itemId }) => itemId === id) ||
    callsOn(plenary, id).length > 0 ||
    silencesOn(plenary.silence, id).length > 0 ||
    plenary.sponsor[id] !== undefined ||
    Object.values(plenary.explanation.byId).some(({ itemId }) => itemId === id)
  );
}

/** The paragraphs that are in no part, in several, or not in the text. */
function unevenBlocks(blocks: readonly Block[], parts: readonly (readonly number[])[]): number[] {
  const times = new Map<number, number>(blocks.map((_, at) => [at, 0]));
  for (const at of parts.flat()) times.set(at, times.has(at) ? (times.get(at) ?? 0) + 1 : 2);
  return [...times].filter(([, count]) => count !== 1).map(([at]) => at);
}

/** The brackets, and groups of alternatives, that a division would cut in two: with the beginning of their words. */
export function cutBrackets(
  draft: DraftText,
  parts: readonly (readonly number[])[],
): { bracket: string; words: string }[] {
  const found = new Map<string, { parts: Set<number>; words: string }>();
  const open = new Set<string>();
  for (const [at, block] of draft.blocks.entries()) {
    const part = parts.findIndex((indexes) => indexes.includes(at));
    const note = (id: string, words: string) => {
      const key = draft.brackets?.[id]?.group ?? id;
      const known = found.get(key) ?? { parts: new Set(), words: '' };
      known.parts.add(part);
      known.words = (known.words + words).slice(0, 60);
      found.set(key, known);
    };
    for (const id of open) note(id, '');
    for (const run of block.runs) {
      if (run.opens !== undefined) open.add(run.opens);
      for (const id of open) note(id, run.text);
      if (run.closes !== undefined) open.delete(run.closes);
    }
  }
  return [...found].flatMap(([bracket, { parts: in_, words }]) => (in_.size > 1 ? [{ bracket, words }] : []));
}

/** A part as it would have been reported: its paragraphs in the order of the text, the fields of the whole. */
function partOf(whole: Snapshot, title: string, blockIndexes: readonly number[]): Snapshot {
  const blocks = whole.draft.blocks.filter((_, at) => blockIndexes.includes(at));
  const ids = new Set(blocks.flatMap(({ runs }) => runs.map(({ opens }) => opens)));
  const facts = Object.entries(whole.draft.brackets ?? {}).filter(([id]) => ids.has(id));
  const draft: DraftText = { blocks, ...(facts.length > 0 ? { brackets: Object.fromEntries(facts) } : {}) };
  // Who wrote is said of the whole, which stays; and so is what made it.
  const { writers: _, reconsideredBy: __, ...reported } = whole;
  return { ...reported, version: 1, title, draft, brackets: openBrackets(draft) };
}
