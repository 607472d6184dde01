import type { BracketWording } from '../domain/draftLayout.ts';
import type { DelegationId } from '../domain/kernel/ids.ts';
import type { RegionalGroup } from '../domain/kernel/words.ts';
import type { Translate } from './translate.ts';

/** What a page or a document brings along beside the words of its language. */
export interface WordingPorts {
  t: Translate;
  delegation(id: DelegationId): string;
  region(group: RegionalGroup): string;
  join(names: readonly string[]): string;
}

/** How a language puts a bracket into words, on a page and in a document alike. */
export function bracketWording({ t, delegation, region, join }: WordingPorts): BracketWording {
  return {
    label: (kind, number) => (kind === 'doubt' || kind === 'addition' ? '' : t(`text.bracket.${kind}`, { n: number })),
    name: (holder) =>
      'delegation' in holder
        ? delegation(holder.delegation)
        : t('text.bracket.region', { n: holder.count, region: region(holder.region) }),
    join,
    position: (stance, names) => t(`text.bracket.${stance}`, { names }),
    status: (status) => t(`text.status.${status}`),
  };
}
