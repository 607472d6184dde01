import type { ActionItem } from '@shared/domain/actionItem.ts';
import type { Room } from '@shared/domain/room.ts';
import { FieldsView } from '../../parts/FieldsView.tsx';
import { Concreteness } from './Concreteness.tsx';
import styles from './DraftPane.module.css';
import { DraftWords } from './DraftWords.tsx';
import { useOpenConcreteness } from './useConcreteness.ts';

/** A draft for those who read it: the bureau while it is being written, everyone of the room once the room is closed. */
export function ReadOnlyDraft({ room, item, number }: { room: Room; item: ActionItem; number: number }) {
  const said = useOpenConcreteness(item.fields);
  return (
    <>
      <header>
        <h2 className={styles.titleLine}>
          <span className={styles.number}>{number}</span>
          <bdi className={styles.title}>{item.title}</bdi>
        </h2>
      </header>
      <Concreteness fields={item.fields} said={said} />
      <DraftWords room={room} item={item} readOnly />
      <FieldsView fields={item.fields} />
    </>
  );
}
