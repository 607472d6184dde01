import type { Snapshot, TabledItem } from '@shared/domain/board.ts';
import type { CommentedPassage } from '@shared/domain/comment.ts';
import { findPassage, lettersOf } from '@shared/domain/passage.ts';
import type { PassageMark } from './PassageText.tsx';
import type { Thread } from './threads.ts';

/** The passage of a thread and where it stands in the current version; null where it is no longer in the text. */
export interface ThreadPassage {
  quote: string;
  /** The mark that stands for it; threads on the same words share one. */
  mark: PassageMark | null;
  isChanged: boolean;
}

/** Where the threads' passages stand in an item's current version, by the root's id; hidden ones mark nothing. */
export function passagesOf(
  item: Pick<TabledItem, 'current' | 'earlier'>,
  threads: readonly Thread[],
): ReadonlyMap<string, ThreadPassage> {
  const now = item.current.draft.blocks.map((block) => ({ id: block.id ?? null, letters: lettersOf(block) }));
  const marks = new Map<string, PassageMark>();
  const found = new Map<string, ThreadPassage>();
  for (const { root, answers } of threads) {
    const { passage } = root;
    if (!passage || root.hidden !== null) continue;
    const version = versionOf(item, passage);
    const place = version && findPassage(version.draft, passage, now);
    if (!place) {
      found.set(root.id, { quote: passage.quote, mark: null, isChanged: false });
      continue;
    }
    const { paragraph: block, from, to, isChanged } = place;
    const key = `${block} ${from} ${to}`;
    const quote = now[block]?.letters.slice(from, to) ?? passage.quote;
    const mark = marks.get(key) ?? { id: root.id, place: { block, from, to }, quote, count: 0 };
    mark.count += 1 + answers.filter(({ hidden }) => hidden === null).length;
    marks.set(key, mark);
    found.set(root.id, { quote: passage.quote, mark, isChanged });
  }
  return found;
}

function versionOf(
  { current, earlier }: Pick<TabledItem, 'current' | 'earlier'>,
  { version }: CommentedPassage,
): Snapshot | undefined {
  return [current, ...earlier].find((each) => each.version === version);
}

/** The marks of some passages, each once. */
export function marksOf(passages: ReadonlyMap<string, ThreadPassage>): PassageMark[] {
  return [...new Set([...passages.values()].flatMap(({ mark }) => mark ?? []))];
}
