import type { TabledItem } from '@shared/domain/board.ts';
import type { Passage } from '@shared/domain/passage.ts';
import { useMemo, useState } from 'react';
import { usePermitRefusal, useReplica } from '../../sync/Seat.tsx';
import { markId } from './PassageText.tsx';
import { passagesOf, type ThreadPassage } from './passages.ts';
import { type Thread, threadsOf } from './threads.ts';

const none: never[] = [];

/** What the text and the comments of an item know of each other. */
export interface PassageDesk {
  threads: readonly Thread[];
  passages: ReadonlyMap<string, ThreadPassage>;
  /** The mark that is chosen, by its id. */
  chosen: string | null;
  mayPost: boolean;
  /** The passage that the next comment is to be on. */
  next: Passage | null;
  setNext(passage: Passage | null): void;
  /** Goes from a mark in the text to its thread. */
  toThread(id: string): void;
  /** Goes from a thread to its mark in the text. */
  toText(id: string): void;
}

/** Where a thread stands on the page. */
export const threadId = (id: string) => `thread-${id}`;

export function usePassageDesk(item: TabledItem): PassageDesk {
  const comments = useReplica(({ plenary }) => plenary.comment.byItem[item.id]) ?? none;
  const isClosed = useReplica(({ plenary }) => plenary.comment.closed[item.id] === true);
  const permit = usePermitRefusal('comment.post', { itemId: item.id });
  const [chosen, setChosen] = useState<string | null>(null);
  const [next, setNext] = useState<Passage | null>(null);
  const threads = useMemo(() => threadsOf(comments), [comments]);
  const passages = useMemo(() => passagesOf(item, threads), [item, threads]);
  return {
    ...{ threads, passages, chosen, next, setNext },
    mayPost: permit === null && !isClosed && !item.isTakenBack && !item.gone,
    toThread: (id) => {
      setChosen(id);
      goTo(threadId(id));
    },
    toText: (id) => {
      setChosen(id);
      goTo(markId(id));
    },
  };
}

function goTo(id: string): void {
  const place = document.getElementById(id);
  place?.scrollIntoView({ block: 'nearest' });
  place?.focus({ preventScroll: true });
}
