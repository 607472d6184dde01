import * as z from 'zod/mini';
import { DraftText } from './draftText.ts';
import { withSigns } from './earlierDraft.ts';
import { Fields } from './itemFields.ts';
import { ItemId, PanelId, RoomId, RoundId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { defineSlice, refuse } from './kernel/slice.ts';
import { line, Stage, stages, text } from './kernel/words.ts';

/** An item as its room reported it; never changed afterwards. */
export const Snapshot = z.strictObject({
  version: z.int().check(z.minimum(1)),
  title: line(120),
  fields: Fields,
  draft: DraftText,
  brackets: z.int(),
  /** Why the room reports it although it lacks who, when or measure. */
  waiver: z.nullable(text(500)),
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
      ItemDisposed: z.strictObject({ itemId: ItemId, disposition: Disposition }),
      ItemTakenUp: z.strictObject({ itemId: ItemId }),
    },
  },
  decide: {
    stage({ plenary }, { itemId, stage, before }, _context, tell) {
      const item = plenary.board.items[itemId];
      if (!item || item.isTakenBack) return refuse('board.unknown');
      if (item.disposition) return refuse('board.disposed');
      const voting = Object.values(plenary.vote.byId).some(
        (vote) => vote.itemId === itemId && (vote.phase === 'open' || vote.phase === 'locked'),
      );
      if (voting && stage !== item.stage) return refuse('board.under-vote'); // BOA-4
      const neighbour = before === null ? null : plenary.board.items[before];
      if (before === itemId || neighbour === undefined) return refuse('board.unknown');
      if (neighbour && !column(plenary.board, item.panelId, stage).includes(neighbour))
        return refuse('board.not-in-that-column'); // BOA-3
      return [tell.plenary.ItemStaged({ itemId, stage, before })];
    },
    spotlight({ plenary }, { panelId, itemId }, _context, tell) {
      if (!plenary.panel.byId[panelId]) return refuse('panel.unknown');
      const item = itemId === null ? null : plenary.board.items[itemId];
      if (item === undefined || item?.isTakenBack || (item && item.panelId !== panelId)) return refuse('board.unknown');
      return [tell.plenary.ItemSpotlit({ panelId, itemId })];
    },
    dispose({ plenary }, { itemId, disposition }, _context, tell) {
      const item = plenary.board.items[itemId];
      if (!item || item.isTakenBack) return refuse('board.unknown'); // BOA-8
      const voting = Object.values(plenary.vote.byId).some(
        (vote) => vote.itemId === itemId && (vote.phase === 'open' || vote.phase === 'locked'),
      );
      if (voting) return refuse('board.under-vote');
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

function insert(board: Board, itemId: ItemId, stage: Stage, before: ItemId | null): void {
  const { panelId } = must(board.items[itemId], 'item');
  lift(board, panelId, itemId);
  const column = columnsOf(board, panelId)[stage];
  const at = before === null ? -1 : column.indexOf(before);
  column.splice(at < 0 ? column.length : at, 0, itemId);
}

/** The cards of a column, in order. */
export function column(board: Board, panelId: PanelId, stage: Stage): TabledItem[] {
  return (board.columns[panelId]?.[stage] ?? []).map((id) => must(board.items[id], 'card'));
}
