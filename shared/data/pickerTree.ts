/** A list as a tree to be browsed: groups and entries within entries, and what of it remains when something is typed. */
import { buildIndex, type PickerIndex, type PickerSource, searchIndex } from './search.ts';

export type PickerNode = EntryNode | GroupNode;

/** An entry of the list, with what belongs under it. */
export interface EntryNode {
  source: PickerSource;
  /** Whether a field takes it, or it only stands there to be read. */
  isChoice: boolean;
  children: readonly PickerNode[];
}

/** A heading that is no entry, by a key whose words the catalogue has. */
export interface GroupNode {
  group: string;
  children: readonly PickerNode[];
}

/** What a tree shows for what was typed: the nodes that are left, and which of them stand open. */
export interface Browsed {
  nodes: readonly PickerNode[];
  open: ReadonlySet<string>;
}

export interface PickerTree {
  browse(typed: string): Browsed;
}

/** The name of a node among the nodes of its tree. */
export function nodeId(node: PickerNode): string {
  return 'group' in node ? `group:${node.group}` : node.source.id;
}

/** Makes a tree ready: with nothing typed it is whole and closed, else every hit keeps what it stands under. */
export function pickerTree(nodes: readonly PickerNode[]): PickerTree {
  const index = buildIndex(sourcesOf(nodes));
  return {
    browse: (typed) => (typed.trim() === '' ? { nodes, open: new Set() } : filtered(nodes, hitsOf(index, typed))),
  };
}

function sourcesOf(nodes: readonly PickerNode[]): PickerSource[] {
  return nodes.flatMap((node): PickerSource[] => [
    ...('group' in node ? [] : [node.source]),
    ...sourcesOf(node.children),
  ]);
}

function hitsOf(index: PickerIndex, typed: string): Set<string> {
  return new Set(searchIndex(index, typed, index.length, true).map(({ id }) => id));
}

/** A hit opens what it stands under; under it stand the other hits, or, closed, all that it has. */
function filtered(nodes: readonly PickerNode[], hits: ReadonlySet<string>): Browsed {
  const open = new Set<string>();
  const kept = (list: readonly PickerNode[]): PickerNode[] =>
    list.flatMap((node): PickerNode[] => {
      const children = kept(node.children);
      if (children.length > 0) open.add(nodeId(node));
      const isHit = !('group' in node) && hits.has(node.source.id);
      if (isHit && children.length === 0) return [node];
      return children.length > 0 ? [{ ...node, children }] : [];
    });
  return { nodes: kept(nodes), open };
}
