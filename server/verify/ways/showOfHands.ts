/** A show of hands: totals alone. Whose hand was which stays withheld for ever, so that elsewhere only the sum is checked. */
import { showOfHands } from '@shared/domain/showOfHands.ts';
import { lastOf } from '../ballots.ts';
import { factsOf } from '../journal.ts';
import { countOf, type Pieces, type Way } from '../votePieces.ts';
import { ballotWords, castProblems, receiptProblems } from './recorded.ts';

export const countedKind = 'bureau/showOfHands.CountEntered';

export const byHands: Way = {
  reads: [countedKind, ...['HandsCounted', 'RecordedVoteAsked'].map((name) => `plenary/showOfHands.${name}`)],
  count(vote) {
    const inHall = enteredIn(vote);
    if (inHall) return { yes: inHall.data.yes, no: inHall.data.no, abstain: inHall.data.abstain };
    const known = countOf([...lastOf(vote.casts).values()].map(({ choice }) => choice));
    // Without the hands there are the declared totals, as many as hands were shown.
    const totals = vote.declared[0]?.data.outcome;
    return known ?? (totals ? { yes: totals.yes, no: totals.no, abstain: totals.abstain } : null);
  },
  says: (vote) =>
    enteredIn(vote)
      ? 'Hands counted in the hall, as the secretariat entered them'
      : `${ballotWords(vote, 'hand')} shown, whose were which is not kept`,
  problems: (vote) => [...castProblems(vote), ...receiptProblems(vote)],
  declaredProblems(vote, { seq, data }) {
    const { yes, no, abstain } = data.outcome;
    const shown = lastOf(vote.casts).size;
    const found = Object.keys(data.rollCall).length > 0 ? [{ seq, says: 'says whose hand was which' }] : [];
    const entered = enteredIn(vote);
    if (entered && shown > 0)
      found.push({ seq: entered.seq, says: 'is a count in the hall beside hands that were shown on devices' });
    if (!entered && yes + no + abstain !== shown)
      found.push({ seq, says: `declares ${yes + no + abstain} hands, where ${shown} were shown` });
    return found;
  },
  outline: (vote) => ({ isCountedInHall: enteredIn(vote) !== undefined }),
};

/** The last count that was entered before the lock. */
function enteredIn({ journal, opened, locked }: Pieces) {
  return factsOf(journal.entries, countedKind, showOfHands.events.bureau.CountEntered).findLast(
    ({ seq, data }) => data.voteId === opened.data.voteId && seq < (locked?.seq ?? Number.POSITIVE_INFINITY),
  );
}
