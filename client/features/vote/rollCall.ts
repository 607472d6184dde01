import { compareRollCall } from '@shared/data/memberStates.ts';
import type { Delegation } from '@shared/domain/delegation.ts';
import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import { type Choice, type RegionalGroup, regionalGroups } from '@shared/domain/kernel/words.ts';
import type { RollCall } from '@shared/domain/rollCall.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { choices } from './choices.ts';

type ById = Record<DelegationId, Delegation>;
type Declared = Extract<Vote, { phase: 'declared' }>;

/** What a member's line of the record says: its choice, or that it did not vote. */
export type Entry = Choice | 'absent';

/** Delegations in English alphabetical order, as a roll call has them. */
export function inRollCallOrder(ids: readonly DelegationId[], byId: ById): DelegationId[] {
  const key = (id: DelegationId) => byId[id]?.code ?? id;
  return [...ids].sort((a, b) => compareRollCall(key(a), key(b)));
}

/** Every member of a declared vote with what it chose, in English alphabetical order. */
export function rollCallOf({ electorate, rollCall }: Declared, byId: ById): { id: DelegationId; entry: Entry }[] {
  return inRollCallOrder(electorate, byId).map((id) => ({ id, entry: rollCall[id] ?? 'absent' }));
}

/** How many have said what in a roll call so far, in the fixed order. */
export function saidSoFar({ answers }: Pick<RollCall, 'answers'>): { choice: Choice; n: number }[] {
  const said = Object.values(answers);
  return choices.map(({ choice }) => ({ choice, n: said.filter((each) => each.choice === choice).length }));
}

/** How many members of one regional group chose what. */
export interface RegionCount extends Record<Entry, number> {
  region: RegionalGroup;
  of: number;
}

/** A declared vote counted by regional group, in their usual order; a group without members is left out. */
export function countByRegion(vote: Declared, byId: ById): RegionCount[] {
  const entries = rollCallOf(vote, byId);
  return regionalGroups
    .map((region) => {
      const within = entries.filter(({ id }) => byId[id]?.regionalGroup === region);
      const count = (entry: Entry) => within.filter((each) => each.entry === entry).length;
      return {
        region,
        yes: count('yes'),
        no: count('no'),
        abstain: count('abstain'),
        absent: count('absent'),
        of: within.length,
      };
    })
    .filter(({ of }) => of > 0);
}
