/** The terms of a vote: who had the right, under which rules, by which majority. */
import { bindsMajority } from '@shared/domain/itemVotes.ts';
import { majorityFor } from '@shared/domain/majority.ts';
import type { RuleProfile } from '@shared/domain/ruleProfile.ts';
import { vote } from '@shared/domain/vote.ts';
import type { Problem } from './checkers.ts';
import { factsOf, membersAt, profileAt } from './journal.ts';
import { profileFor } from './profiles.ts';
import { declaredIn, type Pieces, without } from './votePieces.ts';
import { listOf } from './words.ts';

const { VoteOpened, VoteWithdrawn } = vote.events.plenary;

/** Who had the right, under which rules: both are told before the vote. */
export function termProblems({ journal, opened }: Pieces): Problem[] {
  const { seq, data } = opened;
  const found: string[] = [];
  const entitled = membersAt(journal.entries, seq);
  const [missing, added] = [without(entitled, data.electorate), without(data.electorate, entitled)];
  const named = (ids: readonly string[]) => listOf(ids.map(journal.nameOf));
  if (missing.length > 0) found.push(`leaves out members with credentials: ${named(missing)}`);
  if (added.length > 0) found.push(`counts as members whom it should not: ${named(added)}`);
  if (new Set(data.electorate).size !== data.members)
    found.push(`says ${data.members} members and names ${new Set(data.electorate).size}`);
  const inForce = profileAt(journal.entries, seq);
  if (inForce !== null && inForce !== data.profile)
    found.push(`was taken under the profile ${data.profile} while ${inForce} was in force`);
  const { profile, says } = profileFor(data, 'vote');
  found.push(...says, ...(profile ? ruleProblems(data, profile) : []), ...majorityProblems(journal.entries, opened));
  return found.map((each) => ({ seq, says: each }));
}

/** CON-8, VOTE-3: what the profile says, and nothing that it does not know. */
function ruleProblems(data: Pieces['opened']['data'], profile: RuleProfile): string[] {
  const { method = 'recorded', majority, secondOf, tie, profileVersion } = data;
  const named = `version ${profileVersion} of the profile ${profile.id}`;
  const found: string[] = [];
  if (!profile.methods.includes(method))
    found.push(`was held by a way of voting (${method}) that ${named} does not know`);
  if (!profile.majorities.includes(majority))
    found.push(`was held by a majority (${majority}) that ${named} does not know`);
  for (const key of ['quorum', 'tie', 'isIndicative'] as const) {
    // The second vote after a tie is the last (rule 95).
    const isLast = key === 'tie' && secondOf !== undefined && tie === 'rejected';
    if (profile[key] !== data[key] && !isLast)
      found.push(`has for ${key} ${data[key]}, which is not what ${named} says`);
  }
  return found;
}

/** MAJ-10, AMD-11: amendments, parts and the item itself need one majority, that of the first vote on any of them. */
function majorityProblems(entries: Pieces['journal']['entries'], { seq, data }: Pieces['opened']): string[] {
  const kind = data.subject?.kind ?? 'item';
  if (kind === 'division')
    return data.majority === majorityFor('motion', data.majority)
      ? []
      : ['puts a motion by more than a simple majority'];
  const withdrawn = new Set(
    factsOf(entries, 'plenary/vote.VoteWithdrawn', VoteWithdrawn).map((each) => each.data.voteId),
  );
  if (kind === 'reconsideration') return []; // REC-2 is asked where motions to reconsider are.
  const first = factsOf(entries, 'plenary/vote.VoteOpened', VoteOpened).find(
    (each) =>
      each.seq < seq &&
      each.data.itemId === data.itemId &&
      !withdrawn.has(each.data.voteId) &&
      bindsMajority(each.data.subject?.kind ?? 'item', each.data.isIndicative),
  );
  if (!first || first.data.majority === data.majority) return [];
  return [
    `is held by another majority (${data.majority}) than the votes on the same before it (${first.data.majority})`,
  ];
}

/** VOTE-14: a second vote is on the very same by the same majority, after a tie and in time. */
export function secondProblems({ journal, opened }: Pieces): Problem[] {
  const { seq, at, data } = opened;
  if (data.secondOf === undefined) return [];
  const first = declaredIn(journal.entries).find(({ data: each }) => each.voteId === data.secondOf);
  if (first?.data.outcome.result !== 'tied' || first.seq > seq)
    return [{ seq, says: 'is a second vote, and no tie came before it' }];
  const found: Problem[] = [];
  if (first.data.outcome.majority !== data.majority)
    found.push({ seq, says: 'is a second vote by another majority than the first' });
  if (at > (first.data.secondVoteUntil ?? at)) found.push({ seq, says: 'is a second vote that came too late' });
  return found;
}
