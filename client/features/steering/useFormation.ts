import type { Examination } from '@shared/domain/dealing.ts';
import { formationOf } from '@shared/domain/formation.ts';
import type { Proposal } from '@shared/domain/seating.ts';
import { useMemo } from 'react';
import { useReplica } from '../../sync/Seat.tsx';
import { type RoomView, roomViews } from './formationView.ts';

/** How a proposal stands by its rules; the examination is null once somebody in it has lost their seat. */
export function useFormation(proposal: Proposal): { examination: Examination | null; rooms: RoomView[] } {
  const delegation = useReplica(({ plenary }) => plenary.delegation);
  return useMemo(() => {
    const examination = formationOf({ plenary: { delegation } }, proposal);
    return { examination, rooms: roomViews(proposal, examination) };
  }, [delegation, proposal]);
}
