/** Everything that one running consultation is: its host, its feed, its drafts, and the sockets that read it. */
import type { Scope } from '@shared/domain/kernel/slice.ts';
import { scopesOf } from '@shared/domain/scope.ts';
import { Encoded } from '@shared/protocol/parser.ts';
import type { Down, FeedPart, ServerStatus, You } from '@shared/protocol/wire.ts';
import { nanoid } from 'nanoid';
import type { Logger } from 'pino';
import type { Server, Socket } from 'socket.io';
import { type Batch, createConsultationHost } from '../host/consultationHost.ts';
import { faultLogger } from '../ops/faults.ts';
import type { Metrics } from '../ops/metrics.ts';
import type { BallotBox } from '../ports/ballotBox.ts';
import type { Clock } from '../ports/clock.ts';
import type { DraftStore } from '../ports/draftStore.ts';
import type { Journal } from '../ports/journal.ts';
import type { People, PersonRecord } from '../ports/people.ts';
import { createDraftRelay } from './draftRelay.ts';
import { createFeed } from './feed.ts';
import { createOutbox } from './outbox.ts';
import { createPresence } from './presence.ts';

export interface LivePorts {
  io: Server;
  journal: Journal;
  people: People;
  drafts: DraftStore;
  boxes: BallotBox;
  clock: Clock;
  log: Logger;
  metrics: Metrics;
}

/** What the gate keeps with a socket; all of it comes from the session. */
export interface Seated {
  consultationId: string;
  participantId: string;
  sessionId: string;
  /** The drafts' schema that the page knows, once it has said hello. */
  draftSchema?: number;
}
export type SeatedSocket = Socket<Record<string, never>, Record<string, never>, Record<string, never>, Seated>;

export type LiveConsultation = ReturnType<typeof createLiveConsultation>;

/** Events after which somebody may read other scopes than before. */
const reseating = /^(delegation\.Participant|room\.(RoomOpened|MemberSeated|MemberTransferred))/;

export function createLiveConsultation(consultationId: string, ports: LivePorts) {
  const { io, journal, people, clock, log, metrics } = ports;
  const channel = (scope: Scope | 'everyone') => `${consultationId}/${scope}`;
  const personal = (participantId: string) => `${consultationId}/person/${participantId}`;
  /** Everyone who is connected; `scopes` is null until they have said hello. */
  const sockets = new Map<string, { socket: SeatedSocket; scopes: Set<Scope> | null }>();
  const sequence = new Map<string, Down['presence']>();

  const emit = <K extends keyof Down>(to: string, event: K, frame: Down[K]) => {
    io.to(to).emit(event, frame);
  };
  const outbox = createOutbox({
    send: (scope, frame) => emit(channel(scope), 'events', frame),
    readers: (scope) => io.of('/').adapter.rooms.get(channel(scope))?.size ?? 0,
  });
  const presence = createPresence((frame) => {
    const key = frame.roomId ?? '';
    if (JSON.stringify(sequence.get(key)) === JSON.stringify(frame)) return;
    sequence.set(key, frame);
    emit(channel(frame.roomId === null ? 'bureau' : `room:${frame.roomId}`), 'presence', frame);
  });

  const host = createConsultationHost(consultationId, {
    journal,
    boxes: ports.boxes,
    clock,
    newId: () => nanoid(12),
    draftText: (itemId) => drafts.text(itemId),
    spanAt: (itemId, from, to) => drafts.spanAt(itemId, from, to),
    publish,
    readOnly(isReadOnly) {
      log.warn({ consultationId, isReadOnly }, isReadOnly ? 'storage fails: read-only' : 'storage works again');
      metrics.isWritable.set(isReadOnly ? 0 : 1);
      emit(channel('everyone'), 'status', status());
    },
    fault: faultLogger(log),
    committed: ({ events, ms }) => {
      metrics.commitSeconds.observe({ log: 'journal' }, ms / 1000);
      metrics.commitSize.observe({ log: 'journal' }, events);
    },
  });
  const feed = createFeed(host, journal);
  const drafts = createDraftRelay({
    consultationId,
    store: ports.drafts,
    state: host.state,
    clock: clock.now,
    publish: (scope, event, payload) => emit(channel(scope), event, payload),
    tellPerson: (participantId, event, payload) => emit(personal(participantId), event, payload),
    newId: () => nanoid(12),
    note: (written) =>
      host.submitAsSystem({ id: `note-${nanoid(12)}`, type: 'authorship.note', payload: { ...written } }),
    fault: (error) => faultLogger(log)(error, { commandId: nanoid(12), type: 'draft:update' }),
    metrics,
  });
  let isDraining = false;
  let readyNames: { list: readonly PersonRecord[]; encoded: Encoded } | null = null;

  function publish(batches: Batch[]): void {
    // First, so that whoever has lost a scope in this turn is gone before anything of it is sent.
    if (batches.some(({ events }) => events.some(({ type }) => reseating.test(type)))) reseat();
    for (const batch of batches) {
      // What is sealed is read by nobody; there is no channel to send it on.
      if (batch.scope === 'sealed') continue;
      feed.take(batch);
      metrics.events.inc({ scope: batch.scope.split(':', 1)[0] ?? '' }, batch.events.length);
      outbox.put(batch);
    }
    drafts.stateChanged();
  }

  /** Lets every connected person read what they may read now, and no longer what they may not. */
  function reseat(): void {
    for (const each of sockets.values()) {
      const now = new Set(scopesOf(host.state(), each.socket.data.participantId));
      if (now.size === 0) {
        dismiss(each.socket, 'rights.not-seated');
        continue;
      }
      const before = each.scopes;
      if (!before) continue;
      const left = [...before].filter((scope) => !now.has(scope));
      const joined = [...now].filter((scope) => !before.has(scope));
      if (left.length + joined.length === 0) continue;
      for (const scope of left) void each.socket.leave(channel(scope));
      for (const scope of joined) void each.socket.join(channel(scope));
      each.scopes = now;
      if (left.some((scope) => scope.startsWith('room:'))) leaveRooms(each.socket);
      const frame: Down['scopes'] = { left, joined: joined.map((scope) => feed.part(scope, null)) };
      emit(each.socket.id, 'scopes', frame);
      tellFigures(each.socket, joined);
      tellPresence(each.socket, joined);
    }
  }

  /** How far the drafts of these rooms are, for one who comes to look; the next edits tell it anew. */
  function tellFigures(socket: SeatedSocket, scopes: Iterable<Scope>): void {
    for (const scope of scopes) {
      if (!scope.startsWith('room:')) continue;
      const roomId = scope.slice('room:'.length);
      const figures = drafts.figures(roomId);
      if (Object.keys(figures).length > 0) emit(socket.id, 'draftFigures', { roomId, figures });
    }
  }

  /** Who is where, for one who comes to look, also where nobody is: what they remember may be older. */
  function tellPresence(socket: SeatedSocket, scopes: Iterable<Scope>): void {
    for (const scope of scopes) {
      if (scope === 'bureau') emit(socket.id, 'presence', presence.frame(null));
      if (scope.startsWith('room:')) emit(socket.id, 'presence', presence.frame(scope.slice('room:'.length)));
    }
  }

  /** Whoever is moved is seen in the room no longer, nor is their caret in its drafts. */
  function leaveRooms(socket: SeatedSocket): void {
    presence.place(socket.id, null, false);
    drafts.leave(socket.id);
  }

  function dismiss(socket: SeatedSocket, code: string): void {
    const known = sockets.get(socket.id);
    for (const scope of known?.scopes ?? []) void socket.leave(channel(scope));
    if (known) known.scopes = null;
    emit(socket.id, 'signedOut', { code });
    setImmediate(() => socket.disconnect(true));
  }

  function status(): ServerStatus {
    if (isDraining) return { state: 'draining', retryAfterMs: Math.round(Math.random() * 8_000) };
    return { state: host.isReadOnly() ? 'read-only' : 'ok' };
  }

  /** Everybody's name, ready to be sent; encoded anew only when one has changed. */
  function names(): Encoded {
    const list = people.people(consultationId);
    if (readyNames?.list !== list) {
      const byId = Object.fromEntries(list.map(({ participantId, name }) => [participantId, { name }]));
      readyNames = { list, encoded: new Encoded(byId) };
    }
    return readyNames.encoded;
  }

  return {
    id: consultationId,
    host,
    feed,
    drafts,
    presence,
    status,
    you(participantId: string): You | null {
      const seat = host.state().plenary.delegation.participants[participantId];
      if (!seat?.isActive) return null;
      const delegation = seat.delegationId ? host.state().plenary.delegation.byId[seat.delegationId] : undefined;
      return {
        participantId,
        delegationId: seat.delegationId,
        role: seat.role,
        delegationKind: delegation?.kind ?? null,
        name: people.person(consultationId, participantId)?.name ?? '',
      };
    },
    /** Names of people, for everyone but a display: a projector shows no personal data. */
    names: (you: You) => (you.role === 'display' ? {} : names()),
    now: clock.now,
    /** A connection has come in; until it says hello it reads nothing. */
    arrive(socket: SeatedSocket): void {
      sockets.set(socket.id, { socket, scopes: null });
      void socket.join([channel('everyone'), personal(socket.data.participantId)]);
    },
    /** Seats a socket: it reads its scopes from now on, and gets what it lacks. */
    seat(socket: SeatedSocket, cursors: Record<string, number>): FeedPart[] {
      const { participantId } = socket.data;
      const scopes = new Set(scopesOf(host.state(), participantId));
      sockets.set(socket.id, { socket, scopes });
      void socket.join([...scopes].map(channel));
      presence.arrive(socket.id, participantId);
      tellFigures(socket, scopes);
      tellPresence(socket, scopes);
      return [...scopes].map((scope) => feed.part(scope, cursors[scope] ?? null));
    },
    leave(socket: SeatedSocket): void {
      sockets.delete(socket.id);
      presence.leave(socket.id);
      drafts.leave(socket.id);
    },
    reads: (socketId: string, scope: Scope) => sockets.get(socketId)?.scopes?.has(scope) ?? false,
    socketsOf: (participantId: string) => io.of('/').adapter.rooms.get(personal(participantId))?.size ?? 0,
    /** Tells everyone but displays that names were added or corrected. */
    tellPeople(participantIds: readonly string[]): void {
      const frame = Object.fromEntries(
        participantIds.flatMap((id) => {
          const person = people.person(consultationId, id);
          return person ? [[id, { name: person.name }]] : [];
        }),
      );
      for (const { socket } of sockets.values()) {
        const role = host.state().plenary.delegation.participants[socket.data.participantId]?.role;
        if (role !== 'display') emit(socket.id, 'people', { people: frame });
      }
    },
    /** Ends what a person reads now: their link or seat was withdrawn. */
    signOut(participantId: string, code: string): void {
      for (const { socket } of sockets.values()) if (socket.data.participantId === participantId) dismiss(socket, code);
    },
    /** Ends what a session reads now: it was signed out, or has run out. */
    endSession(sessionId: string): void {
      for (const { socket } of sockets.values()) if (socket.data.sessionId === sessionId) dismiss(socket, 'SIGNED_OUT');
    },
    /** Stores what waits, tells everyone when to come back, takes no more. */
    async drain(): Promise<void> {
      isDraining = true;
      host.drain();
      outbox.flushAll();
      await drafts.drain();
      for (const { socket } of sockets.values()) emit(socket.id, 'status', status());
      presence.stop();
      drafts.stop();
    },
  };
}
