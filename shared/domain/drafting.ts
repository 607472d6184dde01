/** When the members of a room may write: one rule for a draft's title and fields, its words, its brackets and its paragraphs. */
import type { ActionItem } from './actionItem.ts';
import type { ItemId, RoomId } from './kernel/ids.ts';
import { type Refusal, refuse } from './kernel/slice.ts';
import type { ConsultationState } from './state.ts';

/** Why nobody may write in the room now, if so. */
export function roomRefusal(state: ConsultationState, roomId: RoomId): Refusal | null {
  const room = state.plenary.room.byId[roomId];
  if (!room) return refuse('room.unknown');
  return room.phase === 'frozen' ? refuse('room.frozen') : null;
}

/** ITEM-2: a draft is written while its room is open and it is not reported. */
export function drafting(state: ConsultationState, roomId: RoomId, itemId: ItemId): ActionItem | Refusal {
  const blocked = roomRefusal(state, roomId);
  if (blocked) return blocked;
  const found = state.room[roomId]?.actionItem.byId[itemId];
  if (!found) return refuse('actionItem.unknown');
  if (found.phase === 'reported') return refuse('actionItem.already-reported');
  if (found.phase === 'withdrawn') return refuse('actionItem.withdrawn');
  return found;
}
