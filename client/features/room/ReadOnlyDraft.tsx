import type { ActionItem } from '@shared/domain/actionItem.ts';
import type { Room } from '@shared/domain/room.ts';
import { FieldsView } from '../../parts/FieldsView.tsx';
import { useReplicaValue } from '../../sync/Seat.tsx';
import { Concreteness } from './Concreteness.tsx';
import styles from './DraftPane.module.css';
import { DraftWords } from './DraftWords.tsx';

/** A draft for those who read it: the bureau while it is being written, everyone of the room once the room is closed. */
export function ReadOnlyDraft({ room, item, number }: { room: Room; item: ActionItem; number: number }) {
  const words = useReplicaValue((replica) => replica.figures[item.id]?.words ?? 0);
  return (
    <>
      <header>
        <h2 className={styles.titleLine}>
          <span className={styles.number}>{number}</span>
          <bdi className={styles.title}>{item.title}</bdi>
        </h2>
      </header>
      <Concreteness fields={item.fields} words={words} />
      <DraftWords room={room} itemId={item.id} title={item.title} readOnly />
      <FieldsView fields={item.fields} />
    </>
  );
}
