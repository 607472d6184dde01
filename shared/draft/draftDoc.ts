/** Between a draft's shared text (Yjs) and its plain data; works without a browser. */
import * as Y from 'yjs';
import type { Block, DraftText, Run } from '../domain/draftText.ts';
import {
  type BracketMark,
  deepestLevel,
  fragmentName,
  isBracketMark,
  longestNote,
  longestRun,
  mostBlocks,
  mostRuns,
} from './draftShape.ts';

/** A stretch of text as Yjs tells it. */
interface Insert {
  insert: unknown;
  attributes?: { bold?: unknown; italic?: unknown; bracket?: unknown };
}

/** The text of a draft as it stands, as plain data that a report can carry whole. */
export function readDraft(doc: Y.Doc): DraftText {
  const blocks: Block[] = [];
  for (const node of doc.getXmlFragment(fragmentName).toArray()) {
    if (!(node instanceof Y.XmlElement)) continue;
    const head = headOf(node);
    const runs = runsOf(node);
    // A block with more runs than a report carries goes on in the next one, so that no word is dropped.
    for (let from = 0; from === 0 || from < runs.length; from += mostRuns)
      blocks.push({ ...head, runs: runs.slice(from, from + mostRuns) });
  }
  return { blocks: blocks.slice(0, mostBlocks) };
}

function headOf(node: Y.XmlElement): Omit<Block, 'runs'> {
  const kind = node.getAttribute('kind') as unknown;
  if (kind !== 'bullet' && kind !== 'numbered') return { kind: 'paragraph', level: 0 };
  const level = Number((node.getAttribute('level') as unknown) ?? 0);
  return { kind, level: Math.min(Math.max(level, 0), deepestLevel) };
}

function runsOf(node: Y.XmlElement): Run[] {
  const runs: Run[] = [];
  for (const child of node.toArray()) {
    if (child instanceof Y.XmlText) {
      for (const part of child.toDelta() as Insert[]) if (typeof part.insert === 'string') runs.push(...split(part));
    } else if (child instanceof Y.XmlElement && child.nodeName === 'footnote')
      runs.push({ text: '', note: clean(String(child.getAttribute('text') ?? '')).slice(0, longestNote) });
  }
  return withinBrackets(joined(runs));
}

function split({ insert, attributes }: Insert): Run[] {
  const words = clean(String(insert));
  const look = lookOf(attributes ?? {});
  const runs: Run[] = [];
  for (let from = 0, to = 0; from < words.length; from = to) {
    to = from + longestRun;
    // Never between the halves of a character.
    if (/[\ud800-\udbff]/.test(words.charAt(to - 1))) to--;
    runs.push({ text: words.slice(from, to), ...look });
  }
  return runs;
}

function lookOf({ bold, italic, bracket }: NonNullable<Insert['attributes']>): Omit<Run, 'text'> {
  return {
    ...(bold ? { bold: true as const } : {}),
    ...(italic ? { italic: true as const } : {}),
    ...(isBracketMark(bracket) ? { bracket: { id: bracket.id, by: bracket.by } } : {}),
  };
}

/** Control characters cannot be printed, and some make a document that no program opens. */
function clean(words: string): string {
  return words.replace(/[\t\n\r]/g, ' ').replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
}

/** Neighbours of one look become one run, as one would print them. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    const fits = last && last.note === undefined && run.note === undefined;
    if (fits && isAlike(last, run) && last.text.length + run.text.length <= longestRun) last.text += run.text;
    else out.push({ ...run });
  }
  return out;
}

const isAlike = (one: Run, other: Run) =>
  one.bold === other.bold && one.italic === other.italic && one.bracket?.id === other.bracket?.id;

/** A note that is called inside a bracket belongs to it; the mark itself holds only on text. */
function withinBrackets(runs: Run[]): Run[] {
  for (const [at, run] of runs.entries()) {
    const before = runs[at - 1]?.bracket;
    if (run.note === undefined || !before) continue;
    const after = runs.slice(at + 1).find(({ note }) => note === undefined);
    if (after?.bracket?.id === before.id) run.bracket = before;
  }
  return runs;
}

/** Puts a prepared text in place of whatever stands in the draft. Brackets are dated `at` (epoch ms). */
export function writeDraft(doc: Y.Doc, draft: DraftText, at: number): void {
  const fragment = doc.getXmlFragment(fragmentName);
  doc.transact(() => {
    fragment.delete(0, fragment.length);
    fragment.insert(
      0,
      draft.blocks.map((block) => blockOf(block, at)),
    );
  });
}

/** Adds prepared blocks after the last one. */
export function appendBlocks(doc: Y.Doc, blocks: readonly Block[], at: number): void {
  const fragment = doc.getXmlFragment(fragmentName);
  fragment.insert(
    fragment.length,
    blocks.map((block) => blockOf(block, at)),
  );
}

/** Types words into a block at a place counted in its text; beyond the end they go to the end. */
export function typeWords(doc: Y.Doc, place: { block: number; at: number }, words: string): void {
  const node = doc.getXmlFragment(fragmentName).get(place.block);
  if (!(node instanceof Y.XmlElement)) return;
  doc.transact(() => {
    let at = place.at;
    const texts = node.toArray().filter((child) => child instanceof Y.XmlText);
    for (const text of texts) {
      if (at <= text.length) return text.insert(at, words);
      at -= text.length;
    }
    const last = texts.at(-1);
    if (last) last.insert(last.length, words);
    else node.push([new Y.XmlText(words)]);
  });
}

function blockOf({ kind, level, runs }: Block, at: number): Y.XmlElement {
  const node = new Y.XmlElement('paragraph');
  if (kind !== 'paragraph') {
    setAttribute(node, 'kind', kind);
    if (level > 0) setAttribute(node, 'level', level);
  }
  const children: (Y.XmlText | Y.XmlElement)[] = [];
  let parts: Insert[] = [];
  const closeText = () => {
    if (parts.length > 0) children.push(textOf(parts));
    parts = [];
  };
  for (const run of runs) {
    if (run.text) parts.push({ insert: run.text, attributes: marksOf(run, at) });
    if (run.note === undefined) continue;
    closeText();
    const note = new Y.XmlElement('footnote');
    note.setAttribute('text', run.note.slice(0, longestNote));
    children.push(note);
  }
  closeText();
  node.insert(0, children);
  return node;
}

function textOf(parts: Insert[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(parts);
  return text;
}

function marksOf({ bold, italic, bracket }: Run, at: number): NonNullable<Insert['attributes']> {
  const mark: BracketMark | null = bracket ? { id: bracket.id, by: bracket.by, at } : null;
  return { ...(bold ? { bold: {} } : {}), ...(italic ? { italic: {} } : {}), ...(mark ? { bracket: mark } : {}) };
}

/** Yjs keeps any plain value as an attribute; its types know strings only. */
function setAttribute(node: Y.XmlElement, key: string, value: string | number): void {
  (node as Y.XmlElement<Record<string, string | number>>).setAttribute(key, value);
}
