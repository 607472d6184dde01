/** An amendment against a text that has changed since: what other amendments did to it stays, as far as both can stand. */

import { commonOf, keyOf, tokensOf } from '../comparison/tokens.ts';
import { compare } from '../comparison.ts';
import type { Block, DraftText } from '../draftText.ts';
import { type Change, effective, wordsOf } from './changes.ts';

/** The changes by the places of another text, or the paragraphs on which they no longer fit (by their place in the old one). */
export type Rebased = { changes: Change[] } | { stale: number[] };

/** Carries changes of one text over to a later one. */
export function rebase(before: DraftText, changes: readonly Change[], now: DraftText): Rebased {
  const pairs = pairsOf(before, now);
  const stale: number[] = [];
  const carried = changes.flatMap((change): Change[] => {
    if (change.as === 'add') return [{ ...change, after: placeAfter(change.after, pairs) }];
    const to = pairs.get(change.block);
    const [was, is] = [before.blocks[change.block], to === undefined ? undefined : now.blocks[to]];
    if (was && is && to !== undefined) {
      if (signature(was) === signature(is)) return [{ ...change, block: to }];
      const merged = change.as === 'revise' ? mergedWords(wordsOf(was), wordsOf(is), change.text) : null;
      if (merged !== null) return [{ as: 'revise', block: to, text: merged }];
    }
    stale.push(change.block);
    return [];
  });
  if (stale.length > 0) return { stale };
  const left = effective(now, carried);
  return left.length > 0
    ? { changes: left }
    : { stale: changes.map((each) => (each.as === 'add' ? each.after : each.block)) };
}

/** Which paragraph became which, by place. */
function pairsOf(before: DraftText, now: DraftText): Map<number, number> {
  const [from, to] = [placesOf(before), placesOf(now)];
  const pairs = new Map<number, number>();
  for (const block of compare(before, now).blocks) {
    const [was, is] = [block.before && from.get(block.before), block.after && to.get(block.after)];
    if (typeof was === 'number' && typeof is === 'number') pairs.set(was, is);
  }
  return pairs;
}

const placesOf = ({ blocks }: DraftText): Map<Block, number> => new Map(blocks.map((block, at) => [block, at]));

/** After the same paragraph; where that is gone, after the last one before it that stands. */
function placeAfter(after: number, pairs: ReadonlyMap<number, number>): number {
  for (let at = after; at >= 0; at -= 1) {
    const to = pairs.get(at);
    if (to !== undefined) return to;
  }
  return -1;
}

const signature = ({ runs }: Block): string => tokensOf(runs).map(keyOf).join();

interface Hunk {
  from: number;
  to: number;
  put: string;
}

/** What two revisions of one paragraph say together; null where they meet in the same words. */
function mergedWords(before: string, one: string, other: string): string | null {
  const [ours, theirs] = [hunksOf(before, one), hunksOf(before, other)];
  const fresh = ours.filter((each) => !theirs.some((known) => isSame(each, known)));
  if (fresh.some((a) => theirs.some((b) => a.from <= b.to && b.from <= a.to))) return null;
  const tokens = tokensOf([{ text: before }]).map(({ text }) => text);
  const all = [...fresh, ...theirs].sort((a, b) => a.from - b.from);
  let [at, said] = [0, ''];
  for (const { from, to, put } of all) {
    said += tokens.slice(at, from).join('') + put;
    at = to;
  }
  return (said + tokens.slice(at).join('')).trim();
}

const isSame = (a: Hunk, b: Hunk) => a.from === b.from && a.to === b.to && a.put === b.put;

/** The stretches of a text that another one replaces. */
function hunksOf(before: string, after: string): Hunk[] {
  const steps = commonOf(tokensOf([{ text: before }]), tokensOf([{ text: after }]), { cells: 20_000_000 });
  const hunks: Hunk[] = [];
  let at = 0;
  let isOpen = false;
  for (const { kind, run } of steps) {
    if (kind === 'same') {
      at += 1;
      isOpen = false;
      continue;
    }
    if (!isOpen) hunks.push({ from: at, to: at, put: '' });
    isOpen = true;
    const hunk = hunks[hunks.length - 1];
    if (!hunk) continue;
    if (kind === 'added') hunk.put += run.text;
    else {
      at += 1;
      hunk.to = at;
    }
  }
  return hunks;
}
