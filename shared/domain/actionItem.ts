import * as z from 'zod/mini';
import { missingAnchors } from './anchors.ts';
import { reportedDraft } from './attribution.ts';
import { authorship, fieldsWritten, type WrittenField, writersOf } from './authorship.ts';
import { board } from './board.ts';
import { readyListsOf } from './concreteness/lists.ts';
import { draftConcreteness } from './concreteness/ofDraft.ts';
import { drafting, roomRefusal } from './drafting.ts';
import { openBrackets, plainText } from './draftText.ts';
import { referenceRefusal } from './fieldReferences.ts';
import { Fields } from './itemFields.ts';
import { ItemId, ParticipantId, RoomId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { defineSlice, refuse } from './kernel/slice.ts';
import { line, text } from './kernel/words.ts';
import type { ConsultationState } from './state.ts';

interface DraftFacts {
  id: ItemId;
  title: string;
  fields: Fields;
  startedBy: ParticipantId;
  /** How many times it has been reported. */
  version: number;
}

/** A draft in its room: being written, reported to the board (then read-only), or withdrawn. */
export type ActionItem = DraftFacts & ({ phase: 'drafting' } | { phase: 'reported' } | { phase: 'withdrawn' });

export interface ActionItems {
  byId: Record<ItemId, ActionItem>;
  order: ItemId[];
}

/** Most drafts that one room may hold. */
export const maxDrafts = 50;

/** What a room drafts: its title and fields here, its words in a shared text, its report on the board. */
export const actionItem = defineSlice({
  name: 'actionItem',
  commands: {
    start: z.strictObject({ roomId: RoomId, title: line(120) }),
    entitle: z.strictObject({ roomId: RoomId, itemId: ItemId, title: line(120) }),
    fill: z.strictObject({ roomId: RoomId, itemId: ItemId, fields: z.partial(Fields) }),
    order: z.strictObject({ roomId: RoomId, itemIds: z.array(ItemId).check(z.maxLength(maxDrafts)) }),
    withdraw: z.strictObject({ roomId: RoomId, itemId: ItemId }),
    restore: z.strictObject({ roomId: RoomId, itemId: ItemId }),
    /** Reports a draft. A draft that lacks who, what, when, measure or an anchor needs a stated waiver. */
    report: z.strictObject({ roomId: RoomId, itemId: ItemId, waiver: z.optional(text(500)) }),
    takeBack: z.strictObject({ roomId: RoomId, itemId: ItemId }),
  },
  events: {
    room: {
      DraftStarted: z.strictObject({ itemId: ItemId, title: line(120), startedBy: ParticipantId }),
      DraftEntitled: z.strictObject({ itemId: ItemId, title: line(120) }),
      FieldsFilled: z.strictObject({ itemId: ItemId, fields: z.partial(Fields) }),
      DraftsOrdered: z.strictObject({ itemIds: z.array(ItemId) }),
      DraftWithdrawn: z.strictObject({ itemId: ItemId }),
      DraftRestored: z.strictObject({ itemId: ItemId }),
      ItemReported: z.strictObject({ itemId: ItemId, version: z.int() }),
      ReportTakenBack: z.strictObject({ itemId: ItemId }),
    },
  },
  decide: {
    start(state, { roomId, title }, { actor, newId }, tell) {
      if (actor.kind === 'system') return refuse('room.not-a-member');
      const blocked = roomRefusal(state, roomId);
      if (blocked) return blocked;
      if ((state.room[roomId]?.actionItem.order.length ?? 0) >= maxDrafts) return refuse('actionItem.too-many');
      return [tell.room(roomId).DraftStarted({ itemId: newId(), title, startedBy: actor.participantId })];
    },
    entitle(state, { roomId, itemId, title }, { actor }, tell) {
      const found = drafting(state, roomId, itemId);
      if ('refused' in found) return found;
      if (found.title === title) return [];
      const written = fieldsWritten(state, actor, { roomId, itemId, fields: ['title'] });
      return [tell.room(roomId).DraftEntitled({ itemId, title }), ...written];
    },
    fill(state, { roomId, itemId, fields }, { actor }, tell) {
      const found = drafting(state, roomId, itemId);
      if ('refused' in found) return found;
      const unknown = referenceRefusal(state, fields, found.fields);
      if (unknown) return unknown;
      const written = fieldsWritten(state, actor, { roomId, itemId, fields: changedFields(found.fields, fields) });
      return [tell.room(roomId).FieldsFilled({ itemId, fields }), ...written];
    },
    order(state, { roomId, itemIds }, _context, tell) {
      const known = state.room[roomId]?.actionItem;
      if (!known || itemIds.length !== known.order.length || new Set(itemIds).size !== itemIds.length)
        return refuse('actionItem.order-incomplete');
      if (itemIds.some((id) => !known.byId[id])) return refuse('actionItem.unknown');
      return [tell.room(roomId).DraftsOrdered({ itemIds })];
    },
    withdraw(state, { roomId, itemId }, _context, tell) {
      const found = drafting(state, roomId, itemId);
      if ('refused' in found) return found;
      // ITEM-6: what was once reported stays accounted for; it is taken up again or parked on the board.
      if (found.version > 0) return refuse('actionItem.was-reported');
      return [tell.room(roomId).DraftWithdrawn({ itemId })];
    },
    restore(state, { roomId, itemId }, _context, tell) {
      const blocked = roomRefusal(state, roomId);
      if (blocked) return blocked;
      const found = state.room[roomId]?.actionItem.byId[itemId];
      if (found?.phase !== 'withdrawn') return refuse('actionItem.not-withdrawn');
      return [tell.room(roomId).DraftRestored({ itemId })];
    },
    report(state, { roomId, itemId, waiver }, { draftText }, tell) {
      const room = state.plenary.room.byId[roomId];
      const found = state.room[roomId]?.actionItem.byId[itemId];
      if (!room || !found) return refuse('actionItem.unknown');
      if (found.phase === 'reported') return refuse('actionItem.already-reported'); // ITEM-3
      if (found.phase === 'withdrawn') return refuse('actionItem.withdrawn');
      const draft = draftText(itemId);
      if (!draft || plainText(draft).trim() === '') return refuse('actionItem.empty'); // ITEM-4
      const said = draftConcreteness(found.fields, draft, readyListsOf(state.plenary.wordList.byLanguage));
      const gaps = [...said.gaps, ...missingAnchors(found.fields)]; // ITEM-16
      if (gaps.length > 0 && !waiver?.trim()) return refuse('actionItem.gaps', { gaps }); // ITEM-5
      const version = found.version + 1;
      const writers = writersOf(state, roomId, itemId); // HIS-7
      return [
        tell.room(roomId).ItemReported({ itemId, version }),
        ...(writers ? [authorship.tell.room(roomId).WritersReported({ itemId })] : []),
        board.tell.plenary.ItemTabled({
          itemId,
          panelId: room.panelId,
          roundId: room.roundId,
          roomId,
          snapshot: {
            version,
            title: found.title,
            fields: found.fields,
            draft: reportedDraft(draft, state, roomId, itemId), // ITEM-8
            brackets: openBrackets(draft),
            waiver: gaps.length > 0 ? (waiver ?? null) : null,
            ...(writers ? { writers } : {}),
          },
        }),
      ];
    },
    takeBack(state, { roomId, itemId }, _context, tell) {
      const found = state.room[roomId]?.actionItem.byId[itemId];
      const tabled = state.plenary.board.items[itemId];
      if (found?.phase !== 'reported' || !tabled) return refuse('actionItem.not-reported');
      // ITEM-7: until the bureau has staged it, a report is still the room's.
      if (tabled.isStaged || tabled.disposition) return refuse('actionItem.already-staged');
      const running = Object.values(state.plenary.vote.byId).some((vote) => vote.itemId === itemId);
      if (running) return refuse('actionItem.under-vote');
      return [tell.room(roomId).ReportTakenBack({ itemId }), board.tell.plenary.ItemTakenBack({ itemId })];
    },
  },
  evolve: {
    room: {
      DraftStarted(items, { itemId, title, startedBy }) {
        items.byId[itemId] = { id: itemId, title, fields: {}, startedBy, version: 0, phase: 'drafting' };
        items.order.push(itemId);
      },
      DraftEntitled(items, { itemId, title }) {
        must(items.byId[itemId], 'item').title = title;
      },
      FieldsFilled(items, { itemId, fields }) {
        Object.assign(must(items.byId[itemId], 'item').fields, fields);
      },
      DraftsOrdered(items, { itemIds }) {
        items.order = itemIds;
      },
      DraftWithdrawn(items, { itemId }) {
        must(items.byId[itemId], 'item').phase = 'withdrawn';
      },
      DraftRestored(items, { itemId }) {
        must(items.byId[itemId], 'item').phase = 'drafting';
      },
      ItemReported(items, { itemId, version }) {
        Object.assign(must(items.byId[itemId], 'item'), { phase: 'reported', version });
      },
      ReportTakenBack(items, { itemId }) {
        must(items.byId[itemId], 'item').phase = 'drafting';
      },
    },
  },
});

/** Which fields a filling sets to something else. */
function changedFields(before: Fields, after: Partial<Fields>): WrittenField[] {
  const said = (fields: Partial<Fields>, field: keyof Fields) => JSON.stringify(fields[field] ?? null);
  return (Object.keys(after) as (keyof Fields)[]).filter((field) => said(before, field) !== said(after, field));
}

/** The room that a draft belongs to, and whether its text may be written now. */
export function draftPlace(state: ConsultationState, itemId: ItemId): { roomId: RoomId; isWritable: boolean } | null {
  for (const [roomId, within] of Object.entries(state.room)) {
    const found = within.actionItem.byId[itemId];
    if (found) return { roomId, isWritable: found.phase === 'drafting' && roomRefusal(state, roomId) === null };
  }
  return null;
}
