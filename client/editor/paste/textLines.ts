/** The lines of pasted plain text, without what only frames a page. */

export interface Line {
  text: string;
  /** An empty line stands before it, or a page has ended. */
  isAfterGap: boolean;
  isAfterPage: boolean;
}

/** Characters of Chinese and its neighbours are as wide as two. */
export const widthOf = (text: string) =>
  text.length + (text.match(/[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0);

const pageOfPages =
  /^(?:page\s+|página\s+|стр\.\s*)?[-–—]?\s*\d{1,4}\s*(?:\/|of|de|sur|из)\s*\d{1,4}\s*[-–—]?$|^[-–—]\s*\d{1,4}\s*[-–—]$|^page\s+\d{1,4}$/i;
/** The job number that stands beside the page's. */
const jobNumber = /\s*\b(?:[A-Z]{2,3}\.)?\d{2}-\d{5}(?:\s*\([A-Z]\))?\s*/;
const bareNumber = /^\d{1,4}$/;
/** A document's symbol or job number alone: A/CONF.231/L.1, GE.17-06234(E), 17-06234. */
const symbol = /^(?:[A-Z]{1,6}(?:[/.][A-Z0-9.()-]+)+|\d{2}-\d{5}(?:\s*\([A-Z]\))?)$/;

/** The lines with words, each with what stands before it. */
export function linesOf(text: string): Line[] {
  const rows = text
    .replace(/\f/g, '\n\f\n')
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map((row) => (row === '\f' ? row : row.replace(/[\s\u00a0\ufeff\u200b]+/g, ' ').trim()));
  const frames = framesIn(rows);
  const lines: Line[] = [];
  let isAfterGap = false;
  let isAfterPage = false;
  for (const [at, row] of rows.entries()) {
    if (row === '') isAfterGap = true;
    else if (frames.has(at)) isAfterPage = true;
    else {
      lines.push({ text: row, isAfterGap: isAfterGap || isAfterPage, isAfterPage });
      isAfterGap = isAfterPage = false;
    }
  }
  return lines;
}

/** Which rows are page numbers, running heads and page ends, where that is plain to see. */
function framesIn(rows: readonly string[]): ReadonlySet<number> {
  const frames = new Set<number>();
  for (const [at, row] of rows.entries())
    if (row === '\f' || pageOfPages.test(row.replace(jobNumber, ''))) frames.add(at);
  for (const at of countedUp(rows)) frames.add(at);
  // The text's own beginning is where a page begins.
  const isBeside = (at: number) =>
    isFrame(rows, frames, at, 1) ||
    isFrame(rows, frames, at, -1) ||
    (frames.size > 0 && (at === 0 || frames.has(at - 1)));
  const heads = repeated(rows);
  // A head may have two lines: the second is beside the first.
  for (let round = 0; round < 2; round++)
    for (const [at, row] of rows.entries())
      if (!frames.has(at) && row && isBeside(at) && (symbol.test(row) || heads.has(shapeOf(row)))) frames.add(at);
  return frames;
}

function isFrame(rows: readonly string[], frames: ReadonlySet<number>, from: number, by: 1 | -1): boolean {
  let at = from + by;
  while (rows[at] === '') at += by;
  return frames.has(at);
}

/** Numbers that stand alone and count up by one: the pages'. */
function countedUp(rows: readonly string[]): number[] {
  const found: number[] = [];
  const alone = rows.flatMap((row, at) => (bareNumber.test(row) ? [{ at, n: Number(row) }] : []));
  for (const [i, { at, n }] of alone.entries()) {
    const isNext = (other: { at: number; n: number } | undefined, by: number) =>
      other !== undefined && other.n === n + by && Math.abs(other.at - at) > 2;
    if (isNext(alone[i - 1], -1) || isNext(alone[i + 1], 1) || isAmid(rows, at)) found.push(at);
  }
  return found;
}

/** Whether a number stands in the middle of a sentence that goes on behind it. */
function isAmid(rows: readonly string[], at: number): boolean {
  const before = rows[at - 1] || rows[at - 2] || '';
  const after = rows[at + 1] || rows[at + 2] || '';
  return before.length > 30 && /[\p{L},-]$/u.test(before) && /^\p{Ll}/u.test(after);
}

const shapeOf = (row: string) => row.replace(/\d+/g, '#');

/** Lines that come again, but for their numbers. */
function repeated(rows: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const row of rows)
    if (row && row !== '\f' && row.length < 80 && !/[.;:]$/.test(row)) {
      const shape = shapeOf(row);
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
  return new Set([...counts].flatMap(([shape, n]) => (n > 1 ? [shape] : [])));
}
