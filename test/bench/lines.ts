/**
 * Cheap connections for the load: bare `ws` clients that speak the engine's handshake and msgpack packets by hand, so that
 * thousands of them fit beside the server on one machine.
 */
import { Encoder } from '@shared/protocol/parser.ts';
import { DRAFT_SCHEMA_VERSION, PROTOCOL_VERSION } from '@shared/protocol/version.ts';
import { WebSocket } from 'ws';
import { kinds } from './bareFrames.ts';

export interface Line {
  socket: WebSocket;
  /** What is done with each frame that comes down, acknowledgements too. */
  hear: (data: Buffer) => void;
  bytes: number;
  frames: number;
  /** The number of the last packet that asks for an answer. */
  lastId: number;
  room: number;
}

const encoder = new Encoder();

/** A packet as it travels. */
export function packet(content: object): Buffer {
  return Buffer.from(encoder.encode(content as Parameters<Encoder['encode']>[0])[0] ?? []);
}

/** An event that asks for an answer. */
export function ask(line: Line, event: string, payload: unknown): Buffer {
  line.lastId += 1;
  return packet({ type: 2, nsp: '/', data: [event, payload], id: line.lastId });
}

/** What a frame of the server is: an answer, an event by its name, or something of the handshake. */
export function kindOf(data: Buffer): string {
  // {id, type, data, nsp} begins with the key `id`; {type, data, nsp} has its event's name at a fixed place.
  if (data[2] === 0x69) return 'ack';
  if (data[6] !== 2) return 'handshake';
  const length = (data[13] ?? 0) - 0xa0;
  return data.toString('latin1', 14, 14 + length);
}

/** Whether an answer says ok; looked for in its first bytes, because decoding thousands of states costs the load too much. */
export function isOk(data: Buffer): boolean {
  return data.subarray(0, 40).includes(okBytes);
}
const okBytes = Buffer.from([0xa2, 0x6f, 0x6b, 0xc3]);

function open(url: string, headers: Record<string, string>): Line {
  const socket = new WebSocket(url.replace('http', 'ws'), {
    headers,
    perMessageDeflate: false,
    skipUTF8Validation: true,
  });
  const line: Line = { socket, hear: () => {}, bytes: 0, frames: 0, lastId: 0, room: -1 };
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    line.bytes += data.length;
    if (isBinary) {
      line.frames += 1;
      line.hear(data);
    } else if (data[0] === 0x32) socket.send('3');
    else if (data[0] === 0x30) line.hear(data);
  });
  return line;
}

/** Waits for the next frame that is wanted. */
export function next(line: Line, isWanted: (data: Buffer) => boolean): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    line.socket.once('error', reject);
    line.hear = (data) => {
      if (!isWanted(data)) return;
      line.hear = () => {};
      line.socket.removeListener('error', reject);
      resolve(data);
    };
  });
}

/** Comes into the house and says hello; answers the line and what hello was answered. */
export async function enterHouse(
  url: string,
  consultationId: string,
  cookie: string,
  from: { cursors: Record<string, number>; epoch: string | null } = { cursors: {}, epoch: null },
): Promise<{ line: Line; hello: Buffer }> {
  const line = open(`${url}/socket.io/?EIO=4&transport=websocket`, { cookie });
  await next(line, (data) => data[0] === 0x30);
  line.socket.send(packet({ type: 0, nsp: '/', data: { consultationId } }));
  const seated = await next(line, () => true);
  if (seated[6] !== 0) throw new Error('not let in');
  const hello = { protocol: PROTOCOL_VERSION, draftSchema: DRAFT_SCHEMA_VERSION, ...from };
  line.socket.send(ask(line, 'hello', hello));
  const answered = await next(line, (data) => kindOf(data) === 'ack');
  if (!isOk(answered)) throw new Error('hello was refused');
  return { line, hello: answered };
}

/** The same at the bare server. */
export async function enterBare(url: string, room: number, cookie = '', wasAway = false): Promise<Line> {
  const line = open(`${url}/?room=${room}`, { cookie });
  await new Promise((resolve, reject) => line.socket.once('open', resolve).once('error', reject));
  line.room = room;
  line.socket.send(Buffer.from([wasAway ? kinds.helloAgain : kinds.hello]));
  await next(line, (data) => data[0] === kinds.hello);
  return line;
}

/** Does something for everyone, so many at a time. */
export async function forEach<T>(all: readonly T[], atOnce: number, what: (each: T, at: number) => Promise<void>) {
  let at = 0;
  const worker = async () => {
    while (at < all.length) {
      const mine = at;
      at += 1;
      await what(all[mine] as T, mine);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
}
