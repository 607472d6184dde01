import { useMemo } from 'react';
import { useReplica } from '../../../sync/Seat.tsx';

/** What is counted in the record. */
export type Figure =
  | 'delegations'
  | 'people'
  | 'panels'
  | 'rounds'
  | 'rooms'
  | 'items'
  | 'comments'
  | 'positions'
  | 'votes';

/** The meeting in numbers, live. */
export function useFigures(): [Figure, number][] {
  const plenary = useReplica((state) => state.plenary);
  return useMemo(() => {
    const { delegation, panel, seating, room, board, comment, position, vote } = plenary;
    const signals = Object.values(position).flatMap((byDelegation) => Object.values(byDelegation));
    return [
      ['delegations', Object.keys(delegation.byId).length],
      ['people', Object.values(delegation.participants).filter(({ isActive }) => isActive).length],
      ['panels', panel.order.length],
      ['rounds', seating.order.length],
      ['rooms', Object.keys(room.byId).length],
      ['items', Object.values(board.items).filter(({ isTakenBack }) => !isTakenBack).length],
      ['comments', Object.values(comment.byItem).reduce((sum, thread) => sum + thread.length, 0)],
      ['positions', signals.length],
      ['votes', vote.order.length],
    ];
  }, [plenary]);
}
