import type { TabledItem } from '@shared/domain/board.ts';
import { plainText } from '@shared/domain/draftText.ts';

/** An item that another may be the same as, and how alike their words are, from 0 to 1. */
export interface Likeness {
  item: TabledItem;
  share: number;
}

/** From here on two items are named as likely duplicates; nothing is done by itself. */
const likely = 0.3;

/** The other items of a panel that stand on the board, the likest first; `isLikely` where many words are shared. */
export function likenesses(items: readonly TabledItem[], to: TabledItem): (Likeness & { isLikely: boolean })[] {
  const own = wordsOf(to);
  return items
    .filter(({ id, panelId, gone, isTakenBack, disposition }) => {
      const isStanding = !gone && !isTakenBack && disposition === null;
      return id !== to.id && panelId === to.panelId && isStanding;
    })
    .map((item) => ({ item, share: shared(own, wordsOf(item)) }))
    .map((each) => ({ ...each, isLikely: each.share >= likely }))
    .sort((a, b) => b.share - a.share || a.item.reportedAt - b.item.reportedAt);
}

/** The words of title and text, short ones left out; of scripts without blanks, pairs of characters. */
function wordsOf({ current }: TabledItem): Set<string> {
  const text = `${current.title} ${plainText(current.draft)}`.toLocaleLowerCase().normalize('NFKC');
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.flatMap((word) => {
      if (!/\p{Script=Han}/u.test(word)) return word.length > 3 ? [word] : [];
      return Array.from({ length: Math.max(1, word.length - 1) }, (_, at) => word.slice(at, at + 2));
    }),
  );
}

/** What two sets have in common, of what both have: a sentence that all items end with makes none of them the same. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const all = a.size + b.size;
  return all === 0 ? 0 : (2 * [...a].filter((word) => b.has(word)).length) / all;
}
