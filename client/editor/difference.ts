/** What an edit in the editor does to the shared text: the fewest units taken away, put in, or given another look. */
import { isBracketSign } from '@shared/draft/draftShape.ts';
import type { Looks } from '@shared/draft/units.ts';
import type { Node } from 'prosemirror-model';
import { type Unit, unitAt, unitsBetween } from './flatText.ts';

/** A change at a place of the old text, `at` counted in its units; told from the last place to the first. */
export type Change =
  | { at: number; remove: number; insert: Unit[] }
  | { at: number; length: number; looks: Record<string, unknown> };

/** Every change between two documents, from the end to the beginning, so that the places before stay true. */
export function changesBetween(before: Node, after: Node): Change[] {
  const start = before.content.findDiffStart(after.content);
  const end = before.content.findDiffEnd(after.content);
  if (start === null || !end) return [];
  // Where the same letters stand on both sides of a change the two ends pass each other.
  const passed = Math.max(0, start - Math.min(end.a, end.b));
  const from = unitAt(before, start);
  const old = unitsBetween(before, from, unitAt(before, Math.min(end.a + passed, before.content.size)));
  const now = unitsBetween(after, from, unitAt(after, Math.min(end.b + passed, after.content.size)));
  return align(old, now, from, [isBracket, isAnySign]).reverse();
}

const isBracket = ({ sign }: Unit) => isBracketSign(sign);
const isAnySign = ({ sign }: Unit) => sign !== null;

/** Splits both sides where the same sign stands in both; brackets first, because they are never moved. */
function align(old: Unit[], now: Unit[], at: number, anchors: readonly ((unit: Unit) => boolean)[]): Change[] {
  const [isAnchor, ...finer] = anchors;
  if (!isAnchor) return replaced(old, now, at);
  const places = new Map(now.flatMap((unit, place) => (isAnchor(unit) ? [[unit.key, place] as const] : [])));
  const changes: Change[] = [];
  let oldFrom = 0;
  let nowFrom = 0;
  for (const [oldAt, unit] of old.entries()) {
    const nowAt = isAnchor(unit) ? places.get(unit.key) : undefined;
    if (nowAt === undefined || nowAt < nowFrom) continue;
    changes.push(...align(old.slice(oldFrom, oldAt), now.slice(nowFrom, nowAt), at + oldFrom, finer));
    changes.push(...looksChanged([unit], now.slice(nowAt, nowAt + 1), at + oldAt));
    oldFrom = oldAt + 1;
    nowFrom = nowAt + 1;
  }
  return [...changes, ...align(old.slice(oldFrom), now.slice(nowFrom), at + oldFrom, finer)];
}

/** What is alike at both ends stays; what is between goes, and what stands there now comes. */
function replaced(old: Unit[], now: Unit[], at: number): Change[] {
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head]?.key === now[head]?.key) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail]?.key === now[now.length - 1 - tail]?.key) tail++;
  const remove = old.length - head - tail;
  const insert = now.slice(head, now.length - tail);
  const changes = looksChanged(old.slice(0, head), now.slice(0, head), at);
  if (remove > 0 || insert.length > 0) changes.push({ at: at + head, remove, insert });
  return [
    ...changes,
    ...looksChanged(old.slice(old.length - tail), now.slice(now.length - tail), at + old.length - tail),
  ];
}

function looksChanged(old: readonly Unit[], now: readonly Unit[], at: number): Change[] {
  const changes: { at: number; length: number; looks: Record<string, unknown> }[] = [];
  for (const [place, { looks }] of old.entries()) {
    const difference = lookDifference(looks, now[place]?.looks ?? looks);
    if (!difference) continue;
    const last = changes.at(-1);
    const goesOn = last && last.at + last.length === at + place && isSameLook(last.looks, difference);
    if (goesOn) last.length++;
    else changes.push({ at: at + place, length: 1, looks: difference });
  }
  return changes;
}

const isSameLook = (one: Record<string, unknown>, other: Record<string, unknown>) =>
  JSON.stringify(one) === JSON.stringify(other);

function lookDifference(old: Looks, now: Looks): Record<string, unknown> | null {
  if (old === now) return null;
  const names = new Set([...Object.keys(old), ...Object.keys(now)] as (keyof Looks)[]);
  const changed = [...names].filter((name) => old[name] !== now[name]);
  return changed.length > 0 ? Object.fromEntries(changed.map((name) => [name, now[name] ?? null])) : null;
}
