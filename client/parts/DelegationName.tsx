import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import { useReplica } from '../sync/Seat.tsx';
import styles from './DelegationName.module.css';
import { RegionOf } from './RegionOf.tsx';
import { useDelegationNames } from './useDelegationNames.ts';

/** A delegation by its full name, which wraps rather than being cut; with its regional group's badge where asked for. */
export function DelegationName(props: { id: DelegationId; withRegion?: boolean }) {
  const nameOf = useDelegationNames();
  const region = useReplica(({ plenary }) => plenary.delegation.byId[props.id]?.regionalGroup ?? null);
  if (!props.withRegion) return <bdi className={styles.name}>{nameOf(props.id)}</bdi>;
  return (
    <span className={styles.line}>
      {region && <RegionOf region={region} />}
      <bdi className={styles.name}>{nameOf(props.id)}</bdi>
    </span>
  );
}
