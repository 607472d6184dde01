import type { Room } from '@shared/domain/room.ts';
import { useMemo, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { usePermitRefusal, usePresence } from '../../sync/Seat.tsx';
import { type PaneKey, SplitPane } from '../../ui/SplitPane.tsx';
import { DraftList, openDrafts } from './DraftList.tsx';
import { DraftPane } from './DraftPane.tsx';
import { FirstDraft } from './FirstDraft.tsx';
import { OpenDraftContext, useDraftChannel } from './openDraft.ts';
import { RecoveredDrafts } from './RecoveredDrafts.tsx';
import { ReportDialog } from './ReportDialog.tsx';
import { RoomColumn } from './RoomColumn.tsx';
import { RoomHead } from './RoomHead.tsx';
import { RoomNotices } from './RoomNotices.tsx';
import styles from './RoomPage.module.css';
import { ReportingContext } from './reporting.ts';
import { useChosenDraft } from './useChosenDraft.ts';
import { useDraftOrder } from './useDraftOrder.ts';
import { useHand } from './useHand.ts';
import { type RoomSeat, useHands, useRoomDrafts } from './useRoomFacts.ts';
import { useRoomKeys } from './useRoomKeys.ts';
import { useTyping } from './useTyping.ts';
import { VisitorHerald } from './VisitorHerald.tsx';

/** The one screen of a room: drafts, the text of one, the people; one pane at a time on a phone. */
export function RoomWork({ room, seat }: { room: Room; seat: RoomSeat }) {
  const t = useT();
  const drafts = useRoomDrafts(room.id);
  const chosen = useChosenDraft(room.id, drafts);
  const order = useDraftOrder(room.id, drafts);
  const hands = useHands(room.id);
  const hand = useHand(room);
  const [pane, setPane] = useState<PaneKey>('main');
  const [isAdding, setAdding] = useState(false);
  const [reporting, setReporting] = useState<string | null>(null);
  const [isTyping, typed] = useTyping();
  usePresence(room.id, isTyping && seat.mayWrite);
  const { item, number } = chosen;
  // Of all drafts only the one that is looked at is open; a reported one too, so that late words find their way.
  const channel = useDraftChannel(item?.id ?? null, seat.isMember);
  const report = useReportOpener(room, setReporting);
  const add = (isOpen: boolean) => {
    setAdding(isOpen);
    if (isOpen) setPane('start');
  };
  const open = (itemId: string) => {
    chosen.open(itemId);
    setPane('main');
  };
  useRoomKeys({
    onNew: () => seat.mayWrite && add(true),
    onNext: () => chosen.step(1),
    onPrevious: () => chosen.step(-1),
    onHand: () => void hand.toggle(),
    onReport: () => item?.phase === 'drafting' && report.open(item.id),
  });
  const reported = reporting === null ? undefined : drafts.byId[reporting];
  return (
    <OpenDraftContext value={channel}>
      <ReportingContext value={report}>
        <div className={styles.room}>
          <div className={styles.top}>
            <VisitorHerald room={room} />
            <RoomHead room={room} seat={seat} />
            <div className={styles.notices}>
              <RoomNotices room={room} seat={seat} />
              <RecoveredDrafts drafts={drafts} />
            </div>
          </div>
          <SplitPane
            active={pane}
            onActive={setPane}
            start={{
              label: t('room.drafts'),
              icon: 'document',
              badge: openDrafts(drafts.current) || undefined,
              content: (
                <DraftList
                  {...{ room, seat, drafts, order, isAdding }}
                  currentId={item?.id ?? null}
                  onAdd={add}
                  hrefOf={chosen.hrefOf}
                  onOpen={open}
                />
              ),
            }}
            main={{
              label: t('room.text'),
              icon: 'edit',
              content: item ? (
                <div key={item.id} className={styles.desk} ref={toTop} onInput={typed}>
                  <DraftPane {...{ room, seat, item, number, order }} count={drafts.current.length} />
                </div>
              ) : (
                <FirstDraft seat={seat} room={room} isAdding={isAdding} onAdd={() => add(true)} />
              ),
            }}
            end={{
              label: t('room.people'),
              icon: 'people',
              badge: hands.length || undefined,
              content: <RoomColumn room={room} seat={seat} />,
            }}
          />
        </div>
        {reported?.phase === 'drafting' && (
          <ReportDialog
            room={room}
            item={reported}
            number={drafts.current.indexOf(reported) + 1}
            onClose={() => setReporting(null)}
          />
        )}
      </ReportingContext>
    </OpenDraftContext>
  );
}

/** A draft that one opens is read from its beginning, wherever one was in the last. */
function toTop(desk: HTMLElement | null): void {
  desk?.closest('[data-pane]')?.scrollTo({ top: 0 });
}

function useReportOpener(room: Room, open: (itemId: string) => void) {
  const mayReport = usePermitRefusal('actionItem.report', { roomId: room.id }) === null;
  return useMemo(() => ({ open: (itemId: string) => mayReport && open(itemId) }), [mayReport, open]);
}
