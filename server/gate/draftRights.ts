/** Who may read and write a draft now: read from the state for every message, remembered only while the state is the same. */
import { draftPlace } from '@shared/domain/actionItem.ts';
import type { Scope } from '@shared/domain/kernel/slice.ts';
import { scopesOf } from '@shared/domain/scope.ts';
import type { ConsultationState } from '@shared/domain/state.ts';

interface Place {
  roomId: string;
  isWritable: boolean;
}

interface Remembered extends Place {
  room: unknown;
  within: unknown;
}

export function createDraftRights(state: () => ConsultationState) {
  const places = new Map<string, Remembered>();
  let scopes = new Map<string, ReadonlySet<Scope>>();
  let scopesOfState: ConsultationState | null = null;

  function place(itemId: string): Place | null {
    const now = state();
    const known = places.get(itemId);
    // The state is replaced, never changed: the same parts mean the same answer.
    if (known && known.room === now.plenary.room.byId[known.roomId] && known.within === now.room[known.roomId])
      return known;
    const found = draftPlace(now, itemId);
    if (!found) return null;
    places.set(itemId, { ...found, room: now.plenary.room.byId[found.roomId], within: now.room[found.roomId] });
    return found;
  }

  function mayRead(participantId: string, roomId: string): boolean {
    const now = state();
    if (now !== scopesOfState) {
      scopesOfState = now;
      scopes = new Map();
    }
    let own = scopes.get(participantId);
    if (!own) {
      own = new Set(scopesOf(now, participantId));
      scopes.set(participantId, own);
    }
    return own.has(`room:${roomId}`);
  }

  return {
    place,
    mayRead,
    /** Who reads as bureau does not write: the text is its room's. */
    isMember: (participantId: string, roomId: string): boolean =>
      mayRead(participantId, roomId) && (state().plenary.room.byId[roomId]?.members.includes(participantId) ?? false),
  };
}
