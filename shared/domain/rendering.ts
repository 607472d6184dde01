/** Three renderings of one text for people: a compilation with attributions, the text without them, and clean text (practice.md §14). */
import { attributionOf, type BracketWording, type LaidBlock, layOut, type Piece } from './draftLayout.ts';
import type { BracketKind, DraftText } from './draftText.ts';
import { listMarker } from './listMarkers.ts';

/** What stands in the way of clean text: an open bracket, its paragraph and its words. */
export interface StandingBracket {
  id: string;
  kind: BracketKind;
  /** Which of its alternatives it is (REN-8). */
  number: number | null;
  paragraph: string | null;
  words: string;
}

export type Clean = { ok: true; text: string } | { ok: false; open: StandingBracket[] };

// Around what is written in another direction than the text: first strong isolate, pop directional isolate.
const isolated = (words: string) => `\u2068${words}\u2069`;

/** Every bracket with its kind and who stands how to it (REN-1); attributions are isolated, so that they disturb no other direction (REN-4). */
export function compilation(draft: DraftText, wording: BracketWording): string {
  return linesOf(
    draft,
    (piece, before) => {
      if (piece.as === 'opens') return `[${labelled(piece.facts.kind, piece.number, wording)}`;
      if (piece.as === 'words') return piece.text;
      const who = attributionOf(piece.facts, wording);
      return who ? `${/[[\s]$/.test(before) ? '' : ' '}${isolated(`(${who})`)}]` : ']';
    },
    wording,
  );
}

/** The same text with its brackets and alternatives, and nobody's name (REN-2). */
export function unattributed(draft: DraftText, wording: BracketWording): string {
  return linesOf(
    draft,
    (piece) => {
      if (piece.as === 'opens') return `[${labelled(piece.facts.kind, piece.number, wording)}`;
      return piece.as === 'words' ? piece.text : ']';
    },
    wording,
  );
}

/** The text as it would be adopted; refused with the list while a bracket is open (REN-3). */
export function clean(draft: DraftText): Clean {
  const open = standing(draft);
  if (open.length > 0) return { ok: false, open };
  return { ok: true, text: linesOf(draft, (piece) => (piece.as === 'words' ? piece.text : '')) };
}

function labelled(kind: BracketKind, number: number | null, { label }: BracketWording): string {
  const words = label(kind, number ?? 1);
  return words ? `${words} ` : '';
}

/** The open brackets of a text in the order of their opening. */
function standing(draft: DraftText): StandingBracket[] {
  const found = new Map<string, StandingBracket>();
  const around: StandingBracket[] = [];
  let paragraph: string | null = null;
  for (const { kind, number, pieces } of layOut(draft)) {
    // A list belongs to the paragraph above it.
    if (kind === 'paragraph') paragraph = number ?? null;
    for (const each of around) each.words += ' ';
    for (const piece of pieces) {
      if (piece.as === 'closes') around.pop();
      else if (piece.as === 'words') for (const each of around) each.words += piece.text;
      else {
        const bracket = { id: piece.id, kind: piece.facts.kind, number: piece.number, paragraph, words: '' };
        found.set(piece.id, bracket);
        around.push(bracket);
      }
    }
  }
  return [...found.values()].map((bracket) => ({ ...bracket, words: bracket.words.trim() }));
}

/** A line per block; `write` knows what stands before a piece in its line. What is agreed is said where there is a wording for it. */
function linesOf(draft: DraftText, write: (piece: Piece, before: string) => string, wording?: BracketWording): string {
  const counts: number[] = [];
  const notes: string[] = [];
  const lines = layOut(draft).map((block) => {
    let line = leadOf(block, counts);
    for (const piece of block.pieces) {
      line += write(piece, line);
      if (piece.as !== 'words' || piece.note === null) continue;
      // The mark of a footnote follows the word, not the blank after it.
      const words = line.trimEnd();
      const mark = superscript(notes.push(piece.note));
      line = piece.text === '' ? line + mark : words + mark + line.slice(words.length);
    }
    return block.status && wording ? `${line} ${isolated(`(${wording.status(block.status)})`)}` : line;
  });
  return [...lines, ...notes.map((note, at) => `${superscript(at + 1)} ${note}`)].join('\n');
}

// A number in parentheses would be an entry of a list, one in brackets a bracket.
const superscript = (n: number) => [...String(n)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))).join('');

/** What stands before a block's words: its number, or the sign of its list. */
function leadOf({ kind, level, number }: LaidBlock, counts: number[]): string {
  if (kind === 'paragraph') {
    counts.length = 0;
    return number === undefined ? '' : `${number}. `;
  }
  counts.length = Math.min(counts.length, level + 1);
  const at = kind === 'numbered' ? (counts[level] ?? 0) : 0;
  if (kind === 'numbered') counts[level] = at + 1;
  return `${'  '.repeat(level + 1)}${kind === 'numbered' ? listMarker(level, at) : '–'} `;
}
