/** How packets are written on the wire: msgpack, one frame each, bytes inside as bytes. Used by both ends. */

import { Decoder as MsgpackDecoder, Encoder as MsgpackEncoder } from '@msgpack/msgpack';
import { Emitter } from '@socket.io/component-emitter';
import { isWellFormed } from './frameShape.ts';

interface Packet {
  type: number;
  nsp: string;
  data?: unknown;
  id?: number;
}

/** Names that a socket uses for itself at either end: nobody may send them as if they had happened. */
const reserved = new Set(['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener']);

const types = { connect: 0, disconnect: 1, event: 2, ack: 3, connectError: 4 };

const options = { ignoreUndefined: true };

/** A value that is encoded already, once for all the packets that carry it. */
export class Encoded {
  readonly bytes: Uint8Array;
  constructor(value: unknown) {
    this.bytes = new MsgpackEncoder(options).encode(value);
  }
}

/** What the encoder does with anything that is not a plain value, and how it writes bytes; private in its types only. */
interface Inside {
  encodeObject(value: unknown, depth: number): void;
  writeU8a(bytes: Uint8Array): void;
}
const { encodeObject } = MsgpackEncoder.prototype as unknown as Inside;

class PacketEncoder extends MsgpackEncoder {}
Object.defineProperty(PacketEncoder.prototype, 'encodeObject', {
  value(this: Inside, value: unknown, depth: number): void {
    if (value instanceof Encoded) this.writeU8a(value.bytes);
    else encodeObject.call(this, value, depth);
  },
});

export class Encoder {
  #encoder = new PacketEncoder(options);
  encode(packet: Packet): Uint8Array[] {
    const bytes = this.#encoder.encode(packet);
    // The server's sockets take Buffers; a view costs no copy.
    return [typeof Buffer === 'undefined' ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)];
  }
}

export class Decoder extends Emitter<{ decoded: (packet: Packet) => void }, { decoded: (packet: Packet) => void }> {
  #decoder = new MsgpackDecoder();
  /** @throws an error on anything that is not a packet, which closes the connection */
  add(frame: ArrayBuffer | Uint8Array): void {
    const bytes = frame instanceof ArrayBuffer ? new Uint8Array(frame) : frame;
    if (!(bytes instanceof Uint8Array) || !isWellFormed(bytes)) throw new Error('not a frame');
    const packet: unknown = this.#decoder.decode(bytes);
    if (!isPacket(packet)) throw new Error('not a packet');
    this.emit('decoded', packet);
  }
  destroy(): void {}
}

function isPacket(value: unknown): value is Packet {
  if (typeof value !== 'object' || value === null) return false;
  const { type, nsp, data, id } = value as Record<string, unknown>;
  if (!Number.isInteger(type) || typeof nsp !== 'string') return false;
  if (id !== undefined && !Number.isInteger(id)) return false;
  if (type === types.event) return Array.isArray(data) && typeof data[0] === 'string' && !reserved.has(data[0]);
  if (type === types.ack) return Array.isArray(data);
  if (type === types.connect) return data === undefined || (typeof data === 'object' && data !== null);
  return type === types.disconnect || type === types.connectError;
}

export const parser = { Encoder, Decoder, protocol: 5 };
