import type { ActionItem } from '@shared/domain/actionItem.ts';
import type { RoomId } from '@shared/domain/kernel/ids.ts';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import styles from './DraftList.module.css';

/** Drafts that the room has put away; facilitator and rapporteur bring them back. */
export function WithdrawnDrafts(props: { roomId: RoomId; items: readonly ActionItem[]; mayRestore: boolean }) {
  const { roomId, items, mayRestore } = props;
  const t = useT();
  const { send, isPending, refusal } = useCommand('actionItem.restore');
  return (
    <Disclosure summary={t('room.withdrawn', { n: items.length })}>
      <ul className={styles.withdrawn}>
        {items.map((item) => (
          <li key={item.id}>
            <bdi>{item.title}</bdi>
            {mayRestore && (
              <Button
                size="small"
                icon="undo"
                pending={isPending}
                aria-label={t('room.restore.of', { title: item.title })}
                onClick={() => void send({ roomId, itemId: item.id })}
              >
                {t('room.restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <RefusalNote refusal={refusal} />
    </Disclosure>
  );
}
