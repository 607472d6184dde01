import { layOut as layBlocks, type Piece, type SignPiece, type WordsPiece } from '@shared/domain/draftLayout.ts';
import type { Block, DraftText } from '@shared/domain/draftText.ts';

/** Words with the number of the footnote that is called behind them, or a sign; `within` names the brackets around it. */
export type LaidPiece = { key: string; within: SignPiece[] } & (
  | { piece: WordsPiece; noteNumber: number | null }
  | { piece: SignPiece }
);

/** A paragraph or an entry of a list, ready to be set. */
export interface LaidBlock {
  key: string;
  kind: Block['kind'];
  level: number;
  number: string | null;
  status: Block['status'] | null;
  pieces: LaidPiece[];
}

/** A draft ready to be set: its blocks and, in the order of their calls, its footnotes. */
export interface Layout {
  blocks: LaidBlock[];
  notes: string[];
}

/** Lays a draft out for a page: which brackets stand around what, footnotes numbered. */
export function layOut(draft: DraftText): Layout {
  const notes: string[] = [];
  const open: SignPiece[] = [];
  const laid = (piece: Piece, at: number): LaidPiece => {
    const key = `${at}`;
    if (piece.as === 'words')
      return { key, piece, within: [...open], noteNumber: piece.note === null ? null : notes.push(piece.note) };
    if (piece.as === 'closes') open.pop();
    const within = [...open];
    if (piece.as === 'opens') open.push(piece);
    return { key, piece, within };
  };
  const blocks = layBlocks(draft).map(({ kind, level, number, status, pieces }, at) => ({
    ...{ key: `${at}`, kind, level: kind === 'paragraph' ? 0 : level },
    ...{ number: number ?? null, status: status ?? null, pieces: pieces.map(laid) },
  }));
  return { blocks, notes };
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
