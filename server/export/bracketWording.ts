import type { BracketWording } from '@shared/domain/draftLayout.ts';
import type { Wording } from './wording.ts';

/** How the language of a document puts a bracket into words. */
export function bracketWording({ t, join, delegation }: Wording): BracketWording {
  return {
    label: (kind, number) => (kind === 'doubt' || kind === 'addition' ? '' : t(`text.bracket.${kind}`, { n: number })),
    name: (holder) =>
      'delegation' in holder
        ? delegation(holder.delegation)
        : t('text.bracket.region', { n: holder.count, region: t(`record.region.${holder.region}`) }),
    join,
    position: (stance, names) => t(`text.bracket.${stance}`, { names }),
    status: (status) => t(`text.status.${status}`),
  };
}
