import type { ActionItem } from '@shared/domain/actionItem.ts';
import { reportedDraft } from '@shared/domain/attribution.ts';
import { versionsOf } from '@shared/domain/board.ts';
import { statedIn } from '@shared/domain/itemFields.ts';
import type { Room } from '@shared/domain/room.ts';
import { readDraft } from '@shared/draft/draftDoc.ts';
import { lazy, Suspense, useMemo } from 'react';
import type { Writer } from '../../editor/caretSigns.ts';
import { useT } from '../../i18n/I18n.tsx';
import { TextAs } from '../../parts/TextAs.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { usePeople, useReplica, useSeat, useServerOffset } from '../../sync/Seat.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './DraftPane.module.css';
import { useOpenDraft } from './openDraft.ts';
import { useBoardRemarks } from './useBoardRemarks.ts';
import { useBracketActs, useKnownBrackets } from './useBracketDesk.ts';
import { useParagraphDesk } from './useParagraphDesk.ts';
import { usePendingBrackets } from './usePendingBrackets.ts';

// The editor is the largest part of the program; it comes when a text is opened.
const DraftEditor = lazy(() =>
  import('../../editor/DraftEditor.tsx').then((module) => ({ default: module.DraftEditor })),
);

/** Where a draft's words stand on the page. */
export const wordsId = (itemId: string) => `words-of-${itemId}`;

/** The words of the open draft, written by everyone in the room at once, or read. */
export function DraftWords(props: { room: Room; item: ActionItem; readOnly?: boolean }) {
  const { room, item, readOnly = false } = props;
  const { id: itemId, title, fields } = item;
  const t = useT();
  const channel = useOpenDraft();
  const people = useWriters(room);
  const { acts, asked, refusal, tell } = useBracketActs(room, itemId);
  const brackets = useKnownBrackets(room, itemId, asked);
  const pending = usePendingBrackets({ room, itemId, channel, take: acts.takePosition, tell });
  const allActs = useMemo(() => ({ ...acts, open: pending.open }), [acts, pending]);
  const paragraphs = useParagraphDesk(room, itemId);
  const stated = useMemo(() => statedIn(fields), [fields]);
  const wordLists = useReplica(({ plenary }) => plenary.wordList.byLanguage);
  const remarks = useBoardRemarks(itemId);
  const serverOffsetMs = useServerOffset();
  const { store } = useSeat();
  const tabled = useReplica(({ plenary }) => plenary.board.items[itemId]);
  const earlier = useMemo(() => versionsOf(tabled).map(({ draft }) => draft), [tabled]);
  const read = () => {
    const draft = channel ? readDraft(channel.view.getState().doc) : { blocks: [] };
    return reportedDraft(draft, store.getState().state, room.id, itemId);
  };
  const place = useMemo(() => ({ roomId: room.id, itemId }), [room.id, itemId]);
  return (
    <div id={wordsId(itemId)} className={styles.text}>
      <Suspense fallback={<Skeleton lines={4} />}>
        {channel && (
          <DraftEditor
            channel={channel}
            label={t('room.text.of', { title })}
            readOnly={readOnly}
            people={people}
            brackets={brackets}
            acts={allActs}
            pending={pending}
            refusal={refusal ?? paragraphs.refusal}
            forgetRefusal={() => (refusal ? tell(null) : paragraphs.forgetRefusal())}
            paragraphs={paragraphs.desk}
            earlier={earlier}
            stated={stated}
            wordLists={wordLists}
            remarks={remarks}
            serverOffsetMs={serverOffsetMs}
            place={place}
          />
        )}
      </Suspense>
      {channel && <TextAs title={title} read={read} />}
    </div>
  );
}

/** The members of the room, as their carets name them. */
function useWriters(room: Room): Readonly<Record<string, Writer>> {
  const t = useT();
  const people = usePeople();
  const nameOf = useDelegationNames();
  const { participants, byId } = useReplica(({ plenary }) => plenary.delegation);
  return useMemo(() => {
    const writers: Record<string, Writer> = {};
    for (const id of room.members) {
      const delegationId = participants[id]?.delegationId ?? null;
      writers[id] = {
        name: people[id]?.name ?? t('parts.person.unknown'),
        delegationLabel: delegationId && nameOf(delegationId),
        region: byId[delegationId ?? '']?.regionalGroup ?? null,
      };
    }
    return writers;
  }, [room.members, people, participants, byId, nameOf, t]);
}
