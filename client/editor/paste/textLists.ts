/**
 * Entries of lists in plain text: told by what stands before them, and only where the list begins at its beginning. Capitals
 * stand before headings and names as often as before entries: they stay as they are.
 */

type Style = string;

/** The lists that are open at a line, the outermost first, each with the number of its last entry. */
export type OpenLists = readonly { style: Style; n: number }[];

export interface TextEntry {
  kind: 'bullet' | 'numbered';
  level: number;
  /** The words without their sign. */
  text: string;
  lists: OpenLists;
}

const bullet = /^([•·▪▫◦‣●○■□➢➤✓✔\uf0b7\uf0a7\uf0d8]|[-–—*](?= ))\s*(?=\S)/;
const numbered = /^(\(?)(\d{1,3}|[a-z]|[ivxlc]{1,6}|[\u0621-\u064a])([.)])\s+(?=\S)/;

/** The entry that a line begins, if it does; a dash within a sentence is none. */
export function entryAt(line: string, lists: OpenLists, mayBegin: boolean): TextEntry | null {
  const sign = bullet.exec(line);
  if (sign) {
    const style = `bullet ${sign[1]}`;
    if (!mayBegin && /^[-–—*]/.test(line) && !lists.some((list) => list.style === style)) return null;
    return placed('bullet', style, 1, line.slice(sign[0].length), lists);
  }
  const found = numbered.exec(line);
  if (!found) return null;
  const [whole, open = '', label = '', close = ''] = found;
  for (const { style, n } of readings(label)) {
    const named = `${open}${style}${close}`;
    const isNext = lists.some((list) => list.style === named && list.n === n - 1);
    if (isNext || (n === 1 && mayBegin)) return placed('numbered', named, n, line.slice(whole.length), lists);
  }
  return null;
}

function placed(kind: TextEntry['kind'], style: Style, n: number, text: string, lists: OpenLists): TextEntry {
  const known = lists.findIndex((list) => list.style === style);
  const level = known < 0 ? lists.length : known;
  return { kind, level, text, lists: [...lists.slice(0, level), { style, n }] };
}

/** What a label may count as: "i" is the ninth letter or the first number. */
function readings(label: string): { style: Style; n: number }[] {
  if (/^\d/.test(label)) return [{ style: 'digit', n: Number(label) }];
  const found = [
    { style: 'letter', n: 'abcdefghijklmnopqrstuvwxyz'.indexOf(label) + 1 },
    { style: 'abjad', n: 'أبجدهوزحطيكلمنسعفصقرشت'.indexOf(label) + 1 },
    { style: 'roman', n: romanOf(label) },
  ];
  return found.filter(({ n }) => n > 0 && label.length > 0);
}

const romanSigns: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanOf(letters: string): number {
  if (!/^(?=.)c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(letters)) return 0;
  const values = [...letters].map((letter) => romanSigns[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
