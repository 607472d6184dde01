/**
 * Sends a scope's events to its readers: the first at once, and what follows it closely in one frame, the more readers the
 * later. One plenary event to 2,000 sockets costs a core 20 ms on any stack, so a large hall gets at most four frames a second.
 */
import type { Scope } from '@shared/domain/kernel/slice.ts';
import type { Down, WireEvent } from '@shared/protocol/wire.ts';
import type { Batch } from '../host/consultationHost.ts';

interface Pending {
  from: number;
  events: WireEvent[];
  sentAt: number;
  timer: NodeJS.Timeout | undefined;
}

/** The least time between two frames of a scope (ms), by what it is and how many read it. */
function frameIntervalMs(scope: Scope, readers: number): number {
  if (readers > 400) return 250;
  if (readers > 100) return 60;
  // A burst of ballots would otherwise be a frame for each turn, delegation and reader.
  return scope.startsWith('delegation:') ? 50 : 0;
}

export function createOutbox(ports: {
  send(scope: Scope, frame: Down['events']): void;
  readers(scope: Scope): number;
}) {
  const scopes = new Map<Scope, Pending>();

  function flush(scope: Scope, pending: Pending): void {
    clearTimeout(pending.timer);
    pending.timer = undefined;
    if (pending.events.length === 0) return;
    ports.send(scope, { scope, from: pending.from, events: pending.events });
    pending.events = [];
    pending.sentAt = performance.now();
  }

  return {
    put({ scope, from, events }: Batch): void {
      const pending = scopes.get(scope) ?? { from, events: [], sentAt: Number.NEGATIVE_INFINITY, timer: undefined };
      scopes.set(scope, pending);
      if (pending.events.length === 0) pending.from = from;
      pending.events.push(...events);
      const wait = pending.sentAt + frameIntervalMs(scope, ports.readers(scope)) - performance.now();
      if (wait <= 0) flush(scope, pending);
      else if (!pending.timer) pending.timer = setTimeout(() => flush(scope, pending), wait);
    },
    flushAll(): void {
      for (const [scope, pending] of scopes) flush(scope, pending);
    },
  };
}
