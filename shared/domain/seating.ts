import * as z from 'zod/mini';
import { type Dealable, type DealOutcome, deal, placeLatecomer, repair, suggestDuties } from './dealing.ts';
import { dealables, invited, isSeatable } from './formation.ts';
import { PanelId, ParticipantId, RoomId, RoundId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { defineSlice, type Refusal, refuse } from './kernel/slice.ts';
import { Attribution, Duty, line } from './kernel/words.ts';
import { type Room, room } from './room.ts';
import type { ConsultationState } from './state.ts';

const Pin = z.strictObject({ id: ParticipantId, room: z.int().check(z.minimum(0), z.maximum(999)) });
const Duties = z.strictObject({ facilitator: z.nullable(ParticipantId), rapporteur: z.nullable(ParticipantId) });

const ProposalData = {
  roundId: RoundId,
  panelId: PanelId,
  question: line(1_000),
  attribution: Attribution,
  seed: line(80),
  people: z.array(ParticipantId),
  pins: z.array(Pin),
  rooms: z.array(z.array(ParticipantId)),
  duties: z.array(Duties),
};

/** A division of people into rooms as the bureau prepares it: nobody else sees it until the rooms open. */
export interface Proposal {
  roundId: RoundId;
  panelId: PanelId;
  question: string;
  attribution: z.infer<typeof Attribution>;
  seed: string;
  people: ParticipantId[];
  pins: { id: ParticipantId; room: number }[];
  rooms: ParticipantId[][];
  duties: { facilitator: ParticipantId | null; rapporteur: ParticipantId | null }[];
  /** Every act of a hand, kept for the formation report. */
  manual: { participantId: ParticipantId; from: number; to: number; at: number }[];
}

export type Proposals = Record<RoundId, Proposal>;

/** A round as everyone knows it: which rooms it has. */
export interface Round {
  id: RoundId;
  panelId: PanelId;
  number: number;
  question: string;
  attribution: z.infer<typeof Attribution>;
  seed: string;
  roomIds: RoomId[];
  openedAt: number;
}

export interface Rounds {
  byId: Record<RoundId, Round>;
  order: RoundId[];
}

/** Forms the rooms of a round: propose, pin, move by hand, repair, open; place who comes late. */
export const seating = defineSlice({
  name: 'seating',
  commands: {
    propose: z.strictObject({
      panelId: PanelId,
      question: line(1_000),
      attribution: Attribution,
      rooms: z.int().check(z.minimum(1), z.maximum(250)),
      seed: line(80),
      /** Everyone invited (all active delegates and observers of delegations), or those listed. */
      people: z.union([z.literal('invited'), z.array(ParticipantId).check(z.minLength(1), z.maxLength(5_000))]),
      pins: z.array(Pin).check(z.maxLength(500)),
    }),
    move: z.strictObject({ roundId: RoundId, participantId: ParticipantId, room: z.int().check(z.minimum(0)) }),
    unpin: z.strictObject({ roundId: RoundId, participantId: ParticipantId }),
    repair: z.strictObject({ roundId: RoundId }),
    assignDuty: z.strictObject({
      roundId: RoundId,
      room: z.int().check(z.minimum(0)),
      duty: Duty,
      participantId: z.nullable(ParticipantId),
    }),
    discard: z.strictObject({ roundId: RoundId }),
    open: z.strictObject({
      roundId: RoundId,
      seconds: z.int().check(z.minimum(60), z.maximum(86_400)),
      override: z.boolean(),
    }),
    /** Seats somebody who came late: in the named room, or where balance suffers least. */
    placeLatecomer: z.strictObject({ roundId: RoundId, participantId: ParticipantId, roomId: z.nullable(RoomId) }),
    /** Moves a member between open rooms in one step. */
    transfer: z.strictObject({ roundId: RoundId, participantId: ParticipantId, roomId: RoomId }),
  },
  events: {
    bureau: {
      SeatingProposed: z.strictObject(ProposalData),
      PersonMoved: z.strictObject({ roundId: RoundId, participantId: ParticipantId, from: z.int(), to: z.int() }),
      PersonUnpinned: z.strictObject({ roundId: RoundId, participantId: ParticipantId }),
      SeatingRepaired: z.strictObject({
        roundId: RoundId,
        rooms: z.array(z.array(ParticipantId)),
        duties: z.array(Duties),
      }),
      DutyProposed: z.strictObject({
        roundId: RoundId,
        room: z.int(),
        duty: Duty,
        participantId: z.nullable(ParticipantId),
      }),
      ProposalDiscarded: z.strictObject({ roundId: RoundId }),
    },
    plenary: {
      RoundOpened: z.strictObject({
        roundId: RoundId,
        panelId: PanelId,
        question: line(1_000),
        attribution: Attribution,
        seed: line(80),
        roomIds: z.array(RoomId),
      }),
    },
  },
  decide: {
    propose(state, { panelId, question, attribution, rooms, seed, people, pins }, { newId }, tell) {
      if (!state.plenary.panel.byId[panelId]) return refuse('panel.unknown');
      const ids = people === 'invited' ? invited(state) : people;
      if (new Set(ids).size !== ids.length) return refuse('seating.person-twice');
      const dealt = dealables(state, ids);
      if ('refused' in dealt) return dealt;
      if (ids.length < rooms) return refuse('seating.more-rooms-than-people', { people: ids.length, rooms });
      if (pins.some(({ id, room }) => room >= rooms || !ids.includes(id))) return refuse('seating.pin-unknown');
      const outcome = deal({ people: dealt, rooms, seed, pins });
      if (!outcome.ok) return conflict(outcome);
      const duties = suggestDuties(dealt, outcome.rooms, seed);
      return [
        tell.bureau.SeatingProposed({
          roundId: newId(),
          panelId,
          question,
          attribution,
          seed,
          people: [...ids],
          pins,
          rooms: outcome.rooms,
          duties,
        }),
      ];
    },
    move(state, { roundId, participantId, room: to }, _context, tell) {
      const proposal = state.bureau.seating[roundId];
      if (!proposal) return refuse('seating.unknown');
      const from = proposal.rooms.findIndex((members) => members.includes(participantId));
      if (from < 0) return refuse('seating.person-unknown');
      if (to >= proposal.rooms.length) return refuse('seating.room-unknown');
      return [tell.bureau.PersonMoved({ roundId, participantId, from, to })];
    },
    unpin(state, { roundId, participantId }, _context, tell) {
      const proposal = state.bureau.seating[roundId];
      if (!proposal) return refuse('seating.unknown');
      if (!proposal.pins.some(({ id }) => id === participantId)) return [];
      return [tell.bureau.PersonUnpinned({ roundId, participantId })];
    },
    repair(state, { roundId }, _context, tell) {
      const proposal = state.bureau.seating[roundId];
      if (!proposal) return refuse('seating.unknown');
      const people = dealables(state, proposal.people);
      if ('refused' in people) return people;
      const outcome = repair(
        { people, rooms: proposal.rooms.length, seed: proposal.seed, pins: proposal.pins },
        proposal.rooms,
      );
      if (!outcome.ok) return conflict(outcome);
      const duties = suggestDuties(people, outcome.rooms, proposal.seed);
      return [tell.bureau.SeatingRepaired({ roundId, rooms: outcome.rooms, duties })];
    },
    assignDuty(state, { roundId, room: at, duty, participantId }, _context, tell) {
      const proposal = state.bureau.seating[roundId];
      if (!proposal) return refuse('seating.unknown');
      const members = proposal.rooms[at];
      if (!members) return refuse('seating.room-unknown');
      if (participantId !== null && !members.includes(participantId)) return refuse('room.not-a-member');
      return [tell.bureau.DutyProposed({ roundId, room: at, duty, participantId })];
    },
    discard(state, { roundId }, _context, tell) {
      if (!state.bureau.seating[roundId]) return refuse('seating.unknown');
      return [tell.bureau.ProposalDiscarded({ roundId })];
    },
    open(state, { roundId, seconds, override }, context, tell) {
      const proposal = state.bureau.seating[roundId];
      if (!proposal) return refuse('seating.unknown');
      const running = Object.values(state.plenary.room.byId).some(
        ({ panelId, phase }) => panelId === proposal.panelId && phase !== 'frozen',
      );
      if (running) return refuse('seating.round-running'); // SEA-7
      // SEA-8: whoever has lost their seat since is left out.
      const seated = (id: string | null | undefined) => (id && isSeatable(state, id) ? id : null);
      const opened = proposal.rooms.map((members, at) => ({
        roomId: context.newId(),
        number: at + 1,
        members: members.filter((id) => isSeatable(state, id)),
        facilitator: seated(proposal.duties[at]?.facilitator),
        rapporteur: seated(proposal.duties[at]?.rapporteur),
      }));
      const lacking = opened.flatMap(({ number, facilitator, rapporteur }) =>
        facilitator === null || rapporteur === null ? [number] : [],
      );
      if (lacking.length > 0 && !override) return refuse('seating.duties-missing', { rooms: lacking }); // SEA-6
      const { panelId, question, attribution, seed } = proposal;
      return [
        tell.plenary.RoundOpened({
          roundId,
          panelId,
          question,
          attribution,
          seed,
          roomIds: opened.map(({ roomId }) => roomId),
        }),
        ...opened.map((each) =>
          room.tell.plenary.RoomOpened({
            ...each,
            roundId,
            panelId,
            question,
            attribution,
            endsAt: context.now + seconds * 1000,
          }),
        ),
        tell.bureau.ProposalDiscarded({ roundId }),
      ];
    },
    placeLatecomer(state, { roundId, participantId, roomId }, _context, _tell) {
      const round = state.plenary.seating.byId[roundId];
      if (!round) return refuse('seating.unknown');
      const found = dealables(state, [participantId]);
      if ('refused' in found) return found;
      const rooms = round.roomIds.map((id) => must(state.plenary.room.byId[id], 'room'));
      if (rooms.some(({ members }) => members.includes(participantId))) return refuse('seating.already-seated');
      const target = roomId === null ? balancedRoom(state, must(found[0], 'latecomer'), rooms) : byIdIn(rooms, roomId);
      if (!target) return refuse(roomId === null ? 'room.frozen' : 'seating.room-unknown');
      if (target.phase === 'frozen') return refuse('room.frozen');
      return [room.tell.plenary.MemberSeated({ roomId: target.id, participantId })];
    },
    transfer(state, { roundId, participantId, roomId }, _context, _tell) {
      const target = state.plenary.room.byId[roomId];
      if (!target || target.roundId !== roundId) return refuse('seating.room-unknown');
      if (target.phase === 'frozen') return refuse('room.frozen');
      const from = Object.values(state.plenary.room.byId).find(
        (each) => each.roundId === roundId && each.members.includes(participantId),
      );
      if (!from) return refuse('seating.person-unknown');
      if (from.id === roomId) return [];
      // ROO-9: a hand is not left behind in a room that its owner has left.
      const isRaised = state.room[from.id]?.room.hands.includes(participantId);
      return [
        ...(isRaised ? [room.tell.room(from.id).HandLowered({ participantId })] : []),
        room.tell.plenary.MemberTransferred({ participantId, from: from.id, to: roomId }),
      ];
    },
  },
  evolve: {
    bureau: {
      SeatingProposed(proposals, data) {
        proposals[data.roundId] = { ...data, manual: [] };
      },
      PersonMoved(proposals, { roundId, participantId, from, to }, { at }) {
        const proposal = must(proposals[roundId], 'proposal');
        proposal.rooms[from] = must(proposal.rooms[from], 'room').filter((id) => id !== participantId);
        must(proposal.rooms[to], 'room').push(participantId);
        proposal.pins = [...proposal.pins.filter(({ id }) => id !== participantId), { id: participantId, room: to }];
        proposal.manual.push({ participantId, from, to, at });
        const duties = must(proposal.duties[from], 'duties');
        if (from === to) return;
        if (duties.facilitator === participantId) duties.facilitator = null;
        if (duties.rapporteur === participantId) duties.rapporteur = null;
      },
      PersonUnpinned(proposals, { roundId, participantId }) {
        const proposal = must(proposals[roundId], 'proposal');
        proposal.pins = proposal.pins.filter(({ id }) => id !== participantId);
      },
      SeatingRepaired(proposals, { roundId, rooms, duties }) {
        Object.assign(must(proposals[roundId], 'proposal'), { rooms, duties });
      },
      DutyProposed(proposals, { roundId, room, duty, participantId }) {
        const duties = must(must(proposals[roundId], 'proposal').duties[room], 'duties');
        if (participantId !== null) {
          if (duties.facilitator === participantId) duties.facilitator = null;
          if (duties.rapporteur === participantId) duties.rapporteur = null;
        }
        duties[duty] = participantId;
      },
      ProposalDiscarded(proposals, { roundId }) {
        delete proposals[roundId];
      },
    },
    plenary: {
      RoundOpened(rounds, { roundId, ...round }, { at }) {
        const number = rounds.order.filter((id) => rounds.byId[id]?.panelId === round.panelId).length + 1;
        rounds.byId[roundId] = { id: roundId, number, ...round, openedAt: at };
        rounds.order.push(roundId);
      },
    },
  },
});

/** SEA-9: the room that is still open and where balance suffers least by one more; null when none is open. */
function balancedRoom(state: ConsultationState, latecomer: Dealable, rooms: readonly Room[]): Room | null {
  const open = rooms.filter(({ phase }) => phase !== 'frozen');
  const members = open.map((each) => each.members.filter((id) => isSeatable(state, id)));
  const people = dealables(state, members.flat());
  if (open.length === 0 || 'refused' in people) return null;
  return open[placeLatecomer(latecomer, people, members)] ?? null;
}

function byIdIn(rooms: readonly Room[], roomId: RoomId): Room | undefined {
  return rooms.find(({ id }) => id === roomId);
}

function conflict(outcome: Extract<DealOutcome, { ok: false }>): Refusal {
  return refuse('seating.pins-conflict', { ...outcome.conflict });
}
