/** A drafts' log in memory that can be told to fail, and that counts its commits. */
import { type DraftStore, firstEpoch, type RecoveredDraft } from '../../server/ports/draftStore.ts';
import { StorageFull } from '../../server/ports/journal.ts';

export interface MemoryDrafts extends DraftStore {
  isFull: boolean;
  commits: number;
  epoch: number;
}

export function memoryDrafts(): MemoryDrafts {
  const logs = new Map<string, { n: number; updates: Uint8Array[] }>();
  const kept: (RecoveredDraft & { consultationId: string })[] = [];
  const key = (consultationId: string, itemId: string) => `${consultationId} ${itemId}`;
  const write = () => {
    if (store.isFull) throw new StorageFull('full');
    store.commits++;
  };
  const store: MemoryDrafts = {
    isFull: false,
    commits: 0,
    epoch: firstEpoch,
    load(consultationId, itemId) {
      const log = logs.get(key(consultationId, itemId));
      return log ? { epoch: store.epoch, n: log.n, updates: [...log.updates] } : null;
    },
    append(consultationId, updates) {
      write();
      return updates.map(({ itemId, update }) => {
        const log = logs.get(key(consultationId, itemId)) ?? { n: 0, updates: [] };
        logs.set(key(consultationId, itemId), log);
        log.updates.push(update.slice());
        log.n++;
        return log.n;
      });
    },
    compact(consultationId, itemId, state) {
      write();
      const log = logs.get(key(consultationId, itemId));
      if (!log) throw new Error('nothing to compact');
      log.updates = [state.slice()];
    },
    keepRecovered(consultationId, draft) {
      write();
      const known = kept.some(({ id, participantId }) => id === draft.id && participantId === draft.participantId);
      if (!known) kept.push({ ...draft, consultationId });
    },
    recovered: (consultationId, participantId) =>
      kept
        .filter((draft) => draft.consultationId === consultationId && draft.participantId === participantId)
        .map(({ consultationId: _, ...draft }) => draft),
    discardRecovered(consultationId, participantId, id) {
      write();
      const at = kept.findIndex(
        (draft) => draft.id === id && draft.participantId === participantId && draft.consultationId === consultationId,
      );
      if (at >= 0) kept.splice(at, 1);
      return at >= 0;
    },
  };
  return store;
}
