import type { Room } from '@shared/domain/room.ts';

/** The ids of rooms, as commands about several of them take them. */
export function roomIdsOf(rooms: readonly Room[]): string[] {
  return rooms.map(({ id }) => id);
}
