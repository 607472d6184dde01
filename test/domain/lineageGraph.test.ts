import { type Lineage, lineageOf } from '@shared/domain/lineageGraph.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, house, paragraphs } from '../support/build.ts';

let h: House;
const graph = (itemId: string) => lineageOf(h.state.plenary, itemId);
const merge = (into: string, ...itemIds: string[]) => h.act('mod', 'lineage.merge', { into, itemIds });

/** The edges as words: `Title 1 -amended→ Title 2`, rooms and paragraphs by their number. */
function told({ nodes, edges }: Lineage): string[] {
  const name = (id: string) => {
    const node = nodes.find((each) => each.id === id);
    if (node?.kind === 'version') return `${node.title} ${node.version}`;
    return node ? `${node.kind} ${node.number}` : 'nothing';
  };
  return edges.map(({ from, to, as }) => `${name(from)} -${as}→ ${name(to)}`).sort();
}

beforeEach(() => {
  h = house();
  const text = { text: 'Words.', panelId: null, footnotes: [] };
  h.act('sec', 'brief.layDown', { title: 'Brief', paragraphs: [{ id: 'p7', number: '7', ...text }] });
  h.openRooms({ rooms: 2 });
});

describe('the lineage of an item', () => {
  test('[LIN-9] leads from the room through the versions to the paragraph', () => {
    const a = h.reported(1, 'A', 'A.', { paragraph: 'p7' });
    h.takeBack(a);
    h.report(a);
    expect(told(graph(a))).toEqual(['A 1 -amended→ A 2', 'A 2 -answers→ paragraph 7', 'room 1 -derived→ A 1']);
    const superseded = graph(a).nodes.filter((node) => node.kind === 'version' && node.isSuperseded);
    expect(superseded).toMatchObject([{ version: 1 }]);
    expect(graph('nothing')).toEqual({ nodes: [], edges: [] });
  });

  test('[LIN-9] goes through mergers and splits, up and down, and not sideways', () => {
    const whole = h.reported(1, 'Whole', paragraphs('One.\nTwo.'));
    const [a, b, c] = [h.reported(1, 'A'), h.reported(2, 'B'), h.reported(2, 'C')];
    const parts = ['P', 'Q'].map((title, at) => ({ title, blockIndexes: [at] }));
    h.act('mod', 'lineage.split', { itemId: whole, parts });
    const [p = ''] = h.state.plenary.board.items[whole]?.gone?.into ?? [];
    merge(b, a);
    merge(c, b, p);
    expect(told(graph(c))).toEqual([
      'A 1 -merged→ B 1',
      'B 1 -merged→ C 1',
      'P 1 -merged→ C 1',
      'Whole 1 -split→ P 1',
      'room 1 -derived→ A 1',
      'room 1 -derived→ Whole 1',
      'room 2 -derived→ B 1',
      'room 2 -derived→ C 1',
    ]);
    expect(told(graph(a))).toEqual([
      'A 1 -merged→ B 1',
      'B 1 -merged→ C 1',
      'room 1 -derived→ A 1',
      'room 2 -derived→ B 1',
      'room 2 -derived→ C 1',
    ]);
  });

  test('[LIN-9] a paragraph is answered by what the item became, where that answers it', () => {
    const [a, b] = [h.reported(1, 'A', 'A.', { paragraph: 'p7' }), h.reported(2, 'B', 'B.', { paragraph: 'p7' })];
    const c = h.reported(2, 'C');
    merge(b, a);
    expect(told(graph(b)).filter((each) => each.includes('answers'))).toEqual(['B 1 -answers→ paragraph 7']);
    merge(c, b);
    expect(told(graph(c)).filter((each) => each.includes('answers'))).toEqual(['B 1 -answers→ paragraph 7']);
  });

  test('[LIN-9] ends, even where items went in a circle', () => {
    const [a, b] = [h.reported(1, 'A'), h.reported(2, 'B')];
    const circle = (id: string, into: string) =>
      Object.assign(h.state.plenary.board.items[id] ?? {}, { gone: { as: 'merged', into: [into], following: [] } });
    circle(a, b);
    circle(b, a);
    expect(told(graph(a))).toEqual([
      'A 1 -merged→ B 1',
      'B 1 -merged→ A 1',
      'room 1 -derived→ A 1',
      'room 2 -derived→ B 1',
    ]);
  });
});
