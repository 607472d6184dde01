import type { CommandData, CommandName } from '@shared/domain/rulebook.ts';
import { SecretChoice } from '@shared/domain/secretBallot.ts';
import { id, one, type Wild } from './wild.ts';

type SecretCommand = Extract<CommandName, `secretBallot.${string}`>;

/** A vote that was opened lately, mostly a secret one. */
function voteId(w: Wild): string {
  const { order, byId } = w.state.plenary.vote;
  const secret = order.filter((each) => byId[each]?.method === 'secret');
  return id(w, (secret.length > 0 ? secret : order).slice(-2));
}

/** A receipt as a device would draw it. */
export function receipt({ chance }: Pick<Wild, 'chance'>): string {
  return Array.from({ length: 32 }, () => chance.below(16).toString(16)).join('');
}

/** What might be asked for about secret ballots at random. */
export const wildSecret: { [C in SecretCommand]: (w: Wild) => CommandData<C> } = {
  'secretBallot.cast': (w) => ({
    voteId: voteId(w),
    choice: one(w.chance, SecretChoice.options),
    receipt: receipt(w),
  }),
  // What a person makes up; the program's own counts come with what is owed.
  'secretBallot.count': (w) => ({
    voteId: voteId(w),
    count: { yes: w.chance.below(3), no: 0, abstain: 0 },
    receipts: [],
    unreadable: 0,
  }),
  'secretBallot.recount': (w) => ({ voteId: voteId(w) }),
};
