/** Brings a reader of a scope up to date: the events after the cursor or, where that is less, the whole subtree as ready bytes. */
import { deflateSync } from 'node:zlib';
import type { Scope } from '@shared/domain/kernel/slice.ts';
import { treeOf } from '@shared/domain/state.ts';
import type { FeedPart, WireEvent } from '@shared/protocol/wire.ts';
import type { Batch, ConsultationHost } from '../host/consultationHost.ts';
import type { Journal } from '../ports/journal.ts';

/** Events kept in memory per scope; older ones are read from the journal. */
const kept = 512;
/** Below this many missed events their size is not even compared with the tree's. */
const fewEvents = 16;
const mostEvents = 5_000;

export type Feed = ReturnType<typeof createFeed>;

export function createFeed(host: ConsultationHost, journal: Journal) {
  const recent = new Map<Scope, { from: number; events: WireEvent[] }>();
  const trees = new Map<Scope, { pos: number; bytes: Buffer }>();

  function tree(scope: Scope): { pos: number; bytes: Buffer } {
    const pos = host.position(scope);
    const ready = trees.get(scope);
    if (ready?.pos === pos) return ready;
    // Encoded and compressed once per position, however many join; level 1 is a quarter of the bytes for a millisecond.
    const bytes = deflateSync(JSON.stringify(treeOf(stateWithRoomFor(scope), scope)), { level: 1 });
    const fresh = { pos, bytes };
    trees.set(scope, fresh);
    return fresh;
  }

  /** `treeOf` makes a missing room on the fly; the live state must not be touched by a reader. */
  function stateWithRoomFor(scope: Scope) {
    const state = host.state();
    const id = scope.slice(scope.indexOf(':') + 1);
    if (scope.startsWith('room:') && !state.room[id]) return { ...state, room: {} };
    if (scope.startsWith('delegation:') && !state.delegation[id]) return { ...state, delegation: {} };
    return state;
  }

  function missed(scope: Scope, after: number): WireEvent[] {
    const memory = recent.get(scope);
    if (memory && after + 1 >= memory.from) return memory.events.slice(after + 1 - memory.from);
    return journal.after(host.id, scope, after, mostEvents).map(({ type, data, at }) => ({ type, data, at }));
  }

  return {
    /** Remembers what has just been published. */
    take({ scope, from, events }: Batch): void {
      const memory = recent.get(scope) ?? { from, events: [] };
      memory.events.push(...events);
      const extra = memory.events.length - kept;
      if (extra > 0) {
        memory.events.splice(0, extra);
        memory.from += extra;
      }
      recent.set(scope, memory);
    },
    part(scope: Scope, after: number | null): FeedPart {
      const pos = host.position(scope);
      const whole = (): FeedPart => {
        const { pos: at, bytes } = tree(scope);
        return { scope, kind: 'tree', pos: at, tree: bytes };
      };
      if (after === null || after > pos || pos - after > mostEvents)
        return after === null && pos === 0 ? nothing(scope, 0) : whole();
      if (after === pos) return nothing(scope, pos);
      const events = missed(scope, after);
      if (events.length <= fewEvents) return { scope, kind: 'events', from: after + 1, events };
      const size = events.reduce((sum, event) => sum + JSON.stringify(event.data).length + 40, 0);
      // Compressed four to one, as trees are on average; the comparison need not be exact.
      return size / 4 < tree(scope).bytes.length ? { scope, kind: 'events', from: after + 1, events } : whole();
    },
  };
}

function nothing(scope: Scope, pos: number): FeedPart {
  return { scope, kind: 'events', from: pos + 1, events: [] };
}
