import { versionsOf } from '../board.ts';
import type { Delegations } from '../delegation.ts';
import { standingIntentions } from '../intendedVote.ts';
import type { DelegationId } from '../kernel/ids.ts';
import { must } from '../kernel/must.ts';
import { type Choice, regionalGroups } from '../kernel/words.ts';
import { callingOrder, enteredInHall } from '../rollCall.ts';
import { isSecret } from '../secretCount.ts';
import type { ConsultationState } from '../state.ts';
import type { Vote } from '../vote.ts';
import { awaitsSecond } from '../voting/tie.ts';
import { subjectOutline } from './motions.ts';
import type { CompareCodes, VoteOutline } from './shape.ts';

type Plenary = ConsultationState['plenary'];
type Declared = Extract<VoteOutline, { phase: 'declared' }>;

/** The recorded votes in the order in which they were opened; a withdrawn one was no vote. */
export function voteOutlines(
  plenary: Plenary,
  numberOf: (itemId: string) => string,
  compare: CompareCodes,
): VoteOutline[] {
  const counted = plenary.vote.order
    .map((id) => must(plenary.vote.byId[id], 'vote'))
    .filter(({ phase }) => phase !== 'withdrawn');
  return counted.map((each, at) => {
    const facts = { number: at + 1, itemNumber: numberOf(each.itemId), subject: subjectOutline(plenary, each) };
    const tied = counted.findIndex(({ id }) => id === each.secondOf);
    return voteOutline(plenary, each, { ...facts, ...(tied < 0 ? {} : { secondOf: tied + 1 }) }, compare);
  });
}

function voteOutline(
  plenary: Plenary,
  vote: Vote,
  { secondOf, ...facts }: Pick<VoteOutline, 'number' | 'itemNumber' | 'subject'> & Pick<Declared, 'secondOf'>,
  compare: CompareCodes,
): VoteOutline {
  const { id, itemId, itemVersion, method, terms } = vote;
  const versions = versionsOf(plenary.board.items[itemId]);
  const title = versions.find(({ version }) => version === itemVersion)?.title ?? '';
  const head = { id, ...facts, itemVersion, title, method, terms };
  if (vote.phase !== 'declared') return { ...head, phase: 'running', received: vote.received.length };
  const { rollCall, outcome, openedAt, lockedAt, declaredAt } = vote;
  const sorted = (ids: readonly DelegationId[]) => inRollCallOrder(ids, plenary.delegation, compare);
  const chose = (choice: Choice) => sorted(Object.keys(rollCall).filter((each) => rollCall[each] === choice));
  const lists = { yes: chose('yes'), no: chose('no'), abstain: chose('abstain') };
  // Where no names are kept, nobody is said to have been absent either; of a secret ballot it is known who has voted.
  const keepsNames = method === 'recorded' || method === 'roll-call';
  const isSilent = (each: DelegationId) =>
    isSecret(vote) ? !vote.received.includes(each) : rollCall[each] === undefined;
  const absent = keepsNames || isSecret(vote) ? sorted(vote.electorate.filter(isSilent)) : [];
  return {
    ...head,
    phase: 'declared',
    ...{ openedAt, lockedAt, declaredAt, outcome },
    receipts: isSecret(vote) ? (vote.receipts ?? []) : null,
    lists,
    absent,
    byRegion: byRegion({ ...lists, absent }, plenary.delegation),
    ...(keepsNames ? footnotes(plenary, id, sorted) : { keepsNoNames: true as const }),
    ...(plenary.showOfHands[id]?.isCountedInHall ? { isCountedInHall: true as const } : {}),
    ...callOutline(plenary, id),
    ...tieOutline(plenary, vote),
    ...(secondOf === undefined ? {} : { secondOf }),
  };
}

/** AUD-10: what is told beside the names, and changes no number. */
function footnotes(
  plenary: Plenary,
  voteId: string,
  sorted: (ids: readonly DelegationId[]) => DelegationId[],
): Pick<Declared, 'intended' | 'entered'> {
  const stated = standingIntentions(plenary, voteId);
  const intended = sorted(Object.keys(stated)).flatMap((id) => {
    const known = stated[id];
    return known ? [{ id, choice: known.choice, ...(known.by && { isEntered: true as const }) }] : [];
  });
  const call = plenary.rollCall[voteId];
  const entered = call ? sorted(enteredInHall(call)) : [];
  return { ...(intended.length > 0 ? { intended } : {}), ...(entered.length > 0 ? { entered } : {}) };
}

function callOutline({ rollCall }: Plenary, voteId: string): Pick<Declared, 'call'> {
  const call = rollCall[voteId];
  if (!call?.lot || call.seed === null) return {};
  const { commitment, seed, lot } = call;
  return { call: { order: callingOrder(call), lot: { commitment, nonce: lot.nonce, seed } } };
}

function tieOutline(plenary: Plenary, vote: Extract<Vote, { phase: 'declared' }>): Pick<Declared, 'tie'> {
  if (vote.outcome.result !== 'tied') return {};
  if (vote.tieLapsedAt !== undefined) return { tie: { as: 'lapsed', at: vote.tieLapsedAt } };
  if (!awaitsSecond(plenary, vote)) return { tie: { as: 'held' } };
  return vote.secondVoteUntil === undefined ? {} : { tie: { as: 'waiting', until: vote.secondVoteUntil } };
}

/** Delegations in English alphabetical order; one without a code comes by its name. */
function inRollCallOrder(
  ids: readonly DelegationId[],
  delegations: Delegations,
  compare: CompareCodes,
): DelegationId[] {
  const key = (id: DelegationId) => delegations.byId[id]?.code ?? delegations.byId[id]?.name ?? id;
  return [...ids].sort((a, b) => compare(key(a), key(b)));
}

function byRegion(lists: Record<Choice | 'absent', DelegationId[]>, delegations: Delegations) {
  const inGroup = (ids: readonly DelegationId[], group: string) =>
    ids.filter((id) => delegations.byId[id]?.regionalGroup === group).length;
  return Object.fromEntries(
    regionalGroups.map((group) => [
      group,
      {
        yes: inGroup(lists.yes, group),
        no: inGroup(lists.no, group),
        abstain: inGroup(lists.abstain, group),
        absent: inGroup(lists.absent, group),
      },
    ]),
  ) as Extract<VoteOutline, { phase: 'declared' }>['byRegion'];
}
