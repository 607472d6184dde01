import { Choice } from '@shared/domain/kernel/words.ts';
import { lastAbsent, turnOf } from '@shared/domain/rollCall.ts';
import type { CommandData, CommandName } from '@shared/domain/rulebook.ts';
import { id, may, one, tabled, type Wild } from './wild.ts';
import { wildSubject } from './wildAmendments.ts';

type VoteCommand = Extract<
  CommandName,
  `vote.${string}` | `showOfHands.${string}` | `rollCall.${string}` | `intendedVote.${string}`
>;

const voteId = (w: Wild) => id(w, w.state.plenary.vote.order.slice(-2));
const choice = ({ chance }: Wild) => one(chance, Choice.options);

const anybody = (w: Wild) => id(w, Object.keys(w.state.plenary.delegation.byId));

/** The delegation that is being called in a roll call, mostly; where nobody is, anybody. */
function called(w: Wild, vote: string): string {
  const call = w.state.plenary.rollCall[vote];
  const current = call && turnOf(call).current;
  return current && !may(w, 9) ? current : anybody(w);
}

/** What might be asked for about votes at random. */
export const wildVotes: { [C in VoteCommand]: (w: Wild) => CommandData<C> } = {
  'vote.open': (w) => ({
    itemId: tabled(w),
    majority: one(w.chance, ['simple', 'two-thirds', 'absolute', 'two-thirds-members']),
    present: may(w, 3) ? null : w.chance.below(18),
    ...(may(w, 4) ? wildSubject(w) : null),
    ...(may(w) ? { method: one(w.chance, ['recorded', 'show-of-hands', 'roll-call', 'secret'] as const) } : {}),
  }),
  'vote.cast': (w) => ({ voteId: voteId(w), choice: choice(w) }),
  'vote.announceLock': (w) => ({ voteId: voteId(w) }),
  'vote.callOffLock': (w) => ({ voteId: voteId(w) }),
  'vote.lock': (w) => ({ voteId: voteId(w) }),
  'vote.declare': (w) => ({ voteId: voteId(w) }),
  'vote.withdraw': (w) => ({ voteId: voteId(w) }),
  'vote.lapse': (w) => ({ voteId: voteId(w) }),
  'showOfHands.enterCount': (w) => ({
    ...{ voteId: voteId(w), yes: w.chance.below(9), no: w.chance.below(9), abstain: w.chance.below(3) },
  }),
  'showOfHands.askRecorded': (w) => ({ voteId: voteId(w) }),
  'showOfHands.holdRecorded': (w) => ({ voteId: voteId(w) }),
  'rollCall.draw': (w) => ({ voteId: voteId(w), nonce: String(w.chance.below(10)).repeat(32) }),
  'rollCall.callNext': (w) => {
    const vote = voteId(w);
    return { voteId: vote, after: called(w, vote) };
  },
  'rollCall.answer': (w) => ({ voteId: voteId(w), choice: choice(w) }),
  'rollCall.enter': (w) => {
    const vote = voteId(w);
    return { voteId: vote, delegationId: called(w, vote), choice: choice(w) };
  },
  'rollCall.markAbsent': (w) => {
    const vote = voteId(w);
    return { voteId: vote, delegationId: called(w, vote) };
  },
  'rollCall.takeBackAbsence': (w) => {
    const vote = voteId(w);
    const call = w.state.plenary.rollCall[vote];
    return { voteId: vote, delegationId: (call && lastAbsent(call)) ?? called(w, vote) };
  },
  'intendedVote.state': (w) => ({ voteId: voteId(w), choice: choice(w) }),
  'intendedVote.retract': (w) => ({ voteId: voteId(w) }),
  'intendedVote.enter': (w) => ({ voteId: voteId(w), delegationId: anybody(w), choice: choice(w) }),
  'intendedVote.strike': (w) => ({ voteId: voteId(w), delegationId: anybody(w) }),
};
