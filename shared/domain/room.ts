import * as z from 'zod/mini';
import { PanelId, ParticipantId, RoomId, RoundId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { defineSlice, refuse } from './kernel/slice.ts';
import { Attribution, Duty, HelpKind, Instant, line } from './kernel/words.ts';
import type { ConsultationState } from './state.ts';

/** A room's clock: running to an instant, or stopped with so much left. */
export type RoomClock = { phase: 'running'; endsAt: number } | { phase: 'paused'; remainingMs: number };

interface RoomFacts {
  id: RoomId;
  roundId: RoundId;
  panelId: PanelId;
  number: number;
  question: string;
  attribution: z.infer<typeof Attribution>;
  members: ParticipantId[];
  facilitator: ParticipantId | null;
  rapporteur: ParticipantId | null;
  clock: RoomClock;
}

/** A breakout as everyone knows it. Texts are writable while `open` and `recalling`, read-only once `frozen`. */
export type Room =
  | (RoomFacts & { phase: 'open' })
  | (RoomFacts & { phase: 'recalling'; deadlineAt: number })
  | (RoomFacts & { phase: 'frozen' });

export interface Announcement {
  text: string;
  /** The rooms it is for; null for everyone. */
  roomIds: RoomId[] | null;
  at: number;
}

export interface RoomsInPlenary {
  byId: Record<RoomId, Room>;
  announcements: Announcement[];
}

export interface RoomWithin {
  /** Raised hands, in the order in which they were raised. */
  hands: ParticipantId[];
}

export interface RoomsForBureau {
  help: Record<RoomId, { kind: z.infer<typeof HelpKind>; at: number }>;
}

const Rooms = z.array(RoomId).check(z.minLength(1), z.maxLength(250));

/** A breakout's life: members, duties, hands, clock, calls for help, recall and freeze. */
export const room = defineSlice({
  name: 'room',
  commands: {
    handOver: z.strictObject({ roomId: RoomId, duty: Duty, participantId: z.nullable(ParticipantId) }),
    raiseHand: z.strictObject({ roomId: RoomId }),
    lowerHand: z.strictObject({ roomId: RoomId, participantId: ParticipantId }),
    callForHelp: z.strictObject({ roomId: RoomId, kind: HelpKind }),
    answerHelp: z.strictObject({ roomId: RoomId }),
    extend: z.strictObject({ roomIds: Rooms, seconds: z.int().check(z.minimum(-3_600), z.maximum(86_400)) }),
    pause: z.strictObject({ roomIds: Rooms }),
    resume: z.strictObject({ roomIds: Rooms }),
    announce: z.strictObject({ roomIds: z.nullable(Rooms), text: line(500) }),
    recall: z.strictObject({ roomIds: Rooms, seconds: z.int().check(z.minimum(0), z.maximum(600)) }),
    cancelRecall: z.strictObject({ roomIds: Rooms }),
    reopen: z.strictObject({ roomIds: Rooms, seconds: z.int().check(z.minimum(60), z.maximum(86_400)) }),
    /** Done by the program when a recall's countdown has ended. */
    freeze: z.strictObject({ roomIds: Rooms }),
  },
  events: {
    plenary: {
      RoomOpened: z.strictObject({
        roomId: RoomId,
        roundId: RoundId,
        panelId: PanelId,
        number: z.int(),
        question: line(1_000),
        attribution: Attribution,
        members: z.array(ParticipantId),
        facilitator: z.nullable(ParticipantId),
        rapporteur: z.nullable(ParticipantId),
        endsAt: Instant,
      }),
      MemberSeated: z.strictObject({ roomId: RoomId, participantId: ParticipantId }),
      MemberTransferred: z.strictObject({ participantId: ParticipantId, from: RoomId, to: RoomId }),
      DutyHandedOver: z.strictObject({ roomId: RoomId, duty: Duty, participantId: z.nullable(ParticipantId) }),
      ClockSet: z.strictObject({
        roomIds: Rooms,
        clocks: z.array(
          z.union([
            z.strictObject({ phase: z.literal('running'), endsAt: Instant }),
            z.strictObject({ phase: z.literal('paused'), remainingMs: z.int() }),
          ]),
        ),
      }),
      Announced: z.strictObject({ roomIds: z.nullable(Rooms), text: line(500) }),
      RecallAnnounced: z.strictObject({ roomIds: Rooms, deadlineAt: Instant }),
      RecallCancelled: z.strictObject({ roomIds: Rooms }),
      RoomsFrozen: z.strictObject({ roomIds: Rooms }),
      RoomsReopened: z.strictObject({ roomIds: Rooms, endsAt: Instant }),
    },
    room: {
      HandRaised: z.strictObject({ participantId: ParticipantId }),
      HandLowered: z.strictObject({ participantId: ParticipantId }),
    },
    bureau: {
      HelpCalled: z.strictObject({ roomId: RoomId, kind: HelpKind }),
      HelpAnswered: z.strictObject({ roomId: RoomId }),
    },
  },
  decide: {
    handOver(state, { roomId, duty, participantId }, _context, tell) {
      const known = state.plenary.room.byId[roomId];
      if (!known) return refuse('room.unknown');
      if (participantId !== null && !known.members.includes(participantId)) return refuse('room.not-a-member');
      if (known[duty] === participantId) return [];
      return [tell.plenary.DutyHandedOver({ roomId, duty, participantId })];
    },
    raiseHand(state, { roomId }, { actor }, tell) {
      if (actor.kind === 'system') return [];
      if (state.room[roomId]?.room.hands.includes(actor.participantId)) return [];
      return [tell.room(roomId).HandRaised({ participantId: actor.participantId })];
    },
    lowerHand(state, { roomId, participantId }, { actor }, tell) {
      const known = state.plenary.room.byId[roomId];
      if (!known || actor.kind === 'system') return refuse('room.unknown');
      const isOwn = actor.participantId === participantId;
      const isBureau = actor.role === 'moderator' || actor.role === 'secretariat';
      // ROO-3: one lowers one's own hand; the facilitator, giving the floor, anybody's.
      if (!isOwn && !isBureau && known.facilitator !== actor.participantId) return refuse('room.hand-not-yours');
      if (!state.room[roomId]?.room.hands.includes(participantId)) return [];
      return [tell.room(roomId).HandLowered({ participantId })];
    },
    callForHelp(state, { roomId, kind }, _context, tell) {
      if (state.bureau.room.help[roomId]?.kind === kind) return [];
      return [tell.bureau.HelpCalled({ roomId, kind })];
    },
    answerHelp(state, { roomId }, _context, tell) {
      return state.bureau.room.help[roomId] ? [tell.bureau.HelpAnswered({ roomId })] : [];
    },
    extend(state, { roomIds, seconds }, { now }, tell) {
      const rooms = running(state, roomIds);
      if (!rooms) return refuse('room.frozen');
      const clocks = rooms.map(({ clock }): RoomClock => {
        if (clock.phase === 'paused')
          return { phase: 'paused', remainingMs: Math.max(0, clock.remainingMs + seconds * 1000) };
        // An extension of a clock that has run out counts from now: five minutes are five minutes.
        return { phase: 'running', endsAt: Math.max(now, Math.max(now, clock.endsAt) + seconds * 1000) };
      });
      return [tell.plenary.ClockSet({ roomIds, clocks })];
    },
    pause(state, { roomIds }, { now }, tell) {
      const rooms = running(state, roomIds);
      if (!rooms) return refuse('room.frozen');
      const clocks = rooms.map(
        ({ clock }): RoomClock =>
          clock.phase === 'paused' ? clock : { phase: 'paused', remainingMs: Math.max(0, clock.endsAt - now) },
      );
      return [tell.plenary.ClockSet({ roomIds, clocks })];
    },
    resume(state, { roomIds }, { now }, tell) {
      const rooms = running(state, roomIds);
      if (!rooms) return refuse('room.frozen');
      const clocks = rooms.map(
        ({ clock }): RoomClock =>
          clock.phase === 'running' ? clock : { phase: 'running', endsAt: now + clock.remainingMs },
      );
      return [tell.plenary.ClockSet({ roomIds, clocks })];
    },
    announce(state, { roomIds, text }, _context, tell) {
      if (roomIds?.some((id) => !state.plenary.room.byId[id])) return refuse('room.unknown');
      return [tell.plenary.Announced({ roomIds, text })];
    },
    recall(state, { roomIds, seconds }, { now }, tell) {
      const rooms = roomIds.map((id) => state.plenary.room.byId[id]);
      if (rooms.some((known) => !known)) return refuse('room.unknown');
      const open = roomIds.filter((id) => state.plenary.room.byId[id]?.phase === 'open');
      if (open.length === 0) return refuse('room.not-open');
      return [tell.plenary.RecallAnnounced({ roomIds: open, deadlineAt: now + seconds * 1000 })]; // ROO-5
    },
    cancelRecall(state, { roomIds }, _context, tell) {
      const recalling = roomIds.filter((id) => state.plenary.room.byId[id]?.phase === 'recalling');
      if (recalling.length === 0) return refuse('room.not-recalling');
      return [tell.plenary.RecallCancelled({ roomIds: recalling })];
    },
    reopen(state, { roomIds, seconds }, { now }, tell) {
      const rooms = roomIds.map((id) => state.plenary.room.byId[id]);
      if (rooms.some((known) => !known)) return refuse('room.unknown');
      const frozen = rooms.filter((known) => known?.phase === 'frozen').map((known) => must(known, 'room'));
      if (frozen.length === 0) return refuse('room.not-frozen');
      // SEA-7: nobody sits in two rooms of a panel at once; nor are two of its rounds reopened together.
      const open = Object.values(state.plenary.room.byId).filter(({ phase }) => phase !== 'frozen');
      const isRunning = [...open, ...frozen].some((other) =>
        frozen.some(({ panelId, roundId }) => other.panelId === panelId && other.roundId !== roundId),
      );
      if (isRunning) return refuse('seating.round-running');
      return [tell.plenary.RoomsReopened({ roomIds: frozen.map(({ id }) => id), endsAt: now + seconds * 1000 })];
    },
    freeze(state, { roomIds }, { now }, tell) {
      const due = roomIds.filter((id) => {
        const known = state.plenary.room.byId[id];
        return known?.phase === 'recalling' && known.deadlineAt <= now;
      });
      return due.length === 0 ? [] : [tell.plenary.RoomsFrozen({ roomIds: due })];
    },
  },
  evolve: {
    plenary: {
      RoomOpened(rooms, { roomId, endsAt, ...facts }) {
        rooms.byId[roomId] = { id: roomId, ...facts, phase: 'open', clock: { phase: 'running', endsAt } };
      },
      MemberSeated(rooms, { roomId, participantId }) {
        must(rooms.byId[roomId], 'room').members.push(participantId);
      },
      MemberTransferred(rooms, { participantId, from, to }) {
        const left = must(rooms.byId[from], 'room');
        left.members = left.members.filter((id) => id !== participantId);
        if (left.facilitator === participantId) left.facilitator = null;
        if (left.rapporteur === participantId) left.rapporteur = null;
        must(rooms.byId[to], 'room').members.push(participantId);
      },
      DutyHandedOver(rooms, { roomId, duty, participantId }) {
        must(rooms.byId[roomId], 'room')[duty] = participantId;
      },
      ClockSet(rooms, { roomIds, clocks }) {
        for (const [at, id] of roomIds.entries()) must(rooms.byId[id], 'room').clock = must(clocks[at], 'clock');
      },
      Announced(rooms, { roomIds, text }, { at }) {
        rooms.announcements.push({ roomIds, text, at });
        if (rooms.announcements.length > 50) rooms.announcements.shift();
      },
      RecallAnnounced(rooms, { roomIds, deadlineAt }) {
        for (const id of roomIds) Object.assign(must(rooms.byId[id], 'room'), { phase: 'recalling', deadlineAt });
      },
      RecallCancelled(rooms, { roomIds }) {
        for (const id of roomIds) into(rooms, id, 'open');
      },
      RoomsFrozen(rooms, { roomIds }) {
        for (const id of roomIds) into(rooms, id, 'frozen');
      },
      RoomsReopened(rooms, { roomIds, endsAt }) {
        for (const id of roomIds) {
          into(rooms, id, 'open');
          must(rooms.byId[id], 'room').clock = { phase: 'running', endsAt };
        }
      },
    },
    room: {
      HandRaised(within, { participantId }) {
        within.hands.push(participantId);
      },
      HandLowered(within, { participantId }) {
        within.hands = within.hands.filter((id) => id !== participantId);
      },
    },
    bureau: {
      HelpCalled(rooms, { roomId, kind }, { at }) {
        rooms.help[roomId] = { kind, at };
      },
      HelpAnswered(rooms, { roomId }) {
        delete rooms.help[roomId];
      },
    },
  },
});

function into(rooms: RoomsInPlenary, id: RoomId, phase: 'open' | 'frozen'): void {
  const known: Partial<Room> & { deadlineAt?: number } = must(rooms.byId[id], 'room');
  known.phase = phase;
  delete known.deadlineAt;
}

/** The named rooms when all of them exist and none is frozen. */
function running(state: ConsultationState, roomIds: readonly RoomId[]): Room[] | null {
  const rooms = roomIds.map((id) => state.plenary.room.byId[id]);
  return rooms.every((known): known is Room => known !== undefined && known.phase !== 'frozen') ? rooms : null;
}

/** Whether the members of a room may write in its texts. */
export function isWritable(found: Room | undefined): boolean {
  return found !== undefined && found.phase !== 'frozen';
}

/** Whether a scope is that of a room under the Chatham House Rule: nobody stands beside what is done in it. */
export function isUnattributed(rooms: RoomsInPlenary, scope: string): boolean {
  const [kind, roomId = ''] = scope.split(':');
  return kind === 'room' && rooms.byId[roomId]?.attribution === 'none';
}

/** The rooms of a round, by number. */
export function roomsOf(rooms: RoomsInPlenary, roundId: RoundId): Room[] {
  return Object.values(rooms.byId)
    .filter((each) => each.roundId === roundId)
    .sort((a, b) => a.number - b.number);
}
