/** Between a passage of a draft's text and the page on which it is set: each stretch of letters there says of which block it is. */
import { type Passage, toWholeWords } from '@shared/domain/passage.ts';

export type Place = Pick<Passage, 'block' | 'from' | 'to'>;

const longest = 300;

/** The letters of a block as the page sets them; numbers of notes, signs, names of delegations and cards of terms are none. */
function letterNodes(root: Element, block: number): Text[] {
  const nodes: Text[] = [];
  for (const stretch of root.querySelectorAll(`[data-block="${block}"]`)) {
    const walker = document.createTreeWalker(stretch, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node instanceof Text && !node.parentElement?.closest('sup, [popover]')) nodes.push(node);
  }
  return nodes;
}

/** The part of the page where a passage is set; null where it is not there. */
export function rangeOf(root: Element, { block, from, to }: Place): Range | null {
  const range = document.createRange();
  let before = 0;
  let hasStart = false;
  for (const node of letterNodes(root, block)) {
    const after = before + node.length;
    if (!hasStart && from < after) {
      range.setStart(node, from - before);
      hasStart = true;
    }
    if (hasStart && to <= after) {
      range.setEnd(node, to - before);
      return range;
    }
    before = after;
  }
  return null;
}

/** The words that are selected on the page: of several paragraphs those of the first. */
export function selectedPassage(root: Element, selection: Selection | null): Passage | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const blocks = new Set(
    [...root.querySelectorAll<HTMLElement>('[data-block]')].map(({ dataset }) => Number(dataset.block)),
  );
  for (const block of blocks) {
    const nodes = letterNodes(root, block);
    const letters = nodes.map(({ data }) => data).join('');
    const chosen = placesWithin(nodes, range);
    const passage = chosen && clipped(block, letters, chosen.from, chosen.to);
    if (passage) return passage;
  }
  return null;
}

function placesWithin(nodes: readonly Text[], range: Range): { from: number; to: number } | null {
  const places: { from: number; to: number }[] = [];
  let before = 0;
  for (const node of nodes) {
    const from = before + (node === range.startContainer ? range.startOffset : 0);
    const to = before + (node === range.endContainer ? range.endOffset : node.length);
    if (range.intersectsNode(node)) places.push({ from, to });
    before += node.length;
  }
  const [first, last] = [places[0], places.at(-1)];
  return first && last ? { from: first.from, to: last.to } : null;
}

/** The whole words of a passage without the space around them, no longer than a comment can quote; null where there are none. */
export function clipped(block: number, letters: string, from: number, to: number): Passage | null {
  const words = letters.slice(from, to);
  if (!words.trim()) return null;
  const first = from + (words.length - words.trimStart().length);
  const whole = toWholeWords(letters, first, from + words.trimEnd().length);
  const start = whole.from;
  let end = Math.min(start + longest, whole.to);
  // Never between the halves of a character.
  if (/[\ud800-\udbff]/.test(letters.charAt(end - 1))) end--;
  const quote = letters.slice(start, end).trimEnd();
  return quote ? { block, from: start, to: start + quote.length, quote } : null;
}

/** The stretch of a text that somebody has typed the words of; case and accents aside is for who searches, not for who quotes. */
export function typedPassage(blocks: readonly string[], words: string): Passage | null {
  const sought = words.trim();
  if (!sought) return null;
  const block = blocks.findIndex((letters) => letters.includes(sought));
  const from = blocks[block]?.indexOf(sought) ?? -1;
  return from < 0 ? null : clipped(block, blocks[block] ?? '', from, from + sought.length);
}
