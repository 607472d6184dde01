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
 * The majority that the votes on amendments to an item, on parts of it and on itself need alike (rule 84): that of the first of
 * them; null before there is one. A vote on a motion is none of them.
 */
export function majorityOf(votes: Plenary['vote'], itemId: string): Vote['terms']['majority'] | null {
  const bound = votesAbout(votes, itemId).filter(({ subject }) => subject.kind !== 'division');
  const isBinding = bound.some(({ subject }) => subject.kind !== 'item');
  return isBinding ? (bound[0]?.terms.majority ?? null) : null;
}
