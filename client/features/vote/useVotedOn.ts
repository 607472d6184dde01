import type { Snapshot } from '@shared/domain/board.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useMemo } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica } from '../../sync/Seat.tsx';

/** The item of a vote in the version that is voted on, which need not be the latest. */
export function useVotedOn(vote: Pick<Vote, 'itemId' | 'itemVersion'>): { title: string; snapshot: Snapshot | null } {
  const t = useT();
  const item = useReplica(({ plenary }) => plenary.board.items[vote.itemId]);
  return useMemo(() => {
    const snapshot = item && [item.current, ...item.earlier].find(({ version }) => version === vote.itemVersion);
    return { title: snapshot?.title ?? t('vote.untitled'), snapshot: snapshot ?? null };
  }, [item, vote.itemVersion, t]);
}
