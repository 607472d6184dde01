import { useCallback, useMemo } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useReplica, useReplicaValue, useServerOffset } from '../../sync/Seat.tsx';
import { useNow } from '../../ui/useNow.ts';
import { useWriters } from './openDraft.ts';
import type { RoomDrafts } from './useRoomFacts.ts';

const recentMs = 8_000;

/** Says who writes in a draft: by name in the open one, whose carets one sees; in the others that somebody does. */
export function useWritingWords(drafts: RoomDrafts, currentId: string | null): (itemId: string) => string | null {
  const t = useT();
  const { list } = useFormat();
  const recent = useRecent(drafts.order);
  const names = useWriterNames();
  return useCallback(
    (itemId) => {
      if (itemId === currentId && names.length > 0) return t('room.draft.writers', { names: list(names) });
      return itemId !== currentId && recent.has(itemId) ? t('room.draft.beingWritten') : null;
    },
    [t, list, recent, names, currentId],
  );
}

/** The drafts in which somebody wrote a moment ago. */
function useRecent(itemIds: readonly string[]): ReadonlySet<string> {
  const offset = useServerOffset();
  const figures = useReplicaValue((replica) => replica.figures);
  const latest = Math.max(0, ...itemIds.map((id) => figures[id]?.at ?? 0));
  // The clock runs only while there is something to go out.
  const now = useNow(offset, Date.now() + offset - latest < recentMs + 2_000);
  const found = itemIds.filter((id) => now - (figures[id]?.at ?? 0) < recentMs).join(' ');
  return useMemo(() => new Set(found === '' ? [] : found.split(' ')), [found]);
}

/** The delegations whose carets stand in the open draft. */
function useWriterNames(): string[] {
  const nameOf = useDelegationNames();
  const carets = useWriters();
  const participants = useReplica(({ plenary }) => plenary.delegation.participants);
  return useMemo(() => {
    const names = [...carets.keys()].flatMap((id) => {
      const delegationId = participants[id]?.delegationId;
      return delegationId ? [nameOf(delegationId)] : [];
    });
    return [...new Set(names)];
  }, [carets, participants, nameOf]);
}
