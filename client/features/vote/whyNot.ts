import type { Delegations } from '@shared/domain/delegation.ts';
import type { Vote } from '@shared/domain/vote.ts';
import type { You } from '@shared/protocol/wire.ts';

/** Why somebody does not cast in a vote: the end of a key of the catalogue. */
export type WhyNot = 'bureau' | 'panelist' | 'observer' | 'display' | 'not-a-member' | 'no-credentials' | 'too-late';

/** Says why one does not vote, or null where one may. */
export function whyNot({ role, delegationId }: You, delegations: Delegations, vote: Vote): WhyNot | null {
  if (role === 'moderator' || role === 'secretariat') return 'bureau';
  if (role !== 'delegate') return role;
  const delegation = delegations.byId[delegationId ?? ''];
  if (delegation?.kind !== 'member-state') return 'not-a-member';
  if (!delegation.hasCredentials) return 'no-credentials';
  return vote.electorate.includes(delegation.id) ? null : 'too-late';
}
