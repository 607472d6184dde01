import { mayVote } from '@shared/domain/delegation.ts';
import type { Call } from '@shared/domain/noObjection.ts';
import { useReplica, useServerOffset, useYou } from '../../sync/Seat.tsx';
import { useNow } from '../../ui/useNow.ts';

/** How long the end of a countdown is told on every page. */
const toldMs = 30_000;

/** The call for adoption that runs or has just ended, with what one's own delegation may do about it. */
export interface CallNow {
  call: Call;
  title: string;
  mayObject: boolean;
}

export function useCallNow(): CallNow | null {
  const { role, delegationId } = useYou();
  const found = useReplica(({ plenary }): CallNow | null => {
    const call = plenary.noObjection.byId[plenary.noObjection.order.at(-1) ?? ''];
    if (!call) return null;
    const title = plenary.board.items[call.itemId]?.current.title ?? '';
    return { call, title, mayObject: role === 'delegate' && mayVote(plenary.delegation, delegationId) };
  });
  const ended = found && found.call.phase !== 'running' ? found.call.endedAt : null;
  const now = useNow(useServerOffset(), ended !== null);
  return ended !== null && now - ended > toldMs ? null : found;
}
