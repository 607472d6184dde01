import type { Delegation } from '@shared/domain/delegation.ts';
import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import { callingOrder, type RollCall } from '@shared/domain/rollCall.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { type Entry, rollCallOf } from '../rollCall.ts';
import type { RecordNotes } from './recordNotes.ts';

/** One member's line; what is noted of it is counted nowhere. */
interface MemberLine {
  code: string | null;
  name: string;
  region: string | null;
  vote: Entry;
  enteredBySecretariat: boolean;
  intended: Choice | null;
}

interface Names {
  byId: Record<DelegationId, Delegation>;
  title: string;
  notes: RecordNotes;
  /** The roll call, if it was one. */
  call: RollCall | undefined;
  /** The hands of a show of hands were counted in the hall. */
  isCountedInHall: boolean;
  nameOf(id: DelegationId): string;
}

/** Whether a way of voting puts on record who chose what. */
export function keepsNames({ method }: Pick<Vote, 'method'>): boolean {
  return method === 'recorded' || method === 'roll-call';
}

/** The record of a declared vote for programs: on what, under which terms, what came out, and each member's line. */
export function recordOfVote(vote: Extract<Vote, { phase: 'declared' }>, names: Names) {
  const { byId, title, notes, call, nameOf } = names;
  const { id, itemId, itemVersion, method, subject, terms, outcome, openedAt, lockedAt, declaredAt } = vote;
  const instant = (at: number) => new Date(at).toISOString();
  return {
    format: 'rapporteur-vote',
    version: 1,
    ...{ id, method, item: { id: itemId, version: itemVersion, title }, subject },
    ...{ openedAt: instant(openedAt), lockedAt: instant(lockedAt), declaredAt: instant(declaredAt) },
    ...{ terms, outcome },
    ...(method === 'show-of-hands' ? { isCountedInHall: names.isCountedInHall } : {}),
    ...(call?.lot
      ? {
          rollCall: {
            order: callingOrder(call).map((each) => byId[each]?.code ?? each),
            lot: { commitment: call.commitment, nonce: call.lot.nonce, seed: call.seed },
          },
        }
      : {}),
    // Where no names are kept, none are made up.
    members: !keepsNames(vote)
      ? null
      : rollCallOf(vote, byId).map(
          ({ id: delegationId, entry }): MemberLine => ({
            code: byId[delegationId]?.code ?? null,
            name: nameOf(delegationId),
            region: byId[delegationId]?.regionalGroup ?? null,
            vote: entry,
            enteredBySecretariat: notes.entered.has(delegationId),
            intended: notes.intended.get(delegationId) ?? null,
          }),
        ),
  };
}
