/** The rule profile of a decision, and whether it knows the procedure by which it was taken (CON-7, CON-8). */
import { profileOfDecision, type RuleProfile, type Way } from '@shared/domain/ruleProfile.ts';

/** The profile that a decision names, and what is wrong with that; one that this program does not know can be held against nothing. */
export function profileFor(
  { profile: id, profileVersion: version }: { profile: string; profileVersion: number },
  way: Way,
): { profile: RuleProfile | null; says: string[] } {
  const profile = profileOfDecision(id, version);
  if (!profile)
    return {
      profile,
      says: [`was taken under version ${version} of the profile ${id}, which this program does not know`],
    };
  const isKnown = profile.procedures.includes(way);
  return { profile, says: isKnown ? [] : [`was taken by ${ways[way]}, which the profile ${id} does not know`] };
}

const ways: Record<Way, string> = {
  'no-objection': 'a call for no objection',
  silence: 'a silence procedure',
  vote: 'a vote',
};
