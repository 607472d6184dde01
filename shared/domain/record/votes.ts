import type { Delegations } from '../delegation.ts';
import type { IntendedVotes } from '../intendedVote.ts';
import type { DelegationId } from '../kernel/ids.ts';
import { must } from '../kernel/must.ts';
import { type Choice, regionalGroups } from '../kernel/words.ts';
import { isSecret } from '../secretCount.ts';
import type { ConsultationState } from '../state.ts';
import type { Vote } from '../vote.ts';
import { subjectOutline } from './motions.ts';
import type { CompareCodes, VoteOutline } from './shape.ts';

/** The recorded votes in the order in which they were opened; a withdrawn one was no vote. */
export function voteOutlines(
  plenary: ConsultationState['plenary'],
  numberOf: (itemId: string) => string,
  compare: CompareCodes,
): VoteOutline[] {
  const { vote, delegation } = plenary;
  return vote.order
    .map((id) => must(vote.byId[id], 'vote'))
    .filter(({ phase }) => phase !== 'withdrawn')
    .map((each, at) =>
      voteOutline(
        each,
        { number: at + 1, itemNumber: numberOf(each.itemId), subject: subjectOutline(plenary, each) },
        delegation,
        compare,
        plenary.intendedVote[each.id],
      ),
    );
}

function voteOutline(
  vote: Vote,
  facts: Pick<VoteOutline, 'number' | 'itemNumber' | 'subject'>,
  delegations: Delegations,
  compare: CompareCodes,
  intentions: IntendedVotes[string] = {},
): VoteOutline {
  const { id, itemVersion, terms } = vote;
  const head = { id, ...facts, itemVersion, terms };
  if (vote.phase !== 'declared') return { ...head, phase: 'running', received: vote.received.length };
  const { rollCall, outcome, declaredAt } = vote;
  const sorted = (ids: readonly DelegationId[]) => inRollCallOrder(ids, delegations, compare);
  const chose = (choice: Choice) => sorted(Object.keys(rollCall).filter((each) => rollCall[each] === choice));
  const lists = { yes: chose('yes'), no: chose('no'), abstain: chose('abstain') };
  // Where no names are kept, nobody is said to have been absent either; of a secret ballot it is known who has voted.
  const keepsNames = vote.method === 'recorded' || vote.method === 'roll-call';
  const isSilent = (id: DelegationId) => (isSecret(vote) ? !vote.received.includes(id) : rollCall[id] === undefined);
  const absent = keepsNames || isSecret(vote) ? sorted(vote.electorate.filter(isSilent)) : [];
  const intended = sorted(Object.keys(intentions)).flatMap((each) => {
    const known = intentions[each];
    return known ? [{ id: each, choice: known.choice, ...(known.by && { isEntered: true as const }) }] : [];
  });
  return {
    ...head,
    phase: 'declared',
    declaredAt,
    outcome,
    receipts: isSecret(vote) ? (vote.receipts ?? []) : null,
    lists,
    absent,
    byRegion: byRegion({ ...lists, absent }, delegations),
    ...(keepsNames ? {} : { keepsNoNames: true as const }),
    ...(intended.length > 0 ? { intended } : {}),
  };
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
