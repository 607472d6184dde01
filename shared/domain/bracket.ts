import * as z from 'zod/mini';
import {
  Anchor,
  type Brackets,
  callLasts,
  How,
  maxOpen,
  maxPoints,
  Outcome,
  Place,
  Stance,
  Words,
} from './brackets/shape.ts';
import {
  callsAgainst,
  decidedBy,
  leftBy,
  mergeRefusal,
  nestedIn,
  type OpenBracket,
  openBracketsOf,
  positionsAgainst,
  positionsOf,
  siblingsOf,
} from './brackets/standing.ts';
import { drafting } from './drafting.ts';
import { BracketKind } from './draftText.ts';
import type { Actor } from './kernel/actor.ts';
import { BracketId, DelegationId, ItemId, RoomId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { type Context, defineSlice, isRefusal, type Refusal, refuse, type Tell, type Told } from './kernel/slice.ts';
import { Instant } from './kernel/words.ts';
import { lockedParagraphs } from './paragraph.ts';
import type { ConsultationState } from './state.ts';

const Target = { roomId: RoomId, bracketId: BracketId };
const Beside = z.strictObject({ ...Target, itemId: ItemId, words: Words });

const events = {
  room: {
    BracketOpened: z.strictObject({
      bracketId: BracketId,
      itemId: ItemId,
      kind: BracketKind,
      group: z.nullable(BracketId),
      place: Place,
      words: z.nullable(Words),
      proposedBy: z.nullable(DelegationId),
    }),
    /** It has become the first of a group of alternatives. */
    BracketGrouped: z.strictObject({ bracketId: BracketId }),
    PositionTaken: z.strictObject({ bracketId: BracketId, delegationId: DelegationId, stance: Stance }),
    PositionWithdrawn: z.strictObject({ bracketId: BracketId, delegationId: DelegationId }),
    BracketSettled: z.strictObject({ bracketId: BracketId, outcome: z.enum(['kept', 'removed']), how: How }),
    /** The positions on both are united on the one that is kept. */
    BracketsMerged: z.strictObject({ keep: BracketId, drop: BracketId }),
    CallOpened: z.strictObject({
      bracketId: BracketId,
      outcome: Outcome,
      endsAt: Instant,
      by: z.nullable(DelegationId),
    }),
    CallObjected: z.strictObject({ bracketId: BracketId, by: z.nullable(DelegationId) }),
    /** It has run out where nothing could be settled any more. */
    CallLapsed: z.strictObject({ bracketId: BracketId }),
  },
  plenary: {
    BracketsCounted: z.strictObject({ itemId: ItemId, open: z.int().check(z.nonnegative()) }),
  },
};
type Teller = Tell<typeof events>;

/** What a room has not agreed yet: proposals in brackets, who stands how to them, and how each is settled. */
export const bracket = defineSlice({
  name: 'bracket',
  commands: {
    open: z.strictObject({
      roomId: RoomId,
      itemId: ItemId,
      kind: z.enum(['doubt', 'addition', 'deletion']),
      from: Anchor,
      to: Anchor,
    }),
    /** Another wording beside an open bracket. */
    suggest: Beside,
    /** Another wording beside plain words, which become the first alternative. */
    suggestAt: z.strictObject({ roomId: RoomId, itemId: ItemId, from: Anchor, to: Anchor, words: Words }),
    /** A wording of the facilitator's between the others. */
    bridge: Beside,
    takePosition: z.strictObject({ ...Target, stance: Stance }),
    withdrawPosition: z.strictObject(Target),
    settle: z.strictObject({ ...Target, outcome: Outcome }),
    /** "I hear no objection": settles when nobody objects in time. */
    call: z.strictObject({ ...Target, outcome: Outcome }),
    object: z.strictObject(Target),
    /** Done by the program when a call has run out. */
    lapse: z.strictObject(Target),
    merge: z.strictObject({ roomId: RoomId, keep: BracketId, drop: BracketId }),
  },
  events,
  decide: {
    open(state, { roomId, itemId, kind, from, to }, context, tell) {
      const refused = placeRefusal(state, { roomId, itemId, from, to, mayBeEmpty: kind === 'addition' }, context);
      if (refused) return refused;
      const by = delegationOf(context.actor);
      const bracketId = context.newId();
      return [
        tell.room(roomId).BracketOpened({
          ...{ bracketId, itemId, kind, group: null, place: { from, to }, words: null, proposedBy: by },
        }),
        ...first(tell, roomId, bracketId, by, kind === 'doubt' ? 'reserve' : 'support'),
        counted(state, tell, roomId, itemId, 1),
      ];
    },
    suggest(state, asked, context, tell) {
      return beside(state, { ...asked, kind: 'alternative' }, context, tell);
    },
    suggestAt(state, { roomId, itemId, from, to, words }, context, tell) {
      const refused = placeRefusal(state, { roomId, itemId, from, to, mayBeEmpty: false, more: 2 }, context);
      if (refused) return refused;
      const by = delegationOf(context.actor);
      const [group, second] = [context.newId(), context.newId()];
      const facts = { itemId, kind: 'alternative' as const, group };
      return [
        // BRA-4: nobody has proposed the words that stood there.
        tell.room(roomId).BracketOpened({
          ...{ ...facts, bracketId: group, place: { from, to }, words: null, proposedBy: null },
        }),
        tell.room(roomId).BracketOpened({
          ...{ ...facts, bracketId: second, place: { after: group }, words, proposedBy: by },
        }),
        ...first(tell, roomId, second, by, 'support'),
        counted(state, tell, roomId, itemId, 2),
      ];
    },
    bridge(state, asked, context, tell) {
      return beside(state, { ...asked, kind: 'bridge' }, context, tell);
    },
    takePosition(state, { roomId, bracketId, stance }, { actor }, tell) {
      const found = standing(state, roomId, bracketId);
      if ('refused' in found) return found;
      const by = delegationOf(actor);
      if (by === null) return refuse('bracket.no-delegation');
      if (found.positions[by]?.stance === stance) return [];
      const ended = callsAgainst(within(state, roomId).bracket, bracketId, found.kind, stance); // BRA-10
      return [
        tell.room(roomId).PositionTaken({ bracketId, delegationId: by, stance }),
        ...ended.map((id) => tell.room(roomId).CallObjected({ bracketId: id, by })),
      ];
    },
    withdrawPosition(state, { roomId, bracketId }, context, tell) {
      const found = standing(state, roomId, bracketId);
      if ('refused' in found) return found;
      const by = delegationOf(context.actor);
      if (by === null) return refuse('bracket.no-delegation');
      if (!found.positions[by]) return [];
      const told = tell.room(roomId).PositionWithdrawn({ bracketId, delegationId: by });
      const outcome = Object.keys(found.positions).length > 1 ? null : leftBy(found, by);
      if (outcome === null) return [told];
      const settled = settling(state, roomId, [{ bracket: found, outcome }], 'withdrawn', context, tell);
      // BRA-5: what others hold within the words keeps them there.
      return isRefusal(settled) ? [told] : [told, ...settled];
    },
    settle(state, { roomId, bracketId, outcome }, context, tell) {
      const found = standing(state, roomId, bracketId);
      if ('refused' in found) return found;
      const { bracket: brackets } = within(state, roomId);
      const losses = positionsAgainst(brackets, found, outcome);
      if (losses.length > 0) return refuse('bracket.positions-stand', { losses });
      return settling(state, roomId, decidedBy(brackets, found, outcome), 'direct', context, tell);
    },
    call(state, { roomId, bracketId, outcome }, context, tell) {
      const found = standing(state, roomId, bracketId);
      if ('refused' in found) return found;
      if (found.call) return found.call.outcome === outcome ? [] : refuse('bracket.call-running');
      const decided = decidedBy(within(state, roomId).bracket, found, outcome);
      const settled = settling(state, roomId, decided, 'no-objection', context, tell);
      if (isRefusal(settled)) return settled;
      const [endsAt, by] = [context.now + callLasts, delegationOf(context.actor)];
      return [tell.room(roomId).CallOpened({ bracketId, outcome, endsAt, by })];
    },
    object(state, { roomId, bracketId }, { actor }, tell) {
      const found = standing(state, roomId, bracketId);
      if ('refused' in found) return found;
      const by = delegationOf(actor);
      if (by === null) return refuse('bracket.no-delegation');
      if (!found.call) return refuse('bracket.no-call');
      return [tell.room(roomId).CallObjected({ bracketId, by })];
    },
    lapse(state, { roomId, bracketId }, context, tell) {
      const known = state.room[roomId]?.bracket;
      const found = known?.byId[bracketId];
      if (!known || found?.phase !== 'open' || !found.call || found.call.endsAt > context.now) return [];
      const lapsed = [tell.room(roomId).CallLapsed({ bracketId })];
      if (isRefusal(drafting(state, roomId, found.itemId))) return lapsed;
      const decided = decidedBy(known, found, found.call.outcome);
      const settled = settling(state, roomId, decided, 'no-objection', context, tell);
      return isRefusal(settled) ? lapsed : settled;
    },
    merge(state, { roomId, keep, drop }, context, tell) {
      const [kept, dropped] = [standing(state, roomId, keep), standing(state, roomId, drop)];
      if ('refused' in kept) return kept;
      if ('refused' in dropped) return dropped;
      const refused = mergeRefusal(kept, dropped, context.draftText(kept.itemId));
      if (refused) return refused;
      const { bracket: brackets } = within(state, roomId);
      const lost = nestedIn(brackets, context.draftText(dropped.itemId), [dropped]);
      const losses = lost.flatMap(positionsOf);
      if (losses.length > 0) return refuse('bracket.would-lose', { losses });
      return [
        tell.room(roomId).BracketsMerged({ keep, drop }),
        ...lost.map(({ id }) => tell.room(roomId).BracketSettled({ bracketId: id, outcome: 'removed', how: 'merged' })),
        counted(state, tell, roomId, kept.itemId, -1 - lost.length),
      ];
    },
  },
  evolve: {
    room: {
      BracketOpened(brackets, { bracketId, ...facts }, { at }) {
        brackets.byId[bracketId] = {
          ...{ id: bracketId, ...facts, openedAt: at, positions: {}, call: null, objection: null, phase: 'open' },
        };
        brackets.order.push(bracketId);
      },
      BracketGrouped(brackets, { bracketId }) {
        Object.assign(must(brackets.byId[bracketId], 'bracket'), { kind: 'alternative', group: bracketId });
      },
      PositionTaken(brackets, { bracketId, delegationId, stance }, { at }) {
        must(brackets.byId[bracketId], 'bracket').positions[delegationId] = { stance, at };
      },
      PositionWithdrawn(brackets, { bracketId, delegationId }) {
        delete must(brackets.byId[bracketId], 'bracket').positions[delegationId];
      },
      BracketSettled(brackets, { bracketId, outcome, how }, { at }) {
        close(brackets, bracketId, outcome, how, at);
      },
      BracketsMerged(brackets, { keep, drop }, { at }) {
        const kept = must(brackets.byId[keep], 'bracket');
        for (const [id, position] of Object.entries(must(brackets.byId[drop], 'bracket').positions))
          kept.positions[id] ??= { ...position };
        close(brackets, drop, 'removed', 'merged', at);
      },
      CallOpened(brackets, { bracketId, ...call }) {
        must(brackets.byId[bracketId], 'bracket').call = call;
        brackets.called.push(bracketId);
      },
      CallObjected(brackets, { bracketId, by }, { at }) {
        const found = must(brackets.byId[bracketId], 'bracket');
        found.objection = { outcome: must(found.call, 'call').outcome, by, at };
        hangUp(brackets, bracketId);
      },
      CallLapsed(brackets, { bracketId }) {
        hangUp(brackets, bracketId);
      },
    },
    plenary: {
      BracketsCounted(counts, { itemId, open }, { at }) {
        const points = (counts[itemId] ??= []);
        points.push({ at, open });
        // The newer half stays as it is; of the older one every second point.
        if (points.length > maxPoints) counts[itemId] = points.filter((_, n) => n >= maxPoints / 2 || n % 2 === 0);
      },
    },
  },
});

function close(
  brackets: Brackets,
  id: BracketId,
  outcome: 'kept' | 'removed',
  how: z.infer<typeof How>,
  settledAt: number,
): void {
  hangUp(brackets, id);
  Object.assign(must(brackets.byId[id], 'bracket'), { phase: 'settled', outcome, how, settledAt });
}

function hangUp(brackets: Brackets, id: BracketId): void {
  must(brackets.byId[id], 'bracket').call = null;
  brackets.called = brackets.called.filter((each) => each !== id);
}

function delegationOf(actor: Actor): DelegationId | null {
  return actor.kind === 'system' ? null : actor.delegationId;
}

function within(state: ConsultationState, roomId: RoomId) {
  return must(state.room[roomId], 'room');
}

/** BRA-1: an open bracket of a draft that is being written in the room. */
function standing(state: ConsultationState, roomId: RoomId, bracketId: BracketId): OpenBracket | Refusal {
  const found = state.room[roomId]?.bracket.byId[bracketId];
  if (!found) return refuse('bracket.unknown');
  const draft = drafting(state, roomId, found.itemId);
  if (isRefusal(draft)) return draft;
  return found.phase === 'open' ? found : refuse('bracket.settled');
}

interface Selection {
  roomId: RoomId;
  itemId: ItemId;
  from: string;
  to: string;
  mayBeEmpty: boolean;
  /** How many brackets are about to be opened. */
  more?: number;
}

/** BRA-2: why no bracket can be put around a selection, if so. */
function placeRefusal(state: ConsultationState, asked: Selection, context: Context): Refusal | null {
  const { roomId, itemId, from, to, mayBeEmpty, more = 1 } = asked;
  const draft = drafting(state, roomId, itemId);
  if (isRefusal(draft)) return draft;
  const room = within(state, roomId);
  if (openBracketsOf(room, itemId).length + more > maxOpen) return refuse('bracket.too-many');
  const span = context.spanAt(itemId, from, to);
  if (!span) return refuse('bracket.gone');
  if (span.isCrossing) return refuse('bracket.crossing');
  if (span.isEmpty && !mayBeEmpty) return refuse('bracket.empty-place');
  const locked = lockedParagraphs(room, itemId);
  const paragraphs = span.paragraphs.filter((id) => locked.has(id));
  return paragraphs.length > 0 ? refuse('paragraph.locked', { paragraphs }) : null;
}

/** The position with which a proposal begins; who sits in no delegation has none. */
function first(tell: Teller, roomId: RoomId, bracketId: BracketId, by: DelegationId | null, stance: Stance): Told[] {
  return by === null ? [] : [tell.room(roomId).PositionTaken({ bracketId, delegationId: by, stance })];
}

function counted(state: ConsultationState, tell: Teller, roomId: RoomId, itemId: ItemId, change: number): Told {
  return tell.plenary.BracketsCounted({ itemId, open: openBracketsOf(state.room[roomId], itemId).length + change });
}

/** BRA-3: another wording beside an open bracket, in its group. */
function beside(
  state: ConsultationState,
  asked: z.infer<typeof Beside> & { kind: 'alternative' | 'bridge' },
  { actor, newId }: Context,
  tell: Teller,
): Told[] | Refusal {
  const { roomId, itemId, bracketId, words, kind } = asked;
  const found = standing(state, roomId, bracketId);
  if ('refused' in found) return found;
  if (found.itemId !== itemId) return refuse('bracket.unknown');
  if (found.kind === 'deletion') return refuse('bracket.no-alternatives');
  const room = within(state, roomId);
  if (openBracketsOf(room, itemId).length >= maxOpen) return refuse('bracket.too-many');
  const group = found.group ?? found.id;
  const others = siblingsOf(room.bracket, found);
  const after = must(others.at(-1), 'the last of the group').id;
  const by = delegationOf(actor);
  const opened = newId();
  // BRA-10: a call to choose one wording does not go on over a new one.
  const ended = others.filter(({ call }) => call?.outcome === 'keep');
  return [
    ...(found.group === null ? [tell.room(roomId).BracketGrouped({ bracketId })] : []),
    tell.room(roomId).BracketOpened({
      ...{ bracketId: opened, itemId, kind, group, place: { after }, words, proposedBy: by },
    }),
    ...first(tell, roomId, opened, by, 'support'),
    ...ended.map(({ id }) => tell.room(roomId).CallObjected({ bracketId: id, by })),
    counted(state, tell, roomId, itemId, 1),
  ];
}

/** Settles brackets together, with those that stand within words that go; refused where positions would go with them (BRA-8). */
function settling(
  state: ConsultationState,
  roomId: RoomId,
  decided: readonly { bracket: OpenBracket; outcome: Outcome }[],
  how: 'direct' | 'no-objection' | 'withdrawn',
  context: Context,
  tell: Teller,
): Told[] | Refusal {
  const { itemId } = must(decided[0], 'bracket').bracket;
  const gone = decided.filter(({ outcome }) => outcome === 'remove').map((each) => each.bracket);
  const all = decided.map((each) => each.bracket);
  const lost = nestedIn(within(state, roomId).bracket, context.draftText(itemId), gone, all);
  const losses = lost.flatMap(positionsOf);
  if (losses.length > 0) return refuse('bracket.would-lose', { losses });
  const settled = (id: BracketId, outcome: 'kept' | 'removed') =>
    tell.room(roomId).BracketSettled({ bracketId: id, outcome, how });
  return [
    ...decided.map(({ bracket: { id }, outcome }) => settled(id, outcome === 'keep' ? 'kept' : 'removed')),
    ...lost.map(({ id }) => settled(id, 'removed')),
    counted(state, tell, roomId, itemId, -decided.length - lost.length),
  ];
}
