/**
 * Makes edits durable together: what came within a few milliseconds, of all drafts, goes into one transaction, and each edit
 * is answered only after it. While nothing can be stored, what was already shown to others waits in memory and is tried again.
 */
import type { DraftStore, DraftUpdate } from '../ports/draftStore.ts';

interface Row extends DraftUpdate {
  stored(n: number): void;
  failed(error: unknown): void;
}

export interface DraftLogPorts {
  consultationId: string;
  store: DraftStore;
  /** How long edits are gathered before a commit. */
  gatherMs: number;
  retryMs: number;
  /** Called when storage works again, with what had waited for it. */
  unstuck(rows: readonly DraftUpdate[]): void;
  /** Called for each row after its commit, before it is answered. */
  stored(itemId: string, n: number): void;
  committed?(figures: { rows: number; ms: number }): void;
}

export type DraftLog = ReturnType<typeof createDraftLog>;

export function createDraftLog(ports: DraftLogPorts) {
  let rows: Row[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isStuck = false;
  let settling: ((isStored: boolean) => void)[] = [];

  function settle(isStored: boolean): void {
    const waiting = settling;
    settling = [];
    for (const tell of waiting) tell(isStored);
  }

  function arm(delayMs: number): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      flush();
    }, delayMs);
  }

  /** Stores everything that waits; false where the storage refused. */
  function flush(): boolean {
    clearTimeout(timer);
    timer = undefined;
    if (rows.length === 0) return true;
    const batch = rows;
    const began = performance.now();
    let numbers: number[];
    try {
      numbers = ports.store.append(ports.consultationId, batch);
    } catch (error) {
      isStuck = true;
      // The authors hear that it is not saved and keep their words; the rows stay here because others have seen them.
      for (const row of batch) row.failed(error);
      rows = batch.map(({ itemId, update }) => ({ itemId, update, stored: () => {}, failed: () => {} }));
      arm(ports.retryMs);
      settle(false);
      return false;
    }
    rows = [];
    if (isStuck) ports.unstuck(batch);
    isStuck = false;
    ports.committed?.({ rows: batch.length, ms: performance.now() - began });
    for (const [at, row] of batch.entries()) {
      const n = numbers[at] ?? 0;
      ports.stored(row.itemId, n);
      row.stored(n);
    }
    settle(true);
    return true;
  }

  return {
    /** Answers the update's number once it is durable. @throws what the storage threw */
    append(itemId: string, update: Uint8Array): Promise<number> {
      const answer = new Promise<number>((stored, failed) => rows.push({ itemId, update, stored, failed }));
      arm(ports.gatherMs);
      return answer;
    },
    flush,
    isStuck: () => isStuck,
    /** Waits until everything of a draft that was taken in so far is durable; false where the storage refused. */
    settled(itemId: string): Promise<boolean> {
      if (!rows.some((row) => row.itemId === itemId)) return Promise.resolve(true);
      if (isStuck) return Promise.resolve(flush());
      return new Promise((tell) => settling.push(tell));
    },
    /** What of a draft is not yet stored. */
    pending: (itemId: string): Uint8Array[] => rows.filter((row) => row.itemId === itemId).map(({ update }) => update),
    hasPending: (itemId: string): boolean => rows.some((row) => row.itemId === itemId),
    stop(): void {
      clearTimeout(timer);
    },
  };
}
