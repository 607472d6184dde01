import * as z from 'zod/mini';
import { layoutOf } from './brackets/layout.ts';
import { openBracketsOf } from './brackets/standing.ts';
import { drafting } from './drafting.ts';
import type { DraftText } from './draftText.ts';
import type { Actor } from './kernel/actor.ts';
import { DelegationId, ItemId, RoomId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { type Context, defineSlice, isRefusal, type Refusal, refuse } from './kernel/slice.ts';
import { line } from './kernel/words.ts';
import type { ConsultationState, WithinRoom } from './state.ts';

/** A paragraph of a draft, by the id of its block; what every object of JavaScript already has is no id. */
const BlockId = z.string().check(
  z.minLength(1),
  z.maxLength(64),
  z.refine((value) => !(value in Object.prototype)),
);
export type BlockId = string;

/** An agreed paragraph: by the facilitator's gavel first, then by every delegation of the room. */
export interface Agreement {
  status: 'agreed-ad-referendum' | 'agreed';
  agreedAt: number;
  confirmedBy: DelegationId[];
  /** A delegation's request to open it again, until the facilitator does. */
  reopening: { by: DelegationId; reason: string; at: number } | null;
}

/** What was once decided about a paragraph; `by` and `reason` where a delegation asked or a reason was given. */
export interface PastAct {
  paragraphId: BlockId;
  act: 'agreed-ad-referendum' | 'agreed' | 'reopening-asked' | 'reopened';
  by: DelegationId | null;
  reason: string | null;
  at: number;
}

/** What a room has agreed, by draft; a paragraph that is not agreed is absent. */
export type Paragraphs = Record<ItemId, { agreed: Record<BlockId, Agreement>; history: PastAct[] }>;

const Target = { roomId: RoomId, itemId: ItemId, paragraphId: BlockId };
const Named = { itemId: ItemId, paragraphId: BlockId };
const Reason = line(500);

/** Paragraph by paragraph, what is agreed: locked ad referendum, confirmed by the delegations, opened again for a reason. */
export const paragraph = defineSlice({
  name: 'paragraph',
  commands: {
    agree: z.strictObject(Target),
    confirm: z.strictObject(Target),
    retract: z.strictObject(Target),
    askReopening: z.strictObject({ ...Target, reason: Reason }),
    reopen: z.strictObject({ ...Target, reason: Reason }),
  },
  events: {
    room: {
      AgreedAdReferendum: z.strictObject(Named),
      AgreementConfirmed: z.strictObject({ ...Named, delegationId: DelegationId }),
      ConfirmationRetracted: z.strictObject({ ...Named, delegationId: DelegationId }),
      /** Every delegation of the room has confirmed. */
      ParagraphAgreed: z.strictObject(Named),
      ReopeningAsked: z.strictObject({ ...Named, by: DelegationId, reason: Reason }),
      ParagraphReopened: z.strictObject({ ...Named, reason: Reason }),
    },
  },
  decide: {
    agree(state, { roomId, itemId, paragraphId }, context, tell) {
      const draft = drafting(state, roomId, itemId);
      if (isRefusal(draft)) return draft;
      if (state.room[roomId]?.paragraph[itemId]?.agreed[paragraphId]) return [];
      const refused = textRefusal(state.room[roomId], itemId, paragraphId, context);
      return refused ?? [tell.room(roomId).AgreedAdReferendum({ itemId, paragraphId })];
    },
    confirm(state, { roomId, itemId, paragraphId }, { actor }, tell) {
      const found = agreement(state, roomId, itemId, paragraphId, actor);
      if (isRefusal(found)) return found;
      const { by, confirmedBy, status } = found;
      if (confirmedBy.includes(by)) return [];
      const missing = delegationsIn(state, roomId).filter((id) => id !== by && !confirmedBy.includes(id));
      const isWhole = status !== 'agreed' && missing.length === 0;
      return [
        tell.room(roomId).AgreementConfirmed({ itemId, paragraphId, delegationId: by }),
        ...(isWhole ? [tell.room(roomId).ParagraphAgreed({ itemId, paragraphId })] : []), // PAR-4
      ];
    },
    retract(state, { roomId, itemId, paragraphId }, { actor }, tell) {
      const found = agreement(state, roomId, itemId, paragraphId, actor);
      if (isRefusal(found)) return found;
      if (!found.confirmedBy.includes(found.by)) return [];
      if (found.status === 'agreed') return refuse('paragraph.agreed'); // PAR-5
      return [tell.room(roomId).ConfirmationRetracted({ itemId, paragraphId, delegationId: found.by })];
    },
    askReopening(state, { roomId, itemId, paragraphId, reason }, { actor }, tell) {
      const found = agreement(state, roomId, itemId, paragraphId, actor);
      if (isRefusal(found)) return found;
      if (found.reopening) return refuse('paragraph.already-asked');
      return [tell.room(roomId).ReopeningAsked({ itemId, paragraphId, by: found.by, reason })];
    },
    reopen(state, { roomId, itemId, paragraphId, reason }, _context, tell) {
      const draft = drafting(state, roomId, itemId);
      if (isRefusal(draft)) return draft;
      const found = state.room[roomId]?.paragraph[itemId]?.agreed[paragraphId];
      if (!found) return refuse('paragraph.not-agreed');
      if (!found.reopening) return refuse('paragraph.not-asked'); // PAR-6
      return [tell.room(roomId).ParagraphReopened({ itemId, paragraphId, reason })];
    },
  },
  evolve: {
    room: {
      AgreedAdReferendum(paragraphs, { itemId, paragraphId }, { at }) {
        const known = (paragraphs[itemId] ??= { agreed: {}, history: [] });
        known.agreed[paragraphId] = {
          ...{ status: 'agreed-ad-referendum', agreedAt: at, confirmedBy: [], reopening: null },
        };
        known.history.push({ paragraphId, act: 'agreed-ad-referendum', by: null, reason: null, at });
      },
      AgreementConfirmed(paragraphs, { itemId, paragraphId, delegationId }) {
        agreed(paragraphs, itemId, paragraphId).confirmedBy.push(delegationId);
      },
      ConfirmationRetracted(paragraphs, { itemId, paragraphId, delegationId }) {
        const known = agreed(paragraphs, itemId, paragraphId);
        known.confirmedBy = known.confirmedBy.filter((id) => id !== delegationId);
      },
      ParagraphAgreed(paragraphs, { itemId, paragraphId }, { at }) {
        agreed(paragraphs, itemId, paragraphId).status = 'agreed';
        paragraphs[itemId]?.history.push({ paragraphId, act: 'agreed', by: null, reason: null, at });
      },
      ReopeningAsked(paragraphs, { itemId, paragraphId, by, reason }, { at }) {
        agreed(paragraphs, itemId, paragraphId).reopening = { by, reason, at };
        paragraphs[itemId]?.history.push({ paragraphId, act: 'reopening-asked', by, reason, at });
      },
      ParagraphReopened(paragraphs, { itemId, paragraphId, reason }, { at }) {
        delete paragraphs[itemId]?.agreed[paragraphId];
        paragraphs[itemId]?.history.push({ paragraphId, act: 'reopened', by: null, reason, at });
      },
    },
  },
});

function agreed(paragraphs: Paragraphs, itemId: ItemId, id: BlockId): Agreement {
  return must(paragraphs[itemId]?.agreed[id], 'agreed paragraph');
}

/** PAR-2: why a paragraph cannot be agreed as it stands, if so. */
function textRefusal(
  room: WithinRoom | undefined,
  itemId: ItemId,
  id: BlockId,
  { draftText }: Context,
): Refusal | null {
  const draft = draftText(itemId);
  const block = draft?.blocks.find((each) => each.id === id);
  if (!draft || !block) return refuse('paragraph.unknown');
  if (block.runs.every(({ text }) => text.trim() === '')) return refuse('paragraph.empty');
  const layout = layoutOf(draft);
  const brackets = openBracketsOf(room, itemId)
    .map((each) => each.id)
    .filter((bracketId) => layout.get(bracketId)?.paragraphs.includes(id));
  return brackets.length > 0 ? refuse('paragraph.bracketed', { brackets }) : null;
}

/** An agreed paragraph with the delegation that somebody acts for. */
function agreement(
  state: ConsultationState,
  roomId: RoomId,
  itemId: ItemId,
  id: BlockId,
  actor: Actor,
): (Agreement & { by: DelegationId }) | Refusal {
  const draft = drafting(state, roomId, itemId);
  if (isRefusal(draft)) return draft;
  if (actor.kind === 'system' || actor.delegationId === null) return refuse('bracket.no-delegation');
  const found = state.room[roomId]?.paragraph[itemId]?.agreed[id];
  return found ? { ...found, by: actor.delegationId } : refuse('paragraph.not-agreed');
}

/** The delegations that have somebody in the room who may act. */
function delegationsIn({ plenary }: ConsultationState, roomId: RoomId): DelegationId[] {
  const seated = (plenary.room.byId[roomId]?.members ?? []).map((id) => plenary.delegation.participants[id]);
  return [...new Set(seated.flatMap((person) => (person?.isActive ? (person.delegationId ?? []) : [])))];
}

/** The paragraphs of a draft in which nobody writes: those that are agreed. */
export function lockedParagraphs(room: WithinRoom | undefined, itemId: ItemId): ReadonlySet<BlockId> {
  return new Set(Object.keys(room?.paragraph[itemId]?.agreed ?? {}));
}

export type ParagraphStatus = 'clean' | 'bracketed' | Agreement['status'];

/** How each paragraph of a draft stands, by its id: agreed by the state, bracketed by the signs in the text. */
export function paragraphStatuses(
  room: WithinRoom | undefined,
  itemId: ItemId,
  draft: DraftText,
): ReadonlyMap<BlockId, ParagraphStatus> {
  const bracketed = new Set([...layoutOf(draft).values()].flatMap(({ paragraphs }) => paragraphs));
  const statuses = draft.blocks.flatMap(({ id }): [BlockId, ParagraphStatus][] => {
    if (id === undefined) return [];
    return [[id, room?.paragraph[itemId]?.agreed[id]?.status ?? (bracketed.has(id) ? 'bracketed' : 'clean')]];
  });
  return new Map(statuses);
}
