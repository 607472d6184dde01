/** The only door to the socket: requests with answers, frames that come down, and whether the line is up. */

import { parser } from '@shared/protocol/parser.ts';
import { DRAFT_SCHEMA_VERSION, PROTOCOL_VERSION } from '@shared/protocol/version.ts';
import type { Answers, Down, Up } from '@shared/protocol/wire.ts';
import { io } from 'socket.io-client';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** `connecting` for the first time, `live`, `reconnecting` after a loss, or over for good. */
export type Line = 'connecting' | 'live' | 'reconnecting' | 'signed-out' | 'outdated';

/** The answer to a request that the line could not carry. */
export interface NoAnswer {
  ok: false;
  code: 'NO_ANSWER';
  details?: Record<string, unknown>;
}

export interface Connection {
  line: StoreApi<{ line: Line }>;
  /** Asks once; answers `NO_ANSWER` when the line is down or silent for `timeoutMs`. Repeating is the caller's affair. */
  request<K extends keyof Up>(event: K, payload: Up[K], timeoutMs?: number): Promise<Answers[K] | NoAnswer>;
  on<K extends keyof Down>(event: K, handler: (frame: Down[K]) => void): () => void;
  /** Called each time the line is up, before anything else is asked on it. */
  onUp(handler: () => void): () => void;
  setLine(line: Line): void;
  close(): void;
}

const answerWithinMs = 10_000;

/** Opens the line to one consultation, as whoever the session's cookie says; who is no browser sends the cookie along. */
export function connect(consultationId: string, url = '', extraHeaders: Record<string, string> = {}): Connection {
  const line = createStore<{ line: Line }>(() => ({ line: 'connecting' }));
  const ups = new Set<() => void>();
  const socket = io(url, {
    auth: { consultationId },
    parser,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    withCredentials: true,
    extraHeaders,
    reconnectionDelay: 300,
    reconnectionDelayMax: 3_000,
    timeout: 8_000,
  });
  const isOver = () => ['signed-out', 'outdated'].includes(line.getState().line);
  const setLine = (next: Line) => {
    if (!isOver()) line.setState({ line: next });
    if (isOver()) socket.disconnect();
  };

  socket.on('connect', () => {
    for (const up of ups) up();
  });
  socket.on('disconnect', (reason) => {
    if (isOver()) return;
    setLine('reconnecting');
    // The server closed it, as it does before a restart or after a slow reader: come back by ourselves.
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 500);
  });
  socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
    if (error.data?.code === 'SIGNED_OUT') return setLine('signed-out');
    if (line.getState().line === 'live') setLine('reconnecting');
    if (!socket.active && !isOver()) setTimeout(() => socket.connect(), 2_000);
  });

  return {
    line,
    setLine,
    async request(event, payload, timeoutMs = answerWithinMs) {
      if (!socket.connected) return { ok: false, code: 'NO_ANSWER' };
      try {
        return await socket.timeout(timeoutMs).emitWithAck(event, payload);
      } catch {
        return { ok: false, code: 'NO_ANSWER' };
      }
    },
    on(event, handler) {
      // The map of frames is exact; socket.io's own typing of listeners cannot follow the generic.
      const listener = handler as (...args: unknown[]) => void;
      socket.on(event as string, listener);
      return () => socket.off(event as string, listener);
    },
    onUp(handler) {
      ups.add(handler);
      if (socket.connected) handler();
      return () => ups.delete(handler);
    },
    close() {
      socket.disconnect();
    },
  };
}

/** What a client says first, besides its cursors. */
export const versions = { protocol: PROTOCOL_VERSION, draftSchema: DRAFT_SCHEMA_VERSION };
