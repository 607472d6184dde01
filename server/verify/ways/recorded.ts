/** A recorded vote: each delegation's last ballot counts and stands in the published list. */
import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import { lastOf } from '../ballots.ts';
import type { Problem } from '../checkers.ts';
import { countOf, type Declared, type Pieces, type Way } from '../votePieces.ts';
import { counted } from '../words.ts';

export const recorded: Way = {
  reads: [],
  count: ({ casts }) => countOf([...lastOf(casts).values()].map(({ choice }) => choice)),
  says: (vote) => `${ballotWords(vote, 'ballot')} recounted`,
  problems: (vote) => [...castProblems(vote), ...receiptProblems(vote)],
  declaredProblems: listProblems,
  outline: () => ({}),
};

/** "10 ballots (2 earlier ones replaced)". */
export function ballotWords({ casts }: Pieces, noun: string): string {
  const last = lastOf(casts).size;
  const again = casts.length - last;
  return `${counted(last, noun)}${again > 0 ? ` (${counted(again, 'earlier one')} replaced)` : ''}`;
}

/** That each ballot is a member's, and came while the vote was open. */
export function castProblems({ journal, opened, casts, locked, withdrawn }: Pieces): Problem[] {
  return casts.flatMap(({ seq, at, delegationId }) => {
    const whose = `the ballot of ${journal.nameOf(delegationId)}`;
    const found: Problem[] = [];
    if (!opened.data.electorate.includes(delegationId))
      found.push({ seq, says: `is ${whose}, which had no right to vote when the vote was opened` });
    if (seq < opened.seq)
      found.push({ seq, says: `is ${whose}, cast before the vote was opened (entry ${opened.seq})` });
    if (locked && (seq > locked.seq || at > locked.data.lockedAt))
      found.push({ seq, says: `is ${whose}, taken after the vote was locked (entry ${locked.seq})` });
    // A show of hands may be replaced by a recorded vote after hands were shown; a vote with ballots is not withdrawn.
    if (withdrawn && withdrawn.data.replacedBy === undefined)
      found.push({ seq, says: `is ${whose} in a vote that was withdrawn (entry ${withdrawn.seq})` });
    return found;
  });
}

/** That everyone was told once of each delegation's ballot, and of no other. */
export function receiptProblems({ journal, casts, received }: Pieces): Problem[] {
  const cast = new Set(casts.map(({ delegationId }) => delegationId));
  const told = new Set<DelegationId>();
  const found: Problem[] = [];
  for (const { seq, data } of received) {
    const name = journal.nameOf(data.delegationId);
    if (told.has(data.delegationId)) found.push({ seq, says: `announces the ballot of ${name} again` });
    if (!cast.has(data.delegationId))
      found.push({ seq, says: `announces a ballot of ${name}, of which there is none` });
    told.add(data.delegationId);
  }
  for (const { seq, delegationId } of lastOf(casts).values())
    if (!told.has(delegationId))
      found.push({ seq, says: `is the ballot of ${journal.nameOf(delegationId)}, which was never announced` });
  return found;
}

/** That the published list is the ballots: each delegation's last one, and no more. */
function listProblems({ journal, casts }: Pieces, { seq, data }: Declared): Problem[] {
  const last = lastOf(casts);
  const found: Problem[] = [];
  for (const [delegationId, declared] of Object.entries(data.rollCall)) {
    const cast = last.get(delegationId);
    const name = journal.nameOf(delegationId);
    if (!cast) found.push({ seq, says: `lists ${name} as ${declared}, of which there is no ballot` });
    else if (cast.choice === null)
      found.push({ seq: cast.seq, says: `is the ballot of ${name} that counts, and its choice is withheld` });
    else if (cast.choice !== declared)
      found.push({
        seq: cast.seq,
        says: `is the ballot of ${name}: ${cast.choice}, declared as ${declared} (entry ${seq})`,
      });
  }
  for (const [delegationId, cast] of last)
    if (data.rollCall[delegationId] === undefined)
      found.push({
        seq: cast.seq,
        says: `is the ballot of ${journal.nameOf(delegationId)}, which the declared list leaves out`,
      });
  return found;
}
