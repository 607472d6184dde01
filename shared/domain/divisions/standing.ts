/** How a division stands: which part is next, what is operative, what text is left. */
import type { DraftText } from '../draftText.ts';
import { must } from '../kernel/must.ts';
import type { Division, DivisionPart, DivisionPhase, Divisions } from './shape.ts';

/** Speakers on each side of a motion for division. */
export const speakersASide = 2;

/** The phases in which a division holds its item. */
const pending: readonly DivisionPhase[] = ['moved', 'objected', 'parts', 'whole'];

export const isPending = ({ phase }: Division): boolean => pending.includes(phase);

/** The division that holds an item now; null where none does. */
export function pendingDivision({ byId }: Divisions, itemId: string): Division | null {
  return Object.values(byId).find((each) => each.itemId === itemId && isPending(each)) ?? null;
}

/** The divisions of an item, in the order of their motions. */
export function divisionsOf({ byId, order }: Divisions, itemId: string): Division[] {
  return order.map((id) => must(byId[id], 'division')).filter((each) => each.itemId === itemId);
}

/** DIV-5: the part that is put next, in the order of the text; null where all are decided. */
export function nextPart({ parts, results }: Division): DivisionPart | null {
  return parts.find(({ id }) => !results[id]) ?? null;
}

/** The parts that were voted down: what is adopted as a whole goes without them. */
export function rejectedParts({ parts, results }: Division): DivisionPart[] {
  return parts.filter(({ id }) => results[id]?.isApproved === false);
}

/** Whether a part has an operative paragraph. */
export function isOperative({ preambular }: Pick<Division, 'preambular'>, { blocks }: DivisionPart): boolean {
  return blocks.some((at) => !preambular.includes(at));
}

/** DIV-7: the parts that were approved, put together in the order of the text. */
export function assembledText({ parts, results }: Pick<Division, 'parts' | 'results'>, draft: DraftText): DraftText {
  const kept = new Set(parts.flatMap(({ id, blocks }) => (results[id]?.isApproved ? blocks : [])));
  return textOfBlocks(draft, (at) => kept.has(at));
}

/** One part as a text. */
export function partText({ blocks }: DivisionPart, draft: DraftText): DraftText {
  return textOfBlocks(draft, (at) => blocks.includes(at));
}

function textOfBlocks(draft: DraftText, isKept: (at: number) => boolean): DraftText {
  const blocks = draft.blocks.filter((_, at) => isKept(at));
  if (!draft.brackets) return { blocks };
  const open = new Set(blocks.flatMap(({ runs }) => runs.flatMap(({ opens }) => opens ?? [])));
  const brackets = Object.fromEntries(Object.entries(draft.brackets).filter(([id]) => open.has(id)));
  return { blocks, brackets };
}
