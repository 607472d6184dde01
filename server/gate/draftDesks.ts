/** The drafts that are in memory: fetched when somebody opens one, made smaller now and then, put away when nobody is there. */
import { type DraftStore, firstEpoch } from '../ports/draftStore.ts';
import { StorageFull } from '../ports/journal.ts';
import type { DraftLog } from './draftLog.ts';
import { createLiveDraft, type LiveDraft } from './liveDraft.ts';

/** A draft in memory, and who has it open. */
export interface Desk {
  roomId: string;
  live: LiveDraft;
  /** How many updates are stored, and how many rows they take there. */
  n: number;
  rows: number;
  isWritable: boolean;
  /** The connections that have it open, whose they are, and how often each has opened it. */
  openers: Map<string, { participantId: string; times: number }>;
  carets: Map<string, Uint8Array>;
  usedAt: number;
}

const mostRows = 500;
/** A log this short loads fast enough as it is. */
const fewRows = 20;

export interface DraftDesksPorts {
  consultationId: string;
  store: DraftStore;
  log: Pick<DraftLog, 'pending' | 'hasPending' | 'flush'>;
  clock(): number;
  idleMs: number;
  /** Called when a draft has come into memory. */
  fetched(itemId: string): void;
  /** Called before a draft leaves memory. */
  putAway(itemId: string): void;
}

export function createDraftDesks({ consultationId, store, log, clock, idleMs, fetched, putAway }: DraftDesksPorts) {
  const desks = new Map<string, Desk>();

  function fetch(itemId: string, roomId: string, isWritable: boolean): Desk {
    const stored = store.load(consultationId, itemId);
    // A long log takes long to read: what was just read is used the first time.
    let read = stored;
    const load = () => {
      const updates = (read ?? store.load(consultationId, itemId))?.updates ?? [];
      read = null;
      return [...updates, ...log.pending(itemId)];
    };
    const desk: Desk = {
      roomId,
      live: createLiveDraft(itemId, stored?.epoch ?? firstEpoch, load),
      n: stored?.n ?? 0,
      rows: stored?.updates.length ?? 0,
      isWritable,
      openers: new Map(),
      carets: new Map(),
      usedAt: clock(),
    };
    desks.set(itemId, desk);
    fetched(itemId);
    if (desk.rows >= mostRows) compactSoon(desk);
    return desk;
  }

  /** After everything that waits for an answer now has had it. */
  function compactSoon(desk: Desk): void {
    desk.rows = 0;
    setImmediate(() => {
      // A desk that was put away meanwhile knows nothing of what a new one has stored since.
      if (desks.get(desk.live.itemId) === desk) compact(desk);
    });
  }

  /** One row in place of the log. Only ever when all is stored, so that the state contains no word that is not. */
  function compact(desk: Desk): void {
    // Where many type there is always something on its way: it is stored now, else the log would never become shorter.
    if (log.hasPending(desk.live.itemId) && !log.flush()) return;
    try {
      store.compact(consultationId, desk.live.itemId, desk.live.stateAsUpdate());
      desk.rows = 1;
    } catch (error) {
      if (!(error instanceof StorageFull)) throw error;
      // The long log is as good as the short one, and no smaller disk is needed for it.
      desk.rows = 0;
    }
  }

  return {
    known: (itemId: string): Desk | undefined => desks.get(itemId),
    all: (): Iterable<Desk> => desks.values(),
    at(itemId: string, place: { roomId: string; isWritable: boolean }): Desk {
      const desk = desks.get(itemId) ?? fetch(itemId, place.roomId, place.isWritable);
      desk.usedAt = clock();
      return desk;
    },
    stored(itemId: string, n: number): void {
      const desk = desks.get(itemId);
      if (!desk) return;
      desk.n = n;
      desk.rows++;
      if (desk.rows >= mostRows) compactSoon(desk);
    },
    /** Puts away what nobody has open and nobody has touched for a while. */
    sweep(): void {
      for (const [itemId, desk] of desks) {
        if (desk.openers.size > 0 || clock() - desk.usedAt < idleMs || log.hasPending(itemId)) continue;
        if (desk.rows > fewRows) compact(desk);
        putAway(itemId);
        desk.live.destroy();
        desks.delete(itemId);
      }
    },
  };
}
