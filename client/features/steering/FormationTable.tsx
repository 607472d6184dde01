import type { Examination } from '@shared/domain/dealing.ts';
import { type RegionalGroup, regionalGroups } from '@shared/domain/kernel/words.ts';
import { useMemo } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import styles from './FormationTable.module.css';
import { fairShare, type RoomView } from './formationView.ts';

interface FormationTableProps {
  rooms: readonly RoomView[];
  examination: Examination;
  onShow: (room: number) => void;
}

/** Rooms by regional groups; a number outside the fair share has a sign and a word. */
export function FormationTable({ rooms, examination, onShow }: FormationTableProps) {
  const t = useT();
  const columns = useColumns(examination, onShow);
  return (
    <div className={styles.table}>
      <DataTable caption={t('steering.table')} dense rows={rooms} rowKey={({ at }) => String(at)} columns={columns} />
    </div>
  );
}

function useColumns(examination: Examination, onShow: (room: number) => void): Column<RoomView>[] {
  const t = useT();
  return useMemo(() => {
    const share = (counts: readonly number[]) => t('steering.table.share', fairShare(counts));
    const keys: (RegionalGroup | 'none')[] = [...regionalGroups, 'none'];
    const shown = keys.filter((key) => examination.regions[key] !== undefined);
    return [
      {
        key: 'room',
        header: t('steering.table.room'),
        isRowHeader: true,
        cell: ({ at }) => (
          <Button kind="plain" size="small" onClick={() => onShow(at)}>
            {t('parts.room', { n: at + 1 })}
          </Button>
        ),
      },
      {
        key: 'size',
        header: t('steering.table.size', { share: share(examination.sizes) }),
        align: 'end',
        cell: ({ at, breaches }) => (
          <Count value={examination.sizes[at] ?? 0} breach={breaches.find(({ rule }) => rule === 'size')} />
        ),
      },
      ...shown.map(
        (key): Column<RoomView> => ({
          key,
          header: t('steering.table.region', {
            region: t(`parts.region.${key}`),
            share: share(examination.regions[key] ?? []),
          }),
          align: 'end',
          cell: ({ at, breaches }) => (
            <Count
              value={examination.regions[key]?.[at] ?? 0}
              breach={breaches.find(({ rule, subject }) => rule === 'region' && subject === key)}
            />
          ),
        }),
      ),
      {
        key: 'delegations',
        header: t('steering.table.delegations'),
        align: 'end',
        cell: ({ breaches }) => {
          const crowded = breaches.filter(({ rule }) => rule === 'delegation').length;
          return crowded === 0 ? (
            t('steering.table.apart')
          ) : (
            <strong className={styles.off}>{t('steering.table.uneven', { n: crowded })}</strong>
          );
        },
      },
    ];
  }, [examination, onShow, t]);
}

function Count(props: { value: number; breach: { count: number; floor: number; ceil: number } | undefined }) {
  const t = useT();
  const format = useFormat();
  const { value, breach } = props;
  if (!breach) return <span className={styles.count}>{format.number(value)}</span>;
  const isOver = breach.count > breach.ceil;
  return (
    <strong className={styles.off}>
      <span aria-hidden="true">{isOver ? '▲' : '▼'}</span> {format.number(value)}{' '}
      {t(isOver ? 'steering.table.over' : 'steering.table.under')}
    </strong>
  );
}
