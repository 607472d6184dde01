/** A socket client that keeps everything it hears, and folds it into a state of its own, apart from the browser's and the bots'. */
import { inflateSync } from 'node:zlib';
import type { Scope } from '@shared/domain/kernel/slice.ts';
import { evolve } from '@shared/domain/rulebook.ts';
import { type ConsultationState, emptyState, plant, type ScopeTree, uproot } from '@shared/domain/state.ts';
import { parser } from '@shared/protocol/parser.ts';
import { DRAFT_SCHEMA_VERSION, PROTOCOL_VERSION } from '@shared/protocol/version.ts';
import type { Answers, Down, FeedPart, Up } from '@shared/protocol/wire.ts';
import { nanoid } from 'nanoid';
import { io, type Socket } from 'socket.io-client';

export interface LineOptions {
  consultationId: string;
  cookie: string;
  transports: ('websocket' | 'polling')[];
  headers: Record<string, string>;
}

export interface Heard {
  event: string;
  frame: unknown;
}

const patienceMs = 20_000;

export type Line = Awaited<ReturnType<typeof dial>>;

/** Connects; the line is up but has not said hello. @throws an error with the code of the refusal as its message */
export async function dial(
  url: string,
  { consultationId, cookie, transports = ['websocket'], headers = {} }: Partial<LineOptions>,
) {
  const socket: Socket = io(url, {
    auth: { consultationId },
    parser,
    transports,
    extraHeaders: { ...(cookie ? { cookie } : {}), ...headers },
    forceNew: true,
    reconnection: false,
  });
  const heard: Heard[] = [];
  const cursors = new Map<Scope, number>();
  const state = emptyState();
  const wakers = new Set<() => void>();
  const wake = () => {
    for (const look of wakers) look();
  };
  /** Frames that came out of order, which a server must never send. */
  const gaps: string[] = [];
  let end: string | null = null;

  function take(part: FeedPart): void {
    if (part.kind === 'events') {
      fold(part);
      return;
    }
    plant(state, part.scope, JSON.parse(inflateSync(part.tree).toString()) as ScopeTree);
    cursors.set(part.scope, part.pos);
  }

  function fold({ scope, from, events }: Down['events']): void {
    const known = cursors.get(scope) ?? 0;
    if (from > known + 1) gaps.push(`${scope}: ${known} then ${from}`);
    for (const { type, data, at } of events.slice(known + 1 - from)) evolve(state, { scope, type, data }, at);
    cursors.set(scope, Math.max(known, from + events.length - 1));
  }

  function read({ event, frame }: Heard): void {
    if (event === 'events') fold(frame as Down['events']);
    if (event !== 'scopes') return;
    const { left, joined } = frame as Down['scopes'];
    for (const scope of left) {
      uproot(state, scope);
      cursors.delete(scope);
    }
    for (const part of joined) take(part);
  }

  /** What came in the same breath as the answer to hello, whose reading waits a turn; null once that is read. */
  let early: Heard[] | null = [];
  socket.onAny((event: string, frame: unknown) => {
    heard.push({ event, frame });
    if (early) early.push({ event, frame });
    else read({ event, frame });
    wake();
  });
  socket.on('disconnect', (reason) => {
    end = reason;
    wake();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (error: Error & { data?: { code?: string } }) => {
      reject(new Error(error.data?.code ?? error.message));
      socket.disconnect();
    });
    // A server that dies between the handshake and the seat says neither yes nor no.
    socket.io.on('close', (reason) => {
      if (reason !== 'forced close') reject(new Error(reason));
    });
  });

  async function ask<K extends keyof Up>(event: K, payload: Up[K]): Promise<Answers[K]> {
    return socket.timeout(patienceMs).emitWithAck(event, payload) as Promise<Answers[K]>;
  }

  return {
    socket,
    heard,
    cursors,
    state,
    gaps,
    ask,
    /** How the server ended it; null while it is up. */
    ended: () => end,
    async hello(from: Record<string, number> = {}, epoch: string | null = null) {
      const answer = await ask('hello', {
        protocol: PROTOCOL_VERSION,
        draftSchema: DRAFT_SCHEMA_VERSION,
        cursors: from,
        epoch,
      });
      if (!answer.ok) throw new Error(answer.code);
      heard.push({ event: 'hello', frame: answer });
      for (const part of answer.feed) take(part);
      for (const each of early ?? []) read(each);
      early = null;
      return answer;
    },
    command: (type: string, payload: unknown, id: string = nanoid()) => ask('command', { id, type, payload }),
    /** Waits until a claim is true of what has been heard. */
    until(claim: () => boolean): Promise<void> {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`waited in vain: ${claim}`)), patienceMs);
        const look = () => {
          if (!claim()) return;
          clearTimeout(timer);
          wakers.delete(look);
          resolve();
        };
        wakers.add(look);
        look();
      });
    },
    close: () => void socket.disconnect(),
  };
}

/** What of a state one person has read, to be compared with the server's. */
export function readOf(state: ConsultationState, scopes: Iterable<Scope>): Record<string, unknown> {
  return Object.fromEntries(
    [...scopes].map((scope) => {
      const [kind = '', id = ''] = scope.split(':');
      if (kind === 'room') return [scope, state.room[id] ?? null];
      if (kind === 'delegation') return [scope, state.delegation[id] ?? null];
      return [scope, state[kind as 'plenary' | 'bureau']];
    }),
  );
}
