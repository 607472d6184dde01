import { lineageOf } from '@shared/domain/lineageGraph.ts';
import { describe, expect, test } from 'vitest';
import { likenesses } from '../../client/features/board/duplicates.ts';
import { branchesOf, type LineageBranch, layOutLineage } from '../../client/features/board/lineageLayout.ts';
import { house } from '../support/build.ts';

function merged() {
  const h = house();
  h.openRooms({ rooms: 2 });
  const [a, b, c] = [h.reported(1, 'A'), h.reported(2, 'B'), h.reported(1, 'C')];
  h.act('mod', 'lineage.merge', { into: b, itemIds: [a] });
  h.act('mod', 'lineage.merge', { into: c, itemIds: [b] });
  return { h, a, b, c, lineage: lineageOf(h.state.plenary, c) };
}

describe('likely duplicates', () => {
  test('are those that share many words, and nothing that is not on the board', () => {
    const h = house({ panels: ['First', 'Second'] });
    h.openRooms({ panel: 2, rooms: 1 });
    const elsewhere = h.reported(1, 'Identity documents for returnees', 'Consulates issue identity documents.');
    h.openRooms({ rooms: 2 });
    const one = h.reported(1, 'Identity documents for returnees', 'Consulates issue identity documents.');
    const other = h.reported(1, 'Publish figures', 'Statistical offices publish yearly figures.');
    const same = h.reported(2, 'Documents of identity', 'Consulates issue documents to returnees.');
    const parked = h.reported(2, 'Identity documents', 'Consulates issue identity documents.');
    h.dispose(parked, 'parked', 'Later.');
    const { items } = h.state.plenary.board;
    const found = (id: string) => {
      const item = items[id];
      return item ? likenesses(Object.values(items), item).map((each) => [each.item.id, each.isLikely]) : [];
    };
    expect(found(one)).toEqual([
      [same, true],
      [other, false],
    ]);
    expect(found(elsewhere)).toEqual([]);
  });

  test('are found in a script without blanks', () => {
    const h = house();
    h.openRooms({ rooms: 2 });
    const [one, two] = [h.reported(1, '为返回者签发身份证件'), h.reported(2, '向返回者签发身份证件')];
    const { items } = h.state.plenary.board;
    const item = items[one];
    expect(item && likenesses(Object.values(items), item)).toMatchObject([{ item: { id: two }, isLikely: true }]);
  });
});

describe('a lineage as it is drawn', () => {
  test('each node stands below all that lead to it, a room right above what it reported', () => {
    const { lineage } = merged();
    const { nodes, lines, width } = layOutLineage(lineage);
    for (const { from, to } of lines) expect(to.y).toBeGreaterThan(from.y);
    const rows = nodes.map(({ node, y }) => [node.kind === 'version' ? node.title : node.kind, y / 92]);
    expect(rows).toEqual(
      expect.arrayContaining([
        ['A', 1],
        ['B', 2],
        ['C', 3],
      ]),
    );
    expect(nodes.every(({ x }) => x >= 0 && x < width)).toBe(true);
  });

  test('is mirrored for those who read from the right', () => {
    const { lineage } = merged();
    const [plain, mirrored] = [layOutLineage(lineage), layOutLineage(lineage, true)];
    for (const [at, { x, y }] of plain.nodes.entries())
      expect(mirrored.nodes[at]).toMatchObject({ x: plain.width - x - 168, y });
  });

  test('is told as a list in a list, and ends where one goes in a circle', () => {
    const { lineage } = merged();
    const depth = (branches: readonly LineageBranch[]): number =>
      branches.length === 0 ? 0 : 1 + Math.max(...branches.map((each) => depth(each.branches)));
    expect(depth(branchesOf(lineage))).toBe(4);
    const [first, ...rest] = lineage.nodes;
    const circle = {
      nodes: lineage.nodes,
      edges: [...rest, first].flatMap((node, at) => edge(lineage.nodes[at]?.id, node?.id)),
    };
    expect(depth(branchesOf(circle))).toBe(lineage.nodes.length);
    expect(layOutLineage(circle).nodes).toHaveLength(lineage.nodes.length);
  });
});

function edge(from = '', to = '') {
  return [{ from, to, as: 'merged' as const }];
}
