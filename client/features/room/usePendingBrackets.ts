import type { Room } from '@shared/domain/room.ts';
import { textOf } from '@shared/draft/draftShape.ts';
import { spanAt } from '@shared/draft/placing.ts';
import { bracketSigns, stretchesOf } from '@shared/draft/units.ts';
import { useEffect, useRef } from 'react';
import type { BracketActs } from '../../editor/brackets.ts';
import { createPendingBrackets, type PendingBrackets, type PendingPorts } from '../../editor/pendingBrackets.ts';
import type { Refused } from '../../parts/refusalWords.ts';
import type { Connection } from '../../sync/connection.ts';
import type { DraftChannel } from '../../sync/draftChannel.ts';
import type { ReplicaStore } from '../../sync/replica.ts';
import { useSeat, useSend, useYou } from '../../sync/Seat.tsx';

/** What was opened and has not come yet, by draft: it goes on waiting while one looks at another draft. */
const known = new WeakMap<Connection, Map<string, PendingBrackets>>();

function pendingOf(connection: Connection, itemId: string): PendingBrackets {
  const drafts = known.get(connection) ?? new Map<string, PendingBrackets>();
  known.set(connection, drafts);
  const pending = drafts.get(itemId) ?? createPendingBrackets();
  drafts.set(itemId, pending);
  return pending;
}

export interface PendingOptions {
  room: Room;
  itemId: string;
  channel: DraftChannel | null;
  take: BracketActs['takePosition'];
  tell(refused: Refused): void;
}

/** The brackets that one has opened in a draft and that have not come yet, sent as soon as the line allows. */
export function usePendingBrackets(options: PendingOptions): PendingBrackets {
  const { room, itemId, channel } = options;
  const { connection, store } = useSeat();
  const { delegationId } = useYou();
  const send = useSend();
  const latest = useRef(options);
  latest.current = options;
  const roomId = room.id;
  const pending = pendingOf(connection, itemId);
  useEffect(() => {
    if (!channel) return;
    const doc = () => channel.view.getState().doc;
    const recorded = () => store.getState().state.room[roomId]?.bracket;
    const ports: PendingPorts = {
      isUp: () => isUp(channel),
      isSaved: () => channel.view.getState().status.kind === 'saved',
      hasWords: ({ from, to }) => {
        const span = spanAt(doc(), from, to);
        return span && !span.isEmpty;
      },
      open: (kind, place) => send('bracket.open', { roomId, itemId, kind, ...place }),
      openedAt: (kind, { from, to }) =>
        Object.values(recorded()?.byId ?? {}).flatMap((bracket) => {
          const isOwn = bracket.itemId === itemId && bracket.proposedBy === delegationId && bracket.kind === kind;
          const { place } = bracket;
          return isOwn && 'from' in place && place.from === from && place.to === to ? [bracket.id] : [];
        }),
      hasSigns: (id) => bracketSigns(stretchesOf(textOf(doc()))).some((sign) => sign.id === id),
      isOpen: (id) => recorded()?.byId[id]?.phase === 'open',
      take: (id, stance) => latest.current.take?.(id, stance),
      refused: (answer) => latest.current.tell(answer),
    };
    return watch(pending, ports, channel, store);
  }, [pending, channel, store, send, roomId, itemId, delegationId]);
  return pending;
}

/** Whether the line is up and what stands here is the server's text too. */
function isUp({ view }: DraftChannel): boolean {
  const { kind } = view.getState().status;
  return kind === 'saved' || kind === 'unsaved';
}

/** Looks again whenever the line, the text or the record has changed. */
function watch(pending: PendingBrackets, ports: PendingPorts, channel: DraftChannel, store: ReplicaStore): () => void {
  const { look } = pending;
  let doc = channel.view.getState().doc;
  doc.on('update', look);
  const stops = [
    channel.view.subscribe((now) => {
      if (now.doc !== doc) {
        doc.off('update', look);
        doc = now.doc;
        doc.on('update', look);
      }
      look();
    }),
    store.subscribe(look),
    pending.attach(ports),
  ];
  return () => {
    for (const stop of stops) stop();
    doc.off('update', look);
  };
}
