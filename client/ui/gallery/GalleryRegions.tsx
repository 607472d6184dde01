import { useState } from 'react';
import { Badge } from '../Badge.tsx';
import { DataTable, type Sort } from '../DataTable.tsx';
import { RegionBadge, RegionMarks } from '../RegionBadge.tsx';
import { type BarSeries, RegionBars } from '../RegionBars.tsx';
import type { RegionKey } from '../RegionMark.tsx';
import { Section } from '../Section.tsx';
import { Cluster, Stack } from '../Stack.tsx';

const groups: readonly { region: RegionKey; label: string; name: string; of: number; values: readonly number[] }[] = [
  { region: 'africa', label: 'AFR', name: 'African States', of: 54, values: [31, 8, 2] },
  { region: 'asia-pacific', label: 'APG', name: 'Asia-Pacific States', of: 54, values: [20, 14, 9] },
  { region: 'eastern-europe', label: 'EEG', name: 'Eastern European States', of: 23, values: [11, 0, 1] },
  { region: 'grulac', label: 'LAC', name: 'Latin American and Caribbean States', of: 33, values: [24, 3, 0] },
  { region: 'weog', label: 'WEO', name: 'Western European and other States', of: 29, values: [9, 12, 4] },
];

const series: readonly BarSeries[] = [
  { key: 'support', label: 'Support', fill: 'solid' },
  { key: 'live', label: 'Can live with', fill: 'pattern' },
  { key: 'concern', label: 'Concern', fill: 'hollow' },
];

const states = [
  { code: 'BOL', name: 'Bolivia (Plurinational State of)', region: groups[3], people: 4, share: 0.42 },
  {
    code: 'GBR',
    name: 'United Kingdom of Great Britain and Northern Ireland',
    region: groups[4],
    people: 11,
    share: 1.2,
  },
  { code: 'KEN', name: 'Kenya', region: groups[0], people: 7, share: 12.75 },
  { code: 'LAO', name: "Lao People's Democratic Republic", region: groups[1], people: 2, share: 100 },
];

/** Regional groups in badges, marks and bars, and a table. */
export function GalleryRegions() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['KEN']));
  const [sort, setSort] = useState<Sort>({ key: 'name', direction: 'ascending' });
  return (
    <Section title="Regions and numbers">
      <Cluster>
        {groups.map((group) => (
          <RegionBadge key={group.label} region={group.region} label={group.label} name={group.name} />
        ))}
        <RegionBadge region={null} label="OBS" name="Observers" />
        <RegionMarks label="Present" marks={groups.map((group, index) => ({ ...group, present: index !== 2 }))} />
      </Cluster>
      <Cluster gap={8} style={{ alignItems: 'start' }}>
        <Stack style={{ flex: '1 1 26rem' }}>
          <RegionBars caption="Positions by regional group" series={series} rows={groups} />
        </Stack>
        <Stack style={{ flex: '0 1 16rem' }}>
          <RegionBars caption="Positions by regional group" series={series} rows={groups} compact />
        </Stack>
      </Cluster>
      <DataTable
        caption="Delegations"
        columns={[
          { key: 'name', header: 'Delegation', cell: (row) => row.name, isRowHeader: true, sortable: true },
          { key: 'region', header: 'Regional group', cell: ({ region }) => region && <RegionBadge {...region} /> },
          { key: 'people', header: 'People', align: 'end', sortable: true, cell: (row) => row.people },
          { key: 'share', header: 'Share', align: 'end', cell: (row) => row.share.toFixed(2) },
          { key: 'state', header: 'State', cell: () => <Badge tone="success">Credentials in order</Badge> },
        ]}
        rows={states}
        rowKey={(row) => row.code}
        rowLabel={(row) => row.name}
        sort={sort}
        onSort={setSort}
        selected={selected}
        onSelect={setSelected}
      />
    </Section>
  );
}
