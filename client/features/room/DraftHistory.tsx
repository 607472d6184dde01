import type { ActionItem } from '@shared/domain/actionItem.ts';
import { reportedDraft } from '@shared/domain/attribution.ts';
import { writersOf } from '@shared/domain/authorship.ts';
import type { TabledItem } from '@shared/domain/board.ts';
import type { DraftText } from '@shared/domain/draftText.ts';
import type { Room } from '@shared/domain/room.ts';
import { readDraft } from '@shared/draft/draftDoc.ts';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useT } from '../../i18n/I18n.tsx';
import { BurnDown } from '../../parts/BurnDown.tsx';
import { useReportedVersions } from '../../parts/useReportedVersions.ts';
import { type Version, VersionChooser } from '../../parts/VersionChooser.tsx';
import type { DraftChannel } from '../../sync/draftChannel.ts';
import { useReplica } from '../../sync/Seat.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { useOpenDraft } from './openDraft.ts';

/** How a draft came to be what it is: its open brackets over time, and what changed since it was reported before. */
export function DraftHistory({ room, item }: { room: Room; item: ActionItem }) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  const channel = useOpenDraft();
  const points = useReplica(({ plenary }) => plenary.bracket[item.id]);
  const tabled = useReplica(({ plenary }) => plenary.board.items[item.id]);
  const live = item.phase === 'drafting' ? channel : null;
  const isComparable = tabled !== undefined && (live !== null || tabled.earlier.length > 0);
  return (
    <>
      <BurnDown points={points ?? []} />
      {isComparable && (
        <Disclosure summary={t('history.heading')} open={isOpen} onToggle={setIsOpen}>
          {isOpen &&
            (live ? (
              <WithText channel={live} room={room} item={item} tabled={tabled} />
            ) : (
              <Reported tabled={tabled} isOnBoard />
            ))}
        </Disclosure>
      )}
    </>
  );
}

function Reported({ tabled, isOnBoard }: { tabled: TabledItem; isOnBoard: boolean }) {
  return <VersionChooser versions={useReportedVersions(tabled, isOnBoard)} roomId={tabled.roomId} />;
}

/** The reported versions and, last, the text as it stands; at first what changed since the last report. */
function WithText(props: { channel: DraftChannel; room: Room; item: ActionItem; tabled: TabledItem }) {
  const { channel, room, item, tabled } = props;
  const t = useT();
  const reported = useReportedVersions(tabled, false);
  const words = useWords(channel);
  const state = useReplica((whole) => whole);
  const versions = useMemo((): Version[] => {
    const draft = reportedDraft(words, state, room.id, item.id);
    const writers = writersOf(state, room.id, item.id);
    const now = { key: 'now', label: t('history.asItStands'), title: item.title, fields: item.fields, draft, writers };
    return [...reported, now];
  }, [reported, words, state, room.id, item, t]);
  return <VersionChooser versions={versions} roomId={room.id} />;
}

/** Nobody reads a comparison that changes with every letter. */
const restsMs = 1_000;

/** The text of the open draft, read again a moment after somebody has written. */
function useWords({ view }: DraftChannel): DraftText {
  const doc = useStore(view, (draft) => draft.doc);
  const [words, setWords] = useState(() => readDraft(doc));
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | null = null;
    const read = () => {
      waiting = null;
      setWords(readDraft(doc));
    };
    const written = () => {
      waiting ??= setTimeout(read, restsMs);
    };
    read();
    doc.on('update', written);
    return () => {
      doc.off('update', written);
      if (waiting !== null) clearTimeout(waiting);
    };
  }, [doc]);
  return words;
}
