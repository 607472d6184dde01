import type { RoomId } from '@shared/domain/kernel/ids.ts';
import { type RegionalGroup, regionalGroups } from '@shared/domain/kernel/words.ts';
import type { ConsultationState } from '@shared/domain/state.ts';
import { useMemo } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { useReplica } from '../sync/Seat.tsx';
import { RegionMarks } from '../ui/RegionBadge.tsx';
import styles from './RoomRegions.module.css';

/** A room by its number, with a mark per regional group: filled where one of its members sits there. */
export function RoomRegions({ roomId }: { roomId: RoomId }) {
  const t = useT();
  const room = useReplica(({ plenary }) => plenary.room.byId[roomId]);
  const delegations = useReplica(({ plenary }) => plenary.delegation);
  const present = useMemo(() => regionsIn(room?.members ?? [], delegations), [room?.members, delegations]);
  const name = (group: RegionalGroup) => t(`parts.region.${group}`);
  return (
    <div className={styles.origin}>
      <span>{room ? t('parts.room', { n: room.number }) : t('parts.room.unknown')}</span>
      <RegionMarks
        label={t('parts.room.regions')}
        marks={regionalGroups.map((group) => ({
          region: group,
          name: present.has(group) ? name(group) : t('parts.room.without', { region: name(group) }),
          present: present.has(group),
        }))}
      />
    </div>
  );
}

/** Which regional groups some people come from. */
export function regionsIn(
  members: readonly string[],
  delegations: ConsultationState['plenary']['delegation'],
): Set<RegionalGroup> {
  const found = new Set<RegionalGroup>();
  for (const id of members) {
    const group = delegations.byId[delegations.participants[id]?.delegationId ?? '']?.regionalGroup;
    if (group) found.add(group);
  }
  return found;
}
