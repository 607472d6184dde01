/** A WebSocket that speaks the engine's handshake and then whatever bytes it is told to, as no client of ours would. */
import { once } from 'node:events';
import { Decoder, Encoder } from '@shared/protocol/parser.ts';
import { expect, vi } from 'vitest';
import { WebSocket } from 'ws';

const within = { timeout: 20_000, interval: 10 };

export interface Packet {
  type: number;
  nsp: string;
  data?: unknown;
  id?: number;
}

export async function rawLine(url: string, cookie = '') {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    headers: cookie ? { cookie } : {},
  });
  const packets: Packet[] = [];
  const decoder = new Decoder();
  decoder.on('decoded', (packet) => packets.push(packet));
  let isOpen = true;
  socket.on('close', () => {
    isOpen = false;
  });
  socket.on('error', () => {});
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (isBinary) decoder.add(Uint8Array.from(data));
    // The engine's heartbeat: 2 is answered by 3.
    else if (data.toString() === '2') socket.send('3');
  });
  await once(socket, 'message');
  return {
    socket,
    packets,
    isOpen: () => isOpen,
    bytes: (data: Uint8Array | string) => socket.send(data),
    packet(packet: object): void {
      for (const bytes of new Encoder().encode(packet as Packet)) socket.send(bytes);
    },
    close: () => socket.terminate(),
  };
}

/** The same, seated in a consultation; it has not said hello. */
export async function seatedRawLine(url: string, cookie: string, consultationId: string): Promise<RawLine> {
  const line = await rawLine(url, cookie);
  line.packet({ type: 0, nsp: '/', data: { consultationId } });
  await vi.waitFor(() => expect(line.packets[0]).toMatchObject({ type: 0 }), within);
  return line;
}

/** What the server answered to the packet of a number. */
export async function answerTo(line: RawLine, id: number): Promise<Record<string, unknown>> {
  const found = () => line.packets.find((each) => each.type === 3 && each.id === id);
  await vi.waitFor(() => expect(found()).toBeDefined(), within);
  const [answer] = (found()?.data ?? []) as Record<string, unknown>[];
  return answer ?? {};
}

export type RawLine = Awaited<ReturnType<typeof rawLine>>;
