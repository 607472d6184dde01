/** Lists in markup of word processors that do not write them as lists, or say of each entry how deep it stands. */
import { type Element, isElement, listSignTag, styleOf, wordsIn } from './htmlTree.ts';

export interface ListPlace {
  kind: 'bullet' | 'numbered';
  level: number;
}

/** What stands before a numbered entry: 1. a) (iv) 2.1 and their like, also of Arabic and of Chinese. */
const numberSign = /^[([（]?(?:\p{N}{1,4}|[a-z]{1,5}|\p{L})(?:[.-]\p{N}{1,3})*[.)\]、）:．-]|^\p{N}{1,4}$/iu;

/** Whether an element is only the sign of a list entry. */
export const isListSign = (element: Element) =>
  element.tag === listSignTag || /^ignore/.test(styleOf(element, 'mso-list'));

/** The place of a paragraph of Word's in its list; null where it is none. */
export function wordListPlace(paragraph: Element): ListPlace | null {
  const list = styleOf(paragraph, 'mso-list');
  const sign = findSign(paragraph);
  const level = /level(\d+)/.exec(list)?.[1];
  if (level === undefined && !sign) return null;
  // A list without a sign is one that its author has switched off.
  if (list.startsWith('none') || (list && !sign && !/\bl\d+/.test(list))) return null;
  return {
    kind: kindOf(sign ? wordsIn(sign) : ''),
    level: level === undefined ? indentOf(paragraph) : Number(level) - 1,
  };
}

const kindOf = (sign: string): ListPlace['kind'] =>
  numberSign.test(sign.replace(/[\s\u00a0\u200e\u200f]+/g, '')) ? 'numbered' : 'bullet';

/** The sign that stands before the words of a paragraph, if one does. */
function findSign(element: Element): Element | null {
  const found = firstOf(element);
  return found === 'words' ? null : found;
}

function firstOf(element: Element): Element | 'words' | null {
  for (const child of element.children) {
    if (isElement(child) && isListSign(child)) return child;
    const found = isElement(child) ? firstOf(child) : child.trim() ? 'words' : null;
    if (found) return found;
  }
  return null;
}

/** Half an inch, in points, for each level. */
function indentOf(paragraph: Element): number {
  const [, size, unit] = /^([\d.]+)(pt|in|cm|px)/.exec(styleOf(paragraph, 'margin-left')) ?? [];
  const points = Number(size ?? 0) * ({ in: 72, cm: 28.35, px: 0.75 }[unit ?? ''] ?? 1);
  return Math.max(0, Math.round(points / 36) - 1);
}

/** How deep an entry says that it stands: Google Docs and Word online write every level as a list of its own. */
export function statedLevel({ attrs }: Element): number | null {
  const level = Number(attrs['aria-level'] ?? attrs['data-aria-level']);
  return Number.isInteger(level) && level > 0 ? level - 1 : null;
}
