/**
 * Sends a scope's events to its readers: at once while few read along, and everything that happened in one frame where
 * many do. One plenary event to 2,000 sockets costs a core 20 ms on any stack, so a large hall gets at most four frames a second.
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

/** The least time between two frames of a scope (ms), by how many read it. */
export function frameIntervalMs(readers: number): number {
  if (readers > 400) return 250;
  if (readers > 100) return 60;
  return 0;
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
      const wait = pending.sentAt + frameIntervalMs(ports.readers(scope)) - performance.now();
      if (wait <= 0) flush(scope, pending);
      else pending.timer ??= setTimeout(() => flush(scope, pending), wait);
    },
    flushAll(): void {
      for (const [scope, pending] of scopes) flush(scope, pending);
    },
  };
}
