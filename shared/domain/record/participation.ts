import type { Participant } from '../delegation.ts';
import { type RegionalGroup, regionalGroups } from '../kernel/words.ts';
import type { ConsultationState } from '../state.ts';
import type { Participation, PeopleCount, RegionParticipation } from './shape.ts';

/** Groups of fewer people than this are suppressed in any statistic. */
const threshold = 5;

const roles = ['delegate', 'observer', 'panelist', 'moderator', 'secretariat'] as const;
const regions: readonly (RegionalGroup | 'none')[] = [...regionalGroups, 'none'];

/** Who took part, in numbers: delegations with somebody in a seat, people by regional group and by role. */
export function participationOf({ delegation, comment, position }: ConsultationState['plenary']): Participation {
  const people = Object.values(delegation.participants).filter(({ isActive, role }) => isActive && role !== 'display');
  const groupOf = (delegationId: string | null) =>
    (delegationId === null ? null : delegation.byId[delegationId]?.regionalGroup) ?? 'none';
  const said = Object.values(comment.byItem)
    .flat()
    .filter(({ delegationId, role }) => delegationId !== null && role !== 'panelist')
    .map(({ delegationId }) => groupOf(delegationId));
  const signalled = Object.values(position)
    .flatMap((signals) => Object.keys(signals))
    .map(groupOf);
  const seated = [...new Set(people.flatMap(({ delegationId }) => delegationId ?? []))].map(groupOf);
  const times = (list: readonly string[], region: string) => list.filter((each) => each === region).length;
  const inRegion = suppressed(regions.map((region) => times(people.map(groupOfPerson(groupOf)), region)));
  const inRole = suppressed(roles.map((role) => people.filter((person) => person.role === role).length));
  return {
    threshold,
    people: people.length > 0 && people.length < threshold ? null : people.length,
    delegations: seated.length,
    byRegion: regions.map(
      (region, at): RegionParticipation => ({
        region,
        delegations: times(seated, region),
        people: inRegion[at] ?? null,
        comments: times(said, region),
        positions: times(signalled, region),
      }),
    ),
    byRole: roles.map((role, at) => ({ role, people: inRole[at] ?? null })),
  };
}

function groupOfPerson(groupOf: (delegationId: string | null) => string) {
  return ({ delegationId }: Participant) => groupOf(delegationId);
}

/**
 * Takes small numbers out, and then as many of the next larger ones as it needs until nobody can work a small one out
 * from the total: at least two gaps, with at least `threshold` people in them together.
 */
export function suppressed(counts: readonly number[]): PeopleCount[] {
  const out = new Set(counts.flatMap((count, at) => (count > 0 && count < threshold ? [at] : [])));
  if (out.size === 0) return [...counts];
  const larger = counts
    .map((count, at) => ({ count, at }))
    .filter(({ count }) => count >= threshold)
    .sort((a, b) => a.count - b.count || a.at - b.at);
  const hidden = () => [...out].reduce((sum, at) => sum + (counts[at] ?? 0), 0);
  for (const { at } of larger) {
    if (out.size >= 2 && hidden() >= threshold) break;
    out.add(at);
  }
  return counts.map((count, at) => (out.has(at) ? null : count));
}
