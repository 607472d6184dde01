import type { ItemId, PanelId } from '@shared/domain/kernel/ids.ts';
import { useCallback } from 'react';
import { useSeat } from '../../sync/Seat.tsx';

/** The address of an item on a panel's board, to be kept or sent on. */
export function useItemHref(panelId: PanelId): (itemId: ItemId) => string {
  const { consultationId } = useSeat();
  return useCallback(
    (itemId) => `/c/${consultationId}/board/${panelId}?item=${encodeURIComponent(itemId)}`,
    [consultationId, panelId],
  );
}
