import type { Room } from '@shared/domain/room.ts';
import { useRef, useState } from 'react';
import { byUrgency, type RoomWatch } from './roomWatch.ts';

/**
 * The rooms with trouble first. Nothing moves under a hand: while the pointer or the focus is among the tiles, they keep
 * the places that they had.
 */
export function useWallOrder(rooms: readonly Room[], watches: ReadonlyMap<string, RoomWatch>) {
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const last = useRef<readonly string[]>([]);
  const isHeld = isPointed || isFocused;
  const sorted = rooms
    .map((room) => ({ room, number: room.number, troubles: watches.get(room.id)?.troubles ?? [] }))
    .sort(byUrgency)
    .map(({ room }) => room);
  const isSameRound = last.current.length === rooms.length && rooms.every(({ id }) => last.current.includes(id));
  const ordered =
    isHeld && isSameRound ? last.current.flatMap((id) => rooms.find((room) => room.id === id) ?? []) : sorted;
  last.current = ordered.map(({ id }) => id);
  const hold = {
    onPointerEnter: () => setPointed(true),
    onPointerLeave: () => setPointed(false),
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
  };
  return { ordered, hold };
}
