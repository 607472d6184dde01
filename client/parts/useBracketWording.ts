import type { BracketWording } from '@shared/domain/draftLayout.ts';
import { useMemo } from 'react';
import { useFormat, useT } from '../i18n/I18n.tsx';
import { useDelegationNames } from './useDelegationNames.ts';

/** How the reader's language puts a bracket into words. */
export function useBracketWording(): BracketWording {
  const t = useT();
  const { list } = useFormat();
  const nameOf = useDelegationNames();
  return useMemo(
    () => ({
      label: (kind, number) =>
        kind === 'doubt' || kind === 'addition' ? '' : t(`text.bracket.${kind}`, { n: number }),
      name: (holder) =>
        'delegation' in holder
          ? nameOf(holder.delegation)
          : t('text.bracket.region', { n: holder.count, region: t(`parts.region.${holder.region}`) }),
      join: list,
      position: (stance, names) => t(`text.bracket.${stance}`, { names }),
      status: (status) => t(`text.status.${status}`),
    }),
    [t, list, nameOf],
  );
}
