/** All that a journal tells of each vote, put together: the ways of voting look at it from here. */
import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import type { Count } from '@shared/domain/majority.ts';
import { vote } from '@shared/domain/vote.ts';
import type * as z from 'zod/mini';
import { type Ballots, type Cast, ownKind } from './ballots.ts';
import type { Problem } from './checkers.ts';
import { type Fact, factsOf, type Journal, kindOf, type Told } from './journal.ts';

const { plenary } = vote.events;
type Opened = Fact<z.output<typeof plenary.VoteOpened>>;
type Received = Fact<z.output<typeof plenary.BallotReceived>>;
type Locked = Fact<z.output<typeof plenary.VoteLocked>>;
export type Declared = Fact<z.output<typeof plenary.TallyDeclared>>;
type Withdrawn = Fact<z.output<typeof plenary.VoteWithdrawn>>;

/** All that the journal tells of one vote. */
export interface Pieces {
  journal: Journal;
  /** Its place among the votes that were not withdrawn, as the record numbers them. */
  number: number;
  opened: Opened;
  casts: readonly Cast[];
  received: readonly Received[];
  locked: Locked | null;
  withdrawn: Withdrawn | null;
  declared: readonly Declared[];
  /** The entries of the vote, of whichever slice. */
  seqs: readonly number[];
}

/** How one way of voting is recounted. */
export interface Way {
  /** The kinds of entries that it reads besides the vote's own. */
  reads: readonly string[];
  /** What the ballots come to; null while it cannot be known from what is disclosed. */
  count(vote: Pieces): Count | null;
  /** What was counted, as the beginning of a sentence: "10 ballots recounted". */
  says(vote: Pieces): string;
  /** What is wrong with the ballots, whether or not the vote was declared. */
  problems(vote: Pieces): Problem[];
  /** What is wrong with what was declared, besides the numbers. */
  declaredProblems(vote: Pieces, declared: Declared): Problem[];
  /** What it adds to the outline. */
  outline(vote: Pieces): Record<string, unknown>;
}

export function declaredIn(entries: readonly Told[]): readonly Declared[] {
  return factsOf(entries, 'plenary/vote.TallyDeclared', plenary.TallyDeclared);
}

/** Every vote that was opened, in order. */
export function piecesOf(journal: Journal, ballots: Ballots): Pieces[] {
  const { entries } = journal;
  const received = factsOf(entries, 'plenary/vote.BallotReceived', plenary.BallotReceived);
  const locked = factsOf(entries, 'plenary/vote.VoteLocked', plenary.VoteLocked);
  const withdrawn = factsOf(entries, 'plenary/vote.VoteWithdrawn', plenary.VoteWithdrawn);
  const declared = declaredIn(entries);
  const seqs = seqsByVote(entries);
  let number = 0;
  return factsOf(entries, 'plenary/vote.VoteOpened', plenary.VoteOpened).map((opened) => {
    const { voteId } = opened.data;
    const isThis = ({ data }: { data: { voteId: string } }) => data.voteId === voteId;
    const end = withdrawn.find(isThis) ?? null;
    if (!end) number += 1;
    const casts = ballots.byVote.get(voteId) ?? [];
    return {
      ...{ journal, number, opened, casts, withdrawn: end },
      received: received.filter(isThis),
      locked: locked.find(isThis) ?? null,
      declared: declared.filter(isThis),
      seqs: [...new Set([...(seqs.get(voteId) ?? []), ...casts.map(({ seq }) => seq)])],
    };
  });
}

/** Whatever names a vote is part of it. */
function seqsByVote(entries: readonly Told[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const entry of entries) {
    const voteId = entry.data?.voteId;
    if (typeof voteId !== 'string' || (entry.scope.startsWith('delegation:') && kindOf(entry) !== ownKind)) continue;
    const list = found.get(voteId);
    if (list) list.push(entry.seq);
    else found.set(voteId, [entry.seq]);
  }
  return found;
}

/** How many chose what; null where one of them is not known. */
export function countOf(choices: Iterable<Choice | null>): Count | null {
  const count = { yes: 0, no: 0, abstain: 0 };
  for (const choice of choices) {
    if (choice === null) return null;
    count[choice] += 1;
  }
  return count;
}

/** Those of the first that are not among the others. */
export function without(ids: readonly DelegationId[], others: readonly DelegationId[]): DelegationId[] {
  const known = new Set(others);
  return ids.filter((id) => !known.has(id));
}
