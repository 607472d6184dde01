/** Between a draft's shared text (Yjs) and its plain data; works without a browser. */
import type * as Y from 'yjs';
import type { Block, DraftText, Run } from '../domain/draftText.ts';
import { deepestLevel, longestNote, longestRun, mostBlocks, mostRuns, newParagraphId, textOf } from './draftShape.ts';
import { type Looks, type Stretch, stretchesOf } from './units.ts';

/** The text of a draft as it stands, as plain data that a report can carry whole. */
export function readDraft(doc: Y.Doc): DraftText {
  const blocks: Block[] = [];
  let open: { head: Omit<Block, 'runs'>; runs: Run[] } | null = null;
  const close = () => {
    if (!open) return;
    const runs = joined(open.runs);
    // A block with more runs than a report carries goes on in the next one, so that no word is dropped.
    for (let from = 0; from === 0 || from < runs.length; from += mostRuns)
      blocks.push({
        ...open.head,
        ...(from > 0 ? { id: newParagraphId() } : {}),
        runs: runs.slice(from, from + mostRuns),
      });
  };
  for (const stretch of stretchesOf(textOf(doc))) {
    if ('sign' in stretch && 'p' in stretch.sign) {
      close();
      open = { head: { id: stretch.sign.p, ...headOf(stretch.looks) }, runs: [] };
    } else open?.runs.push(...runsOf(stretch));
  }
  close();
  return { blocks: blocks.slice(0, mostBlocks) };
}

function headOf({ kind, level = 0 }: Looks): Omit<Block, 'runs' | 'id'> {
  if (kind !== 'bullet' && kind !== 'numbered') return { kind: 'paragraph', level: 0 };
  return { kind, level: Math.min(Math.max(level, 0), deepestLevel) };
}

function runsOf(stretch: Stretch): Run[] {
  if ('letters' in stretch) return split(stretch.letters, stretch.looks);
  if ('open' in stretch.sign) return [{ text: '', opens: stretch.sign.open }];
  if ('close' in stretch.sign) return [{ text: '', closes: stretch.sign.close }];
  return [{ text: '', note: clean(stretch.looks.text ?? '').slice(0, longestNote) }];
}

function split(letters: string, { bold, italic }: Looks): Run[] {
  const words = clean(letters);
  const look = { ...(bold ? { bold: true as const } : {}), ...(italic ? { italic: true as const } : {}) };
  const runs: Run[] = [];
  for (let from = 0, to = 0; from < words.length; from = to) {
    to = from + longestRun;
    // Never between the halves of a character.
    if (/[\ud800-\udbff]/.test(words.charAt(to - 1))) to--;
    runs.push({ text: words.slice(from, to), ...look });
  }
  return runs;
}

/** Control characters cannot be printed, and some make a document that no program opens. */
function clean(words: string): string {
  return words.replace(/[\t\n\r]/g, ' ').replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
}

const isSignRun = ({ note, opens, closes }: Run) => note !== undefined || opens !== undefined || closes !== undefined;

/** Neighbours of one look become one run, as one would print them. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    const fits = last && !isSignRun(last) && !isSignRun(run) && last.bold === run.bold && last.italic === run.italic;
    if (fits && last.text.length + run.text.length <= longestRun) last.text += run.text;
    else out.push({ ...run });
  }
  return out;
}

/** Puts a prepared text in place of whatever stands in an empty draft; brackets are left to the server. */
export function writeDraft(doc: Y.Doc, { blocks }: DraftText): void {
  const text = textOf(doc);
  doc.transact(() => {
    if (text.length > 1) text.delete(1, text.length - 1);
    const [first, ...rest] = blocks;
    if (!first) return;
    setHead(text, 0, first);
    writeRuns(text, first.runs);
    appendBlocks(doc, rest);
  });
}

/** Adds prepared blocks after the last one. */
export function appendBlocks(doc: Y.Doc, blocks: readonly Block[]): void {
  const text = textOf(doc);
  doc.transact(() => {
    for (const block of blocks) {
      const at = text.length;
      text.insertEmbed(at, { p: block.id ?? newParagraphId() }, {});
      setHead(text, at, block);
      writeRuns(text, block.runs);
    }
  });
}

function setHead(text: Y.Text, at: number, { kind, level }: Block): void {
  if (kind !== 'paragraph') text.format(at, 1, { kind, ...(level > 0 ? { level } : {}) });
}

function writeRuns(text: Y.Text, runs: readonly Run[]): void {
  for (const { text: words, bold, italic, note } of runs) {
    if (words) text.insert(text.length, words, { ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) });
    if (note !== undefined)
      text.insertEmbed(text.length, { n: newParagraphId() }, { text: note.slice(0, longestNote) });
  }
}

/** Types words into a block at a place counted in its units; beyond the end they go to the end. */
export function typeWords(doc: Y.Doc, place: { block: number; at: number }, words: string): void {
  const text = textOf(doc);
  const breaks = stretchesOf(text).filter((each) => 'sign' in each && 'p' in each.sign);
  const start = breaks[place.block];
  if (!start) return;
  const end = breaks[place.block + 1]?.at ?? text.length;
  text.insert(Math.min(start.at + 1 + place.at, end), words, {});
}
