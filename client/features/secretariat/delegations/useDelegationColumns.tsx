import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import { useT } from '../../../i18n/I18n.tsx';
import { RegionOf } from '../../../parts/RegionOf.tsx';
import { useReplica, useSeat } from '../../../sync/Seat.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import type { Column } from '../../../ui/DataTable.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import styles from './DelegationsDesk.module.css';
import type { DelegationRow } from './useDelegationView.ts';

/** What the table says of a delegation, and what may be corrected in it. */
export function useDelegationColumns(acts: {
  onCredentials: (id: DelegationId, hasCredentials: boolean) => void;
  onGroup: (id: DelegationId) => void;
}): Column<DelegationRow>[] {
  const t = useT();
  const { consultationId } = useSeat();
  // DEL-3: once rooms have been formed, a group is no longer corrected under their feet.
  const isGroupFixed = useReplica(({ plenary }) => plenary.seating.order.length > 0);
  return [
    {
      key: 'name',
      header: t('secretariat.people.delegation'),
      sortable: true,
      isRowHeader: true,
      cell: ({ label }) => <bdi>{label}</bdi>,
    },
    {
      key: 'kind',
      header: t('secretariat.delegation.kind'),
      cell: ({ kind, code }) => (
        <span className={styles.kind}>
          {t(`secretariat.kind.${kind}`)}
          {code && <span className={styles.code}>{code}</span>}
        </span>
      ),
    },
    {
      key: 'group',
      header: t('secretariat.delegation.group'),
      cell: ({ id, kind, label, regionalGroup }) =>
        kind === 'member-state' && (
          <span className={styles.group}>
            <RegionOf region={regionalGroup} />
            {!isGroupFixed && (
              <IconButton
                icon="edit"
                size="small"
                label={t('secretariat.delegation.correctGroup', { name: label })}
                onClick={() => acts.onGroup(id)}
              />
            )}
          </span>
        ),
    },
    {
      key: 'credentials',
      header: t('secretariat.delegation.credentials'),
      cell: ({ id, kind, label, hasCredentials }) =>
        kind === 'member-state' && (
          <span className={styles.tick}>
            <Checkbox
              label={
                <>
                  {t(`secretariat.credentials.${hasCredentials ? 'yes' : 'no'}`)}
                  <VisuallyHidden> {label}</VisuallyHidden>
                </>
              }
              checked={hasCredentials}
              onChange={(checked) => acts.onCredentials(id, checked)}
            />
          </span>
        ),
    },
    {
      key: 'seats',
      header: t('secretariat.delegation.seats'),
      sortable: true,
      align: 'end',
      cell: ({ seats, label }) =>
        seats === 0 ? (
          seats
        ) : (
          <a
            href={`/c/${consultationId}/secretariat/people?q=${encodeURIComponent(label)}`}
            aria-label={t('secretariat.delegation.seatsOf', { n: seats, name: label })}
          >
            {seats}
          </a>
        ),
    },
  ];
}
