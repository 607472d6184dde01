import type { Body } from '@shared/data/instruments.ts';
import { useMemo } from 'react';
import { useFormat, useT } from '../../../i18n/I18n.tsx';
import { RegionOf } from '../../../parts/RegionOf.tsx';
import { useDelegationNames } from '../../../parts/useDelegationNames.ts';
import { useReference } from '../../../parts/useReference.ts';
import { useReplica } from '../../../sync/Seat.tsx';
import { optionsMatching, type PickerOption } from '../../../ui/aria/optionSearch.ts';
import { actorValue } from './actorValues.ts';
import { useBodies } from './useBodies.ts';

const longestWords = 200;

/** Who can be named as an actor: delegations by their names in all six languages, organizations, or anybody in words. */
export function useActorOptions(): { listed: readonly PickerOption[]; find: (query: string) => PickerOption[] } {
  const t = useT();
  const listed = useListed();
  const states = useReference('state');
  const delegations = useReplica(({ plenary }) => plenary.delegation.byId);
  const find = useMemo(() => {
    const byCode = new Map<string, PickerOption>();
    const byValue = new Map(listed.map((option) => [option.value, option]));
    for (const { id, code } of Object.values(delegations)) {
      const option = byValue.get(actorValue({ kind: 'delegation', id }));
      if (code && option) byCode.set(code, option);
    }
    return (query: string): PickerOption[] => {
      const words = query.trim().slice(0, longestWords);
      const named = optionsMatching(listed, query);
      if (words === '') return named;
      const byOtherName = (states?.find(words, 40) ?? []).flatMap(({ id }) => byCode.get(id) ?? []);
      const found = [...new Set([...named, ...byOtherName])];
      if (found.some(({ label }) => label === words)) return found;
      const own = { value: actorValue({ kind: 'words', text: words }), label: words, detail: t('room.actors.inWords') };
      return [...found, own];
    };
  }, [listed, states, delegations, t]);
  return { listed, find };
}

/** Organizations first, they are few; then delegations in the order of the reader's language. */
function useListed(): PickerOption[] {
  const { compare } = useFormat();
  const nameOf = useDelegationNames();
  const delegations = useReplica(({ plenary }) => plenary.delegation.byId);
  const bodies = useBodies();
  return useMemo(() => {
    const seated = Object.values(delegations).map(
      ({ id, code, regionalGroup }): PickerOption => ({
        ...{ value: actorValue({ kind: 'delegation', id }), label: nameOf(id), keywords: code ?? '' },
        mark: <RegionOf region={regionalGroup} />,
      }),
    );
    const names = new Set(seated.map(({ label }) => label));
    const isElsewhere = ({ name, shortName }: Body) => names.has(name) || names.has(shortName);
    const organizations = bodies
      .filter((body) => !isElsewhere(body))
      .map(({ id, name, shortName }) => ({ value: actorValue({ kind: 'body', id }), label: shortName, detail: name }));
    return [...organizations, ...seated.sort((a, b) => compare(a.label, b.label))];
  }, [delegations, bodies, nameOf, compare]);
}
