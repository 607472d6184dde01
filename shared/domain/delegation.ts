import * as z from 'zod/mini';
import { DelegationId, ParticipantId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { defineSlice, type Refusal, refuse } from './kernel/slice.ts';
import { DelegationKind, line, RegionalGroup, Role } from './kernel/words.ts';

export interface Delegation {
  id: DelegationId;
  kind: DelegationKind;
  /** ISO alpha-3 of a state, whose name is read from the tables of names; null for others. */
  code: string | null;
  /** The name of a delegation that is not in the tables; null for a state. */
  name: string | null;
  regionalGroup: RegionalGroup | null;
  /** Only a member state with credentials has the right to vote and to object. */
  hasCredentials: boolean;
}

/** A seat. Who sits in it is not here: names are in a table that can be changed and erased. */
export interface Participant {
  id: ParticipantId;
  delegationId: DelegationId | null;
  role: Role;
  isActive: boolean;
}

export interface Delegations {
  byId: Record<DelegationId, Delegation>;
  participants: Record<ParticipantId, Participant>;
}

const Entry = z.strictObject({
  id: DelegationId,
  kind: DelegationKind,
  code: z.nullable(z.string().check(z.regex(/^[A-Z]{3}$/))),
  name: z.nullable(line(200)),
  regionalGroup: z.nullable(RegionalGroup),
  hasCredentials: z.boolean(),
});

const Seat = z.strictObject({ participantId: ParticipantId, delegationId: z.nullable(DelegationId), role: Role });

/** Accredits delegations and admits people to seats. */
export const delegation = defineSlice({
  name: 'delegation',
  commands: {
    accredit: z.strictObject({ delegations: z.array(Entry).check(z.minLength(1), z.maxLength(400)) }),
    assignGroup: z.strictObject({ delegationId: DelegationId, regionalGroup: z.nullable(RegionalGroup) }),
    setCredentials: z.strictObject({ delegationId: DelegationId, hasCredentials: z.boolean() }),
    admit: z.strictObject({ seats: z.array(Seat).check(z.minLength(1), z.maxLength(500)) }),
    reseat: z.strictObject({ participantId: ParticipantId, delegationId: z.nullable(DelegationId), role: Role }),
    dismiss: z.strictObject({ participantId: ParticipantId }),
    readmit: z.strictObject({ participantId: ParticipantId }),
  },
  events: {
    plenary: {
      DelegationsAccredited: z.strictObject({ delegations: z.array(Entry) }),
      GroupAssigned: z.strictObject({ delegationId: DelegationId, regionalGroup: z.nullable(RegionalGroup) }),
      CredentialsSet: z.strictObject({ delegationId: DelegationId, hasCredentials: z.boolean() }),
      ParticipantsAdmitted: z.strictObject({ seats: z.array(Seat) }),
      ParticipantReseated: Seat,
      ParticipantDismissed: z.strictObject({ participantId: ParticipantId }),
      ParticipantReadmitted: z.strictObject({ participantId: ParticipantId }),
    },
  },
  decide: {
    accredit({ plenary }, { delegations }, _context, tell) {
      const ids = delegations.map(({ id }) => id);
      if (new Set(ids).size !== ids.length) return refuse('delegation.twice');
      for (const entry of delegations) {
        if (plenary.delegation.byId[entry.id]) return refuse('delegation.exists', { delegationId: entry.id });
        const wrong = entryRefusal(entry);
        if (wrong) return wrong;
      }
      return [tell.plenary.DelegationsAccredited({ delegations })];
    },
    assignGroup({ plenary }, { delegationId, regionalGroup }, _context, tell) {
      const known = plenary.delegation.byId[delegationId];
      if (!known) return refuse('delegation.unknown');
      if (known.kind === 'member-state' && regionalGroup === null) return refuse('delegation.group-missing'); // DEL-2
      // DEL-3: a group is corrected before the first round, never under the feet of rooms.
      if (plenary.seating.order.length > 0) return refuse('delegation.group-fixed');
      return [tell.plenary.GroupAssigned({ delegationId, regionalGroup })];
    },
    setCredentials({ plenary }, { delegationId, hasCredentials }, _context, tell) {
      const known = plenary.delegation.byId[delegationId];
      if (!known) return refuse('delegation.unknown');
      if (hasCredentials && known.kind !== 'member-state') return refuse('delegation.not-a-member-state'); // DEL-1
      if (known.hasCredentials === hasCredentials) return [];
      return [tell.plenary.CredentialsSet({ delegationId, hasCredentials })];
    },
    admit({ plenary }, { seats }, _context, tell) {
      const ids = seats.map(({ participantId }) => participantId);
      if (new Set(ids).size !== ids.length) return refuse('delegation.person-twice');
      for (const seat of seats) {
        if (plenary.delegation.participants[seat.participantId]) return refuse('delegation.person-exists');
        const wrong = seatRefusal(plenary.delegation, seat);
        if (wrong) return wrong;
      }
      return [tell.plenary.ParticipantsAdmitted({ seats })];
    },
    reseat({ plenary }, seat, _context, tell) {
      const known = plenary.delegation.participants[seat.participantId];
      if (!known) return refuse('delegation.person-unknown');
      const wrong = seatRefusal(plenary.delegation, seat);
      if (wrong) return wrong;
      if (known.role === 'secretariat' && seat.role !== 'secretariat' && secretariatSize(plenary.delegation) === 1)
        return refuse('delegation.last-secretariat'); // DEL-6
      return [tell.plenary.ParticipantReseated(seat)];
    },
    dismiss({ plenary }, { participantId }, _context, tell) {
      const known = plenary.delegation.participants[participantId];
      if (!known) return refuse('delegation.person-unknown');
      if (!known.isActive) return [];
      if (known.role === 'secretariat' && secretariatSize(plenary.delegation) === 1)
        return refuse('delegation.last-secretariat'); // DEL-6
      return [tell.plenary.ParticipantDismissed({ participantId })];
    },
    readmit({ plenary }, { participantId }, _context, tell) {
      const known = plenary.delegation.participants[participantId];
      if (!known) return refuse('delegation.person-unknown');
      return known.isActive ? [] : [tell.plenary.ParticipantReadmitted({ participantId })];
    },
  },
  evolve: {
    plenary: {
      DelegationsAccredited(known, { delegations }) {
        for (const entry of delegations) known.byId[entry.id] = entry;
      },
      GroupAssigned(known, { delegationId, regionalGroup }) {
        must(known.byId[delegationId], 'delegation').regionalGroup = regionalGroup;
      },
      CredentialsSet(known, { delegationId, hasCredentials }) {
        must(known.byId[delegationId], 'delegation').hasCredentials = hasCredentials;
      },
      ParticipantsAdmitted(known, { seats }) {
        for (const { participantId, delegationId, role } of seats)
          known.participants[participantId] = { id: participantId, delegationId, role, isActive: true };
      },
      ParticipantReseated(known, { participantId, delegationId, role }) {
        Object.assign(must(known.participants[participantId], 'participant'), { delegationId, role });
      },
      ParticipantDismissed(known, { participantId }) {
        must(known.participants[participantId], 'participant').isActive = false;
      },
      ParticipantReadmitted(known, { participantId }) {
        must(known.participants[participantId], 'participant').isActive = true;
      },
    },
  },
});

function entryRefusal(entry: z.infer<typeof Entry>): Refusal | null {
  const isState = entry.kind === 'member-state' || entry.kind === 'observer-state';
  if (isState ? entry.code === null : entry.name === null)
    return refuse('delegation.nameless', { delegationId: entry.id });
  if (entry.kind === 'member-state' && entry.regionalGroup === null)
    return refuse('delegation.group-missing', { delegationId: entry.id }); // DEL-2
  if (entry.kind !== 'member-state' && entry.hasCredentials)
    return refuse('delegation.not-a-member-state', { delegationId: entry.id }); // DEL-1
  return null;
}

/** DEL-4: delegates and observers sit in a delegation; the secretariat and a display in none. */
function seatRefusal(known: Delegations, seat: z.infer<typeof Seat>): Refusal | null {
  const { delegationId, role } = seat;
  if (delegationId !== null && !known.byId[delegationId]) return refuse('delegation.unknown');
  if ((role === 'delegate' || role === 'observer') && delegationId === null)
    return refuse('delegation.seat-needs-delegation');
  if ((role === 'secretariat' || role === 'display') && delegationId !== null)
    return refuse('delegation.seat-without-delegation');
  return null;
}

function secretariatSize(known: Delegations): number {
  return Object.values(known.participants).filter(({ role, isActive }) => role === 'secretariat' && isActive).length;
}

/** Whether a delegation has the right to vote and to object. */
export function mayVote(known: Delegations, delegationId: DelegationId | null): boolean {
  const found = delegationId === null ? undefined : known.byId[delegationId];
  return found?.kind === 'member-state' && found.hasCredentials;
}

/** How many member states have the right to vote: the members of every denominator. */
export function members(known: Delegations): Delegation[] {
  return Object.values(known.byId).filter(({ id }) => mayVote(known, id));
}
