import { Role } from '@shared/domain/kernel/words.ts';
import { useMemo } from 'react';
import { useFormat, useT } from '../../../i18n/I18n.tsx';
import { holdsWords, searchable } from '../../../ui/aria/optionSearch.ts';
import type { Sort } from '../../../ui/DataTable.tsx';
import type { Filter } from '../FilterBar.tsx';
import { useUrlFilters } from '../useUrlFilters.ts';
import { linkStateOf, linkStates } from './linkState.ts';
import type { Row } from './usePeopleRows.ts';

const names = ['q', 'role', 'seat', 'link', 'sort'] as const;
type Name = (typeof names)[number];

/** The part of the people that search and filters in the address leave, in the chosen order. */
export function usePeopleView(rows: readonly Row[]) {
  const t = useT();
  const { compare } = useFormat();
  const [values, change] = useUrlFilters<Name>(names);
  const { q, role, seat, link, sort } = values;
  const shown = useMemo(() => {
    const now = Date.now();
    const [key, direction] = sort.split('.');
    const left = rows.filter(
      (row) =>
        (!role || row.role === role) &&
        // Who was dismissed is looked for on purpose.
        (seat === 'all' || row.isActive === (seat !== 'dismissed')) &&
        (!link || linkStateOf(row.link, now) === link) &&
        (!q || holdsWords(searchable(`${row.name} ${row.delegation} ${row.email ?? ''} ${row.delegationId ?? ''}`), q)),
    );
    const wordOf = (row: Row) => (key === 'delegation' ? row.delegation : key === 'role' ? row.role : row.name);
    const sign = direction === 'descending' ? -1 : 1;
    return left.sort((a, b) => sign * (compare(wordOf(a), wordOf(b)) || compare(a.name, b.name)));
  }, [rows, q, role, seat, link, sort, compare]);
  const filters: Filter[] = [
    {
      name: 'role',
      label: t('secretariat.people.role'),
      options: Role.options.map((value) => ({ value, label: t(`parts.role.${value}`) })),
    },
    {
      name: 'link',
      label: t('secretariat.people.link'),
      options: linkStates.map((value) => ({ value, label: t(`secretariat.link.${value}`) })),
    },
    {
      name: 'seat',
      label: t('secretariat.people.seat'),
      options: [
        { value: 'dismissed', label: t('secretariat.seat.dismissed') },
        { value: 'all', label: t('secretariat.seat.all') },
      ],
    },
  ];
  return { shown, values, change, filters, sort: sortOf(sort), onSort: (next: Sort) => change(sortToUrl(next)) };
}

function sortOf(sort: string): Sort {
  const [key = 'name', direction] = (sort || 'name.ascending').split('.');
  return { key, direction: direction === 'descending' ? 'descending' : 'ascending' };
}

function sortToUrl({ key, direction }: Sort): Partial<Record<Name, string>> {
  return { sort: key === 'name' && direction === 'ascending' ? '' : `${key}.${direction}` };
}
