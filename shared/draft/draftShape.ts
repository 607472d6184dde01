/**
 * What may stand in a draft's shared text, in names and values. A block is one kind of node with its kind as an attribute,
 * so that making it a list entry never rewrites words that somebody else is typing.
 */

/** The root of the shared text in a draft's Yjs document. */
export const fragmentName = 'text';

/** Most levels that a list entry may be set in. */
export const deepestLevel = 8;
export const longestNote = 4_000;
/** Most blocks in one draft, and most runs in one block: what a report can carry. */
export const mostBlocks = 2_000;
export const mostRuns = 2_000;
export const longestRun = 20_000;

/** A bracket's mark: who put the text in doubt, and when (epoch ms). */
export interface BracketMark {
  id: string;
  by: string | null;
  at: number;
}

const idShape = /^[A-Za-z0-9_.-]{1,64}$/;
const keysOf = (value: object) => Object.keys(value).sort().join();

export function isBracketMark(value: unknown): value is BracketMark {
  if (typeof value !== 'object' || value === null || keysOf(value) !== 'at,by,id') return false;
  const { id, by, at } = value as Record<keyof BracketMark, unknown>;
  const isBy = by === null || (typeof by === 'string' && idShape.test(by));
  return typeof id === 'string' && idShape.test(id) && isBy && Number.isSafeInteger(at) && (at as number) >= 0;
}

/** Whether a mark may have this value; null ends the mark. */
export function isMark(name: string, value: unknown): boolean {
  if (name === 'bold' || name === 'italic')
    return value === null || (typeof value === 'object' && !Array.isArray(value) && keysOf(value) === '');
  return name === 'bracket' && (value === null || isBracketMark(value));
}

/** Whether a node may have this attribute. */
export function isAttribute(node: string, key: string, value: unknown): boolean {
  if (node === 'footnote') return key === 'text' && typeof value === 'string' && value.length <= longestNote;
  if (node !== 'paragraph') return false;
  if (key === 'kind') return value === 'bullet' || value === 'numbered';
  return key === 'level' && Number.isInteger(value) && (value as number) >= 0 && (value as number) <= deepestLevel;
}
