/** The browser's copy of what its person may know: the same events folded by the same rules, a gap repaired by asking. */
import type { Scope } from '@shared/domain/kernel/slice.ts';
import { type ConsultationState, emptyState, plant, type ScopeTree, uproot } from '@shared/domain/state.ts';
import type { Down, FeedPart, Person, ServerStatus, WireEvent, You } from '@shared/protocol/wire.ts';
import { produce } from 'immer';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Connection, versions } from './connection.ts';

export interface Replica {
  state: ConsultationState;
  /** The position of the last event folded, by scope. */
  cursors: Partial<Record<Scope, number>>;
  epoch: string | null;
  you: You | null;
  people: Record<string, Person>;
  status: ServerStatus;
  /** Server's clock minus this device's, in ms. */
  serverOffsetMs: number;
  /** Who is in a room now and who types there; under '' who is connected at all (bureau only). */
  presence: Record<string, { here: string[]; typing: string[] }>;
  /** Words and open brackets of drafts, by item. */
  figures: Record<string, { words: number; brackets: number; at: number }>;
}

/** How long after a failed attempt the rules are fetched again. */
const rulesRetryMs = 1_000;

export type ReplicaStore = StoreApi<Replica>;

/** Keeps a replica fed from a connection; returns it with the way to end that. */
export function createReplica(connection: Connection): { store: ReplicaStore; stop(): void } {
  const store = createStore<Replica>(() => ({
    state: emptyState(),
    cursors: {},
    epoch: null,
    you: null,
    people: {},
    status: { state: 'ok' },
    serverOffsetMs: 0,
    presence: {},
    figures: {},
  }));
  // Frames are taken in strictly one after the other: a tree is inflated asynchronously, and events must not overtake it.
  let queue: Promise<void> = Promise.resolve();
  const inOrder = (act: () => void | Promise<void>) => {
    queue = queue.then(act).catch((error: unknown) => console.error('replica', error));
  };
  const asking = new Set<Scope>();

  // The first screen shows trees; only what happens afterwards is folded, so the rules for that come after it.
  let rules: Promise<typeof import('@shared/domain/rulebook.ts')> | null = null;
  async function folding(): Promise<typeof import('@shared/domain/rulebook.ts')> {
    try {
      return await (rules ??= import('@shared/domain/rulebook.ts'));
    } catch {
      // The line broke just now. Frames wait in their order until the rules are here.
      rules = null;
      await new Promise((resolve) => setTimeout(resolve, rulesRetryMs));
      return folding();
    }
  }

  async function greet(): Promise<void> {
    const { cursors, epoch } = store.getState();
    const known = Object.fromEntries(Object.entries(cursors)) as Record<string, number>;
    const sentAt = Date.now();
    const answer = await connection.request('hello', { ...versions, cursors: known, epoch });
    if (!answer.ok) {
      if (answer.code === 'OUTDATED') connection.setLine('outdated');
      else if (answer.code === 'SIGNED_OUT') connection.setLine('signed-out');
      else if (answer.code !== 'NO_ANSWER') setTimeout(() => void greet(), 1_000);
      return;
    }
    inOrder(async () => {
      if (answer.epoch !== epoch) store.setState({ state: emptyState(), cursors: {} });
      else dropUnfed(answer.feed);
      store.setState({
        epoch: answer.epoch,
        you: answer.you,
        people: answer.people,
        status: answer.status,
        serverOffsetMs: Math.round(answer.serverNow - (sentAt + Date.now()) / 2),
      });
      for (const part of answer.feed) await takePart(part);
      connection.setLine('live');
      void folding();
    });
  }

  /** Scopes that the server no longer feeds us were left while we were away. */
  function dropUnfed(feed: FeedPart[]): void {
    const fed = new Set(feed.map(({ scope }) => scope));
    leave((Object.keys(store.getState().cursors) as Scope[]).filter((scope) => !fed.has(scope)));
  }

  function leave(scopes: readonly Scope[]): void {
    if (scopes.length === 0) return;
    const { state, cursors } = store.getState();
    const kept = Object.fromEntries(Object.entries(cursors).filter(([scope]) => !scopes.includes(scope as Scope)));
    store.setState({
      cursors: kept,
      state: produce(state, (draft) => {
        for (const scope of scopes) uproot(draft, scope);
      }),
    });
  }

  async function takePart(part: FeedPart): Promise<void> {
    if (part.kind === 'events') return fold(part.scope, part.from, part.events);
    const tree = JSON.parse(await inflate(part.tree)) as ScopeTree;
    const { state, cursors } = store.getState();
    store.setState({
      state: produce(state, (draft) => plant(draft, part.scope, tree)),
      cursors: { ...cursors, [part.scope]: part.pos },
    });
  }

  async function fold(scope: Scope, from: number, events: WireEvent[]): Promise<void> {
    const { evolve } = await folding();
    const { state, cursors } = store.getState();
    const known = cursors[scope] ?? 0;
    if (from > known + 1) {
      ask(scope, known);
      return;
    }
    const fresh = events.slice(known + 1 - from);
    if (fresh.length === 0) {
      if (cursors[scope] === undefined) store.setState({ cursors: { ...cursors, [scope]: known } });
      return;
    }
    store.setState({
      state: produce(state, (draft) => {
        for (const { type, data, at } of fresh) evolve(draft, { scope, type, data }, at);
      }),
      cursors: { ...cursors, [scope]: known + fresh.length },
    });
  }

  /** A gap: asks for everything after what we have. */
  function ask(scope: Scope, after: number): void {
    if (asking.has(scope)) return;
    asking.add(scope);
    void connection.request('sync', { scope, after }).then((answer) => {
      asking.delete(scope);
      if (answer.ok) inOrder(() => takePart(answer.feed));
      // Asked too often, or no answer: the gap stays, so the question does too. A lost line greets anew by itself.
      else if (answer.code === 'RATE_LIMITED')
        setTimeout(() => ask(scope, store.getState().cursors[scope] ?? 0), 1_000);
    });
  }

  const offs = [
    connection.onUp(() => void greet()),
    connection.on('events', ({ scope, from, events }) => inOrder(() => fold(scope, from, events))),
    connection.on('scopes', ({ joined, left }) =>
      inOrder(async () => {
        leave(left);
        for (const part of joined) await takePart(part);
      }),
    ),
    connection.on('people', ({ people }) => store.setState({ people: { ...store.getState().people, ...people } })),
    connection.on('presence', ({ roomId, here, typing }: Down['presence']) =>
      store.setState({ presence: { ...store.getState().presence, [roomId ?? '']: { here, typing } } }),
    ),
    connection.on('draftFigures', ({ figures }) =>
      store.setState({ figures: { ...store.getState().figures, ...figures } }),
    ),
    connection.on('status', (status) => store.setState({ status })),
    connection.on('signedOut', () => {
      store.setState({ state: emptyState(), cursors: {}, people: {}, you: null });
      connection.setLine('signed-out');
    }),
  ];
  return {
    store,
    stop() {
      for (const off of offs) off();
    },
  };
}

async function inflate(bytes: Uint8Array): Promise<string> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(stream).text();
}
