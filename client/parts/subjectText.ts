import { textWith } from '@shared/domain/amendments/apply.ts';
import { versionsOf } from '@shared/domain/board.ts';
import { assembledText, partText } from '@shared/domain/divisions/standing.ts';
import type { DraftText } from '@shared/domain/draftText.ts';
import type { Plenary } from '@shared/domain/state.ts';
import type { Vote } from '@shared/domain/vote.ts';

/** What is to be read of a vote's subject: the changes of the text, or the text that is put; null where it is the item itself. */
export type SubjectText = { before: DraftText; after: DraftText } | { draft: DraftText };

export function subjectText(
  { board, amendment, division }: Pick<Plenary, 'board' | 'amendment' | 'division'>,
  { itemId, itemVersion, subject }: Pick<Vote, 'itemId' | 'itemVersion' | 'subject'>,
): SubjectText | null {
  const item = board.items[itemId];
  const versions = versionsOf(item);
  const current = versions.find(({ version }) => version === itemVersion);
  if (!item || !current || subject.kind === 'item' || subject.kind === 'reconsideration') return null;
  if (subject.kind === 'amendment') {
    const known = amendment.byId[subject.amendmentId];
    const then = { ...item, current, earlier: versions.filter(({ version }) => version < itemVersion) };
    const after = known ? textWith(then, known) : null;
    return after && { before: current.draft, after };
  }
  const known = division.byId[subject.divisionId];
  if (!known || subject.kind === 'division') return null;
  const part = subject.kind === 'part' ? known.parts.find(({ id }) => id === subject.partId) : undefined;
  return { draft: part ? partText(part, current.draft) : assembledText(known, current.draft) };
}
