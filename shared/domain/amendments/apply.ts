/** How what the plenary has decided about a text becomes the next version of its item. */
import { board, type Snapshot, type TabledItem, versionsOf } from '../board.ts';
import { type DraftText, openBrackets } from '../draftText.ts';
import type { AmendmentId, DivisionId } from '../kernel/ids.ts';
import { must } from '../kernel/must.ts';
import type { Told } from '../kernel/slice.ts';
import { withNumbers } from '../paragraphNumbers.ts';
import { amendedText, type Change, hasWholeBrackets } from './changes.ts';
import { rebase } from './rebase.ts';

/** An item's versions: the one that stands, and those before it. */
export type Standing = Pick<TabledItem, 'id' | 'current' | 'earlier'>;

interface Proposed {
  id: AmendmentId;
  /** The version that its changes are of. */
  version: number;
  changes: readonly Change[];
}

/** AMD-10: an amendment against the text that stands now, or the paragraphs on which it no longer fits, by their place. */
export function carriedOver(
  item: Standing,
  { version, changes }: Proposed,
): { changes: readonly Change[] } | { stale: number[] } {
  if (version === item.current.version) return { changes };
  const base = versionsOf(item).find((each) => each.version === version);
  if (!base) return { stale: changes.map((each) => (each.as === 'add' ? each.after : each.block)) };
  const carried = rebase(base.draft, changes, item.current.draft);
  if ('stale' in carried) return carried;
  const isWhole = hasWholeBrackets(amendedText(item.current.draft, carried.changes, () => 'new'));
  return isWhole ? carried : { stale: carried.changes.map((each) => (each.as === 'add' ? each.after : each.block)) };
}

/** The text as it would read with the amendment; null where it no longer fits. */
export function textWith(item: Standing, amendment: Proposed): DraftText | null {
  const carried = carriedOver(item, amendment);
  if ('stale' in carried) return null;
  return amendedText(item.current.draft, carried.changes, (n) => `${amendment.id}.${n}`);
}

/** AMD-9: the next version of an item, made by an amendment. */
export function amended(item: Standing, amendment: Proposed): Told {
  const draft = must(textWith(item, amendment), 'a text that the amendment fits');
  return nextVersion(item, draft, { amendments: [amendment.id], division: null });
}

/** The next version of an item, by what made it. */
export function nextVersion(
  item: Standing,
  draft: DraftText,
  amendedBy: { amendments: AmendmentId[]; division: DivisionId | null },
): Told {
  const { id, current } = item;
  // Who wrote in the room did not write this, and what made the version before did not make this one.
  const { writers: _, reconsideredBy: __, ...rest } = current;
  const snapshot: Snapshot = {
    ...rest,
    version: current.version + 1,
    draft: withNumbers(
      versionsOf(item).map((each) => each.draft),
      draft,
    ), // REN-5
    brackets: openBrackets(draft),
    amendedBy,
  };
  return board.tell.plenary.ItemAmended({ itemId: id, snapshot });
}
