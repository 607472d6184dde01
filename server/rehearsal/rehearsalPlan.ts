import { memberStates } from '@shared/data/memberStates.ts';
import { type ConsultationPlan, samplePlan } from '@shared/data/sampleConsultation.ts';
import { seeded } from '@shared/domain/kernel/random.ts';
import { type RegionalGroup, regionalGroups } from '@shared/domain/kernel/words.ts';

/** Two people sit in each simulated delegation, so that what one does can be seen by the other. */
const seatsPerDelegation = 2;

/**
 * The meeting of June 2017 with simulated delegations: the regional groups in turn, so that any number of delegations is as
 * cross-regional as it can be; which states of a group come is drawn from the seed.
 */
export function rehearsalPlan(seed: string, delegations: number): ConsultationPlan {
  const sample = samplePlan();
  const chance = seeded(`${seed}/delegations`);
  const drawn = new Map<RegionalGroup, string[]>(
    regionalGroups.map((group) => [
      group,
      chance.shuffle(memberStates.filter(({ regionalGroup }) => regionalGroup === group).map(({ id }) => id)),
    ]),
  );
  const chosen: string[] = [];
  for (let turn = 0; chosen.length < Math.min(delegations, memberStates.length); turn += 1) {
    const next = drawn.get(regionalGroups[turn % regionalGroups.length] ?? 'africa')?.pop();
    if (next) chosen.push(next);
  }
  const bureau = sample.participants.filter(
    ({ role }) => role === 'moderator' || role === 'panelist' || role === 'display',
  );
  const delegates = chosen.sort().flatMap((code) =>
    Array.from({ length: seatsPerDelegation }, (_, at) => ({
      key: `${code}-${at + 1}`,
      name: `Simulated delegate of ${code} (${at + 1})`,
      delegation: code,
      role: 'delegate' as const,
    })),
  );
  return { ...sample, symbol: `Rehearsal ${seed}`, participants: [...bureau, ...delegates] };
}
