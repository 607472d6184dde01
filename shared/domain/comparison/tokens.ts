import type { Run } from '../draftText.ts';

/** A word with its apostrophes and hyphens, one letter of a script that writes no blanks, blanks, or a mark. */
const units =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{N}\p{M}])+(?:[-'’](?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{N}\p{M}])+)*|\s+|[^\s\p{L}\p{N}\p{M}]|\p{M}/gu;

/** A sign of a bracket or the call of a note: it has no letters and is never taken apart. */
export const isSign = ({ opens, closes, note }: Run): boolean =>
  opens !== undefined || closes !== undefined || note !== undefined;

/** What makes two words the same word: their letters, their look and what they sign. */
export const keyOf = (run: Run): string =>
  JSON.stringify([run.text, run.bold ?? 0, run.italic ?? 0, run.opens ?? 0, run.closes ?? 0, run.note ?? 0]);

/** A paragraph cut into the smallest things that are compared, each a run of its own. */
export function tokensOf(runs: readonly Run[]): Run[] {
  return runs.flatMap((run) => (isSign(run) ? [run] : (run.text.match(units) ?? []).map((text) => ({ ...run, text }))));
}

/** How many words a passage has, as a reader counts. */
export function words(runs: readonly Run[]): number {
  return tokensOf(runs).filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length;
}

type Step = { kind: 'same' | 'added' | 'removed'; run: Run };

interface Unit {
  key: string;
  /** Stands for the key while two rows are compared: numbers are compared in no time, long keys are not. */
  code: number;
  runs: Run[];
}

/** The way from one row of tokens to another that leaves most of them; by sentences, then as a whole, where that is too dear. */
export function commonOf(before: readonly Run[], after: readonly Run[], budget: { cells: number }): Step[] {
  const single = (runs: readonly Run[]): Unit[] => runs.map((run) => ({ key: keyOf(run), code: 0, runs: [run] }));
  return (
    between(single(before), single(after), budget) ??
    between(sentences(before), sentences(after), budget) ?? [
      ...before.map((run): Step => ({ kind: 'removed', run })),
      ...after.map((run): Step => ({ kind: 'added', run })),
    ]
  );
}

function sentences(runs: readonly Run[]): Unit[] {
  const units: Unit[] = [];
  let held: Run[] = [];
  const close = () => {
    if (held.length > 0) units.push({ key: held.map(keyOf).join(), code: 0, runs: held });
    held = [];
  };
  for (const run of runs) {
    if (isSign(run)) close();
    held.push(run);
    if (isSign(run) || /^[.;:!?。；！？؟؛]$/u.test(run.text)) close();
  }
  close();
  return units;
}

function between(a: Unit[], b: Unit[], budget: { cells: number }): Step[] | null {
  let start = 0;
  while (start < a.length && start < b.length && a[start]?.key === b[start]?.key) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end)?.key === b.at(-1 - end)?.key) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  // Halving costs at most twice the table of both.
  const cost = 2 * left.length * right.length;
  if (cost > budget.cells) return null;
  budget.cells -= cost;
  const steps: Step[] = [];
  const put = (kind: Step['kind'], units: readonly Unit[]) => {
    for (const { runs } of units) for (const run of runs) steps.push({ kind, run });
  };
  // One way is reckoned for both directions, so that turning the question round turns the answer round.
  number([...left, ...right]);
  const isTurned = left.map(({ key }) => key).join() > right.map(({ key }) => key).join();
  put('same', a.slice(0, start));
  if (isTurned) halve(right, left, (kind, units) => put(turned(kind), units));
  else halve(left, right, put);
  put('same', a.slice(a.length - end));
  return steps;
}

function number(units: readonly Unit[]): void {
  const codes = new Map<string, number>();
  for (const unit of units) {
    const code = codes.get(unit.key) ?? codes.size;
    codes.set(unit.key, code);
    unit.code = code;
  }
}

const turned = (kind: Step['kind']): Step['kind'] =>
  kind === 'same' ? 'same' : kind === 'added' ? 'removed' : 'added';

/** Hirschberg: the longest common row in the memory of one line. */
function halve(
  a: readonly Unit[],
  b: readonly Unit[],
  put: (kind: Step['kind'], units: readonly Unit[]) => void,
): void {
  const [first] = a;
  if (!first || b.length === 0) {
    put('removed', a);
    put('added', b);
  } else if (a.length === 1) {
    const at = b.findIndex(({ code }) => code === first.code);
    if (at < 0) put('removed', a);
    put('added', b.slice(0, Math.max(at, 0)));
    if (at >= 0) put('same', a);
    put('added', b.slice(at + 1));
  } else {
    const half = a.length >> 1;
    const [head, tail] = [a.slice(0, half), a.slice(half)];
    const forth = lengths(head, b);
    const back = lengths([...tail].reverse(), [...b].reverse());
    let cut = 0;
    const at = (n: number) => (forth[n] ?? 0) + (back[b.length - n] ?? 0);
    for (let n = 1; n <= b.length; n += 1) if (at(n) > at(cut)) cut = n;
    halve(head, b.slice(0, cut), put);
    halve(tail, b.slice(cut), put);
  }
}

function lengths(a: readonly Unit[], b: readonly Unit[]): Uint32Array {
  let line = new Uint32Array(b.length + 1);
  for (const { code } of a) {
    const next = new Uint32Array(b.length + 1);
    for (let n = 1; n <= b.length; n += 1)
      next[n] = b[n - 1]?.code === code ? (line[n - 1] ?? 0) + 1 : Math.max(line[n] ?? 0, next[n - 1] ?? 0);
    line = next;
  }
  return line;
}

/** The places of a longest increasing row in a list: what of it kept its order. */
export function increasing(list: readonly number[]): Set<number> {
  const ends: number[] = [];
  const prior: (number | undefined)[] = [];
  for (const [at, value] of list.entries()) {
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((list[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    prior[at] = ends[low - 1];
    ends[low] = at;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = prior[at]) kept.add(at);
  return kept;
}
