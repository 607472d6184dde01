import type { Block, DraftText, Run } from '@shared/domain/draftText.ts';

/** Runs that stand together: plain, or inside one bracket that may go on in the next paragraph. */
export interface Piece {
  key: string;
  runs: { key: string; run: Run; noteNumber: number | null }[];
  bracket: { id: string; by: string | null; opens: boolean; closes: boolean } | null;
}

/** A paragraph or an entry of a list, ready to be set. */
export interface LaidBlock {
  key: string;
  kind: Block['kind'];
  level: number;
  pieces: Piece[];
}

/** A draft ready to be set: its blocks and, in the order of their calls, its footnotes. */
export interface Layout {
  blocks: LaidBlock[];
  notes: string[];
}

/** Gathers a draft's runs into brackets with one opening and one closing sign each, and numbers its footnotes. */
export function layOut({ blocks }: DraftText): Layout {
  const notes: string[] = [];
  const laid = blocks.map((block, at) => ({
    key: `${at}`,
    kind: block.kind,
    level: block.kind === 'paragraph' ? 0 : block.level,
    pieces: piecesOf(block.runs, notes),
  }));
  const before = (at: number) => laid[at - 1]?.pieces.at(-1)?.bracket;
  for (const [at, { pieces }] of laid.entries()) {
    const first = pieces[0]?.bracket;
    const last = before(at);
    // A bracket that fills the end of one paragraph and the beginning of the next is one bracket.
    if (first && last && first.id === last.id) {
      first.opens = false;
      last.closes = false;
    }
  }
  return { blocks: laid, notes };
}

function piecesOf(runs: readonly Run[], notes: string[]): Piece[] {
  const pieces: Piece[] = [];
  for (const [at, run] of runs.entries()) {
    const noteNumber = run.note ? notes.push(run.note) : null;
    const laidRun = { key: `${at}`, run, noteNumber };
    const last = pieces.at(-1);
    if (last && (last.bracket?.id ?? null) === (run.bracket?.id ?? null)) last.runs.push(laidRun);
    else
      pieces.push({
        key: `${at}`,
        runs: [laidRun],
        bracket: run.bracket ? { ...run.bracket, opens: true, closes: true } : null,
      });
  }
  return pieces;
}

/** Blocks as they nest on a page: paragraphs, and lists of entries that may hold lists. */
export type Node =
  | { kind: 'paragraph'; block: LaidBlock }
  | { kind: 'bullet' | 'numbered'; key: string; entries: Entry[] };

/** One entry of a list with the lists below it. */
export interface Entry {
  block: LaidBlock;
  below: Node[];
}

/** Nests consecutive entries of lists by their levels. */
export function nest(blocks: readonly LaidBlock[], level = 0): Node[] {
  const nodes: Node[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as LaidBlock;
    if (block.kind === 'paragraph') {
      nodes.push({ kind: 'paragraph', block });
      at += 1;
      continue;
    }
    // What is deeper than this entry belongs to it, up to the next entry of its level or the next paragraph.
    const end = blocks.findIndex(
      (next, i) => i > at && (next.kind === 'paragraph' || next.level <= Math.max(level, block.level)),
    );
    const below = nest(blocks.slice(at + 1, end < 0 ? blocks.length : end), block.level + 1);
    const last = nodes.at(-1);
    if (last && last.kind === block.kind) last.entries.push({ block, below });
    else nodes.push({ kind: block.kind, key: block.key, entries: [{ block, below }] });
    at = end < 0 ? blocks.length : end;
  }
  return nodes;
}
