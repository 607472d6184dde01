import type { ActionItem } from '@shared/domain/actionItem.ts';
import type { Part } from '@shared/domain/concreteness.ts';
import type { Room } from '@shared/domain/room.ts';
import { lazy, Suspense } from 'react';
import { Concreteness } from './Concreteness.tsx';
import { DraftFoot } from './DraftFoot.tsx';
import { DraftMenu } from './DraftMenu.tsx';
import styles from './DraftPane.module.css';
import { DraftWords, wordsId } from './DraftWords.tsx';
import { FieldsForm, sectionId } from './fields/FieldsForm.tsx';
import { ReadOnlyDraft } from './ReadOnlyDraft.tsx';
import { ReportedDraft } from './ReportedDraft.tsx';
import { TitleField } from './TitleField.tsx';
import { UnsavedFields } from './UnsavedFields.tsx';
import { gapsOf, useOpenConcreteness } from './useConcreteness.ts';
import type { DraftOrder } from './useDraftOrder.ts';
import type { RoomSeat } from './useRoomFacts.ts';

const DraftHistory = lazy(() => import('./DraftHistory.tsx').then((module) => ({ default: module.DraftHistory })));

export interface DraftPaneProps {
  room: Room;
  seat: RoomSeat;
  item: ActionItem;
  number: number;
  count: number;
  order: DraftOrder;
}

/** The draft that one looks at: written while its room is open, read when it is reported or the room is closed. */
export function DraftPane(props: DraftPaneProps) {
  const { room, seat, item } = props;
  const isWritten = item.phase === 'drafting' && seat.mayWrite;
  return (
    <div className={styles.pane}>
      <article className={styles.sheet}>
        {!isWritten && <UnsavedFields itemId={item.id} />}
        {item.phase === 'reported' ? (
          <ReportedDraft item={item} number={props.number} />
        ) : isWritten ? (
          <WrittenDraft {...props} />
        ) : (
          <ReadOnlyDraft room={room} item={item} number={props.number} />
        )}
        <Suspense fallback={null}>
          <DraftHistory key={item.id} room={room} item={item} />
        </Suspense>
      </article>
      <DraftFoot room={room} seat={seat} item={item} />
    </div>
  );
}

function WrittenDraft({ room, seat, item, number, count, order }: DraftPaneProps) {
  const said = useOpenConcreteness(item.fields);
  return (
    <>
      <header className={styles.head}>
        <TitleField item={item} number={number} />
        <DraftMenu {...{ room, seat, item, number, count, order }} />
      </header>
      <Concreteness fields={item.fields} said={said} onGo={(part, to) => goTo(item.id, part, to)} />
      <DraftWords room={room} item={item} />
      <FieldsForm item={item} panelId={room.panelId} gaps={gapsOf(item.fields, said)} />
    </>
  );
}

/** Takes the focus to where a part of the item is said, or would be. */
function goTo(itemId: string, part: Part, to: 'field' | 'words'): void {
  const isInWords = to === 'words' || part === 'what';
  const place = document.getElementById(isInWords ? wordsId(itemId) : sectionId(itemId, part));
  place?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  place?.querySelector<HTMLElement>('[contenteditable="true"], input, textarea')?.focus({ preventScroll: true });
}
