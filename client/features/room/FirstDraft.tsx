import type { Room } from '@shared/domain/room.ts';
import { useT } from '../../i18n/I18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import styles from './DraftPane.module.css';
import type { RoomSeat } from './useRoomFacts.ts';

/** An empty room: how one begins. */
export function FirstDraft(props: { room: Room; seat: RoomSeat; isAdding: boolean; onAdd: () => void }) {
  const t = useT();
  const { room, seat, isAdding, onAdd } = props;
  if (!seat.mayWrite)
    return (
      <Empty title={t('room.empty.title')}>
        {t(room.phase === 'frozen' ? 'room.empty.frozen' : 'room.empty.reader')}
      </Empty>
    );
  return (
    <Empty
      title={t('room.empty.title')}
      act={
        !isAdding && (
          <Button kind="primary" icon="add" size="large" onClick={onAdd}>
            {t('room.empty.begin')}
          </Button>
        )
      }
    >
      <p>{t('room.empty.words')}</p>
      <ul className={styles.gaps}>
        <li>{t('room.empty.who')}</li>
        <li>{t('room.empty.what')}</li>
        <li>{t('room.empty.when')}</li>
        <li>{t('room.empty.measure')}</li>
      </ul>
    </Empty>
  );
}
