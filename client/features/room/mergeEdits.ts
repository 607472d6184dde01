/** Joins what one has changed with what others changed meanwhile, so that neither is lost where both can stand. */
export function mergeEdits(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (isSame(base, theirs)) return mine;
  if (isList(mine) && isList(theirs)) return mergeLists(isList(base) ? base : [], mine, theirs);
  if (typeof mine === 'string' && typeof theirs === 'string')
    return mergeWords(typeof base === 'string' ? base : '', mine, theirs);
  return mine;
}

/** Whether two values of a field read the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

/** Theirs without what one has taken away, then what one has added. */
function mergeLists(base: unknown[], mine: unknown[], theirs: unknown[]): unknown[] {
  const holds = (list: unknown[], entry: unknown) => list.some((each) => isSame(each, entry));
  const kept = theirs.filter((entry) => holds(mine, entry) || !holds(base, entry));
  const added = mine.filter((entry) => !holds(base, entry) && !holds(kept, entry));
  return [...kept, ...added];
}

interface Replacement {
  from: number;
  to: number;
  words: string;
}

/** Both replacements where they stand apart or only add; where they cut into each other, one's own text as it is. */
function mergeWords(base: string, mine: string, theirs: string): string {
  const own = replacement(base, mine);
  const other = replacement(base, theirs);
  if (own.to <= other.from && own.from !== other.from) return replaced(theirs, own, 0);
  if (own.from >= other.to) return replaced(theirs, own, other.words.length - (other.to - other.from));
  return mine;
}

/** The one stretch in which a text differs from what it was. */
function replacement(before: string, after: string): Replacement {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start++;
  let end = 0;
  while (end < least - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { from: start, to: before.length - end, words: after.slice(start, after.length - end) };
}

function replaced(text: string, { from, to, words }: Replacement, shift: number): string {
  return text.slice(0, from + shift) + words + text.slice(to + shift);
}
