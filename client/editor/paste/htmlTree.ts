/**
 * Markup from a clipboard as a tree: read in one go forward, so that no markup takes long, nothing in it is run or fetched, and
 * the whole can be tested without a browser. As forgiving as it needs to be: clipboards hold what Word calls HTML.
 */
import { decoded } from './entities.ts';

export interface Element {
  tag: string;
  attrs: Readonly<Record<string, string>>;
  parent: Element | null;
  children: (Element | string)[];
}

export const isElement = (node: Element | string): node is Element => typeof node !== 'string';

/** Deeper than any document; what is nested deeper yet is taken as if it stood here. */
const mostDepth = 120;

/** Word puts the sign of a list entry, which only looks like text, between conditional comments; here it is an element. */
export const listSignTag = 'list-sign';

const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** What is between their tags is no markup, and no words either. */
const raw = new Set('iframe noembed noframes script style textarea title xmp'.split(' '));
const blocks = new Set(
  (
    'address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

export const isBlock = (tag: string) => blocks.has(tag);

/** Before one of these begins, an open one of those ends, looked for no further up than the fence. */
const ending: Record<string, { ends: readonly string[]; fence: readonly string[] }> = {
  li: { ends: ['li'], fence: ['ul', 'ol', 'menu', 'dir', 'td', 'th'] },
  dt: { ends: ['dt', 'dd'], fence: ['dl'] },
  dd: { ends: ['dt', 'dd'], fence: ['dl'] },
  tr: { ends: ['tr'], fence: ['table'] },
  td: { ends: ['td', 'th'], fence: ['tr', 'table'] },
  th: { ends: ['td', 'th'], fence: ['tr', 'table'] },
};

const paragraphFence = ['td', 'th', 'li', 'table', 'button', 'object'];

/** The tree of some markup. */
export function htmlTree(markup: string): Element {
  const root: Element = { tag: 'body', attrs: {}, parent: null, children: [] };
  let open = root;
  let depth = 0;

  const write = (words: string) => {
    const last = open.children.at(-1);
    if (typeof last === 'string') open.children[open.children.length - 1] = last + decoded(words);
    else if (words) open.children.push(decoded(words));
  };
  const begin = (tag: string, attrs: Element['attrs'], isEmpty: boolean) => {
    const rule = ending[tag];
    if (rule) endNearest(rule.ends, rule.fence);
    else if (blocks.has(tag)) endNearest(['p'], paragraphFence);
    const element: Element = { tag, attrs, parent: open, children: [] };
    if (!isEmpty && depth >= mostDepth) return;
    open.children.push(element);
    if (isEmpty) return;
    open = element;
    depth++;
  };
  function endNearest(tags: readonly string[], fence: readonly string[]): void {
    let at: Element | null = open;
    let levels = 1;
    for (; at?.parent && !tags.includes(at.tag); at = at.parent, levels++) if (fence.includes(at.tag)) return;
    if (!at?.parent) return;
    open = at.parent;
    depth -= levels;
  }

  let at = 0;
  while (at < markup.length) {
    const next = markup.indexOf('<', at);
    if (next < 0) {
      write(markup.slice(at));
      break;
    }
    write(markup.slice(at, next));
    const sign = conditionAt(markup, next);
    if (sign) {
      if (sign.begins) begin(listSignTag, {}, false);
      else endNearest([listSignTag], ['p', 'li', 'td']);
      at = sign.end;
      continue;
    }
    const tag = tagAt(markup, next);
    if (tag === null) {
      write('<');
      at = next + 1;
      continue;
    }
    at = tag.end;
    if (tag.kind === 'end') {
      if (tag.name === 'br') begin('br', {}, true);
      else endNearest([tag.name], blocks.has(tag.name) ? [] : ['td', 'th', 'table']);
    } else if (tag.kind === 'begin') {
      if (raw.has(tag.name)) at = afterRaw(markup, tag.name, at);
      else begin(tag.name, tag.attrs, empty.has(tag.name) || (tag.isClosed && tag.name.includes(':')));
    }
  }
  return root;
}

/** Where the content of an element that is no markup ends. */
function afterRaw(markup: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[\\s/>]`, 'gi');
  end.lastIndex = from;
  const found = end.exec(markup);
  if (!found) return markup.length;
  const close = markup.indexOf('>', found.index);
  return close < 0 ? markup.length : close + 1;
}

const condition = /<!(?:--)?\[(if !supportLists|endif)\](?:--)?>/iy;

/** Whether the sign of a list entry begins or ends here. */
function conditionAt(markup: string, at: number): { begins: boolean; end: number } | null {
  if (markup.charAt(at + 1) !== '!') return null;
  condition.lastIndex = at;
  const found = condition.exec(markup);
  return found && { begins: found[1]?.toLowerCase() !== 'endif', end: condition.lastIndex };
}

type Tag =
  | { kind: 'begin'; name: string; attrs: Record<string, string>; isClosed: boolean; end: number }
  | { kind: 'end'; name: string; end: number }
  | { kind: 'nothing'; end: number };

const tagName = /<\/?([a-z][^\s/>]{0,40})/iy;

/** The tag or comment that begins here; null where it is only a sign. */
function tagAt(markup: string, at: number): Tag | null {
  if (markup.startsWith('<!--', at)) {
    const end = markup.indexOf('-->', at + 4);
    return { kind: 'nothing', end: end < 0 ? markup.length : end + 3 };
  }
  const after = markup.charAt(at + 1);
  if (after === '!' || after === '?') {
    const end = markup.indexOf('>', at);
    return { kind: 'nothing', end: end < 0 ? markup.length : end + 1 };
  }
  tagName.lastIndex = at;
  const name = tagName.exec(markup)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  if (after === '/') {
    const end = markup.indexOf('>', at);
    return { kind: 'end', name, end: end < 0 ? markup.length : end + 1 };
  }
  const { attrs, isClosed, end } = attributesAt(markup, tagName.lastIndex);
  return { kind: 'begin', name, attrs, isClosed, end };
}

const attribute = /[\s/]*([^\s=>/"'][^\s=>/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?/y;
/** What says something about text; all else of an element is not even kept. */
const telling = /^(?:class|style|id|name|href|hidden|role|start|aria-(?:hidden|level)|data-[a-z-]+)$/;

function attributesAt(markup: string, from: number): { attrs: Record<string, string>; isClosed: boolean; end: number } {
  const attrs: Record<string, string> = {};
  let at = from;
  for (;;) {
    attribute.lastIndex = at;
    const found = attribute.exec(markup);
    if (!found) break;
    at = attribute.lastIndex;
    const name = (found[1] ?? '').toLowerCase();
    if (telling.test(name) && !(name in attrs)) attrs[name] = decoded(found[2] ?? found[3] ?? found[4] ?? '');
  }
  const close = markup.indexOf('>', at);
  const end = close < 0 ? markup.length : close;
  return { attrs, isClosed: markup.charAt(end - 1) === '/', end: Math.min(end + 1, markup.length) };
}

/** The words in an element, as they stand. */
export function wordsIn(element: Element): string {
  return element.children.map((child) => (isElement(child) ? wordsIn(child) : child)).join('');
}

/** What an element's own style says of a property; empty where it says nothing. */
export function styleOf({ attrs }: Element, property: string): string {
  const { style } = attrs;
  if (!style?.includes(property)) return '';
  const found = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]*)`, 'i').exec(style);
  return (found?.[1] ?? '').trim().toLowerCase();
}
