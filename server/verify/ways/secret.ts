/** A secret ballot: the totals and the receipts are all there is; nothing in the chain says who chose what, or could. */
import { secretBallot } from '@shared/domain/secretBallot.ts';
import type { Problem } from '../checkers.ts';
import { factsOf } from '../journal.ts';
import type { Declared, Pieces, Way } from '../votePieces.ts';
import { counted } from '../words.ts';

export const bySecretBallot: Way = {
  reads: Object.keys(secretBallot.events.plenary).map((name) => `plenary/secretBallot.${name}`),
  count({ declared: [declared] }) {
    const totals = declared?.data.outcome;
    return totals ? { yes: totals.yes, no: totals.no, abstain: totals.abstain } : null;
  },
  says: ({ declared: [declared] }) =>
    `${counted(declared?.data.receipts?.length ?? 0, 'secret ballot')} with as many receipts`,
  problems: (vote) => [...receivedProblems(vote), ...castProblems(vote)],
  declaredProblems,
  outline: ({ declared: [declared] }) => ({ receipts: declared?.data.receipts ?? null }),
};

/** A slip is never changed: each delegation is announced once, while the vote is open, and is a member. */
function receivedProblems({ journal, opened, received, locked }: Pieces): Problem[] {
  const told = new Set<string>();
  return received.flatMap(({ seq, data: { delegationId } }) => {
    const name = journal.nameOf(delegationId);
    const found: Problem[] = [];
    if (told.has(delegationId)) found.push({ seq, says: `announces the ballot of ${name} again` });
    if (!opened.data.electorate.includes(delegationId))
      found.push({ seq, says: `is the ballot of ${name}, which had no right to vote when the vote was opened` });
    if (locked && seq > locked.seq)
      found.push({ seq, says: `is the ballot of ${name}, taken after the vote was locked (entry ${locked.seq})` });
    told.add(delegationId);
    return found;
  });
}

/** SEC-4: no choice of a secret ballot is in the journal. */
function castProblems({ casts }: Pieces): Problem[] {
  return casts.map(({ seq }) => ({ seq, says: 'is a ballot with a choice, in a vote that is secret' }));
}

/** SEC-6, SEC-8: as many receipts as ballots as delegations that voted, each its own; in their own order; without names. */
function declaredProblems({ journal, opened, received }: Pieces, { seq, data }: Declared): Problem[] {
  const { yes, no, abstain } = data.outcome;
  const receipts = data.receipts ?? [];
  const found: Problem[] = [];
  const say = (says: string) => found.push({ seq, says });
  if (Object.keys(data.rollCall).length > 0) say('says who chose what in a secret ballot');
  if (yes + no + abstain !== received.length)
    say(`declares ${counted(yes + no + abstain, 'ballot')}, where ${received.length} were received`);
  if (receipts.length !== received.length)
    say(`publishes ${counted(receipts.length, 'receipt')}, where ${counted(received.length, 'ballot')} were received`);
  if (new Set(receipts).size < receipts.length) say('publishes one receipt for more than one ballot');
  if ([...receipts].sort().join() !== receipts.join())
    say('publishes the receipts in an order that may tell something');
  const isCounted = factsOf(
    journal.entries,
    'plenary/secretBallot.SlipsCounted',
    secretBallot.events.plenary.SlipsCounted,
  ).some((fact) => fact.data.voteId === opened.data.voteId && fact.seq < seq);
  if (!isCounted) say('declares a result before the box was counted');
  return found;
}
