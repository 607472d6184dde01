import { stateSources } from '@shared/data/stateSearch.ts';
import { useEffect, useMemo, useState } from 'react';
import { useFormat, useLang } from '../i18n/I18n.tsx';
import { useReplica } from '../sync/Seat.tsx';
import type { PickerOption } from '../ui/aria/optionSearch.ts';
import { RegionOf } from './RegionOf.tsx';
import { useDelegationNames } from './useDelegationNames.ts';

/** Words by which states are found besides the name on the screen: codes, formal names, the other five languages. */
export function useStateKeywords(): ReadonlyMap<string, string> {
  const { lang } = useLang();
  const [words, setWords] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let isCurrent = true;
    stateSources(lang).then(
      (sources) => {
        const found = sources.map(
          ({ id, detail, codes = [], keywords = [] }) => [id, [...codes, detail, ...keywords].join(' ')] as const,
        );
        if (isCurrent) setWords(new Map(found));
      },
      // Searching by the name on the screen still works.
      (error: unknown) => console.error('names of states not loaded', error),
    );
    return () => {
      isCurrent = false;
    };
  }, [lang]);
  return words;
}

/** The accredited delegations as a picker offers them. */
export function useDelegationOptions(): PickerOption[] {
  const { compare } = useFormat();
  const nameOf = useDelegationNames();
  const keywords = useStateKeywords();
  const byId = useReplica(({ plenary }) => plenary.delegation.byId);
  return useMemo(
    () =>
      Object.values(byId)
        .map(({ id, code, regionalGroup }) => ({
          value: id,
          label: nameOf(id),
          keywords: keywords.get(code ?? '') ?? '',
          mark: regionalGroup && <RegionOf region={regionalGroup} />,
        }))
        .sort((a, b) => compare(a.label, b.label)),
    [byId, nameOf, keywords, compare],
  );
}
