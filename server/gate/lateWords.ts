/** What somebody wrote after the freeze: it changes nothing for the others and is kept, readable, for its author alone. */
import { plainText } from '@shared/domain/draftText.ts';
import { readDraft } from '@shared/draft/draftDoc.ts';
import type { GateCode } from '@shared/protocol/wire.ts';
import type { DraftStore } from '../ports/draftStore.ts';
import { createLiveDraft, type LiveDraft } from './liveDraft.ts';

/** Most recovered drafts of one person for one item: beyond it nobody is being saved. */
const mostPerItem = 20;

export interface LateWordsPorts {
  consultationId: string;
  store: DraftStore;
  clock(): number;
  newId(): string;
}

interface LateCopy {
  /** Under which id it is kept, once it is. */
  id: string | null;
  copy: LiveDraft;
  updates: Uint8Array[];
}

export type LateWords = ReturnType<typeof createLateWords>;

export function createLateWords({ consultationId, store, clock, newId }: LateWordsPorts) {
  /** By draft and person: the frozen text with that person's late words in it, and under which id it is kept. */
  const copies = new Map<string, Map<string, LateCopy>>();

  function copyFor(frozen: LiveDraft, participantId: string) {
    const ofDraft = copies.get(frozen.itemId) ?? new Map<string, LateCopy>();
    copies.set(frozen.itemId, ofDraft);
    const known = ofDraft.get(participantId);
    if (known) return known;
    const updates = [frozen.stateAsUpdate()];
    const fresh = { id: null, updates, copy: createLiveDraft(frozen.itemId, frozen.epoch, () => updates) };
    ofDraft.set(participantId, fresh);
    return fresh;
  }

  function isFlooding(participantId: string, itemId: string): boolean {
    return (
      store.recovered(consultationId, participantId).filter((draft) => draft.itemId === itemId).length >= mostPerItem
    );
  }

  /** One recovered draft for each freeze: the longer text is kept before the shorter one goes. */
  function put(late: LateCopy, itemId: string, participantId: string): void {
    const id = newId();
    const text = plainText(readDraft(late.copy.doc()));
    store.keepRecovered(consultationId, { id, itemId, participantId, text, at: clock() });
    if (late.id) store.discardRecovered(consultationId, participantId, late.id);
    late.id = id;
  }

  return {
    /** Keeps late words; `known` where the update brings nothing that the frozen text lacks. @throws StorageFull */
    keep(frozen: LiveDraft, participantId: string, update: Uint8Array): 'kept' | 'known' | { code: GateCode } {
      if (frozen.knows(update)) return 'known';
      const late = copyFor(frozen, participantId);
      if (!late.id && isFlooding(participantId, frozen.itemId)) return { code: 'RATE_LIMITED' };
      const taken = late.copy.take(update);
      if (typeof taken === 'object') return taken;
      if (taken === 'applied') late.updates.push(update);
      // Kept anew also where the copy knows it already: the first time the storage may have refused.
      put(late, frozen.itemId, participantId);
      return 'kept';
    },
    /** The draft is writable again or has left memory: what is kept stays kept. */
    forget(itemId: string): void {
      for (const { copy } of copies.get(itemId)?.values() ?? []) copy.destroy();
      copies.delete(itemId);
    },
  };
}
