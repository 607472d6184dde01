import type { Comment } from '@shared/domain/comment.ts';
import { useMemo } from 'react';
import type { BoardRemark } from '../../editor/passageMarks.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { usePeople, useReplica } from '../../sync/Seat.tsx';

const none: never[] = [];

/** What the board has said about passages of an item while it was reported, for the room that works on it again. */
export function useBoardRemarks(itemId: string): readonly BoardRemark[] {
  const t = useT();
  const people = usePeople();
  const nameOf = useDelegationNames();
  const tabled = useReplica(({ plenary }) => plenary.board.items[itemId]);
  const comments = useReplica(({ plenary }) => plenary.comment.byItem[itemId]) ?? none;
  return useMemo(() => {
    const versions = tabled ? [tabled.current, ...tabled.earlier] : [];
    const whose = ({ role, by, delegationId }: Comment) => {
      if (role !== 'panelist' && delegationId) return nameOf(delegationId);
      return `${people[by]?.name ?? t('parts.person.unknown')}, ${t(`parts.role.${role}`)}`;
    };
    return comments.flatMap((comment): BoardRemark[] => {
      const { id, passage, hidden, kind, text } = comment;
      const version = versions.find((each) => each.version === passage?.version);
      if (!passage || !version || hidden !== null) return [];
      const head = t('room.board.head', { kind: t(`board.comment.kind.${kind}`), name: whose(comment) });
      return [{ id, passage, draft: version.draft, head, words: text }];
    });
  }, [tabled, comments, people, nameOf, t]);
}
