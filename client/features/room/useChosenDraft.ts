import type { ActionItem } from '@shared/domain/actionItem.ts';
import type { RoomId } from '@shared/domain/kernel/ids.ts';
import { useLocation, useSearchParams } from 'wouter';
import { useSeat } from '../../sync/Seat.tsx';
import type { RoomDrafts } from './useRoomFacts.ts';

export interface ChosenDraft {
  /** The draft that one looks at: the one in the address, else the first; none in an empty room. */
  item: ActionItem | null;
  number: number;
  hrefOf(itemId: string): string;
  open(itemId: string): void;
  step(by: 1 | -1): void;
}

/** Which draft of a room one looks at, by the address, so that it can be linked to and gone back from. */
export function useChosenDraft(roomId: RoomId, drafts: RoomDrafts): ChosenDraft {
  const { consultationId } = useSeat();
  const [params] = useSearchParams();
  const [, navigate] = useLocation();
  const asked = drafts.byId[params.get('draft') ?? ''];
  const item = (asked?.phase === 'withdrawn' ? undefined : asked) ?? drafts.current[0] ?? null;
  const at = item ? drafts.current.indexOf(item) : -1;
  const hrefOf = (itemId: string) => `/c/${consultationId}/room/${roomId}?draft=${encodeURIComponent(itemId)}`;
  return {
    item,
    number: at + 1,
    hrefOf,
    open: (itemId) => navigate(hrefOf(itemId)),
    step(by) {
      const next = drafts.current[at + by];
      if (next) navigate(hrefOf(next.id));
    },
  };
}
