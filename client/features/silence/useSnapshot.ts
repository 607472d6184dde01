import { type Snapshot, versionsOf } from '@shared/domain/board.ts';
import type { Silence } from '@shared/domain/silence/shape.ts';
import { useMemo } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica } from '../../sync/Seat.tsx';

/** The item of a procedure in a version of it, which need not be the latest. */
export function useSnapshot({ itemId }: Silence, itemVersion: number): { title: string; snapshot: Snapshot | null } {
  const t = useT();
  const item = useReplica(({ plenary }) => plenary.board.items[itemId]);
  return useMemo(() => {
    const snapshot = versionsOf(item).find(({ version }) => version === itemVersion) ?? null;
    return { title: snapshot?.title ?? t('silence.untitled'), snapshot };
  }, [item, itemVersion, t]);
}
