/** Pasted plain text as blocks of a draft: a page's hard line ends are undone, what only frames the page is left out. */

import { endsInHyphen, joinedLines, knownWords } from './partedWords.ts';
import { cleanBlocks, type PastedBlock, type PastedRun } from './pasted.ts';
import { type Line, linesOf, widthOf } from './textLines.ts';
import { entryAt, type OpenLists } from './textLists.ts';
import { takeTextNotes } from './textNotes.ts';

/** The blocks that some plain text holds. */
export function blocksOfText(text: string): PastedBlock[] {
  const { lines, notes } = takeTextNotes(linesOf(text));
  const known = knownWords(lines);
  const measure = measureOf(lines);
  const blocks: { block: PastedBlock; text: string }[] = [];
  let lists: OpenLists = [];
  let last: Line | null = null;
  for (const line of lines) {
    const entry = entryAt(line.text, lists, last === null || mayEnd(last, line, measure));
    const open = blocks.at(-1);
    if (entry) {
      lists = entry.lists;
      blocks.push({ block: { kind: entry.kind, level: entry.level, runs: [] }, text: entry.text });
    } else if (open && last && goesOn(last, line, measure)) open.text = joinedLines(open.text, line.text, known);
    else {
      lists = [];
      blocks.push({ block: { kind: null, level: 0, runs: [] }, text: line.text });
    }
    last = line;
  }
  return cleanBlocks(blocks.map(({ block, text }) => ({ ...block, runs: runsOf(text, notes) })));
}

/** How wide the lines are where the text was broken into lines to fit a page; null where a line is a paragraph. */
function measureOf(lines: readonly Line[]): number | null {
  const most = lines.reduce((width, { text }) => Math.max(width, widthOf(text)), 0);
  if (most < 30 || most > 180) return null;
  const isBroken = lines.some(({ text }, at) => {
    const next = lines[at + 1];
    return (
      next && !next.isAfterGap && widthOf(text) > 0.6 * most && isCutOff(text) && !/^[\p{Lu}•*–-]/u.test(next.text)
    );
  });
  return isBroken ? most : null;
}

const endOfSentence = /[.!?:;…。！？：；؟؛।][)\]"'”’»]*(?:\ue000\d+\ue001|[\d¹²³⁰⁴-⁹]{0,3})$/;
/** Whether a line ends within a sentence. */
const isCutOff = (text: string) => !endOfSentence.test(text.slice(-12));

const isFull = ({ text }: Line, measure: number) => widthOf(text) > 0.7 * measure;

/** Whether a paragraph may have ended with a line, as far as the line and what follows it tell. */
function mayEnd(before: Line, line: Line, measure: number | null): boolean {
  return line.isAfterGap || measure === null || !isCutOff(before.text) || !isFull(before, measure);
}

/** Whether a line goes on with the paragraph of the one before. */
function goesOn(before: Line, line: Line, measure: number | null): boolean {
  if (measure === null) return false;
  const isSmall = /^\p{Ll}/u.test(line.text);
  if (line.isAfterGap) return line.isAfterPage && isCutOff(before.text) && (isSmall || isFull(before, measure));
  return isFull(before, measure) || (isSmall && isCutOff(before.text)) || endsInHyphen(before.text);
}

/** Words with the notes that they call put where they call them. */
function runsOf(text: string, notes: ReadonlyMap<string, string>): PastedRun[] {
  const plain = (words: string): PastedRun => ({ text: words, bold: false, italic: false });
  return text
    .split(/(\ue000\d+\ue001)/)
    .map((part) => (part.startsWith('\ue000') ? { note: notes.get(part.slice(1, -1)) ?? '' } : plain(part)));
}
