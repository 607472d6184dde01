import type { ActionItem } from '@shared/domain/actionItem.ts';
import { useStore } from 'zustand';
import { useT } from '../../i18n/I18n.tsx';
import { useReplicaValue } from '../../sync/Seat.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './DraftList.module.css';
import { changeKey } from './fieldDesk.ts';
import { useFieldDesk } from './useFieldDesk.ts';

export interface DraftEntryProps {
  item: ActionItem;
  number: number;
  isCurrent: boolean;
  /** In whose hands it is just now, in words; null while nobody writes. */
  writing: string | null;
}

/** A draft in the list: number, title, where it stands, words, open brackets, who writes. */
export function DraftEntry({ item, number, isCurrent, writing }: DraftEntryProps) {
  const t = useT();
  const desk = useFieldDesk();
  const figures = useReplicaValue((replica) => replica.figures[item.id]);
  const unsaved = useStore(desk.changes, (changes) => changes[changeKey(item.id, 'title')]);
  const title = unsaved && unsaved.phase !== 'saved' ? String(unsaved.mine) : item.title;
  return (
    <div className={styles.entry} data-current={isCurrent || undefined}>
      <span className={styles.number}>{number}</span>
      <span className={styles.words}>
        <bdi className={styles.title}>{title}</bdi>
        <span className={styles.facts}>
          {item.phase === 'reported' && (
            <Badge tone="success" icon="report">
              {t('room.draft.reported')}
            </Badge>
          )}
          {figures !== undefined && <span>{t('room.draft.words', { n: figures.words })}</span>}
          {figures !== undefined && figures.brackets > 0 && (
            <span className={styles.brackets}>
              <Icon name="brackets" />
              {t('room.draft.brackets', { n: figures.brackets })}
            </span>
          )}
        </span>
        {writing !== null && (
          <span className={styles.writing}>
            <Icon name="edit" />
            <span>{writing}</span>
          </span>
        )}
      </span>
    </div>
  );
}
