/**
 * Who wrote in a draft since its last report: by paragraph, and never closer than the round's attribution allows. What may not be
 * said of anybody is not kept of anybody, so nothing has to be taken out of it later.
 */
import * as z from 'zod/mini';
import type { Delegations } from './delegation.ts';
import type { Fields } from './itemFields.ts';
import type { Actor } from './kernel/actor.ts';
import { DelegationId, ItemId, ParticipantId, RoomId } from './kernel/ids.ts';
import { defineSlice, type Told } from './kernel/slice.ts';
import { type Attribution, RegionalGroup, regionalGroups, text } from './kernel/words.ts';
import type { ConsultationState } from './state.ts';

/** Who wrote: a delegation, or one of a regional group of which so many sit in the room that it singles nobody out. */
export const Writer = z.union([
  z.strictObject({ delegation: DelegationId }),
  z.strictObject({ region: RegionalGroup }),
]);
export type Writer = z.infer<typeof Writer>;

/** Writers by the paragraph that they wrote in, also of paragraphs that are no longer there, and by `#` and the field that they set. */
export const Writers = z.record(text(64), z.array(Writer).check(z.maxLength(300)));
export type Writers = z.infer<typeof Writers>;

/** Of drafts that somebody has written in since they were last reported. */
export type Authorship = Record<ItemId, Writers>;

/** A regional group is named only where at least so many of its delegations sit in the room. */
export const fewestOfGroup = 3;
/** Most paragraphs of which writers are kept: those of the longest draft. */
const mostParagraphs = 2_000;

export const authorship = defineSlice({
  name: 'authorship',
  commands: {
    /** Done by the program when somebody's words are stored. */
    note: z.strictObject({
      roomId: RoomId,
      itemId: ItemId,
      participantId: ParticipantId,
      paragraphs: z.array(text(64)).check(z.minLength(1), z.maxLength(mostParagraphs)),
    }),
  },
  events: {
    room: {
      WordsWritten: z.strictObject({ itemId: ItemId, by: Writer, paragraphs: z.array(text(64)) }),
      /** A report took the writers with it. */
      WritersReported: z.strictObject({ itemId: ItemId }),
    },
  },
  decide: {
    note(state, { roomId, itemId, participantId, paragraphs }, _context, tell) {
      if (!state.room[roomId]?.actionItem.byId[itemId]) return [];
      const by = writerOf(state, roomId, participantId);
      if (!by) return []; // HIS-6
      const fresh = unnoted(state, roomId, itemId, by, paragraphs);
      return fresh.length > 0 ? [tell.room(roomId).WordsWritten({ itemId, by, paragraphs: fresh })] : [];
    },
  },
  evolve: {
    room: {
      WordsWritten(items, { itemId, by, paragraphs }) {
        const writers = (items[itemId] ??= {});
        for (const id of paragraphs) (writers[id] ??= []).push(by);
      },
      WritersReported(items, { itemId }) {
        delete items[itemId];
      },
    },
  },
});

/** What is set beside a draft's words. */
export type WrittenField = 'title' | keyof Fields;

/** The name of a field among those of paragraphs, which none of these has. */
export const fieldKey = (field: WrittenField): string => `#${field}`;

/** What is kept of who sets fields: told with the setting itself, and nothing where nothing is kept (HIS-6). */
export function fieldsWritten(
  state: ConsultationState,
  actor: Actor,
  { roomId, itemId, fields }: { roomId: RoomId; itemId: ItemId; fields: readonly WrittenField[] },
): Told[] {
  const by = actor.kind === 'system' ? null : writerOf(state, roomId, actor.participantId);
  const fresh = by ? unnoted(state, roomId, itemId, by, fields.map(fieldKey)) : [];
  if (!by || fresh.length === 0) return [];
  return [authorship.tell.room(roomId).WordsWritten({ itemId, by, paragraphs: fresh })];
}

/** As what a member's writing may be kept; null where it is nobody's. */
export function writerOf(state: ConsultationState, roomId: RoomId, participantId: ParticipantId): Writer | null {
  const { delegation, room } = state.plenary;
  const attribution: Attribution = room.byId[roomId]?.attribution ?? 'none';
  const own = delegation.participants[participantId]?.delegationId;
  if (attribution === 'none' || !own) return null;
  if (attribution !== 'region') return { delegation: own };
  const region = delegation.byId[own]?.regionalGroup;
  return region && seatsOf(state, roomId, region) >= fewestOfGroup ? { region } : null;
}

/** How many delegations of a regional group sit in a room. */
function seatsOf({ plenary: { delegation, room } }: ConsultationState, roomId: RoomId, region: RegionalGroup): number {
  const seated = (room.byId[roomId]?.members ?? []).map((id) => delegation.participants[id]?.delegationId);
  return new Set(seated.filter((id) => id && delegation.byId[id]?.regionalGroup === region)).size;
}

/** The paragraphs of which it is not yet kept that this one wrote in them. */
export function unnoted(
  state: ConsultationState,
  roomId: RoomId,
  itemId: ItemId,
  by: Writer,
  paragraphs: readonly string[],
): string[] {
  const writers = state.room[roomId]?.authorship[itemId] ?? {};
  const room = mostParagraphs - Object.keys(writers).length;
  return (
    [...new Set(paragraphs)]
      // An id is a person's to choose, and none may reach what every object has.
      .filter((id) => !(id in Object.prototype))
      .filter((id) => !writers[id]?.some((each) => keyOf(each) === keyOf(by)))
      .filter((id, at) => writers[id] !== undefined || at < room)
  );
}

/** What a report says of who wrote: in the order of names, never in that of their coming. Nothing where nothing was kept. */
export function writersOf(state: ConsultationState, roomId: RoomId, itemId: ItemId): Writers | undefined {
  const kept = state.room[roomId]?.authorship[itemId];
  if (!kept) return undefined;
  return Object.fromEntries(
    Object.entries(kept).map(([id, writers]) => [id, united([writers], state.plenary.delegation)]),
  );
}

/** Several lists of writers as one, each once: delegations by code or name, then groups in the order of the house. */
export function united(lists: readonly (readonly Writer[])[], { byId }: Delegations): Writer[] {
  const all = new Map(lists.flat().map((each) => [keyOf(each), each]));
  const name = (id: DelegationId) => byId[id]?.code ?? byId[id]?.name ?? id;
  const rank = (each: Writer) => ('delegation' in each ? `0${name(each.delegation)}` : `1${groupAt(each.region)}`);
  return [...all.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

const groupAt = (region: RegionalGroup) => regionalGroups.indexOf(region);

function keyOf(writer: Writer): string {
  return 'delegation' in writer ? `d${writer.delegation}` : `r${writer.region}`;
}

/** HIS-8: who wrote, in the versions after the first of the two and up to the second, in each paragraph. */
export function writersBetween(
  versions: readonly { version: number; writers?: Writers | undefined }[],
  after: number,
  upTo: number,
  delegations: Delegations,
): Writers {
  const found: Record<string, Writer[][]> = {};
  for (const { version, writers } of versions)
    if (version > after && version <= upTo)
      for (const [id, list] of Object.entries(writers ?? {})) (found[id] ??= []).push(list);
  return Object.fromEntries(Object.entries(found).map(([id, lists]) => [id, united(lists, delegations)]));
}
