import type { ParticipantId } from '@shared/domain/kernel/ids.ts';
import type { RegionalGroup } from '@shared/domain/kernel/words.ts';
import { useCallback } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { usePeople, useReplica } from '../../sync/Seat.tsx';

/** A person as a list of people shows one. */
export interface RosterEntry {
  id: ParticipantId;
  name: string;
  delegationId: string | null;
  delegation: string;
  region: RegionalGroup | null;
}

/** Finds people's names, delegations and regional groups by id. */
export function useRoster(): (id: ParticipantId) => RosterEntry {
  const t = useT();
  const people = usePeople();
  const nameOf = useDelegationNames();
  const participants = useReplica(({ plenary }) => plenary.delegation.participants);
  const byId = useReplica(({ plenary }) => plenary.delegation.byId);
  return useCallback(
    (id: ParticipantId) => {
      const delegationId = participants[id]?.delegationId ?? null;
      return {
        id,
        name: people[id]?.name ?? t('parts.person.unknown'),
        delegationId,
        delegation: delegationId === null ? '' : nameOf(delegationId),
        region: byId[delegationId ?? '']?.regionalGroup ?? null,
      };
    },
    [people, nameOf, participants, byId, t],
  );
}
