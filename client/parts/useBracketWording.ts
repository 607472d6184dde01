import type { BracketWording } from '@shared/domain/draftLayout.ts';
import { bracketWording } from '@shared/i18n/bracketWording.ts';
import type { Translate } from '@shared/i18n/translate.ts';
import { useMemo } from 'react';
import { useFormat, useT } from '../i18n/I18n.tsx';
import { useDelegationNames } from './useDelegationNames.ts';

/** How the reader's language puts a bracket into words. */
export function useBracketWording(): BracketWording {
  const t = useT();
  const { list } = useFormat();
  const delegation = useDelegationNames();
  return useMemo(
    () => bracketWording({ t, delegation, region: (group) => t(`parts.region.${group}`), join: list }),
    [t, list, delegation],
  );
}

/** Most names that stand for one position where a text must stay readable with forty. */
const mostNames = 5;

/** Joins names, of many the first only, with how many more there are. */
export function joinShort(t: Translate, join: BracketWording['join']): BracketWording['join'] {
  return (names) => {
    if (names.length <= mostNames) return join(names);
    const first = names.slice(0, mostNames - 2).join(t('text.bracket.comma'));
    return t('text.bracket.some', { names: first, n: names.length - mostNames + 2 });
  };
}

/** The same with the first names only where there are many: in a text that is written in, and on a wall. */
export function useShortWording(): BracketWording {
  const t = useT();
  const wording = useBracketWording();
  return useMemo(() => ({ ...wording, join: joinShort(t, wording.join) }), [t, wording]);
}
