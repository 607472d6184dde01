import { Adapter } from 'socket.io-adapter';
import * as ws from 'ws';

interface PacketOptions {
  preEncoded: boolean;
  compress: boolean;
  wsPreEncodedFrame?: Buffer[];
}

/** The parts of the adapter and of a socket that their types keep to themselves. */
interface Inside {
  encoder: { encode(packet: object): unknown[] };
  nsp: { name: string };
  apply(options: object, each: (socket: Reader) => void): void;
}
interface Reader {
  client: { conn: Connection; writeToEngine(encoded: unknown[], options: PacketOptions): void };
}
interface Connection {
  readyState: string;
  upgrading: boolean;
  writeBuffer: readonly unknown[];
  transport: {
    name: string;
    writable: boolean;
    socket?: { readyState: number; _socket?: { writableLength: number; write(frame: Buffer): void } };
  };
}

/**
 * Builds the WebSocket frame of a broadcast once for its whole scope, and writes it straight to every reader that waits for
 * nothing else. The stock adapter builds it once for text packets only (ours are binary), and each takes its way through two
 * queues, which cost more than the write itself.
 */
export class FrameOnceAdapter extends Adapter {}

Object.defineProperty(FrameOnceAdapter.prototype, 'broadcast', {
  value(this: Inside, packet: { nsp?: string }, options: object): void {
    packet.nsp = this.nsp.name;
    const encoded = this.encoder.encode(packet);
    const packetOptions: PacketOptions = { preEncoded: true, compress: false };
    const only = encoded.length === 1 ? encoded[0] : null;
    const frame = Buffer.isBuffer(only) ? frameOf(only) : null;
    if (frame) packetOptions.wsPreEncodedFrame = [frame];
    this.apply(options, ({ client }) => {
      const idle = frame ? idleStream(client.conn) : null;
      if (frame && idle) idle.write(frame);
      else client.writeToEngine(encoded, packetOptions);
    });
  },
});

/** Where a frame may be written past the queues without overtaking anything; null where something still waits, or is closing. */
function idleStream({ readyState, upgrading, writeBuffer, transport }: Connection) {
  if (readyState !== 'open' || upgrading || writeBuffer.length > 0) return null;
  if (transport.name !== 'websocket' || !transport.writable || transport.socket?.readyState !== ws.WebSocket.OPEN)
    return null;
  const stream = transport.socket._socket;
  return stream && stream.writableLength === 0 ? stream : null;
}

/** `Sender.frame` is what socket.io's own adapter uses; the types of `ws` leave it out. */
const { Sender } = ws as unknown as { Sender: { frame(data: Buffer, options: object): Buffer[] } };

/** Header and content in one piece: one write for each reader instead of two. */
function frameOf(data: Buffer): Buffer {
  return Buffer.concat(Sender.frame(data, { readOnly: false, mask: false, rsv1: false, opcode: 2, fin: true }));
}
