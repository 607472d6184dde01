/**
 * Sends a scope's events to its readers: the first at once, and what follows it closely in one frame, the more readers the
 * later. One plenary event to 2,000 sockets costs a core 20 ms on any stack, so a large hall gets at most four frames a second;
 * and so does any hall while ballots come in, until something else happens.
 */
import type { Scope } from '@shared/domain/kernel/slice.ts';
import type { Down, WireEvent } from '@shared/protocol/wire.ts';
import type { Batch } from '../host/consultationHost.ts';

interface Pending {
  from: number;
  events: WireEvent[];
  sentAt: number;
  /** When what waits is sent; only while something waits. */
  dueAt: number;
  timer: NodeJS.Timeout | undefined;
}

const fourTimesASecondMs = 250;

/** The least time between two frames of a scope (ms), by what it is and how many read it. */
function frameIntervalMs(scope: Scope, readers: number): number {
  if (readers > 400) return fourTimesASecondMs;
  if (readers > 100) return 60;
  // A burst of ballots would otherwise be a frame for each turn, delegation and reader.
  return scope.startsWith('delegation:') ? fourTimesASecondMs : 0;
}

/** News that nobody acts upon one by one: how many have voted. */
const isTurnout = ({ type }: WireEvent) => type === 'vote.BallotReceived';

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

  function sendAt(scope: Scope, pending: Pending, dueAt: number): void {
    if (pending.timer && pending.dueAt <= dueAt) return;
    clearTimeout(pending.timer);
    pending.dueAt = dueAt;
    pending.timer = setTimeout(() => flush(scope, pending), Math.ceil(dueAt - performance.now()));
  }

  return {
    put({ scope, from, events }: Batch): void {
      const fresh = { from, events: [], sentAt: Number.NEGATIVE_INFINITY, dueAt: 0, timer: undefined };
      const pending = scopes.get(scope) ?? fresh;
      scopes.set(scope, pending);
      if (pending.events.length === 0) pending.from = from;
      pending.events.push(...events);
      const now = performance.now();
      // Never in the turn of the ballots themselves: their acknowledgements must not stand behind a frame for everybody.
      const isPatient = events.every(isTurnout);
      const interval = isPatient ? fourTimesASecondMs : frameIntervalMs(scope, ports.readers(scope));
      const dueAt = Math.max(now, pending.sentAt + interval);
      if (isPatient || dueAt > now) sendAt(scope, pending, dueAt);
      else flush(scope, pending);
    },
    flushAll(): void {
      for (const [scope, pending] of scopes) flush(scope, pending);
    },
  };
}
