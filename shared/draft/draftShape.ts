/**
 * What may stand in a draft's shared text, in names and values. The text is one sequence of units: letters, and signs that take
 * one place each. A break begins a paragraph, so splitting one adds a sign and joining two takes one away: no letter is ever
 * written anew, and whoever types in it at the same time goes on typing. Brackets are pairs of signs that the server alone sets.
 */
import { nanoid } from 'nanoid';
import * as Y from 'yjs';

/** The root of the shared text in a draft's Yjs document. */
const rootName = 'draft';

/** Most levels that a list entry may be set in. */
export const deepestLevel = 8;
export const longestNote = 4_000;
/** Most blocks in one draft, and most runs in one block: what a report can carry. */
export const mostBlocks = 2_000;
export const mostRuns = 2_000;
export const longestRun = 20_000;

/** A sign between letters: the beginning of a paragraph, a footnote's call, or one of the two signs of a bracket. */
export type Sign = { p: string } | { n: string } | { open: string } | { close: string };

const idShape = /^[A-Za-z0-9_.-]{1,64}$/;

export function isSign(value: unknown): value is Sign {
  if (typeof value !== 'object' || value === null) return false;
  const [[key, id] = [], ...others] = Object.entries(value);
  if (others.length > 0 || typeof id !== 'string' || !idShape.test(id)) return false;
  return key === 'p' || key === 'n' || key === 'open' || key === 'close';
}

/** Whether a sign is a bracket's: only the server sets and removes these. */
export const isBracketSign = (value: unknown): value is { open: string } | { close: string } =>
  isSign(value) && ('open' in value || 'close' in value);

/** Whether a look may have this value; null ends it. `text` is a footnote's, `kind` and `level` are a paragraph's. */
export function isLook(name: string, value: unknown): boolean {
  if (value === null) return ['bold', 'italic', 'text', 'kind', 'level'].includes(name);
  if (name === 'bold' || name === 'italic') return value === true;
  if (name === 'text') return typeof value === 'string' && value.length <= longestNote;
  if (name === 'kind') return value === 'bullet' || value === 'numbered';
  return name === 'level' && Number.isInteger(value) && (value as number) >= 0 && (value as number) <= deepestLevel;
}

/** The paragraph that every draft begins with. */
export const firstParagraph = 'p0';
/** Who wrote the seed: nobody's replica has this number. */
export const seedClient = 1;
export const newParagraphId = () => nanoid(8);

const seed = seedUpdate();

/** The same bytes everywhere: every replica begins with the one paragraph, and nobody needs to send it. */
function seedUpdate(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = seedClient;
  doc.getText(rootName).insertEmbed(0, { p: firstParagraph });
  return Y.encodeStateAsUpdate(doc);
}

/** A document with an empty draft in it. */
export function emptyDraft(): Y.Doc {
  const doc = new Y.Doc();
  textOf(doc);
  Y.applyUpdate(doc, seed, 'seed');
  return doc;
}

/** The shared text of a document. */
export const textOf = (doc: Y.Doc): Y.Text => doc.getText(rootName);

export const isRootName = (name: string) => name === rootName;
