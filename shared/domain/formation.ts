/** What the dealing is given, and how a proposal stands by its rules. */
import { check, type Dealable } from './dealing.ts';
import type { ParticipantId } from './kernel/ids.ts';
import { type Refusal, refuse } from './kernel/slice.ts';
import type { Proposal } from './seating.ts';
import type { Plenary } from './state.ts';

/** As much of the state as forming rooms reads. */
export interface Accredited {
  plenary: Pick<Plenary, 'delegation'>;
}

/** Everyone whom a round may seat: active delegates and observers, in the order of their ids. */
export function invited(state: Accredited): ParticipantId[] {
  return Object.values(state.plenary.delegation.participants)
    .filter(({ role, isActive }) => isActive && (role === 'delegate' || role === 'observer'))
    .map(({ id }) => id)
    .sort();
}

/** Whether somebody can sit in a room: an active seat in a delegation. */
export function isSeatable({ plenary }: Accredited, id: ParticipantId): boolean {
  const person = plenary.delegation.participants[id];
  return person?.isActive === true && plenary.delegation.byId[person.delegationId ?? ''] !== undefined;
}

/** What the dealing needs to know of each person; refuses somebody unknown, inactive, or without a delegation. */
export function dealables(state: Accredited, ids: readonly ParticipantId[]): Dealable[] | Refusal {
  const { participants, byId } = state.plenary.delegation;
  const found: Dealable[] = [];
  for (const id of ids) {
    const person = participants[id];
    const seatedIn = person?.delegationId ? byId[person.delegationId] : undefined;
    if (!person?.isActive || !seatedIn) return refuse('seating.person-unknown', { participantId: id });
    found.push({ id, delegationId: seatedIn.id, region: seatedIn.regionalGroup ?? 'none' });
  }
  return found;
}

/** Which rules hold in a proposal as it stands, and where they are broken. */
export function formationOf(state: Accredited, proposal: Proposal) {
  const people = dealables(state, proposal.people);
  return 'refused' in people ? null : check(people, proposal.rooms);
}
