import type { PanelId } from '@shared/domain/kernel/ids.ts';
import type { Proposal } from '@shared/domain/seating.ts';
import { useReplica } from '../../sync/Seat.tsx';

/** The rooms that the bureau is preparing for a panel, if any: the latest, where two moderators began. */
export function useProposal(panelId: PanelId): Proposal | null {
  return useReplica(
    ({ bureau }) =>
      Object.values(bureau.seating)
        .filter((each) => each.panelId === panelId)
        .at(-1) ?? null,
  );
}
