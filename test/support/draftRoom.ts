/** A room of three people with two drafts, a moderator who looks in and a stranger; and its relay with everything it tells. */
import type { Scope } from '@shared/domain/kernel/slice.ts';
import { type ConsultationState, emptyRoom, emptyState } from '@shared/domain/state.ts';
import { typeWords } from '@shared/draft/draftDoc.ts';
import { emptyDraft, textOf } from '@shared/draft/draftShape.ts';
import type { Down } from '@shared/protocol/wire.ts';
import { nanoid } from 'nanoid';
import * as Y from 'yjs';
import { createDraftRelay } from '../../server/gate/draftRelay.ts';
import type { WrittenNote } from '../../server/gate/writerNotes.ts';
import type { DraftStore } from '../../server/ports/draftStore.ts';
import { memoryDrafts } from './memoryDrafts.ts';

export const members = ['amina', 'bao', 'chloe'] as const;

function roomState(): ConsultationState {
  const state = emptyState();
  const person = (id: string, role: 'delegate' | 'moderator') => {
    state.plenary.delegation.participants[id] = { id, delegationId: null, role, isActive: true };
  };
  for (const id of [...members, 'stranger']) person(id, 'delegate');
  person('moderator', 'moderator');
  for (const [roomId, seated] of [
    ['r1', [...members]],
    ['r2', ['stranger']],
  ] as const) {
    state.plenary.room.byId[roomId] = {
      id: roomId,
      roundId: 'round',
      panelId: 'panel',
      number: 1,
      question: 'How?',
      attribution: 'named',
      members: [...seated],
      facilitator: null,
      rapporteur: null,
      clock: { phase: 'running', endsAt: 1 },
      phase: 'open',
    };
    const within = emptyRoom();
    for (const itemId of roomId === 'r1' ? ['item1', 'item2'] : []) {
      within.actionItem.byId[itemId] = {
        id: itemId,
        title: 'A draft',
        fields: {},
        startedBy: 'amina',
        version: 0,
        phase: 'drafting',
      };
      within.actionItem.order.push(itemId);
    }
    state.room[roomId] = within;
  }
  return state;
}

export interface Told {
  scope: Scope;
  event: string;
  payload: unknown;
}

/** Starts a relay over a store; `change` replaces the state as the host does. */
export function draftRoom(
  options: { store?: DraftStore; gatherMs?: number; idleMs?: number; state?: ConsultationState } = {},
) {
  const store = options.store ?? memoryDrafts();
  const told: Told[] = [];
  const listeners = new Set<(told: Told) => void>();
  const recovered: string[] = [];
  const noted: WrittenNote[] = [];
  const faults: unknown[] = [];
  let state = options.state ?? roomState();
  let now = 1_000;
  const relay = createDraftRelay({
    consultationId: 'c1',
    store,
    state: () => state,
    clock: () => now++,
    newId: () => nanoid(12),
    publish(scope, event, payload) {
      told.push({ scope, event, payload });
      for (const listener of listeners) listener({ scope, event, payload });
    },
    tellPerson: (participantId) => recovered.push(participantId),
    async note(written) {
      noted.push(written);
    },
    fault: (error) => faults.push(error),
    gatherMs: options.gatherMs ?? 2,
    idleMs: options.idleMs ?? 60_000,
  });
  return {
    relay,
    store,
    told,
    /** Hear everything that the room is told. */
    listeners,
    recovered,
    noted,
    faults,
    frames: () => told.filter(({ event }) => event === 'draft').map(({ payload }) => payload as Down['draft']),
    state: () => state,
    change(edit: (state: ConsultationState) => void): void {
      state = structuredClone(state);
      edit(state);
      relay.stateChanged();
    },
    freeze(isFrozen = true): void {
      this.change(({ plenary }) => {
        const room = plenary.room.byId.r1;
        if (room) Object.assign(room, { phase: isFrozen ? 'frozen' : 'open' });
      });
    },
  };
}

export type DraftRoom = ReturnType<typeof draftRoom>;

/** A replica that keeps what it has written since the last time it was asked. */
export function replica(): { doc: Y.Doc; written(): Uint8Array[]; write(words: string): Uint8Array } {
  const doc = emptyDraft();
  let updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') updates.push(update);
  });
  const written = () => {
    const out = updates;
    updates = [];
    return out;
  };
  return {
    doc,
    written,
    write(words) {
      typeWords(doc, { block: 0, at: Number.POSITIVE_INFINITY }, words);
      return Y.mergeUpdates(written());
    },
  };
}

/** The words in a document, a line per block. */
export function wordsOf(updates: readonly Uint8Array[] | Y.Doc): string {
  const doc = updates instanceof Y.Doc ? updates : emptyDraft();
  if (!(updates instanceof Y.Doc)) for (const update of updates) Y.applyUpdate(doc, update);
  const pieces = (textOf(doc).toDelta() as { insert: unknown }[]).map(({ insert }) =>
    typeof insert === 'string' ? insert : '\n',
  );
  return pieces.join('').slice(1);
}
