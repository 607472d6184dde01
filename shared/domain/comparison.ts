/** What changed between two texts, word by word, so that a person can read it: nothing of it is kept, it is reckoned anew. */

import { commonOf, increasing, isSign, keyOf, tokensOf, words } from './comparison/tokens.ts';
import type { Block, DraftText, Run } from './draftText.ts';

/** Words that stand together: in both texts, only in the later, or only in the earlier. Both ends of a move have its number. */
export interface Stretch {
  kind: 'same' | 'added' | 'removed';
  runs: Run[];
  move: number | null;
}

/**
 * A paragraph in the order of reading. `moved` stands where it is now, `left` where it was; both have the number of the move, and
 * the words are told where it is now.
 */
export interface ComparedBlock {
  kind: 'same' | 'changed' | 'added' | 'removed' | 'moved' | 'left';
  move: number | null;
  before: Block | null;
  after: Block | null;
  stretches: Stretch[];
}

export interface Comparison {
  blocks: ComparedBlock[];
  wordsAdded: number;
  wordsRemoved: number;
  paragraphsMoved: number;
  passagesMoved: number;
  bracketsOpened: number;
  bracketsClosed: number;
  /** Brackets that are in both and say another thing: doubted before, to be deleted now. */
  bracketsTurned: number;
}

/** A passage of fewer words that is taken out here and put in there was not moved, it only says the same. */
const leastMoved = 6;

/** Tells what became of one text on its way to another. */
export function compare(before: DraftText, after: DraftText): Comparison {
  const pairs = align(before.blocks, after.blocks);
  const blocks = inOrder(before.blocks, after.blocks, pairs);
  const paragraphsMoved = blocks.filter(({ kind }) => kind === 'moved').length;
  const passagesMoved = markPassages(blocks, paragraphsMoved);
  const stretches = blocks.flatMap((block) => block.stretches);
  const count = (kind: Stretch['kind']) =>
    stretches.reduce((sum, each) => sum + (each.kind === kind && each.move === null ? words(each.runs) : 0), 0);
  const [old, now] = [bracketKinds(before), bracketKinds(after)];
  return {
    blocks,
    wordsAdded: count('added'),
    wordsRemoved: count('removed'),
    paragraphsMoved,
    passagesMoved,
    bracketsOpened: [...now.keys()].filter((id) => !old.has(id)).length,
    bracketsClosed: [...old.keys()].filter((id) => !now.has(id)).length,
    bracketsTurned: [...now].filter(([id, kind]) => old.has(id) && old.get(id) !== kind).length,
  };
}

/** Whether the two texts read alike. */
export function isUnchanged(told: Comparison): boolean {
  return told.bracketsTurned === 0 && told.blocks.every(({ kind }) => kind === 'same');
}

/** One of the two texts, taken out of what was told: nothing got lost between them. */
export function sideOf({ blocks }: Comparison, side: 'before' | 'after'): Block[] {
  const foreign = side === 'before' ? 'added' : 'removed';
  const whole = (block: ComparedBlock): Run[] =>
    block.stretches.filter(({ kind }) => kind !== foreign).flatMap(({ runs }) => runs);
  return blocks.flatMap((block) => {
    if (side === 'after') return block.after && block.kind !== 'left' ? [{ ...block.after, runs: whole(block) }] : [];
    if (!block.before || block.kind === 'moved') return [];
    const told =
      block.kind === 'left' ? blocks.find((each) => each.kind === 'moved' && each.move === block.move) : block;
    return told ? [{ ...block.before, runs: whole(told) }] : [];
  });
}

function bracketKinds({ blocks, brackets }: DraftText): Map<string, string> {
  const kinds = new Map<string, string>();
  for (const { runs } of blocks)
    for (const { opens } of runs) if (opens !== undefined) kinds.set(opens, brackets?.[opens]?.kind ?? 'doubt');
  return kinds;
}

interface Pair {
  from: number;
  to: number;
  isMoved: boolean;
}

/** Which paragraph became which: by its id, else by its very words, else by most of them; and which of them changed places. */
function align(before: readonly Block[], after: readonly Block[]): Pair[] {
  const [was, is] = [before.map(profile), after.map(profile)];
  const [toOf, taken] = [new Map<number, number>(), new Set<number>()];
  const join = (from: number, to: number) => {
    toOf.set(from, to);
    taken.add(to);
  };
  for (const by of ['id', 'words'] as const) {
    const open = new Map<string, number[]>();
    for (const [to, each] of is.entries())
      if (!taken.has(to) && each[by]) open.set(each[by], [...(open.get(each[by]) ?? []), to]);
    for (const [from, each] of was.entries()) {
      const to = toOf.has(from) || !each[by] ? undefined : open.get(each[by])?.shift();
      if (to !== undefined) join(from, to);
    }
  }
  for (const [from, to] of alike(was, is, toOf, taken)) if (!toOf.has(from) && !taken.has(to)) join(from, to);
  const ordered = [...toOf].sort(([a], [b]) => a - b);
  const kept = increasing(ordered.map(([, to]) => to));
  return ordered.map(([from, to], at) => ({ from, to, isMoved: !kept.has(at) }));
}

interface Profile {
  id: string;
  words: string;
  set: Set<string>;
}

function profile({ id, runs }: Block): Profile {
  const said = runs
    .map(({ text }) => text)
    .join('')
    .trim();
  return {
    id: id ?? '',
    // An empty paragraph is the same as another empty one.
    words: `¶${said}`,
    set: new Set(
      tokensOf(runs)
        .map(({ text }) => text)
        .filter((each) => /[\p{L}\p{N}]/u.test(each)),
    ),
  };
}

/** Pairs of paragraphs that share at least half of their words, the most alike first. Too many are not looked through. */
function alike(was: Profile[], is: Profile[], toOf: Map<number, number>, taken: Set<number>): [number, number][] {
  const left = [...was.keys()].filter((from) => !toOf.has(from));
  const right = [...is.keys()].filter((to) => !taken.has(to));
  if (left.length * right.length > 40_000) return [];
  const found: [number, number, number][] = [];
  for (const from of left)
    for (const to of right) {
      const [a, b] = [was[from], is[to]];
      // What has an id on both sides and another one there is another paragraph.
      if (!a || !b || (a.id && b.id)) continue;
      let shared = 0;
      for (const each of a.set) if (b.set.has(each)) shared += 1;
      const share = (2 * shared) / (a.set.size + b.set.size || 1);
      if (share >= 0.5) found.push([from, to, share]);
    }
  return found.sort((a, b) => b[2] - a[2] || a[0] - b[0] || a[1] - b[1]).map(([from, to]) => [from, to]);
}

/** Both texts in one order of reading: what went stands before what came, between paragraphs that stayed where they were. */
function inOrder(before: readonly Block[], after: readonly Block[], pairs: readonly Pair[]): ComparedBlock[] {
  const [byFrom, byTo] = [
    new Map(pairs.map((pair) => [pair.from, pair])),
    new Map(pairs.map((pair) => [pair.to, pair])),
  ];
  const numbers = new Map(pairs.filter(({ isMoved }) => isMoved).map((pair, at) => [pair, at + 1]));
  const told: ComparedBlock[] = [];
  const budget = { cells: 20_000_000 };
  let [from, to] = [0, 0];
  for (const kept of [...pairs.filter(({ isMoved }) => !isMoved), null]) {
    for (; from < (kept?.from ?? before.length); from += 1) {
      const block = before[from];
      const pair = byFrom.get(from);
      if (block && pair)
        told.push({ kind: 'left', move: numbers.get(pair) ?? null, before: block, after: null, stretches: [] });
      else if (block) told.push({ ...lone('removed', block), before: block, after: null });
    }
    for (; to < (kept?.to ?? after.length); to += 1) {
      const block = after[to];
      const pair = byTo.get(to);
      const old = pair && before[pair.from];
      if (block && old) told.push({ ...both(old, block, budget), kind: 'moved', move: numbers.get(pair) ?? null });
      else if (block) told.push({ ...lone('added', block), before: null, after: block });
    }
    const [old, block] = kept ? [before[kept.from], after[kept.to]] : [];
    if (old && block) told.push(both(old, block, budget));
    from += 1;
    to += 1;
  }
  return told;
}

function lone(kind: 'added' | 'removed', { runs }: Block): Pick<ComparedBlock, 'kind' | 'move' | 'stretches'> {
  return { kind, move: null, stretches: runs.length > 0 ? [{ kind, runs, move: null }] : [] };
}

function both(before: Block, after: Block, budget: { cells: number }): ComparedBlock {
  const stretches = readable(commonOf(tokensOf(before.runs), tokensOf(after.runs), budget));
  const isSame = stretches.every(({ kind }) => kind === 'same') && setting(before) === setting(after);
  return { kind: isSame ? 'same' : 'changed', move: null, before, after, stretches };
}

const setting = ({ kind, level, status }: Block): string => `${kind} ${level} ${status ?? ''}`;

/** Joins changes that only a blank, a mark or one word parts, so that nobody reads confetti; a sign is never drawn in. */
function readable(steps: { kind: Stretch['kind']; run: Run }[]): Stretch[] {
  const stretches: Stretch[] = [];
  let [removed, added, same]: [Run[], Run[], Run[]] = [[], [], []];
  const flush = () => {
    if (removed.length > 0) stretches.push({ kind: 'removed', runs: removed, move: null });
    if (added.length > 0) stretches.push({ kind: 'added', runs: added, move: null });
    if (same.length > 0) stretches.push({ kind: 'same', runs: same, move: null });
    [removed, added, same] = [[], [], []];
  };
  for (const { kind, run } of steps) {
    if (kind === 'same') {
      same.push(run);
      continue;
    }
    const isChanging = removed.length + added.length > 0;
    const longest = removed.length > 0 && added.length > 0 ? 1 : 0;
    if (same.length > 0 && isChanging && !same.some(isSign) && words(same) <= longest) {
      removed.push(...same);
      added.push(...same);
      same = [];
    } else if (same.length > 0) flush();
    (kind === 'removed' ? removed : added).push(run);
  }
  flush();
  return stretches;
}

/** Marks what was taken out at one place and put in, word for word, at another; returns how many passages. */
function markPassages(blocks: readonly ComparedBlock[], numbered: number): number {
  // With its signs and its look: what lost a bracket on the way did not merely move.
  const said = ({ runs }: Stretch) =>
    tokensOf(runs)
      .filter((run) => isSign(run) || run.text.trim() !== '')
      .map(keyOf)
      .join();
  const gone = new Map<string, Stretch[]>();
  const stretches = blocks.flatMap((block) => block.stretches).filter(({ runs }) => words(runs) >= leastMoved);
  for (const each of stretches)
    if (each.kind === 'removed') gone.set(said(each), [...(gone.get(said(each)) ?? []), each]);
  let found = 0;
  for (const each of stretches) {
    const from = each.kind === 'added' ? gone.get(said(each))?.shift() : undefined;
    if (!from) continue;
    found += 1;
    from.move = each.move = numbered + found;
  }
  return found;
}
