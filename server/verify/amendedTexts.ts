/** The texts that the plenary has changed: each is made anew from the one before and from what was decided about it. */
import { nextVersion, type Standing } from '@shared/domain/amendments/apply.ts';
import { board, type Snapshot } from '@shared/domain/board.ts';
import type { DraftText } from '@shared/domain/draftText.ts';
import { canonicalJson } from '../storage/hashChain.ts';
import type { Problem } from './checkers.ts';
import { type Fact, factsOf, type Journal, versionEntries, versionsBefore } from './journal.ts';

const { ItemAmended } = board.events.plenary;
export const amendedKind = 'plenary/board.ItemAmended';

type MadeBy = NonNullable<Snapshot['amendedBy']>;
/** A version that something has made of the one before. */
export type Made = Fact<{ itemId: string; snapshot: Snapshot }>;

/** The versions that came of something. */
export function madeIn({ entries }: Journal, isMaker: (by: MadeBy) => boolean): Made[] {
  return factsOf(entries, amendedKind, ItemAmended).filter(
    ({ data: { snapshot } }) => snapshot.amendedBy !== undefined && isMaker(snapshot.amendedBy),
  );
}

/** The item as it stood before that; null where the version before is not disclosed. */
function standingBefore({ entries }: Journal, { seq, data: { itemId, snapshot } }: Made): Standing | null {
  const versions = versionsBefore(entries, itemId, seq);
  const at = versions.findLastIndex(({ version }) => version === snapshot.version - 1);
  const [current, ...earlier] = versions
    .slice(0, at + 1)
    .map(({ itemId: _, ...each }) => each)
    .reverse();
  return current ? { id: itemId, current, earlier: earlier.reverse() } : null;
}

/** AMD-9, AMD-10, DIV-7: whether the version is what follows; `draftOf` gives its text, or null where it cannot follow. */
export function textProblems(journal: Journal, made: Made, draftOf: (item: Standing) => DraftText | null): Problem[] {
  const { seq, data } = made;
  const item = standingBefore(journal, made);
  if (!item) return [{ seq, says: 'is made of a text that the journal does not disclose' }];
  const draft = draftOf(item);
  if (!draft) return [{ seq, says: 'is made of a text that it does not fit' }];
  const by = data.snapshot.amendedBy ?? { amendments: [], division: null };
  const expected = ItemAmended.parse(nextVersion(item, draft, by).data).snapshot;
  // A paragraph's number depends on every text before it; where one of them is withheld only the words are known.
  const isWhole = versionEntries(journal.entries).every((entry) => entry.seq >= seq || entry.data !== null);
  const spelled = (snapshot: Snapshot) => canonicalJson(isWhole ? snapshot : withoutNumbers(snapshot));
  if (spelled(expected) === spelled(data.snapshot)) return [];
  return [{ seq, says: `is not the text that follows from version ${item.current.version} and what was decided` }];
}

function withoutNumbers(snapshot: Snapshot): Snapshot {
  const blocks = snapshot.draft.blocks.map(({ number: _, ...block }) => block);
  return { ...snapshot, draft: { ...snapshot.draft, blocks } };
}
