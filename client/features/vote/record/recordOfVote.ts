import type { Delegation } from '@shared/domain/delegation.ts';
import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { type Entry, rollCallOf } from '../rollCall.ts';

interface Names {
  byId: Record<DelegationId, Delegation>;
  title: string;
  nameOf(id: DelegationId): string;
}

/** Whether a way of voting puts on record who chose what. */
export function keepsNames({ method }: Pick<Vote, 'method'>): boolean {
  return method === 'recorded' || method === 'roll-call';
}

/** The record of a declared vote for programs: on what, under which terms, what came out, and each member's line. */
export function recordOfVote(vote: Extract<Vote, { phase: 'declared' }>, { byId, title, nameOf }: Names) {
  const { id, itemId, itemVersion, method, terms, outcome, openedAt, lockedAt, declaredAt } = vote;
  const instant = (at: number) => new Date(at).toISOString();
  return {
    format: 'rapporteur-vote',
    version: 1,
    ...{ id, method, item: { id: itemId, version: itemVersion, title } },
    ...{ openedAt: instant(openedAt), lockedAt: instant(lockedAt), declaredAt: instant(declaredAt) },
    ...{ terms, outcome },
    // Where no names are kept, none are made up.
    members: !keepsNames(vote)
      ? null
      : rollCallOf(vote, byId).map(
          ({ id: delegationId, entry }): { code: string | null; name: string; region: string | null; vote: Entry } => ({
            code: byId[delegationId]?.code ?? null,
            name: nameOf(delegationId),
            region: byId[delegationId]?.regionalGroup ?? null,
            vote: entry,
          }),
        ),
  };
}
