import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import type { RegionalGroup } from '@shared/domain/kernel/words.ts';
import { useT } from '../i18n/I18n.tsx';
import { useReplica } from '../sync/Seat.tsx';
import { RegionBadge } from '../ui/RegionBadge.tsx';

/** The badge of a regional group, with its name in the reader's language. */
export function RegionOf({ region }: { region: RegionalGroup | null }) {
  const t = useT();
  const key = region ?? 'none';
  return <RegionBadge region={region} label={t(`parts.region.${key}.short`)} name={t(`parts.region.${key}`)} />;
}

/** The badge of a delegation's regional group. */
export function RegionOfDelegation({ id }: { id: DelegationId }) {
  const region = useReplica(({ plenary }) => plenary.delegation.byId[id]?.regionalGroup ?? null);
  return <RegionOf region={region} />;
}
