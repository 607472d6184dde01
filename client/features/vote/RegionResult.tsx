import type { Vote } from '@shared/domain/vote.ts';
import { useMemo } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { RegionOf } from '../../parts/RegionOf.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { RegionBars } from '../../ui/RegionBars.tsx';
import { choices } from './choices.ts';
import styles from './RegionResult.module.css';
import { countByRegion, type RegionCount } from './rollCall.ts';

/** A declared vote by regional group: a picture, and the same in numbers. */
export function RegionResult({ vote }: { vote: Extract<Vote, { phase: 'declared' }> }) {
  const t = useT();
  const byId = useReplica(({ plenary }) => plenary.delegation.byId);
  const counts = useMemo(() => countByRegion(vote, byId), [vote, byId]);
  return (
    <div className={styles.result}>
      <RegionBars
        caption={t('vote.picture')}
        series={choices.map(({ choice, fill }) => ({ key: choice, label: t(`vote.choice.${choice}`), fill }))}
        rows={counts.map((count) => ({
          region: count.region,
          label: t(`parts.region.${count.region}.short`),
          name: t(`parts.region.${count.region}`),
          values: choices.map(({ choice }) => count[choice]),
          of: count.of,
        }))}
      />
      <RegionTable counts={counts} />
    </div>
  );
}

function RegionTable({ counts }: { counts: readonly RegionCount[] }) {
  const t = useT();
  const format = useFormat();
  const columns: Column<RegionCount>[] = [
    {
      key: 'region',
      header: t('vote.region'),
      isRowHeader: true,
      cell: ({ region }) => <RegionName region={region} />,
    },
    ...(['yes', 'no', 'abstain', 'absent', 'of'] as const).map((key) => ({
      key,
      header: t(key === 'of' ? 'vote.members' : `vote.entry.${key}`),
      align: 'end' as const,
      cell: (count: RegionCount) => format.number(count[key]),
    })),
  ];
  return <DataTable caption={t('vote.table')} columns={columns} rows={counts} rowKey={({ region }) => region} dense />;
}

function RegionName({ region }: { region: RegionCount['region'] }) {
  const t = useT();
  return (
    <span className={styles.region}>
      <RegionOf region={region} /> {t(`parts.region.${region}`)}
    </span>
  );
}
