/** What the votes on an item have come to so far, whatever of it was voted on. */
import { must } from './kernel/must.ts';
import type { Plenary } from './state.ts';
import type { Vote } from './vote.ts';

/** The votes about an item in the order of their opening; a withdrawn one was none. */
export function votesAbout({ byId, order }: Plenary['vote'], itemId: string): Vote[] {
  return order
    .map((id) => must(byId[id], 'vote'))
    .filter((vote) => vote.itemId === itemId && vote.phase !== 'withdrawn');
}

/** The votes on an item itself. */
export function votesOnItem(votes: Plenary['vote'], itemId: string): Vote[] {
  return votesAbout(votes, itemId).filter(({ subject }) => subject.kind === 'item');
}

/**
 * AMD-11: the vote whose majority all votes on a question need, on amendments, on parts and on the item itself (rule 84): the first
 * that binds; null before there is one. A vote on a motion is about no part of the text, and one that only indicates what is
 * thought of an item decides nothing about it.
 */
export function bindingVote(votes: Plenary['vote'], itemId: string): Vote | null {
  return (
    votesAbout(votes, itemId).find(({ subject, terms }) => bindsMajority(subject.kind, terms.isIndicative)) ?? null
  );
}

/** Whether a vote on such a subject binds the later ones on its question to its majority. */
export function bindsMajority(kind: Vote['subject']['kind'], isIndicative: boolean): boolean {
  if (kind === 'division' || kind === 'reconsideration') return false;
  return kind !== 'item' || !isIndicative;
}

/** The majority by which the question of an item is decided; null before the first vote on it. */
export function majorityOf(votes: Plenary['vote'], itemId: string): Vote['terms']['majority'] | null {
  return bindingVote(votes, itemId)?.terms.majority ?? null;
}
