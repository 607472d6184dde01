/** What people typed, made fit for a document: no character that XML forbids, no direction that leaks out of its place. */

const rightToLeftChar = '[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]';
const leftToRightLetter = '(?:(?![\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc])\\p{L})';
const rightToLeftStretch = new RegExp(`${rightToLeftChar}(?:(?:(?!${leftToRightLetter}).)*${rightToLeftChar})?`, 'gsu');
const leftToRightStretch = new RegExp(
  `${leftToRightLetter}(?:(?:(?!${rightToLeftChar}|\u200f).)*(?:${leftToRightLetter}|\\d))?`,
  'gsu',
);
const firstStrong = new RegExp(`(${rightToLeftChar})|${leftToRightLetter}`, 'u');

/** A stretch of text that is written in one direction. */
export interface Stretch {
  text: string;
  isRtl: boolean;
}

/** The text without control characters and half characters, with every bidirectional control closed again. */
export function printable(text: string): string {
  const clean = text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\ufffe\uffff]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd');
  return clean + closers(clean);
}

/** An override that somebody typed ends with what they typed, not with the line it is printed in. */
function closers(text: string): string {
  const open: string[] = [];
  for (const char of text) {
    if (/[\u202a\u202b\u202d\u202e]/.test(char)) open.push('\u202c');
    else if (/[\u2066-\u2068]/.test(char)) open.push('\u2069');
    else if (char === open.at(-1)) open.pop();
  }
  return open.reverse().join('');
}

/** Facts behind one another, each kept from the direction of its neighbours: a date does not run into a Latin name before it. */
export function inOneLine(facts: readonly string[], isRtl: boolean): string {
  return facts.filter(Boolean).join(isRtl ? '\u200f · \u200f' : ' · ');
}

/** Whether a text begins to be written from right to left; where nothing in it tells, as the document is. */
export function isRtlText(text: string, isRtlDocument: boolean): boolean {
  const found = firstStrong.exec(text);
  return found ? found[1] !== undefined : isRtlDocument;
}

/** Cuts a text where its direction changes, for word processors that keep a direction with each run. */
export function stretches(text: string, isRtlParagraph: boolean): Stretch[] {
  const foreign = isRtlParagraph ? leftToRightStretch : rightToLeftStretch;
  const found: Stretch[] = [];
  let from = 0;
  for (const match of text.matchAll(foreign)) {
    if (match.index > from) found.push({ text: settled(text.slice(from, match.index), found), isRtl: isRtlParagraph });
    found.push({ text: match[0], isRtl: !isRtlParagraph });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ text: settled(text.slice(from), found), isRtl: isRtlParagraph });
  return found;

  /** A number that comes after foreign words would be drawn to them; a mark of the paragraph's direction keeps it. */
  function settled(words: string, before: readonly Stretch[]): string {
    const mark = isRtlParagraph ? '\u200f' : '\u200e';
    return before.length > 0 && /^[^\p{L}\d]*\d/u.test(words) ? mark + words : words;
  }
}
