/** The gate of the sockets: who comes in, what they may send, how much of it, and what becomes of each message. */

import type { Scope } from '@shared/domain/kernel/slice.ts';
import { isCommandName } from '@shared/domain/rulebook.ts';
import { DRAFT_SCHEMA_VERSION, PROTOCOL_VERSION } from '@shared/protocol/version.ts';
import { Up } from '@shared/protocol/wire.ts';
import type { Logger } from 'pino';
import type { Server } from 'socket.io';
import * as z from 'zod/mini';
import type { Metrics } from '../ops/metrics.ts';
import type { LiveConsultation, SeatedSocket } from './liveConsultation.ts';
import { createMisfitLog } from './misfitLog.ts';
import type { RateClass, RateLimit } from './rateLimit.ts';
import { cutOff, isTooSlow } from './slowReader.ts';

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
const sweepEveryMs = 1_000;
/** In how many sweeps every connection's session has been looked at again. */
const sweepsPerSession = 5;
const mostMisfits = 20;

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

/** A page that does not know all that a draft may hold would take away what it cannot show: it only reads. */
const isOld = ({ data }: SeatedSocket) => (data.draftSchema ?? 0) < DRAFT_SCHEMA_VERSION;

const handlers: {
  [K in keyof typeof Up]: (payload: Up[K], socket: SeatedSocket, live: LiveConsultation) => Reply | Promise<Reply>;
} = {
  hello({ protocol, draftSchema, cursors, epoch }, socket, live) {
    if (protocol !== PROTOCOL_VERSION || draftSchema > DRAFT_SCHEMA_VERSION) return { ok: false, code: 'OUTDATED' };
    const you = live.you(socket.data.participantId);
    if (!you) return { ok: false, code: 'SIGNED_OUT' };
    socket.data.draftSchema = draftSchema;
    const feed = live.seat(socket, epoch === live.id ? cursors : {});
    return {
      ok: true,
      you,
      epoch: live.id,
      serverNow: live.now(),
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
  async 'draft:open'(payload, socket, live) {
    const answer = await live.drafts.open(socket.data.participantId, payload, socket.id);
    return answer.ok && isOld(socket) ? { ...answer, isWritable: false } : answer;
  },
  'draft:close': (payload, socket, live) => live.drafts.close(payload, socket.id),
  'draft:update': (payload, socket, live) =>
    isOld(socket) ? { ok: false, code: 'OUTDATED' } : live.drafts.update(socket.data.participantId, payload),
  'draft:caret': (payload, socket, live) => live.drafts.caret(socket.data.participantId, payload),
};

/** Opens the gate on a socket server. */
export function openGate({ io, seatOf, rateLimit, log, metrics }: GatePorts): { close(): void } {
  const misfits = createMisfitLog(log);
  const seats = new WeakMap<SeatedSocket, { live: LiveConsultation; cookie: string | undefined }>();

  /** A fault that its user is told of by a reference, and the log by the same. */
  function fault(error: unknown, kind: string, socketId: string): Reply {
    const reference = `${socketId.slice(0, 6)}-${Date.now().toString(36)}`;
    metrics.faults.inc({ place: 'gate' });
    log.error({ err: error, kind, reference }, 'fault at the gate');
    return { ok: false, code: 'FAULT', details: { reference } };
  }

  /** Seats a connection by its session, or says why not. */
  function comeIn(socket: SeatedSocket): string | null {
    const { cookie } = socket.handshake.headers;
    const seat = seatOf(cookie, socket.handshake.auth.consultationId);
    if (!seat) return 'SIGNED_OUT';
    const { participantId, sessionId, live } = seat;
    if (live.socketsOf(participantId) >= socketsPerPerson) return 'RATE_LIMITED';
    Object.assign(socket.data, { consultationId: live.id, participantId, sessionId });
    seats.set(socket, { live, cookie });
    return null;
  }

  io.use((anySocket, next) => {
    const socket = anySocket as SeatedSocket;
    let code: string | null;
    try {
      code = comeIn(socket);
    } catch (error) {
      code = String(fault(error, 'connect', socket.id).code);
    }
    if (code === null) return next();
    metrics.socketsRefused.inc({ code });
    next(Object.assign(new Error('refused'), { data: { code } }));
    // Whoever is refused reads why, and is then gone: the next try costs a new connection.
    setImmediate(() => socket.conn.close());
  });

  io.on('connection', (anySocket) => {
    const socket = anySocket as SeatedSocket;
    const live = seats.get(socket)?.live;
    // Several may have come in at the same instant, each counted before the others were there.
    if (!live || live.socketsOf(socket.data.participantId) >= socketsPerPerson) return void socket.disconnect(true);
    live.arrive(socket);
    metrics.sockets.inc();
    socket.on('disconnect', () => {
      metrics.sockets.dec();
      live.leave(socket);
    });
    socket.onAny((event: string, ...args: unknown[]) => void take(socket, live, event, args));
  });

  async function take(socket: SeatedSocket, live: LiveConsultation, event: string, args: unknown[]): Promise<void> {
    const reply = args.at(-1);
    // Where no answer is asked for none can be given: the message is dropped.
    if (typeof reply !== 'function') return;
    const began = performance.now();
    let answer: Reply;
    try {
      answer = await answerTo(socket, live, event, args);
      if (!answer.ok && answer.code === 'DRAFT_INVALID')
        rateLimit.charge('draft', `${live.id}/${socket.data.participantId}`, performance.now() - began);
      if (!answer.ok && answer.code === 'INVALID') misfits.note(socket.id, event, args);
      if (event === 'command') count(args[0], answer, (performance.now() - began) / 1000);
    } catch (error) {
      answer = fault(error, Object.hasOwn(Up, event) ? event : 'unknown', socket.id);
    }
    reply(answer);
  }

  function count(payload: unknown, answer: Reply, seconds: number): void {
    const named = typeof payload === 'object' && payload !== null && 'type' in payload ? payload.type : null;
    const type = typeof named === 'string' && isCommandName(named) ? named : 'unknown';
    metrics.commands.inc({ type, code: answer.ok ? 'ok' : String(answer.code) });
    metrics.commandSeconds.observe(seconds);
  }

  async function answerTo(
    socket: SeatedSocket,
    live: LiveConsultation,
    event: string,
    [payload, ...more]: unknown[],
  ): Promise<Reply> {
    const kind = Object.hasOwn(Up, event) ? (event as keyof typeof Up) : null;
    // What is malformed counts as well: it costs as much.
    const wait = rateLimit.take(kind ? classes[kind] : 'read', `${live.id}/${socket.data.participantId}`);
    if (wait !== null) return { ok: false, code: 'RATE_LIMITED', details: { retryAfterMs: wait } };
    if (!kind || more.length !== 1) return { ok: false, code: 'INVALID', details: { misfits: [] } };
    const read = z.safeParse(Up[kind], payload);
    if (!read.success) {
      const misfits = read.error.issues.slice(0, mostMisfits).map(({ path, code }) => ({ path: path.join('.'), code }));
      return { ok: false, code: 'INVALID', details: { misfits } };
    }
    if (!live.you(socket.data.participantId)) return { ok: false, code: 'SIGNED_OUT' };
    return await (handlers[kind] as Handler)(read.data as never, socket, live);
  }

  /** A session may have run out or been ended elsewhere since the connection came in. */
  function hasSession(socket: SeatedSocket): boolean {
    const seat = seats.get(socket);
    try {
      return !seat || seatOf(seat.cookie, seat.live.id)?.sessionId === socket.data.sessionId;
    } catch {
      return true;
    }
  }

  let sweeps = 0;
  const sweep = setInterval(() => {
    sweeps += 1;
    let at = sweeps;
    for (const anySocket of io.of('/').sockets.values()) {
      const socket = anySocket as SeatedSocket;
      at += 1;
      if (isTooSlow(socket.conn)) {
        metrics.socketsRefused.inc({ code: 'SLOW' });
        cutOff(socket.conn);
      } else if (at % sweepsPerSession === 0 && !hasSession(socket)) {
        seats.get(socket)?.live.endSession(socket.data.sessionId);
      }
    }
  }, sweepEveryMs);
  return { close: () => clearInterval(sweep) };
}
