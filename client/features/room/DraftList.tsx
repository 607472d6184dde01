import type { ActionItem } from '@shared/domain/actionItem.ts';
import type { Room } from '@shared/domain/room.ts';
import { useT } from '../../i18n/I18n.tsx';
import { DragList, type Move } from '../../ui/aria/DragList.tsx';
import { Button } from '../../ui/Button.tsx';
import { DraftEntry, type DraftEntryProps } from './DraftEntry.tsx';
import styles from './DraftList.module.css';
import { KeysNote } from './KeysNote.tsx';
import { NewDraft } from './NewDraft.tsx';
import type { DraftOrder } from './useDraftOrder.ts';
import type { RoomDrafts, RoomSeat } from './useRoomFacts.ts';
import { useWritingWords } from './useWritingNow.ts';
import { WithdrawnDrafts } from './WithdrawnDrafts.tsx';

export interface DraftListProps {
  room: Room;
  seat: RoomSeat;
  drafts: RoomDrafts;
  currentId: string | null;
  order: DraftOrder;
  isAdding: boolean;
  onAdd: (isAdding: boolean) => void;
  hrefOf: (itemId: string) => string;
  onOpen: (itemId: string) => void;
}

/** The drafts of a room in their order, and the way to begin another. */
export function DraftList(props: DraftListProps) {
  const { room, seat, drafts, currentId, isAdding, onAdd } = props;
  const t = useT();
  const writingIn = useWritingWords(drafts, currentId);
  const entries = drafts.current.map((item, at) => ({
    ...{ item, number: at + 1, isCurrent: item.id === currentId, writing: writingIn(item.id) },
  }));
  return (
    <div className={styles.drafts}>
      <h2 className={styles.heading}>
        <span>{t('room.drafts')}</span>
        <span className={styles.count}>{drafts.current.length}</span>
      </h2>
      {entries.length === 0 && <p className={styles.none}>{t('room.drafts.none')}</p>}
      <Entries entries={entries} {...props} />
      {seat.mayWrite && !isAdding && (
        <Button icon="add" shortcut="Alt+N" onClick={() => onAdd(true)}>
          {t('room.new')}
        </Button>
      )}
      {seat.mayWrite && isAdding && (
        <NewDraft roomId={room.id} drafts={drafts} onOpen={props.onOpen} onClose={() => onAdd(false)} />
      )}
      {drafts.withdrawn.length > 0 && (
        <WithdrawnDrafts roomId={room.id} items={drafts.withdrawn} mayRestore={seat.mayOrder} />
      )}
      <KeysNote seat={seat} />
    </div>
  );
}

/** Facilitator and rapporteur arrange the list by hand or by key; for the others it is a list of links. */
function Entries({ entries, ...props }: DraftListProps & { entries: DraftEntryProps[] }) {
  const t = useT();
  if (entries.length === 0) return null;
  if (props.seat.mayOrder && entries.length > 1) {
    const items = entries.map((entry) => ({ ...entry, key: entry.item.id, label: entry.item.title }));
    const move = ({ keys, before }: Move) => props.order.place(keys, before);
    return (
      <div className={styles.arranged}>
        <DragList
          listId={props.room.id}
          label={t('room.drafts')}
          items={items}
          dragType="application/x-rapporteur-draft"
          render={(entry) => <DraftEntry {...entry} />}
          onMove={move}
          onOpen={props.onOpen}
        />
      </div>
    );
  }
  return (
    <ol className={styles.list}>
      {entries.map((entry) => (
        <li key={entry.item.id}>
          <a
            className={styles.link}
            href={props.hrefOf(entry.item.id)}
            aria-current={entry.isCurrent || undefined}
            onClick={(event) => {
              // In a new window where one asks for it; here also when it is the one already open.
              if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
              event.preventDefault();
              props.onOpen(entry.item.id);
            }}
          >
            <DraftEntry {...entry} />
          </a>
        </li>
      ))}
    </ol>
  );
}

/** How many drafts are still to be reported: the number on the phone's bar. */
export function openDrafts(items: readonly ActionItem[]): number {
  return items.filter(({ phase }) => phase === 'drafting').length;
}
