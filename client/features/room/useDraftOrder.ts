import type { ItemId, RoomId } from '@shared/domain/kernel/ids.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { useAnnounce, useToast } from '../../ui/Announcer.tsx';
import type { RoomDrafts } from './useRoomFacts.ts';

export interface DraftOrder {
  /** Puts drafts before another one; null is the end. */
  place(keys: readonly ItemId[], before: ItemId | null): void;
  step(itemId: ItemId, direction: 'up' | 'down'): void;
}

/** Puts the drafts of a room in order; those withdrawn keep their places at the end. */
export function useDraftOrder(roomId: RoomId, drafts: RoomDrafts): DraftOrder {
  const t = useT();
  const toast = useToast();
  const announce = useAnnounce();
  const wordsOf = useRefusalWords();
  const { send } = useCommand('actionItem.order');
  const current = drafts.current.map(({ id }) => id);
  const submit = async (next: ItemId[], moved: ItemId) => {
    const answer = await send({ roomId, itemIds: [...next, ...drafts.withdrawn.map(({ id }) => id)] });
    if (!answer.ok) return toast({ text: wordsOf(answer), tone: 'danger' });
    announce(t('room.order.moved', { title: drafts.byId[moved]?.title ?? '', n: next.indexOf(moved) + 1 }));
  };
  const place: DraftOrder['place'] = (keys, before) => {
    const rest = current.filter((id) => !keys.includes(id));
    const at = before === null ? rest.length : rest.indexOf(before);
    const next = [...rest.slice(0, at), ...keys, ...rest.slice(at)];
    if (keys[0] && next.join() !== current.join()) void submit(next, keys[0]);
  };
  return {
    place,
    step(itemId, direction) {
      const at = current.indexOf(itemId);
      if (direction === 'up' && at > 0) place([itemId], current[at - 1] ?? null);
      if (direction === 'down' && at >= 0 && at < current.length - 1) place([itemId], current[at + 2] ?? null);
    },
  };
}
