/** The gate of the sockets: who comes in, what they may send, how much of it, and what becomes of each message. */

import type { Scope } from '@shared/domain/kernel/slice.ts';
import { isCommandName } from '@shared/domain/rulebook.ts';
import { DRAFT_SCHEMA_VERSION, PROTOCOL_VERSION } from '@shared/protocol/version.ts';
import { limits, Up } from '@shared/protocol/wire.ts';
import type { Logger } from 'pino';
import type { Server } from 'socket.io';
import * as z from 'zod/mini';
import type { Metrics } from '../ops/metrics.ts';
import type { LiveConsultation, SeatedSocket } from './liveConsultation.ts';
import type { RateClass, RateLimit } from './rateLimit.ts';

export interface GatePorts {
  io: Server;
  /** Who a socket's cookie says it is, for the consultation that it asks for; null where it may not come in. */
  seatOf(
    cookie: string | undefined,
    consultationId: unknown,
  ): { participantId: string; sessionId: string; live: LiveConsultation } | null;
  rateLimit: RateLimit;
  log: Logger;
  metrics: Metrics;
}

type Reply = Record<string, unknown> & { ok: boolean };
type Handler = (payload: never, socket: SeatedSocket, live: LiveConsultation) => Reply | Promise<Reply>;

const socketsPerPerson = 12;
/** Bytes that may wait for one slow reader before it is let go, to come back and ask for what it missed. */
const unsentLimit = 1024 * 1024;
const sweepEveryMs = 1_000;

const classes: Record<keyof typeof Up, RateClass> = {
  hello: 'read',
  command: 'command',
  sync: 'read',
  presence: 'presence',
  'draft:open': 'draft',
  'draft:close': 'draft',
  'draft:update': 'draft',
  'draft:caret': 'caret',
};

const handlers: {
  [K in keyof typeof Up]: (payload: Up[K], socket: SeatedSocket, live: LiveConsultation) => Reply | Promise<Reply>;
} = {
  hello({ protocol, draftSchema, cursors, epoch }, socket, live) {
    if (protocol !== PROTOCOL_VERSION || draftSchema > DRAFT_SCHEMA_VERSION) return { ok: false, code: 'OUTDATED' };
    const you = live.you(socket.data.participantId);
    if (!you) return { ok: false, code: 'SIGNED_OUT' };
    const feed = live.seat(socket, epoch === live.id ? cursors : {});
    return {
      ok: true,
      you,
      epoch: live.id,
      serverNow: Date.now(),
      people: live.names(you),
      feed,
      status: live.status(),
    };
  },
  async command(envelope, socket, live) {
    return live.host.submit(socket.data.participantId, envelope);
  },
  sync({ scope, after }, socket, live) {
    if (!live.reads(socket.id, scope as Scope)) return { ok: false, code: 'NOT_READABLE' };
    return { ok: true, feed: live.feed.part(scope as Scope, after) };
  },
  presence({ roomId, isTyping }, socket, live) {
    if (roomId !== null && !live.reads(socket.id, `room:${roomId}`)) return { ok: false, code: 'NOT_READABLE' };
    live.presence.place(socket.id, roomId, isTyping);
    return { ok: true };
  },
  'draft:open': (payload, socket, live) => live.drafts.open(socket.data.participantId, payload, socket.id),
  'draft:close': (payload, socket, live) => live.drafts.close(payload, socket.id),
  'draft:update': (payload, socket, live) => live.drafts.update(socket.data.participantId, payload),
  'draft:caret': (payload, socket, live) => live.drafts.caret(socket.data.participantId, payload),
};

/** Opens the gate on a socket server. */
export function openGate({ io, seatOf, rateLimit, log, metrics }: GatePorts): { close(): void } {
  const lives = new WeakMap<SeatedSocket, LiveConsultation>();

  io.use((socket, next) => {
    const seat = seatOf(socket.handshake.headers.cookie, socket.handshake.auth.consultationId);
    if (!seat || seat.live.socketsOf(seat.participantId) >= socketsPerPerson) {
      metrics.socketsRefused.inc({ code: seat ? 'RATE_LIMITED' : 'SIGNED_OUT' });
      const error: Error & { data?: object } = new Error('signed out');
      error.data = { code: seat ? 'RATE_LIMITED' : 'SIGNED_OUT' };
      next(error);
      return;
    }
    const { participantId, sessionId, live } = seat;
    Object.assign(socket.data, { consultationId: live.id, participantId, sessionId });
    lives.set(socket as SeatedSocket, live);
    next();
  });

  io.on('connection', (anySocket) => {
    const socket = anySocket as SeatedSocket;
    const live = lives.get(socket);
    if (!live) return void socket.disconnect(true);
    metrics.sockets.inc();
    socket.on('disconnect', () => {
      metrics.sockets.dec();
      live.leave(socket);
    });
    socket.onAny((event: string, ...args: unknown[]) => void take(socket, live, event, args));
  });

  async function take(socket: SeatedSocket, live: LiveConsultation, event: string, args: unknown[]): Promise<void> {
    const [payload, reply] = args;
    // A message without a way to answer is no message of ours; it is dropped, and so is one with more than it should carry.
    if (typeof reply !== 'function' || args.length !== 2 || !Object.hasOwn(Up, event)) return;
    const kind = event as keyof typeof Up;
    const began = performance.now();
    const answer = await answerTo(socket, live, kind, payload);
    if (kind === 'command') count(payload, answer, (performance.now() - began) / 1000);
    reply(answer);
  }

  function count(payload: unknown, answer: Reply, seconds: number): void {
    const named = typeof payload === 'object' && payload !== null && 'type' in payload ? String(payload.type) : '';
    const type = isCommandName(named) ? named : 'unknown';
    metrics.commands.inc({ type, code: answer.ok ? 'ok' : String(answer.code) });
    metrics.commandSeconds.observe(seconds);
  }

  async function answerTo(
    socket: SeatedSocket,
    live: LiveConsultation,
    kind: keyof typeof Up,
    payload: unknown,
  ): Promise<Reply> {
    try {
      const read = z.safeParse(Up[kind], payload);
      if (!read.success)
        return {
          ok: false,
          code: 'INVALID',
          details: { misfits: read.error.issues.map(({ path, code }) => ({ path: path.join('.'), code })) },
        };
      const wait = await rateLimit.take(classes[kind], `${live.id}/${socket.data.participantId}`);
      if (wait !== null) return { ok: false, code: 'RATE_LIMITED', details: { retryAfterMs: wait } };
      if (!live.you(socket.data.participantId)) return { ok: false, code: 'SIGNED_OUT' };
      return await (handlers[kind] as Handler)(read.data as never, socket, live);
    } catch (error) {
      const reference = `${socket.id.slice(0, 6)}-${Date.now().toString(36)}`;
      metrics.faults.inc({ place: 'gate' });
      log.error({ err: error, kind, reference }, 'fault at the gate');
      return { ok: false, code: 'FAULT', details: { reference } };
    }
  }

  const sweep = setInterval(() => {
    for (const socket of io.of('/').sockets.values()) {
      const transport = socket.conn.transport as unknown as { socket?: { bufferedAmount?: number } };
      if ((transport.socket?.bufferedAmount ?? 0) > unsentLimit) socket.conn.close();
    }
  }, sweepEveryMs);
  return { close: () => clearInterval(sweep) };
}

/** Limits of the transport below the gate. */
export const transportLimits = { maxHttpBufferSize: limits.message + 1024 };
