/** The editor's schema. It says the same as draftShape.ts, which the server reads without an editor. */
import { type DOMOutputSpec, type Node, Schema } from 'prosemirror-model';
import { deepestLevel, longestNote } from './draftShape.ts';

const kinds = ['bullet', 'numbered'];

/** How a list entry on the clipboard or in the page says what it is. */
function listAttributes(element: HTMLElement): { kind: string | null; level: number | null } {
  const kind = element.dataset.kind ?? (element.closest('ul,ol')?.nodeName === 'OL' ? 'numbered' : 'bullet');
  let level = Number(element.dataset.level ?? -1);
  if (level < 0)
    for (let list = element.closest('ul,ol'); list; list = list.parentElement?.closest('ul,ol') ?? null) level++;
  const isListed = kinds.includes(kind);
  const deep = Math.min(Math.max(Math.trunc(level) || 0, 0), deepestLevel);
  return { kind: isListed ? kind : null, level: isListed && deep > 0 ? deep : null };
}

function paragraphToDom({ attrs }: Node): DOMOutputSpec {
  const list = attrs.kind ? { 'data-kind': attrs.kind, 'data-level': String(attrs.level ?? 0) } : {};
  return ['p', { dir: 'auto', ...list }, 0];
}

/** A bracket's sign is drawn by the editor; what is copied has only the letter, so that nothing pasted poses as a bracket. */
const bracketSign = (letter: string) => ({
  inline: true,
  group: 'inline',
  atom: true,
  selectable: false,
  draggable: false,
  attrs: { id: {} },
  leafText: () => letter,
  toDOM: ({ attrs }: Node): DOMOutputSpec => ['span', { 'data-sign': attrs.id }, letter],
});

/** Blocks of text and list entries, emphasis, footnotes and brackets: all that a draft can hold. */
export const draftSchema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: {
      content: 'inline*',
      group: 'block',
      // The id is given by the editor where a paragraph has none yet, or has that of the one that it was split from.
      attrs: { id: { default: null }, kind: { default: null }, level: { default: null } },
      parseDOM: [
        { tag: 'li > p, li > div', getAttrs: listAttributes },
        // An entry that holds paragraphs is read as these; one that holds words is read itself.
        { tag: 'li', getAttrs: (element) => !element.querySelector(':scope > :is(p, div)') && listAttributes(element) },
        { tag: 'p[data-kind]', getAttrs: listAttributes },
        { tag: 'p' },
        { tag: 'h1,h2,h3,h4,h5,h6,blockquote,pre' },
      ],
      toDOM: paragraphToDom,
    },
    text: { group: 'inline' },
    footnote: {
      inline: true,
      group: 'inline',
      atom: true,
      attrs: { id: { default: null }, text: { default: '' } },
      parseDOM: [
        {
          tag: 'span[data-note]',
          getAttrs: (element) => ({ text: (element.dataset.note ?? '').slice(0, longestNote) }),
        },
      ],
      toDOM: ({ attrs }) => [
        'span',
        { 'data-note': attrs.text, title: attrs.text, role: 'note', 'aria-label': attrs.text },
      ],
    },
    open: bracketSign('['),
    close: bracketSign(']'),
  },
  marks: {
    bold: {
      parseDOM: [
        { tag: 'strong' },
        // Google Docs wraps everything it copies in a <b> of normal weight.
        { tag: 'b', getAttrs: (element) => element.style.fontWeight !== 'normal' && null },
        { style: 'font-weight', getAttrs: (value) => /^(bold(er)?|[5-9]\d{2,})$/.test(value) && null },
      ],
      toDOM: () => ['strong', 0],
    },
    italic: { parseDOM: [{ tag: 'i,em' }, { style: 'font-style=italic' }], toDOM: () => ['em', 0] },
  },
});
