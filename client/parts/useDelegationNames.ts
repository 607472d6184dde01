import type { Delegation } from '@shared/domain/delegation.ts';
import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import { useCallback } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { useReplica } from '../sync/Seat.tsx';
import { useStateNames } from './useStateNames.ts';

/** Names delegations by id as texts, for sorting, searching and sentences; on the page prefer `DelegationName`. */
export function useDelegationNames(): (id: DelegationId) => string {
  const t = useT();
  const stateNameOf = useStateNames();
  const byId = useReplica(({ plenary }) => plenary.delegation.byId);
  return useCallback(
    (id: DelegationId) => delegationName(byId[id], stateNameOf) ?? t('parts.delegation.unknown'),
    [byId, stateNameOf, t],
  );
}

/** A delegation's name: a state's from the tables, its own otherwise. */
export function delegationName(
  delegation: Pick<Delegation, 'code' | 'name'> | undefined,
  stateNameOf: (code: string) => string,
): string | undefined {
  if (!delegation) return undefined;
  return delegation.code ? stateNameOf(delegation.code) : (delegation.name ?? undefined);
}
