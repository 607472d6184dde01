/** Where an item comes from and what it became, as a graph. Read by a page that is loaded when asked for; the acts are in `lineage.ts`. */
import { type Board, type Snapshot, type TabledItem, versionsOf } from './board.ts';
import type { ItemId, ParagraphId, RoomId } from './kernel/ids.ts';
import type { Plenary } from './state.ts';

export type LineageNode = { id: string } & (
  | { kind: 'room'; roomId: RoomId; round: number; number: number }
  | {
      kind: 'version';
      itemId: ItemId;
      version: number;
      title: string;
      /** A later version of the same item stands in its place. */
      isSuperseded: boolean;
      /** The amendments or the division that made it; absent where its room reported it. */
      amendedBy?: Snapshot['amendedBy'];
    }
  | { kind: 'paragraph'; paragraphId: ParagraphId; number: string }
);

export interface LineageEdge {
  from: string;
  to: string;
  /**
   * `derived`: reported by the room; `amended`: reported again after it was taken back, or made by an amendment or a division,
   * which supersedes the version before;
   * `merged` and `split`: became part of, became several; `answers`: the paragraph of the brief.
   */
  as: 'derived' | 'amended' | 'merged' | 'split' | 'answers';
}

export interface Lineage {
  nodes: LineageNode[];
  edges: LineageEdge[];
}

/** LIN-9: all that an item came from and all that it became, from rooms to paragraphs; not what else became of its sources. */
export function lineageOf(plenary: Plenary, itemId: ItemId): Lineage {
  const { board } = plenary;
  const ids = new Set([
    ...reached(itemId, (id) => sourcesOf(board, id).map((source) => source.id)),
    ...reached(itemId, (id) => board.items[id]?.gone?.into ?? []),
  ]);
  const nodes = new Map<string, LineageNode>();
  const edges: LineageEdge[] = [];
  // By the report, so that what came first is told first.
  const items = [...ids].flatMap((id) => board.items[id] ?? []).sort((a, b) => a.reportedAt - b.reportedAt);
  for (const item of items) {
    addVersions(plenary, item, nodes, edges);
    for (const id of item.gone?.into ?? []) {
      const target = board.items[id];
      // What a version was split into begins with its first version; what is merged is in the current one.
      const version = item.gone?.as === 'split' ? 1 : target?.current.version;
      if (target && ids.has(id) && item.gone)
        edges.push({ from: versionId(item.id, item.current.version), to: versionId(id, version), as: item.gone.as });
    }
  }
  return { nodes: [...nodes.values()], edges };
}

/** The items that became part of this one, or the one that it was split from. */
export function sourcesOf(board: Board, itemId: ItemId): TabledItem[] {
  return Object.values(board.items).filter(({ gone }) => gone?.into.includes(itemId));
}

/** What is reached from an item, itself included; each once, however the steps go in circles. */
function reached(from: ItemId, next: (id: ItemId) => readonly ItemId[]): Set<ItemId> {
  const found = new Set<ItemId>([from]);
  for (const id of found) for (const each of next(id)) found.add(each);
  return found;
}

function addVersions(plenary: Plenary, item: TabledItem, nodes: Map<string, LineageNode>, edges: LineageEdge[]): void {
  const versions = versionsOf(item);
  for (const [at, { version, title, amendedBy }] of versions.entries()) {
    const id = versionId(item.id, version);
    nodes.set(id, {
      kind: 'version',
      id,
      itemId: item.id,
      version,
      title,
      isSuperseded: version !== item.current.version,
      ...(amendedBy && { amendedBy }),
    });
    const before = versions[at - 1];
    if (before) edges.push({ from: versionId(item.id, before.version), to: id, as: 'amended' });
  }
  const room = plenary.room.byId[item.roomId];
  const isPart = sourcesOf(plenary.board, item.id).some(({ gone }) => gone?.as === 'split');
  if (room && !isPart) {
    const id = `room ${room.id}`;
    const round = plenary.seating.byId[room.roundId]?.number ?? 1;
    nodes.set(id, { kind: 'room', id, roomId: room.id, round, number: room.number });
    edges.push({ from: id, to: versionId(item.id, versions[0]?.version), as: 'derived' });
  }
  const answered = plenary.brief.paragraphs.find((each) => each.id === item.current.fields.paragraph);
  // What an item became answers in its place.
  const later = reached(item.id, (id) => plenary.board.items[id]?.gone?.into ?? []);
  later.delete(item.id);
  const isTakenOver = [...later].some((id) => plenary.board.items[id]?.current.fields.paragraph === answered?.id);
  if (answered && !isTakenOver) {
    const id = `paragraph ${answered.id}`;
    nodes.set(id, { kind: 'paragraph', id, paragraphId: answered.id, number: answered.number });
    edges.push({ from: versionId(item.id, item.current.version), to: id, as: 'answers' });
  }
}

function versionId(itemId: ItemId, version = 1): string {
  return `${itemId} ${version}`;
}
