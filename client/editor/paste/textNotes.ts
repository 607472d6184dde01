/** Footnotes of a printed page: at its end stand texts with numbers, and within it the same numbers cling to words. */
import { longestNote } from '@shared/draft/draftShape.ts';
import { joinedLines } from './partedWords.ts';
import type { Line } from './textLines.ts';

/** A call in the text from now on: the note's key between two letters that no text has. */
const callOf = (key: string) => `\ue000${key}\ue001`;

const definition = /^(?:\[(\d{1,3})\]|(\d{1,3})\.?|([⁰¹²³⁴-⁹]{1,3}))\s+(?=[\p{Lu}\p{Lo}“"«(A-Z])/u;
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

export interface TextWithNotes {
  lines: Line[];
  /** The texts of the notes by the keys of their calls. */
  notes: ReadonlyMap<string, string>;
}

/** Takes the notes at the ends of pages out of the lines, and marks where they are called. */
export function takeTextNotes(all: readonly Line[]): TextWithNotes {
  const notes = new Map<string, string>();
  const lines = pagesOf(all.map((line) => ({ ...line, text: line.text.replace(/[\ue000\ue001]/g, '') }))).flatMap(
    (page) => takePage(page, notes),
  );
  return { lines, notes };
}

function pagesOf(lines: readonly Line[]): Line[][] {
  const pages: Line[][] = [[]];
  for (const line of lines) {
    if (line.isAfterPage) pages.push([]);
    pages.at(-1)?.push(line);
  }
  return pages;
}

/** Most lines that the notes of a page take, and most in which they are called. */
const mostNoteLines = 80;
const mostBodyLines = 400;

function takePage(page: Line[], notes: Map<string, string>): Line[] {
  for (let at = Math.max(1, page.length - mostNoteLines); at < page.length; at++) {
    if (!definition.test(page[at]?.text ?? '')) continue;
    const found = notesFrom(page.slice(at));
    const body =
      found &&
      markCalls(
        page.slice(0, at),
        found.map(({ n }) => n),
        notes.size,
      );
    if (!body) continue;
    for (const { text } of found) notes.set(String(notes.size), text);
    return body;
  }
  return page;
}

/** The notes that these lines are from first to last; null where they are anything else. */
function notesFrom(lines: readonly Line[]): { n: number; text: string }[] | null {
  const notes: { n: number; text: string }[] = [];
  for (const [at, line] of lines.entries()) {
    const last = notes.at(-1);
    const sign = definition.exec(line.text);
    const n = sign ? numberOf(sign) : 0;
    if (sign && (!last || n === last.n + 1)) notes.push({ n, text: line.text.slice(sign[0].length) });
    // What comes after an empty line is no part of a note.
    else if (!last || (line.isAfterGap && at > 0)) return null;
    else last.text = joinedLines(last.text, line.text, new Set());
  }
  return notes.every(({ text }) => text.length <= longestNote) ? notes : null;
}

function numberOf([, inBrackets, plain, high]: RegExpExecArray): number {
  if (high) return Number([...high].map((digit) => raised.indexOf(digit)).join(''));
  return Number(inBrackets ?? plain);
}

/** Behind a word or its punctuation; what is written like CO2 or G20 is a word itself. */
const clinging = '(?<=\\p{Ll}|\\p{Lo}|\\p{Lu}{4}|\\p{L}[.,;:)\\]”"’»]{1,2})';

/** The lines with each of these numbers marked as a call, once and in their order; null where one of them calls nothing. */
function markCalls(lines: readonly Line[], numbers: readonly number[], from: number): Line[] | null {
  const marked = lines.map((line) => ({ ...line }));
  let at = Math.max(0, lines.length - mostBodyLines);
  let column = 0;
  for (const [i, n] of numbers.entries()) {
    const high = [...String(n)].map((digit) => raised.charAt(Number(digit))).join('');
    const call = new RegExp(`${clinging}(?:\\[${n}\\]|${n}|${high})(?![\\p{L}\\p{N}%/-])`, 'gu');
    let found: RegExpExecArray | null = null;
    for (; at < marked.length; at++, column = 0) {
      call.lastIndex = column;
      found = call.exec(marked[at]?.text ?? '');
      if (found) break;
    }
    const line = marked[at];
    if (!found || !line) return null;
    const sign = callOf(String(from + i));
    line.text = line.text.slice(0, found.index) + sign + line.text.slice(found.index + found[0].length);
    column = found.index + sign.length;
  }
  return marked;
}
