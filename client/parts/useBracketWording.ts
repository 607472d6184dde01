import type { BracketWording } from '@shared/domain/draftLayout.ts';
import { bracketWording } from '@shared/i18n/bracketWording.ts';
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
