/** Who is where, and who types: volatile, told to a room's readers and to the bureau, never stored. Identity is the session's. */
import type { Down } from '@shared/protocol/wire.ts';

interface Whereabouts {
  participantId: string;
  roomId: string | null;
  isTyping: boolean;
}

const tellEveryMs = 300;

export function createPresence(tell: (frame: Down['presence']) => void) {
  const bySocket = new Map<string, Whereabouts>();
  const changed = new Set<string | null>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  function touch(roomId: string | null): void {
    if (isStopped) return;
    changed.add(roomId);
    timer ??= setTimeout(() => {
      timer = undefined;
      const rooms = [...changed];
      changed.clear();
      for (const room of rooms) tell(frame(room));
    }, tellEveryMs);
  }

  function frame(roomId: string | null): Down['presence'] {
    const here = new Set<string>();
    const typing = new Set<string>();
    for (const each of bySocket.values()) {
      if (roomId !== null && each.roomId !== roomId) continue;
      here.add(each.participantId);
      if (each.isTyping && roomId !== null) typing.add(each.participantId);
    }
    return { roomId, here: [...here].sort(), typing: [...typing].sort() };
  }

  return {
    arrive(socketId: string, participantId: string): void {
      bySocket.set(socketId, { participantId, roomId: null, isTyping: false });
      touch(null);
    },
    place(socketId: string, roomId: string | null, isTyping: boolean): void {
      const known = bySocket.get(socketId);
      if (!known) return;
      const before = known.roomId;
      Object.assign(known, { roomId, isTyping });
      if (before !== null && before !== roomId) touch(before);
      if (roomId !== null) touch(roomId);
    },
    leave(socketId: string): void {
      const known = bySocket.get(socketId);
      if (!known) return;
      bySocket.delete(socketId);
      if (known.roomId !== null) touch(known.roomId);
      touch(null);
    },
    frame,
    stop(): void {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
