/** What an amendment does to a text: tracked changes, paragraph by paragraph, and the text that comes of them. */
import * as z from 'zod/mini';
import { commonOf, isSign, keyOf, tokensOf, words } from '../comparison/tokens.ts';
import type { Block, DraftText, Run } from '../draftText.ts';

const Place = z.int().check(z.minimum(0), z.maximum(1_999));
const Words = z.string().check(z.trim(), z.minLength(1), z.maxLength(20_000), z.regex(/^[^\n\r]*$/));

/** One paragraph revised or deleted, by its place in the text that is amended, or a new one after it; -1 is before the first. */
export const Change = z.union([
  z.strictObject({ as: z.literal('revise'), block: Place, text: Words }),
  z.strictObject({ as: z.literal('delete'), block: Place }),
  z.strictObject({ as: z.literal('add'), after: z.int().check(z.minimum(-1), z.maximum(1_999)), text: Words }),
]);
export type Change = z.infer<typeof Change>;

/** The words of a paragraph. */
export const wordsOf = ({ runs }: Block): string => runs.map(({ text }) => text).join('');

/** Places that the text does not have, or that are changed twice. */
export function misplaced({ blocks }: DraftText, changes: readonly Change[]): number[] {
  const seen = new Set<number>();
  return changes.flatMap((change) => {
    const at = change.as === 'add' ? change.after : change.block;
    if (at >= blocks.length) return [at];
    if (change.as === 'add') return [];
    const isTwice = seen.has(at);
    seen.add(at);
    return isTwice ? [at] : [];
  });
}

/** The changes that change anything: a paragraph revised to its own words is left out. */
export function effective({ blocks }: DraftText, changes: readonly Change[]): Change[] {
  return changes.filter((change) => {
    const block = change.as === 'revise' ? blocks[change.block] : undefined;
    return change.as !== 'revise' || !block || wordsOf(block).trim() !== change.text.trim();
  });
}

/** The text with the changes made; `nameOf` names the paragraphs that are new, counted from 1. */
export function amendedText(draft: DraftText, changes: readonly Change[], nameOf: (n: number) => string): DraftText {
  let fresh = 0;
  const added = (after: number, like: Block | undefined) =>
    changes.flatMap((change): Block[] => {
      if (change.as !== 'add' || change.after !== after) return [];
      fresh += 1;
      const { kind = 'paragraph', level = 0 } = like ?? {};
      return [{ id: nameOf(fresh), kind, level, runs: [{ text: change.text }] }];
    });
  const blocks = draft.blocks.flatMap((block, at) => {
    const change = changes.find((each) => each.as !== 'add' && each.block === at);
    const kept = change?.as === 'delete' ? [] : [change?.as === 'revise' ? withWords(block, change.text) : block];
    return [...kept, ...added(at, block)];
  });
  return withoutLostBrackets({ ...draft, blocks: [...added(-1, draft.blocks[0]), ...blocks] });
}

/** Whether every bracket that opens in a text closes in it, and the other way round. */
export function hasWholeBrackets({ blocks }: DraftText): boolean {
  const open: string[] = [];
  for (const { opens, closes } of blocks.flatMap(({ runs }) => runs)) {
    if (closes !== undefined && open.pop() !== closes) return false;
    if (opens !== undefined) open.push(opens);
  }
  return open.length === 0;
}

function withoutLostBrackets(draft: DraftText): DraftText {
  const { brackets, ...rest } = draft;
  if (!brackets) return draft;
  const open = new Set(draft.blocks.flatMap(({ runs }) => runs.flatMap(({ opens }) => opens ?? [])));
  return { ...rest, brackets: Object.fromEntries(Object.entries(brackets).filter(([id]) => open.has(id))) };
}

/** A paragraph with other words: those that stay keep their look, and no sign of a bracket or call of a note gets lost. */
function withWords(block: Block, text: string): Block {
  const { status: _, ...kept } = block; // What is amended is no longer the wording that a room agreed on.
  const tokens = tokensOf(block.runs);
  const letters = tokens.filter((token) => !isSign(token));
  const steps = commonOf(plain(letters), plain(tokensOf([{ text }])), { cells: 20_000_000 });
  const runs: Run[] = [];
  let at = 0;
  const signs = (isAhead: boolean) => {
    for (let sign = tokens[at]; sign && isSign(sign) && (isAhead || sign.opens === undefined); sign = tokens[at]) {
      runs.push(sign);
      at += 1;
    }
  };
  for (const { kind, run } of steps) {
    if (kind === 'added') {
      runs.push(run);
      continue;
    }
    signs(true);
    const token = tokens[at];
    at += 1;
    if (kind === 'same' && token) runs.push(token);
    signs(false);
  }
  signs(true);
  return { ...kept, runs: joined(runs) };
}

const plain = (tokens: readonly Run[]): Run[] => tokens.map(({ text }) => ({ text }));

/** Neighbours of one look as one run. */
function joined(runs: readonly Run[]): Run[] {
  const found: Run[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    const isAlike =
      last && !isSign(last) && !isSign(run) && keyOf({ ...last, text: '' }) === keyOf({ ...run, text: '' });
    if (isAlike) found[found.length - 1] = { ...last, text: last.text + run.text };
    else found.push(run);
  }
  return found;
}

/** How far an amendment goes: what it does at its most, and how many words come and go. */
export interface Reach {
  kind: 'deletion' | 'replacement' | 'restriction' | 'addition';
  distance: number;
  /** Paragraphs that it leaves alone. */
  untouched: number;
  /** Words of the text that stay, and all of them. */
  kept: number;
  all: number;
}

/** From the furthest removed to the nearest. */
const kinds: readonly Reach['kind'][] = ['deletion', 'replacement', 'restriction', 'addition'];

export function reachOf({ blocks }: DraftText, changes: readonly Change[]): Reach {
  const reach: Reach = { kind: 'addition', distance: 0, untouched: 0, kept: 0, all: 0 };
  const note = (kind: Reach['kind'], distance: number) => {
    if (kinds.indexOf(kind) < kinds.indexOf(reach.kind)) reach.kind = kind;
    reach.distance += distance;
  };
  for (const change of changes) if (change.as === 'add') note('addition', words([{ text: change.text }]));
  for (const [at, block] of blocks.entries()) {
    const change = changes.find((each) => each.as !== 'add' && each.block === at);
    const all = words(block.runs);
    reach.all += all;
    if (!change) {
      reach.untouched += 1;
      reach.kept += all;
    } else if (change.as === 'delete') note('deletion', all);
    else if (change.as === 'revise') {
      const kept = wordsKept(block, change.text);
      const added = words([{ text: change.text }]) - kept;
      reach.kept += kept;
      note(kept === all ? 'addition' : added === 0 ? 'restriction' : 'replacement', all - kept + added);
    }
  }
  return reach;
}

function wordsKept(block: Block, text: string): number {
  const before = plain(tokensOf(block.runs).filter((token) => !isSign(token)));
  const steps = commonOf(before, plain(tokensOf([{ text }])), { cells: 20_000_000 });
  return words(steps.flatMap(({ kind, run }) => (kind === 'same' ? [run] : [])));
}

/** Which of two goes further, for a sort: the furthest removed from the text first. */
export function byReach(one: Reach, other: Reach): number {
  return kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || other.distance - one.distance;
}
