/** One draft's text in memory: what is stored and what is about to be. An update is taken in whole or not at all. */
import { readDraft } from '@shared/draft/draftDoc.ts';
import { emptyDraft, mostBlocks, textOf } from '@shared/draft/draftShape.ts';
import { areValidAdditions, areValidDeletions, beginsRight } from '@shared/draft/draftValidity.ts';
import { takeOverEarlier } from '@shared/draft/earlierShape.ts';
import { type Inspection, inspectUpdate, isComplete, type Stretch } from '@shared/draft/inspectUpdate.ts';
import { stretchesOf } from '@shared/draft/units.ts';
import { type GateCode, limits } from '@shared/protocol/wire.ts';
import * as Y from 'yjs';
import { applyMeasured } from './measured.ts';
import { joinTyped } from './typedRuns.ts';

export type Taken = 'applied' | 'known' | { code: GateCode };

/** Most replicas that may have written in one draft: every page is a new one, but none needs a new one for each word. */
export const mostReplicas = 10_000;

const nothing: ReadonlySet<string> = new Set();

/** What may still be written into a full draft, so that it can be shortened. */
const roomForDeleting = limits.draft / 4;

/** A document with the text that these updates make up. */
export function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = emptyDraft();
  doc.transact(() => {
    for (const update of joinTyped(updates)) Y.applyUpdate(doc, update);
  });
  takeOverEarlier(doc);
  return doc;
}

export type LiveDraft = ReturnType<typeof createLiveDraft>;

/** `load` gives all that makes up the text: what is stored, and what was taken in since. */
export function createLiveDraft(itemId: string, epoch: number, load: () => readonly Uint8Array[]) {
  let doc = docOf(load());
  // At least as many bytes as the text takes; measured anew only when it comes near the limit.
  let bytes = Y.encodeStateAsUpdate(doc).length;
  /** At least as many as there are; counted anew when they come near the limit, or after one has gone. */
  let blocks: number | null = null;

  function hasRoomFor(update: Uint8Array, found: Inspection): boolean {
    const most = found.additions.length === 0 ? limits.draft + roomForDeleting : limits.draft;
    if (bytes + update.length > most) bytes = Y.encodeStateAsUpdate(doc).length;
    if (bytes + update.length > most) return false;
    const { clients } = doc.store;
    const fresh = found.additions.filter(({ client }) => !clients.has(client)).length;
    if (fresh > 0 && clients.size + fresh > mostReplicas) return false;
    if (found.blocks === 0) return true;
    blocks ??= blocksOf(doc);
    return blocks + found.blocks <= mostBlocks;
  }

  /** Goes back to before an update that Yjs took in and we do not. */
  function rebuild(code: GateCode): Taken {
    doc.destroy();
    doc = docOf(load());
    blocks = null;
    return { code };
  }

  function apply(update: Uint8Array, found: Inspection, locked: ReadonlySet<string>): Taken {
    if (!areValidDeletions(doc, found.deletions)) return { code: 'DRAFT_INVALID' };
    const before = wordsIn(doc, locked);
    const fresh = found.additions
      .map(({ client, from, to }) => ({ client, from: Math.max(from, Y.getState(doc.store, client)), to }))
      .filter(({ from, to }) => from < to);
    let hasDeleted = false;
    try {
      doc.transact((transaction) => {
        applyMeasured(doc, update);
        hasDeleted = transaction.deleteSet.clients.size > 0;
      });
    } catch {
      return rebuild('DRAFT_INVALID');
    }
    if (doc.store.pendingStructs || doc.store.pendingDs) return rebuild('DRAFT_INCOMPLETE');
    if (!areValidAdditions(doc, fresh) || !beginsRight(doc)) return rebuild('DRAFT_INVALID');
    // PAR-2: an agreed paragraph is read-only here, whatever a screen shows.
    if (locked.size > 0 && wordsIn(doc, locked) !== before) return rebuild('DRAFT_LOCKED');
    if (blocks !== null) blocks = found.deletions.length > 0 ? null : blocks + found.blocks;
    if (fresh.length === 0 && !hasDeleted) return 'known';
    bytes += update.length;
    return 'applied';
  }

  return {
    itemId,
    epoch,
    doc: () => doc,
    /** Takes an update in; one that would change a locked paragraph is refused whole. */
    take(update: Uint8Array, locked: ReadonlySet<string> = nothing): Taken {
      const found = inspectUpdate(update);
      if (!found) return { code: 'DRAFT_INVALID' };
      if (!isComplete(found, (client) => Y.getState(doc.store, client))) return { code: 'DRAFT_INCOMPLETE' };
      if (!hasRoomFor(update, found)) return { code: 'DRAFT_FULL' };
      return apply(update, found, locked);
    },
    /** Changes the text as the house itself; answers the update, or null where nothing changed. */
    change(act: (doc: Y.Doc) => boolean): Uint8Array | null {
      const updates: Uint8Array[] = [];
      const gather = (update: Uint8Array) => updates.push(update);
      doc.on('update', gather);
      const hasChanged = act(doc);
      doc.off('update', gather);
      blocks = null;
      if (!hasChanged) return null;
      const update = Y.mergeUpdates(updates);
      bytes += update.length;
      return update;
    },
    /** Whether the text has everything that an update would do. */
    knows(update: Uint8Array): boolean {
      const found = inspectUpdate(update);
      if (!found || found.additions.some(({ client, to }) => to > Y.getState(doc.store, client))) return false;
      return found.deletions.every((deletion) => isGone(doc, deletion));
    },
    stateAsUpdate: (vector?: Uint8Array) => Y.encodeStateAsUpdate(doc, vector),
    vector: () => Y.encodeStateVector(doc),
    destroy: () => doc.destroy(),
  };
}

/** Paragraphs alone: notes and the signs of brackets stand within them. */
function blocksOf(doc: Y.Doc): number {
  return stretchesOf(textOf(doc)).filter((each) => 'sign' in each && 'p' in each.sign).length;
}

/** All that stands in these paragraphs, to be compared. */
function wordsIn(doc: Y.Doc, paragraphs: ReadonlySet<string>): string {
  if (paragraphs.size === 0) return '';
  return JSON.stringify(readDraft(doc).blocks.filter(({ id }) => paragraphs.has(id ?? '')));
}

function isGone(doc: Y.Doc, { client, from, to }: Stretch): boolean {
  const structs = doc.store.clients.get(client);
  if (!structs || Y.getState(doc.store, client) < to) return false;
  for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= to) break;
    if (!struct.deleted) return false;
  }
  return true;
}
