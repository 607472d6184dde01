/** What the votes on an item have come to so far, whatever of it was voted on. */
import type { TabledItem } from './board.ts';
import { profileOf } from './consultation.ts';
import type { DivisionPhase } from './divisions/shape.ts';
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

/** Whether a vote has settled what it was on: without a quorum, or before the second vote after a tie, it has not. */
function isSettled(vote: Vote): boolean {
  return vote.phase === 'declared' && (vote.outcome.result === 'carried' || vote.outcome.result === 'not-carried');
}

/**
 * Whether an item's text is decided upon: it stands among the decided, or its version was voted on, as a whole or in parts. What
 * only indicates decides nothing.
 */
export function isDecidedUpon(plenary: Plenary, { id, stage, current }: TabledItem): boolean {
  if (stage === 'decided') return true;
  if (profileOf(plenary.consultation).isIndicative) return false;
  if (votesOnItem(plenary.vote, id).some((each) => each.itemVersion === current.version && isSettled(each)))
    return true;
  return Object.values(plenary.division.byId).some(({ itemId, phase }) => itemId === id && concluded.includes(phase));
}

/** The phases in which a division has decided its proposal. */
const concluded: readonly DivisionPhase[] = ['adopted', 'rejected', 'fallen'];

/**
 * The majority that the votes on amendments to an item, on parts of it and on itself need alike (rule 84): that of the first of
 * them; null before there is one. A vote on a motion is none of them.
 */
export function majorityOf(votes: Plenary['vote'], itemId: string): Vote['terms']['majority'] | null {
  const bound = votesAbout(votes, itemId).filter(({ subject }) => subject.kind !== 'division');
  const isBinding = bound.some(({ subject }) => subject.kind !== 'item');
  return isBinding ? (bound[0]?.terms.majority ?? null) : null;
}
