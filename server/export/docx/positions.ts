import { regionalGroups } from '@shared/domain/kernel/words.ts';
import type { Convergence } from '@shared/domain/position.ts';
import type { Writing } from './writing.ts';

/** Where delegations stand on an item, in numbers by regional group, and how far the groups agree. */
export function writePositions(writing: Writing, positions: Convergence): void {
  const { t, format } = writing.wording;
  const kinds = ['support', 'live', 'concern'] as const;
  const total = { support: 0, live: 0, concern: 0 };
  for (const group of regionalGroups) for (const kind of kinds) total[kind] += positions.byRegion[group][kind];
  const row = (name: string, counts: Record<(typeof kinds)[number], number>) => [
    name,
    ...kinds.map((kind) => format.number(counts[kind])),
  ];
  writing.plain('Label', [t('record.positions')]);
  writing.table(
    [
      { head: t('record.positions.group'), share: 46 },
      ...kinds.map((kind) => ({ head: t(`record.positions.${kind}`), share: 18, isNumber: true })),
    ],
    [
      ...regionalGroups.map((group) => row(t(`record.region.${group}`), positions.byRegion[group])),
      row(t('record.positions.total'), total),
    ],
  );
  const { label, floor, breadth, tooFew } = positions;
  const few = tooFew.length > 0 ? ` ${t('record.convergence.tooFew', { n: tooFew.length })}` : '';
  const twoPlaces = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const figures = { floor: format.number(floor, twoPlaces), breadth };
  writing.plain('Remark', [`${t(`record.convergence.${label}`)} ${t('record.convergence.figures', figures)}${few}`]);
}
