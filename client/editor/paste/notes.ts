/** Footnotes in pasted markup: a call with its text is found by the links that both carry, whoever wrote them. */
import { longestNote } from '@shared/draft/draftShape.ts';
import { type Element, isBlock, isElement, styleOf, wordsIn } from './htmlTree.ts';

export interface FoundNotes {
  /** The text of the note that an anchor calls. */
  textAt: ReadonlyMap<Element, string>;
  /** Where the texts stand; they are not read as paragraphs. */
  definitions: ReadonlySet<Element>;
}

/** What a call looks like: a number, a letter or a sign, in any brackets. */
const callShape = /^[[(\s]*(?:\p{Nd}{1,4}|[a-z]|[ivxlc]{1,6}|[*†‡§¶#]{1,4}|note \d{1,3})[\])\s]*$/iu;
/** How the links of notes are named: Word, LibreOffice, Google Docs, Wikipedia, pandoc and what is like them. */
const noteName = /^(?:user-content-)?_?(?:ftn|edn|ftnt|sdfootnote|sdendnote|fn|footnote|endnote|cite_note|note)/i;
const backName = /(?:ref|back|anc)[-_:.\d]*$|_ref[-_]|ref[-_:]?\d/i;
const wrappers = new Set(['div', 'li', 'section', 'aside', 'dd', 'td']);

/** The fragment that a link leads to; empty where it leads elsewhere. */
export function fragmentOf({ tag, attrs }: Element): string {
  const { href } = attrs;
  return tag === 'a' && href?.includes('#') ? href.slice(href.indexOf('#') + 1) : '';
}

/** Finds all notes whose call and text were both pasted. */
export function findNotes(root: Element): FoundNotes {
  const byName = new Map<string, Element>();
  const anchors: Element[] = [];
  const collect = (element: Element) => {
    for (const name of [element.attrs.id, element.attrs.name]) if (name && !byName.has(name)) byName.set(name, element);
    if (fragmentOf(element)) anchors.push(element);
    for (const child of element.children) if (isElement(child)) collect(child);
  };
  collect(root);
  const textAt = new Map<Element, string>();
  const definitions = new Set<Element>();
  const texts = new Map<Element, string>();
  for (const anchor of anchors) {
    const name = fragmentOf(anchor);
    const target = byName.get(name);
    if (!target || !noteName.test(name) || backName.test(name) || !isCall(anchor)) continue;
    const definition = definitionAt(target, anchor);
    if (!definition || isWithin(anchor, definitions)) continue;
    const text = texts.get(definition) ?? noteText(definition, byName);
    texts.set(definition, text);
    // What is too long for a note stays a paragraph: nothing that was written is cut.
    if (!text || text.length > longestNote) continue;
    textAt.set(anchor, text);
    definitions.add(definition);
  }
  return { textAt, definitions };
}

function isCall(anchor: Element): boolean {
  const words = wordsIn(anchor);
  // Word may leave the number to who prints it.
  return words.trim() === '' ? styleOf(anchor, 'mso-footnote-id') !== '' : callShape.test(words);
}

/** The whole of a note's text: its wrapper where there is one that holds this note alone, else its paragraph. */
function definitionAt(target: Element, call: Element): Element | null {
  let block: Element | null = target;
  while (block?.parent && !isBlock(block.tag)) block = block.parent;
  if (!block?.parent) return null;
  const { parent } = block;
  const isAlone =
    wrappers.has(parent.tag) && parent.parent && /(?:ftn|edn|fn|note)[-_:]?\d/i.test(parent.attrs.id ?? '');
  const definition = block.tag === 'p' && isAlone ? parent : block;
  return isWithin(call, new Set([definition])) ? null : definition;
}

function isWithin(element: Element, some: ReadonlySet<Element>): boolean {
  for (let at: Element | null = element; at; at = at.parent) if (some.has(at)) return true;
  return false;
}

/** The words of a note without its number and without the links back. */
function noteText(definition: Element, byName: ReadonlyMap<string, Element>): string {
  const read = (element: Element): string => {
    const fragment = fragmentOf(element);
    const isBack =
      fragment !== '' && (backName.test(fragment) || byName.has(fragment)) && isBackShape(wordsIn(element));
    if (isBack || element.tag === 'style' || element.tag === 'script') return '';
    const words = element.children.map((child) => (isElement(child) ? read(child) : child)).join('');
    return isBlock(element.tag) || element.tag === 'br' ? `${words} ` : words;
  };
  return read(definition)
    .replace(/(?:\s|\ufe0e|\ufe0f)+/g, ' ')
    .replace(/^[\s^↑↩]+|[\s^↑↩]+$/g, '')
    .trim();
}

const isBackShape = (words: string) => callShape.test(words) || /^\W*(?:jump up|back)?\W*$/i.test(words);
