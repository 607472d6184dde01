import * as z from 'zod/mini';
import { Writers } from './authorship.ts';
import { DraftText } from './draftText.ts';
import { withSigns } from './earlierDraft.ts';
import { Fields } from './itemFields.ts';
import { AmendmentId, DivisionId, ItemId, PanelId, RoomId, RoundId, VoteId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { defineSlice, type Refusal, refuse } from './kernel/slice.ts';
import { line, Stage, stages, text } from './kernel/words.ts';
import { wholeRefusal } from './standingDecision.ts';
import { isUnderDecision } from './underDecision.ts';

/** An item as its room reported it; never changed afterwards. */
export const Snapshot = z.strictObject({
  version: z.int().check(z.minimum(1)),
  title: line(120),
  fields: Fields,
  draft: DraftText,
  brackets: z.int(),
  /** Why the room reports it although it lacks who, when or measure. */
  waiver: z.nullable(text(500)),
  /** Who wrote in it since the report before, by paragraph, as far as may be said; absent where nobody may be named. */
  writers: z.optional(Writers),
  /** What made it of the version before, where no room reported it: amendments, or a division that left a part out. */
  amendedBy: z.optional(z.strictObject({ amendments: z.array(AmendmentId), division: z.nullable(DivisionId) })),
  /** The vote that decided to reconsider the version before, whose text this is again. */
  reconsideredBy: z.optional(VoteId),
});
export type Snapshot = z.infer<typeof Snapshot>;

const Disposition = z.strictObject({ as: z.enum(['parked', 'not-taken-up']), reason: line(500) });

export interface TabledItem {
  id: ItemId;
  panelId: PanelId;
  roundId: RoundId;
  roomId: RoomId;
  current: Snapshot;
  /** Earlier reports, oldest first. */
  earlier: Snapshot[];
  stage: Stage;
  /** The bureau has moved it or acted on it; its room can no longer take it back. */
  isStaged: boolean;
  /** Taken back by its room, to be reported again. */
  isTakenBack: boolean;
  disposition: z.infer<typeof Disposition> | null;
  reportedAt: number;
  /** It has left the columns for other items of its panel; absent while it stands for itself. */
  gone?: Gone;
}

/** What a card became: part of another item, or several items. `following` is what stood below it, so that it finds its place again. */
export interface Gone {
  as: 'merged' | 'split';
  into: ItemId[];
  following: ItemId[];
}

export interface Board {
  items: Record<ItemId, TabledItem>;
  /** The order of cards, by panel and stage. */
  columns: Record<PanelId, Record<Stage, ItemId[]>>;
  /** The item that each panel's projector shows. */
  spotlight: Record<PanelId, ItemId | null>;
}

/** The plenary's wall of reported items: stages, order, spotlight, and what becomes of what is not taken up. */
export const board = defineSlice({
  name: 'board',
  commands: {
    /** Puts a card into a column, before another card or at the end. */
    stage: z.strictObject({ itemId: ItemId, stage: Stage, before: z.nullable(ItemId) }),
    spotlight: z.strictObject({ panelId: PanelId, itemId: z.nullable(ItemId) }),
    dispose: z.strictObject({ itemId: ItemId, disposition: Disposition }),
    takeUp: z.strictObject({ itemId: ItemId }),
  },
  events: {
    plenary: {
      ItemTabled: z.strictObject({
        itemId: ItemId,
        panelId: PanelId,
        roundId: RoundId,
        roomId: RoomId,
        snapshot: Snapshot,
      }),
      ItemTakenBack: z.strictObject({ itemId: ItemId }),
      ItemStaged: z.strictObject({ itemId: ItemId, stage: Stage, before: z.nullable(ItemId) }),
      ItemSpotlit: z.strictObject({ panelId: PanelId, itemId: z.nullable(ItemId) }),
      /** The plenary has changed its text: the next version stands where it stood. */
      ItemAmended: z.strictObject({ itemId: ItemId, snapshot: Snapshot }),
      /** What was decided about it is reconsidered: its text is the next version, ready for decision. */
      ItemReconsidered: z.strictObject({ itemId: ItemId, snapshot: Snapshot }),
      ItemDisposed: z.strictObject({ itemId: ItemId, disposition: Disposition }),
      ItemTakenUp: z.strictObject({ itemId: ItemId }),
      ItemsMerged: z.strictObject({ into: ItemId, itemIds: z.array(ItemId) }),
      ItemSplit: z.strictObject({
        itemId: ItemId,
        parts: z.array(z.strictObject({ itemId: ItemId, snapshot: Snapshot })),
      }),
      /** A merged or split item stands where it stood; the parts of a split one are no more. */
      ItemRestored: z.strictObject({ itemId: ItemId }),
    },
  },
  decide: {
    stage({ plenary }, { itemId, stage, before }, _context, tell) {
      const item = standing(plenary.board, itemId);
      if ('refused' in item) return item;
      if (item.disposition) return refuse('board.disposed');
      if (isUnderDecision(plenary, itemId) && stage !== item.stage) return refuse('board.under-vote'); // BOA-4
      const unready = stage === 'decided' && item.stage !== stage ? wholeRefusal(plenary, item) : null;
      if (unready) return unready; // ONE-1
      const neighbour = before === null ? null : plenary.board.items[before];
      if (before === itemId || neighbour === undefined) return refuse('board.unknown');
      if (neighbour && !column(plenary.board, item.panelId, stage).includes(neighbour))
        return refuse('board.not-in-that-column'); // BOA-3
      return [tell.plenary.ItemStaged({ itemId, stage, before })];
    },
    spotlight({ plenary }, { panelId, itemId }, _context, tell) {
      if (!plenary.panel.byId[panelId]) return refuse('panel.unknown');
      const item = itemId === null ? null : standing(plenary.board, itemId);
      if (item && 'refused' in item) return item;
      if (item && item.panelId !== panelId) return refuse('board.unknown');
      return [tell.plenary.ItemSpotlit({ panelId, itemId })];
    },
    dispose({ plenary }, { itemId, disposition }, _context, tell) {
      const item = standing(plenary.board, itemId); // BOA-8
      if ('refused' in item) return item;
      if (isUnderDecision(plenary, itemId)) return refuse('board.under-vote');
      return [tell.plenary.ItemDisposed({ itemId, disposition })];
    },
    takeUp({ plenary }, { itemId }, _context, tell) {
      const item = plenary.board.items[itemId];
      if (!item?.disposition) return refuse('board.not-disposed');
      return [tell.plenary.ItemTakenUp({ itemId })];
    },
  },
  evolve: {
    plenary: {
      ItemTabled(board, { itemId, snapshot: reported, ...place }, { at }) {
        const snapshot = { ...reported, draft: withSigns(reported.draft) };
        const known = board.items[itemId];
        if (known) {
          known.earlier.push(known.current);
          Object.assign(known, {
            current: snapshot,
            isTakenBack: false,
            isStaged: false,
            stage: 'reported',
            reportedAt: at,
          });
        } else {
          board.items[itemId] = {
            id: itemId,
            ...place,
            current: snapshot,
            earlier: [],
            stage: 'reported',
            isStaged: false,
            isTakenBack: false,
            disposition: null,
            reportedAt: at,
          };
        }
        insert(board, itemId, 'reported', null);
      },
      ItemTakenBack(board, { itemId }) {
        const item = must(board.items[itemId], 'item');
        item.isTakenBack = true;
        lift(board, item.panelId, itemId);
        if (board.spotlight[item.panelId] === itemId) board.spotlight[item.panelId] = null;
      },
      ItemStaged(board, { itemId, stage, before }) {
        const item = must(board.items[itemId], 'item');
        item.stage = stage;
        item.isStaged = true;
        insert(board, itemId, stage, before);
      },
      ItemSpotlit(board, { panelId, itemId }) {
        board.spotlight[panelId] = itemId;
      },
      ItemAmended(board, { itemId, snapshot }) {
        const item = must(board.items[itemId], 'item');
        item.earlier.push(item.current);
        Object.assign(item, { current: snapshot, isStaged: true });
      },
      ItemReconsidered(board, { itemId, snapshot }) {
        const item = must(board.items[itemId], 'item');
        item.earlier.push(item.current);
        Object.assign(item, { current: snapshot, isStaged: true });
        if (item.stage === 'ready') return;
        item.stage = 'ready';
        insert(board, itemId, 'ready', null);
      },
      ItemDisposed(board, { itemId, disposition }) {
        const item = must(board.items[itemId], 'item');
        item.disposition = disposition;
        item.isStaged = true;
        lift(board, item.panelId, itemId);
      },
      ItemTakenUp(board, { itemId }) {
        const item = must(board.items[itemId], 'item');
        item.disposition = null;
        insert(board, itemId, item.stage, null);
      },
      ItemsMerged(board, { into, itemIds }) {
        must(board.items[into], 'item').isStaged = true;
        for (const itemId of itemIds) leave(board, itemId, 'merged', [into]);
      },
      ItemSplit(board, { itemId, parts }) {
        const { panelId, roundId, roomId, stage, reportedAt } = must(board.items[itemId], 'item');
        for (const part of parts) {
          const fresh = { id: part.itemId, current: part.snapshot, earlier: [], isTakenBack: false, disposition: null };
          board.items[part.itemId] = { ...fresh, panelId, roundId, roomId, stage, reportedAt, isStaged: false };
          insert(board, part.itemId, stage, itemId);
        }
        leave(
          board,
          itemId,
          'split',
          parts.map((part) => part.itemId),
        );
      },
      ItemRestored(board, { itemId }) {
        const item = must(board.items[itemId], 'item');
        const gone = must(item.gone, 'what it became');
        const at = placeOf(board, item);
        columnsOf(board, item.panelId)[item.stage].splice(at, 0, itemId);
        delete item.gone;
        if (gone.as === 'merged') return;
        for (const id of gone.into) {
          lift(board, item.panelId, id);
          delete board.items[id];
        }
      },
    },
  },
});

function columnsOf(board: Board, panelId: PanelId): Record<Stage, ItemId[]> {
  return (board.columns[panelId] ??= { reported: [], 'under-comment': [], ready: [], decided: [] });
}

function lift(board: Board, panelId: PanelId, itemId: ItemId): void {
  const columns = columnsOf(board, panelId);
  for (const stage of stages) columns[stage] = columns[stage].filter((id) => id !== itemId);
}

/** Takes a card out of its column for other items, and keeps what stands below it: cards, and those that went from there before. */
function leave(board: Board, itemId: ItemId, as: Gone['as'], into: ItemId[]): void {
  const item = must(board.items[itemId], 'item');
  const column = columnsOf(board, item.panelId)[item.stage];
  const at = column.indexOf(itemId);
  const below = Object.values(board.items).filter(
    (other) => other.gone && other.panelId === item.panelId && other.stage === item.stage && placeOf(board, other) > at,
  );
  item.isStaged = true;
  item.gone = { as, into, following: [...below.map(({ id }) => id), ...column.slice(at + 1)] };
  lift(board, item.panelId, itemId);
  if (board.spotlight[item.panelId] === itemId) board.spotlight[item.panelId] = null;
}

/** Where in its column a card that has left would stand now. */
function placeOf(board: Board, item: TabledItem): number {
  const column = columnsOf(board, item.panelId)[item.stage];
  const at = column.findIndex((id) => item.gone?.following.includes(id));
  return at < 0 ? column.length : at;
}

function insert(board: Board, itemId: ItemId, stage: Stage, before: ItemId | null): void {
  const { panelId } = must(board.items[itemId], 'item');
  lift(board, panelId, itemId);
  const column = columnsOf(board, panelId)[stage];
  const at = before === null ? -1 : column.indexOf(before);
  column.splice(at < 0 ? column.length : at, 0, itemId);
}

/** An item that can be acted on, or why not: it was taken back by its room, merged or split. */
export function standing(board: Board, itemId: ItemId): TabledItem | Refusal {
  const item = board.items[itemId];
  if (!item || item.isTakenBack) return refuse('board.unknown');
  if (!item.gone) return item;
  return item.gone.as === 'merged' ? refuse('lineage.merged') : refuse('lineage.split'); // LIN-2, LIN-5
}

/** Every report of an item, oldest first; none of one that was never tabled. */
export const versionsOf = (item: Pick<TabledItem, 'earlier' | 'current'> | undefined): Snapshot[] =>
  item ? [...item.earlier, item.current] : [];

/** The cards of a column, in order. */
export function column(board: Board, panelId: PanelId, stage: Stage): TabledItem[] {
  return (board.columns[panelId]?.[stage] ?? []).map((id) => must(board.items[id], 'card'));
}
