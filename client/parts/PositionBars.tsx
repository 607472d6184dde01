import type { ItemId } from '@shared/domain/kernel/ids.ts';
import { useT } from '../i18n/I18n.tsx';
import { type BarSeries, RegionBars } from '../ui/RegionBars.tsx';
import { usePositions } from './usePositions.ts';

/** An item's positions as a bar per regional group: support, can live with, concern, of all its member states here. */
export function PositionBars({ itemId, compact = false }: { itemId: ItemId; compact?: boolean }) {
  const t = useT();
  const { rows } = usePositions(itemId);
  const series: BarSeries[] = [
    { key: 'support', label: t('parts.position.support'), fill: 'solid' },
    { key: 'live', label: t('parts.position.live'), fill: 'pattern' },
    { key: 'concern', label: t('parts.position.concern'), fill: 'hollow' },
  ];
  return (
    <RegionBars
      caption={t('parts.position.caption')}
      series={series}
      compact={compact}
      rows={rows.map(({ region, support, live, concern, of }) => ({
        region,
        label: t(`parts.region.${region}.short`),
        name: t(`parts.region.${region}`),
        values: [support, live, concern],
        of,
      }))}
    />
  );
}
