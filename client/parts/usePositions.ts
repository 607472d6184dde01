import type { ItemId } from '@shared/domain/kernel/ids.ts';
import { useMemo } from 'react';
import { useReplica } from '../sync/Seat.tsx';
import { positionRows } from './positionRows.ts';

/** An item's positions by regional group with the figures of convergence, live. */
export function usePositions(itemId: ItemId): ReturnType<typeof positionRows> {
  const signals = useReplica(({ plenary }) => plenary.position[itemId]);
  const delegations = useReplica(({ plenary }) => plenary.delegation);
  return useMemo(() => positionRows(signals, delegations), [signals, delegations]);
}
