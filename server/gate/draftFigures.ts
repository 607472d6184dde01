/** Words and open brackets of a room's drafts, for the wall and the list: told at most every two seconds for each room. */
import { openBrackets, wordCount } from '@shared/domain/draftText.ts';
import { readDraft } from '@shared/draft/draftDoc.ts';
import type { Down } from '@shared/protocol/wire.ts';
import type * as Y from 'yjs';

export type Figures = Down['draftFigures']['figures'];

const soonMs = 250;
const betweenMs = 2_000;

export interface DraftFiguresPorts {
  /** The text of a draft, from memory or from the store. */
  read(itemId: string): Y.Doc;
  publish(roomId: string, figures: Figures): void;
}

export function createDraftFigures({ read, publish }: DraftFiguresPorts) {
  const counted = new Map<string, Figures[string]>();
  const rooms = new Map<string, { changed: Set<string>; timer: NodeJS.Timeout | undefined; toldAt: number }>();

  function count(itemId: string, at: number): Figures[string] {
    const draft = readDraft(read(itemId));
    const figures = { words: wordCount(draft), brackets: openBrackets(draft), at };
    counted.set(itemId, figures);
    return figures;
  }

  function tell(roomId: string): void {
    const room = rooms.get(roomId);
    if (!room) return;
    room.timer = undefined;
    room.toldAt = performance.now();
    const figures = Object.fromEntries([...room.changed].map((id) => [id, count(id, counted.get(id)?.at ?? 0)]));
    room.changed.clear();
    publish(roomId, figures);
  }

  return {
    /** Notes that a draft was edited at an instant (epoch ms). */
    edited(roomId: string, itemId: string, at: number): void {
      const room = rooms.get(roomId) ?? {
        changed: new Set<string>(),
        timer: undefined,
        toldAt: Number.NEGATIVE_INFINITY,
      };
      rooms.set(roomId, room);
      room.changed.add(itemId);
      counted.set(itemId, { ...(counted.get(itemId) ?? { words: 0, brackets: 0 }), at });
      const wait = Math.max(soonMs, room.toldAt + betweenMs - performance.now());
      room.timer ??= setTimeout(() => tell(roomId), wait);
    },
    /** The figures of these drafts as they stand; a draft not edited since the start has the instant 0. */
    of(roomId: string, itemIds: readonly string[]): Figures {
      const changed = rooms.get(roomId)?.changed;
      return Object.fromEntries(
        itemIds.map((id) => {
          const known = counted.get(id);
          return [id, known && !changed?.has(id) ? known : count(id, known?.at ?? 0)];
        }),
      );
    },
    stop(): void {
      for (const { timer } of rooms.values()) clearTimeout(timer);
    },
  };
}
