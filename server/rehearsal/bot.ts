/** A simulated person: a real socket client with a session of its own, that folds what it reads by the same rules as a browser. */
import { inflateSync } from 'node:zlib';
import type { Scope } from '@shared/domain/kernel/slice.ts';
import { type CommandData, type CommandName, evolve } from '@shared/domain/rulebook.ts';
import { type ConsultationState, emptyState, plant, type ScopeTree, uproot } from '@shared/domain/state.ts';
import { parser } from '@shared/protocol/parser.ts';
import { DRAFT_SCHEMA_VERSION, PROTOCOL_VERSION } from '@shared/protocol/version.ts';
import type { Answers, Down, FeedPart, Up, You } from '@shared/protocol/wire.ts';
import { nanoid } from 'nanoid';
import { io, type Socket } from 'socket.io-client';

export interface Bot {
  you: You;
  state(): ConsultationState;
  /** Sends a command until it is answered. @throws with the code where a rule refuses it */
  act<C extends CommandName>(type: C, payload: CommandData<C>): Promise<void>;
  request<K extends keyof Up>(event: K, payload: Up[K]): Promise<Answers[K]>;
  /** Waits until what this bot has read makes a claim true. */
  until(claim: (state: ConsultationState) => boolean): Promise<void>;
  /** How long each command took to be acknowledged, in ms. */
  latencies: number[];
  close(): void;
}

const patienceMs = 30_000;

/** Exchanges a personal link for a session, as the join page does. */
export async function signIn(url: string, link: string): Promise<string> {
  const response = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: link.slice(link.indexOf('#') + 1) }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';', 1)[0];
  if (!response.ok || !cookie) throw new Error(`sign-in answered ${response.status}`);
  return cookie;
}

/** Seats a bot: connects, says hello and reads along from then on. */
export async function seatBot(url: string, consultationId: string, cookie: string): Promise<Bot> {
  const socket: Socket = io(url, {
    auth: { consultationId },
    parser,
    transports: ['websocket'],
    extraHeaders: { cookie },
    forceNew: true,
  });
  const state = emptyState();
  const cursors = new Map<Scope, number>();
  const waiting = new Set<() => void>();
  const latencies: number[] = [];
  const bell = () => {
    for (const wake of waiting) wake();
  };

  function take(part: FeedPart): void {
    if (part.kind === 'tree') {
      plant(state, part.scope, JSON.parse(inflateSync(part.tree).toString()) as ScopeTree);
      cursors.set(part.scope, part.pos);
    } else fold(part);
  }

  function fold({ scope, from, events }: Down['events']): void {
    const known = cursors.get(scope) ?? 0;
    if (from > known + 1) {
      void request('sync', { scope, after: known }).then((answer) => {
        if (answer.ok) take(answer.feed);
        bell();
      });
      return;
    }
    for (const { type, data, at } of events.slice(known + 1 - from)) evolve(state, { scope, type, data }, at);
    cursors.set(scope, Math.max(known, from + events.length - 1));
  }

  async function request<K extends keyof Up>(event: K, payload: Up[K]): Promise<Answers[K]> {
    return socket.timeout(patienceMs).emitWithAck(event, payload) as Promise<Answers[K]>;
  }

  socket.on('events', (frame: Down['events']) => {
    fold(frame);
    bell();
  });
  socket.on('scopes', ({ joined, left }: Down['scopes']) => {
    for (const scope of left) {
      uproot(state, scope);
      cursors.delete(scope);
    }
    for (const part of joined) take(part);
    bell();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  const hello = await request('hello', {
    protocol: PROTOCOL_VERSION,
    draftSchema: DRAFT_SCHEMA_VERSION,
    cursors: {},
    epoch: null,
  });
  if (!hello.ok) throw new Error(`hello: ${hello.code}`);
  for (const part of hello.feed) take(part);

  return {
    you: hello.you,
    state: () => state,
    latencies,
    request,
    async act(type, payload) {
      const envelope = { id: nanoid(), type, payload };
      for (;;) {
        const began = performance.now();
        const answer = await request('command', envelope);
        if (answer.ok) return void latencies.push(performance.now() - began);
        if (answer.code !== 'RATE_LIMITED')
          throw new Error(`${type}: ${answer.code} ${JSON.stringify(answer.details ?? {})}`);
        await new Promise((resolve) => setTimeout(resolve, Number(answer.details?.retryAfterMs ?? 200)));
      }
    },
    until(claim) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`a bot waited in vain: ${claim}`));
        }, patienceMs);
        const look = () => {
          if (!claim(state)) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      });
    },
    close: () => void socket.disconnect(),
  };
}
