/** When a vote was locked and declared, and how long a tie stood: held against the clock and the rule profile. */
import { profileOfDecision } from '@shared/domain/ruleProfile.ts';
import { vote } from '@shared/domain/vote.ts';
import type { Problem } from './checkers.ts';
import { factsOf, membersAt } from './journal.ts';
import type { Declared, Pieces } from './votePieces.ts';

const { plenary } = vote.events;

/** VOTE-7, VOTE-14: locked before it is declared; a tie may be held again for as long as the profile says. */
export function declaredProblems({ opened, locked }: Pieces, { seq, at, data }: Declared): Problem[] {
  const found: Problem[] = [];
  if (!locked || locked.seq > seq) found.push({ seq, says: 'declares a result before the vote was locked' });
  const hours = profileOfDecision(opened.data.profile, opened.data.profileVersion)?.secondVoteHours;
  const until = data.outcome.result === 'tied' && hours !== undefined ? at + hours * 3_600_000 : undefined;
  if (hours !== undefined && data.secondVoteUntil !== until)
    found.push({ seq, says: 'gives another time for a second vote than the rule profile does' });
  return found;
}

/** VOTE-12, VOTE-13: a lock takes effect when it was announced to, and is announced where somebody could still have voted. */
export function lockProblems(pieces: Pieces): Problem[] {
  const { opened, locked } = pieces;
  if (!locked) return [];
  const { seq, at, data } = locked;
  const found: Problem[] = [];
  if (data.lockedAt > at) found.push({ seq, says: 'locks the vote at an instant that had not come' });
  const seconds = profileOfDecision(opened.data.profile, opened.data.profileVersion)?.lockWarningSeconds ?? 0;
  // The first versions of the profiles knew no announcement.
  if (seconds === 0) return found;
  const announced = announcedBefore(pieces, seq);
  if (announced && announced.data.locksAt < announced.at + seconds * 1_000)
    found.push({ seq: announced.seq, says: `announces the lock for sooner than in ${seconds} seconds` });
  if (isFree(pieces, seq)) return found;
  if (!announced) found.push({ seq, says: 'locks the vote without having announced it, and not everybody had voted' });
  else if (data.lockedAt < announced.data.locksAt)
    found.push({ seq, says: 'locks the vote before the instant that was announced, and not everybody had voted' });
  return found;
}

/** The announcement that was not called off again. */
function announcedBefore({ journal, opened }: Pieces, seq: number) {
  const of = <T extends { seq: number; data: { voteId: string } }>(facts: readonly T[]): T | undefined =>
    facts.findLast((fact) => fact.data.voteId === opened.data.voteId && fact.seq < seq);
  const announced = of(factsOf(journal.entries, 'plenary/vote.LockAnnounced', plenary.LockAnnounced));
  const calledOff = of(factsOf(journal.entries, 'plenary/vote.LockCalledOff', plenary.LockCalledOff));
  return announced && (calledOff?.seq ?? 0) < announced.seq ? announced : undefined;
}

function isFree({ journal, opened, received }: Pieces, seq: number): boolean {
  const { method = 'recorded', isIndicative, electorate } = opened.data;
  if (method !== 'recorded' || isIndicative) return true;
  const voted = new Set(received.filter((each) => each.seq < seq).map(({ data }) => data.delegationId));
  const entitled = new Set(membersAt(journal.entries, seq));
  return electorate.every((id) => voted.has(id) || !entitled.has(id));
}

/** VOTE-15: a tie that was not voted on again stands when its time is over, and not before. */
export function lapseProblems({ journal, opened, declared: [declared] }: Pieces): Problem[] {
  const { entries } = journal;
  const { voteId } = opened.data;
  const lapses = factsOf(entries, 'plenary/vote.TieLapsed', plenary.TieLapsed).filter(
    ({ data }) => data.voteId === voteId,
  );
  const withdrawn = factsOf(entries, 'plenary/vote.VoteWithdrawn', plenary.VoteWithdrawn);
  const emptied = factsOf(entries, 'plenary/vote.TallyDeclared', plenary.TallyDeclared).filter(
    ({ data }) => data.outcome.result === 'no-quorum',
  );
  const isNone = (id: string) => [...withdrawn, ...emptied].some(({ data }) => data.voteId === id);
  const second = factsOf(entries, 'plenary/vote.VoteOpened', plenary.VoteOpened).find(
    ({ data }) => data.secondOf === voteId && !isNone(data.voteId),
  );
  return lapses.flatMap(({ seq, at }, index): Problem[] => {
    const until = declared?.data.secondVoteUntil;
    if (!declared || declared.seq > seq || until === undefined || index > 0)
      return [{ seq, says: 'lets a tie lapse that does not stand' }];
    if (at <= until) return [{ seq, says: `lets the tie lapse ${until + 1 - at} ms before its time was over` }];
    return second && second.seq < seq ? [{ seq, says: 'lets a tie lapse that was voted on again' }] : [];
  });
}
