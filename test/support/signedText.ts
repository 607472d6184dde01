/**
 * A draft's text as the server would have it: plain words, and the signs of the brackets that the state has put there, one after
 * the other. An anchor is `w3`, before the fourth word; whatever was removed is no place any more.
 */
import type { Bracket } from '@shared/domain/brackets/shape.ts';
import type { Block, DraftText, Run } from '@shared/domain/draftText.ts';
import type { Span } from '@shared/domain/kernel/slice.ts';
import type { ConsultationState } from '@shared/domain/state.ts';

type Piece = { word: string; at: number } | { break: string } | Node;
interface Node {
  id: string;
  group: string | null;
  inside: Piece[];
}
/** Where a selection begins and ends in a list of pieces. */
interface Found {
  list: Piece[];
  first: number;
  count: number;
}

const isNode = (piece: Piece): piece is Node => 'inside' in piece;

/** The paragraphs `p1`, `p2` … of the given words, with all that the brackets of a draft have done to them. */
export function signedText(state: ConsultationState, itemId: string, paragraphs: readonly string[]): DraftText {
  return { blocks: blocksOf(pieces(state, itemId, paragraphs)) };
}

/** The place between two anchors. */
export function signedSpan(
  state: ConsultationState,
  itemId: string,
  paragraphs: readonly string[],
  from: string,
  to: string,
): Span | null {
  const text = pieces(state, itemId, paragraphs);
  const [a, b] = [anchor(from), anchor(to)];
  const ids: string[] = [];
  const here = { paragraph: 'p1' };
  walk(text, (piece) => {
    if ('break' in piece) here.paragraph = piece.break;
    const isTouched = 'word' in piece && (a === b ? piece.at === a : piece.at >= a && piece.at < b);
    if (isTouched && ids.at(-1) !== here.paragraph) ids.push(here.paragraph);
  });
  if (ids.length === 0 || a > b) return null;
  return { paragraphs: ids, isEmpty: a === b, isCrossing: find(text, a, b) === null };
}

const anchor = (name: string) => Number(/^w(\d+)$/.exec(name)?.[1] ?? Number.NaN);

function pieces(state: ConsultationState, itemId: string, paragraphs: readonly string[]): Piece[] {
  const text: Piece[] = [];
  let at = 0;
  for (const [n, paragraph] of paragraphs.entries()) {
    if (n > 0) text.push({ break: `p${n + 1}` });
    for (const word of paragraph.split(' ')) text.push({ word, at: at++ });
  }
  const brackets = Object.values(state.room).flatMap(({ bracket }) =>
    bracket.order.flatMap((id) => bracket.byId[id] ?? []).filter((each) => each.itemId === itemId),
  );
  const acts = [
    ...brackets.map((each) => ({ when: each.openedAt, isOpening: true, each })),
    ...brackets.flatMap((each) => (each.phase === 'settled' ? [{ when: each.settledAt, isOpening: false, each }] : [])),
  ];
  for (const { isOpening, each } of acts.sort((x, y) => x.when - y.when || Number(x.isOpening) - Number(y.isOpening)))
    if (isOpening) put(text, each);
    else if (each.phase === 'settled') lift(text, each.id, each.outcome);
  return text;
}

function put(text: Piece[], { id, group, place, words }: Bracket): void {
  const inside: Piece[] = words === null ? [] : [{ word: words, at: -1 }];
  if ('after' in place) {
    const beside = holding(text, place.after);
    if (beside) beside.list.splice(beside.at + 1, 0, { id, group: group ?? place.after, inside });
    return;
  }
  const found = find(text, anchor(place.from), anchor(place.to));
  if (!found) return;
  const taken = found.list.splice(found.first, found.count);
  found.list.splice(found.first, 0, { id, group, inside: [...taken, ...inside] });
}

function lift(text: Piece[], id: string, outcome: 'kept' | 'removed'): void {
  const found = holding(text, id);
  const node = found?.list[found.at];
  if (found && node && isNode(node)) found.list.splice(found.at, 1, ...(outcome === 'kept' ? node.inside : []));
}

function holding(list: Piece[], id: string): { list: Piece[]; at: number } | null {
  for (const [at, piece] of list.entries()) {
    if (!isNode(piece)) continue;
    const found = piece.id === id ? { list, at } : holding(piece.inside, id);
    if (found) return found;
  }
  return null;
}

/** The innermost list in which exactly these words stand side by side; null where a bracket would be crossed. */
function find(list: Piece[], a: number, b: number): Found | null {
  for (const piece of list) {
    if (!isNode(piece)) continue;
    const words = wordsIn(piece);
    if (a === b ? words.includes(a) : words.includes(a) && words.includes(b - 1)) return find(piece.inside, a, b);
  }
  if (a === b) return { list, first: list.findIndex((piece) => 'word' in piece && piece.at === a), count: 0 };
  const first = list.findIndex((piece) => firstWord(piece) === a);
  let last = list.findIndex((piece) => lastWord(piece) === b - 1);
  // The words of some may be gone: then the edge is the nearest that is left, which a test need not know.
  if (first < 0 || last < first) return null;
  // Alternatives stay together.
  for (let next = list[last + 1]; next && isNode(next) && wordsIn(next).length === 0; next = list[++last + 1]);
  return { list, first, count: last - first + 1 };
}

function wordsIn(piece: Piece): number[] {
  if (isNode(piece)) return piece.inside.flatMap(wordsIn);
  return 'word' in piece && piece.at >= 0 ? [piece.at] : [];
}
const firstWord = (piece: Piece) => wordsIn(piece)[0];
const lastWord = (piece: Piece) => wordsIn(piece).at(-1);

function walk(list: readonly Piece[], visit: (piece: Piece) => void): void {
  for (const piece of list) {
    visit(piece);
    if (isNode(piece)) walk(piece.inside, visit);
  }
}

function blocksOf(text: readonly Piece[]): Block[] {
  const block = (id: string): Block & { runs: Run[] } => ({ id, kind: 'paragraph', level: 0, runs: [] });
  const blocks = [block('p1')];
  const write = (run: Run) => blocks.at(-1)?.runs.push(run);
  const all = (list: readonly Piece[]) => {
    for (const piece of list) {
      if ('break' in piece) blocks.push(block(piece.break));
      else if ('word' in piece) write({ text: `${piece.word} ` });
      else {
        write({ text: '', opens: piece.id });
        all(piece.inside);
        write({ text: '', closes: piece.id });
      }
    }
  };
  all(text);
  return blocks;
}
