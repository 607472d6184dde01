/** A reader that does not keep up is let go, to come back and ask for what it missed; nobody else waits for it. */
import type { Socket } from 'socket.io';

/** Bytes that may wait for one reader. */
const unsentLimit = 1024 * 1024;

interface Connection {
  /** What waits for the transport, while an earlier write is on its way. */
  writeBuffer: readonly { data?: unknown }[];
  transport: {
    /** The WebSocket; absent while the connection is polling. */
    socket?: { bufferedAmount: number; terminate(): void };
  };
}

const inside = (connection: Socket['conn']) => connection as unknown as Connection;

/** Whether more waits for a reader than may. */
export function isTooSlow(connection: Socket['conn']): boolean {
  const { transport, writeBuffer } = inside(connection);
  let unsent = transport.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) unsent += sizeOf(data);
  return unsent > unsentLimit;
}

/** Ends a connection without waiting until the other side has read what is left. */
export function cutOff(connection: Socket['conn']): void {
  const { socket } = inside(connection).transport;
  if (socket) socket.terminate();
  else connection.close(true);
}

function sizeOf(data: unknown): number {
  if (typeof data === 'string') return data.length;
  return ArrayBuffer.isView(data) ? data.byteLength : 0;
}
