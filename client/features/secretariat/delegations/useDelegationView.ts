import { type Delegation, mayVote } from '@shared/domain/delegation.ts';
import { DelegationKind, regionalGroups } from '@shared/domain/kernel/words.ts';
import { useMemo } from 'react';
import { useFormat, useT } from '../../../i18n/I18n.tsx';
import { useDelegationNames } from '../../../parts/useDelegationNames.ts';
import { useStateKeywords } from '../../../parts/useDelegationOptions.tsx';
import { useReplica } from '../../../sync/Seat.tsx';
import { holdsWords, searchable } from '../../../ui/aria/optionSearch.ts';
import type { Sort } from '../../../ui/DataTable.tsx';
import type { Filter } from '../FilterBar.tsx';
import { useUrlFilters } from '../useUrlFilters.ts';

/** A delegation in the table: with its name in the reader's language and how many people sit in it. */
export interface DelegationRow extends Delegation {
  label: string;
  seats: number;
  search: string;
}

const names = ['q', 'region', 'kind', 'right', 'sort'] as const;
type Name = (typeof names)[number];

/** The part of the delegations that search and filters in the address leave, in the chosen order. */
export function useDelegationView() {
  const t = useT();
  const { compare } = useFormat();
  const [values, change] = useUrlFilters<Name>(names);
  const rows = useRows();
  const known = useReplica(({ plenary }) => plenary.delegation);
  const { q, region, kind, right, sort } = values;
  const [key = 'name', direction] = (sort || 'name').split('.');
  const shown = useMemo(() => {
    const sign = direction === 'descending' ? -1 : 1;
    const left = rows.filter(
      (row) =>
        (!region || (row.regionalGroup ?? 'none') === region) &&
        (!kind || row.kind === kind) &&
        (!right || row.hasCredentials === (right === 'yes')) &&
        (!q || holdsWords(row.search, q)),
    );
    return left.sort((a, b) => {
      const first = key === 'seats' ? a.seats - b.seats : 0;
      return sign * (first || compare(a.label, b.label));
    });
  }, [rows, q, region, kind, right, key, direction, compare]);
  const voters = useMemo(() => rows.filter(({ id }) => mayVote(known, id)).length, [rows, known]);
  const filters: Filter[] = [
    {
      name: 'region',
      label: t('secretariat.delegation.group'),
      options: [...regionalGroups, 'none'].map((value) => ({ value, label: t(`parts.region.${value}`) })),
    },
    {
      name: 'kind',
      label: t('secretariat.delegation.kind'),
      options: DelegationKind.options.map((value) => ({ value, label: t(`secretariat.kind.${value}`) })),
    },
    {
      name: 'right',
      label: t('secretariat.delegation.credentials'),
      options: ['yes', 'no'].map((value) => ({ value, label: t(`secretariat.credentials.${value}`) })),
    },
  ];
  return {
    shown,
    total: rows.length,
    voters,
    values,
    change,
    filters,
    sort: { key, direction: direction === 'descending' ? 'descending' : 'ascending' } satisfies Sort,
    onSort: (next: Sort) => change({ sort: `${next.key}.${next.direction}` }),
  };
}

function useRows(): DelegationRow[] {
  const nameOf = useDelegationNames();
  const keywords = useStateKeywords();
  const { byId, participants } = useReplica(({ plenary }) => plenary.delegation);
  return useMemo(() => {
    const seats = new Map<string, number>();
    for (const { delegationId, isActive } of Object.values(participants))
      if (delegationId && isActive) seats.set(delegationId, (seats.get(delegationId) ?? 0) + 1);
    return Object.values(byId).map((delegation) => {
      const label = nameOf(delegation.id);
      const words = keywords.get(delegation.code ?? '') ?? '';
      return {
        ...delegation,
        label,
        seats: seats.get(delegation.id) ?? 0,
        search: searchable(`${label} ${delegation.code ?? ''} ${words}`),
      };
    });
  }, [byId, participants, nameOf, keywords]);
}
