/** Who may read what: an allow-list, computed from the state for one person. Nothing that is not listed here travels. */
import type { ParticipantId } from './kernel/ids.ts';
import type { Scope } from './kernel/slice.ts';
import type { ConsultationState } from './state.ts';

/** The scopes that a participant reads now. `sealed` is in nobody's list. */
export function scopesOf(state: ConsultationState, participantId: ParticipantId): Scope[] {
  const person = state.plenary.delegation.participants[participantId];
  if (!person?.isActive) return [];
  const scopes: Scope[] = ['plenary'];
  if (person.role === 'display') return scopes;
  const bureau = person.role === 'moderator' || person.role === 'secretariat';
  if (bureau) scopes.push('bureau');
  for (const [id, room] of Object.entries(state.plenary.room.byId)) {
    if (bureau || room.members.includes(participantId)) scopes.push(`room:${id}`);
  }
  if (person.delegationId && (person.role === 'delegate' || person.role === 'observer'))
    scopes.push(`delegation:${person.delegationId}`);
  return scopes;
}
