import type { Lineage, LineageEdge, LineageNode } from '@shared/domain/lineageGraph.ts';

export interface PlacedNode {
  node: LineageNode;
  x: number;
  y: number;
}

export interface LineageLayout {
  nodes: PlacedNode[];
  lines: { from: PlacedNode; to: PlacedNode; as: LineageEdge['as'] }[];
  width: number;
  height: number;
}

export const box = { width: 168, height: 46, gapX: 16, gapY: 46 };

/** Rows from the rooms down to the brief: each node stands below all that lead to it; mirrored where one reads from the right. */
export function layOutLineage({ nodes, edges }: Lineage, isMirrored = false): LineageLayout {
  const rows = rowsOf(nodes, edges);
  const widest = Math.max(1, ...rows.map((row) => row.length));
  const width = widest * (box.width + box.gapX) - box.gapX;
  const placed = new Map<string, PlacedNode>();
  for (const [at, row] of rows.entries()) {
    const own = row.length * (box.width + box.gapX) - box.gapX;
    for (const [column, node] of row.entries()) {
      const start = (width - own) / 2 + column * (box.width + box.gapX);
      const x = isMirrored ? width - start - box.width : start;
      placed.set(node.id, { node, x, y: at * (box.height + box.gapY) });
    }
  }
  return {
    nodes: [...placed.values()],
    lines: edges.flatMap(({ from, to, as }) => {
      const [start, end] = [placed.get(from), placed.get(to)];
      return start && end ? [{ from: start, to: end, as }] : [];
    }),
    width,
    height: Math.max(0, rows.length * (box.height + box.gapY) - box.gapY),
  };
}

function rowsOf(nodes: readonly LineageNode[], edges: readonly LineageEdge[]): LineageNode[][] {
  const depth = new Map(nodes.map(({ id }) => [id, 0]));
  // As often as there are nodes is enough for any graph, and ends where one goes in a circle.
  for (let round = 0; round < nodes.length; round += 1) {
    let isSettled = true;
    for (const { from, to } of edges) {
      const least = (depth.get(from) ?? 0) + 1;
      if ((depth.get(to) ?? 0) >= least || least >= nodes.length) continue;
      depth.set(to, least);
      isSettled = false;
    }
    if (isSettled) break;
  }
  // A room stands right above what it reported, not at the top of all.
  for (const { id, kind } of nodes) {
    const below = edges.filter(({ from }) => from === id).map(({ to }) => depth.get(to) ?? 0);
    if (kind === 'room' && below.length > 0) depth.set(id, Math.max(0, Math.min(...below) - 1));
  }
  const rows: LineageNode[][] = [];
  for (const node of nodes) (rows[depth.get(node.id) ?? 0] ??= []).push(node);
  return [...rows].map((row) => row ?? []).filter((row) => row.length > 0);
}

/** A node with what comes of it, as a list in a list; what several lead to stands under each. */
export interface LineageBranch {
  node: LineageNode;
  /** How it came of what it stands under; null at the roots. */
  as: LineageEdge['as'] | null;
  branches: LineageBranch[];
}

/** The same graph to be listened to: from the rooms to the brief. */
export function branchesOf({ nodes, edges }: Lineage): LineageBranch[] {
  const branch = (node: LineageNode, as: LineageEdge['as'] | null, above: readonly string[]): LineageBranch => ({
    node,
    as,
    branches: edges
      .filter(({ from, to }) => from === node.id && !above.includes(to))
      .flatMap((edge) => {
        const next = nodes.find(({ id }) => id === edge.to);
        return next ? [branch(next, edge.as, [...above, node.id])] : [];
      }),
  });
  const roots = nodes.filter(({ id }) => !edges.some(({ to }) => to === id));
  return (roots.length > 0 ? roots : nodes.slice(0, 1)).map((node) => branch(node, null, []));
}
