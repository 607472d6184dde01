/** Pasted markup – of Word, LibreOffice, Google Docs, a web page or this editor – as blocks of a draft. */
import { type Element, htmlTree, isBlock, isElement, styleOf, wordsIn } from './htmlTree.ts';
import { type FoundNotes, findNotes, fragmentOf } from './notes.ts';
import { cleanBlocks, type PastedBlock, type PastedRun } from './pasted.ts';
import { isListSign, type ListPlace, statedLevel, wordListPlace } from './wordLists.ts';

/** Elements that hold no words of the text. `del` is a tracked deletion: what is taken is the text as accepted. */
const dropped = new Set(
  (
    'audio base button canvas del dialog embed head iframe input link map meta nav noscript object option rp rt script select style ' +
    'svg template textarea title video xml w:sdtpr w:data'
  ).split(' '),
);

/** Comments in the margin, of Word and of LibreOffice; what Word online shows as deleted; what only frames the notes. */
const droppedClass =
  /\b(?:msocom\w*|MsoCommentReference|MsoCommentText|TrackChange\w*Delet\w*|mw-editsection|Apple-interchange-newline)\b/;
const commentLink = /^_?(?:ms)?(?:com|cmnt)/;

interface Setting {
  bold: boolean;
  italic: boolean;
  list: ListPlace | null;
  /** Lists around here. */
  depth: number;
}

/** The blocks that some markup holds. */
export function blocksOfHtml(markup: string): PastedBlock[] {
  const root = htmlTree(markup);
  // What was copied here comes as it is, with its empty paragraphs and the spaces at its ends.
  const isOwn = markup.includes('data-pm-slice');
  const reading = new Reading(findNotes(root), isOwn);
  reading.read(root, { bold: false, italic: false, list: null, depth: 0 });
  return cleanBlocks(reading.blocks, isOwn);
}

class Reading {
  readonly blocks: PastedBlock[] = [];
  private open: PastedBlock | null = null;
  /** Whether a line has just ended: two ends make a paragraph. */
  private hasBroken = false;
  /** The entries that have begun: what else stands in one is a paragraph behind it, no further entry. */
  private readonly begun = new Set<ListPlace>();

  private readonly notes: FoundNotes;
  private readonly isOwn: boolean;

  constructor(notes: FoundNotes, isOwn: boolean) {
    this.notes = notes;
    this.isOwn = isOwn;
  }

  read(element: Element, setting: Setting): void {
    for (const child of element.children) {
      if (isElement(child)) this.take(child, setting);
      else this.write(child, setting);
    }
  }

  private take(element: Element, setting: Setting): void {
    if (isDropped(element) || this.notes.definitions.has(element)) return;
    const note = this.notes.textAt.get(element) ?? (this.isOwn ? element.attrs['data-note'] : undefined);
    if (note !== undefined) this.put({ note }, setting);
    else if (element.tag === 'br') this.breakLine(setting);
    else if (element.tag === 'tr') this.takeRow(element, setting);
    else if (isBlock(element.tag)) this.takeBlock(element, setting);
    else this.read(element, lookOf(element, setting));
  }

  private takeBlock(element: Element, setting: Setting): void {
    this.end();
    const inner = within(element, setting, this.isOwn);
    if (this.isOwn && element.tag === 'p') this.begin(inner);
    this.read(element, inner);
    this.end();
  }

  private takeRow(row: Element, setting: Setting): void {
    const cells = row.children.filter((child) => isElement(child) && !isDropped(child)) as Element[];
    const read = cells.map((cell) => {
      const reading = new Reading(this.notes, this.isOwn);
      reading.read(cell, { ...setting, list: null });
      return reading.blocks.filter(hasWords);
    });
    const full = read.filter((cell) => cell.length > 0);
    this.end();
    // A table that only places things on the page is not joined.
    const isLayout = full.length < 2 || full.some((cell) => cell.length > 1 || cell[0]?.kind);
    const runs = joined(full.flatMap(([cell]) => (cell ? [cell.runs] : [])));
    for (const block of isLayout ? full.flat() : [{ kind: null, level: 0, runs }]) this.blocks.push(block);
  }

  private breakLine(setting: Setting): void {
    if (this.hasBroken) this.end();
    else {
      this.write(' ', setting);
      this.hasBroken = true;
    }
  }

  private write(text: string, setting: Setting): void {
    if (text.trim()) this.hasBroken = false;
    else if (!this.open) return;
    this.put({ text, bold: setting.bold, italic: setting.italic }, setting);
  }

  private put(run: PastedRun, setting: Setting): void {
    const { runs } = this.open ?? this.begin(setting);
    const last = runs.at(-1);
    const goesOn =
      last && !('note' in last) && !('note' in run) && last.bold === run.bold && last.italic === run.italic;
    if (goesOn) last.text += run.text;
    else runs.push(run);
  }

  private begin({ list }: Setting): PastedBlock {
    const place = list && !this.begun.has(list) ? list : null;
    if (place) this.begun.add(place);
    this.open = { kind: place?.kind ?? null, level: place?.level ?? 0, runs: [] };
    this.blocks.push(this.open);
    return this.open;
  }

  private end(): void {
    this.open = null;
    this.hasBroken = false;
  }
}

const hasWords = ({ runs }: PastedBlock) => runs.some((run) => 'note' in run || run.text.trim() !== '');

function joined(cells: readonly PastedRun[][]): PastedRun[] {
  const between: PastedRun = { text: ' | ', bold: false, italic: false };
  return cells.flatMap((runs, at) => (at === 0 ? runs : [between, ...runs]));
}

function isDropped(element: Element): boolean {
  const { tag, attrs } = element;
  if (dropped.has(tag) || 'hidden' in attrs || 'data-sign' in attrs || isListSign(element)) return true;
  if (attrs['aria-hidden'] === 'true' || droppedClass.test(attrs.class ?? '')) return true;
  if (/^comment/.test(styleOf(element, 'mso-element')) || styleOf(element, 'mso-hide') === 'all') return true;
  if (styleOf(element, 'display') === 'none' || styleOf(element, 'visibility') === 'hidden') return true;
  if (attrs.role === 'navigation') return true;
  const fragment = fragmentOf(element);
  return commentLink.test(fragment) && wordsIn(element).length < 12;
}

/** What holds for the words within an element. */
function within(element: Element, setting: Setting, isOwn: boolean): Setting {
  const look = lookOf(element, setting);
  if (element.tag === 'ul' || element.tag === 'ol') return { ...look, list: null, depth: setting.depth + 1 };
  if (element.tag === 'li') return { ...look, list: entryPlace(element, setting) };
  if (!/^(?:p|h[1-6])$/.test(element.tag)) return look;
  return { ...look, list: (isOwn ? ownPlace(element) : wordListPlace(element)) ?? look.list };
}

function entryPlace(entry: Element, { depth }: Setting): ListPlace {
  const list = entry.parent?.tag;
  return { kind: list === 'ol' ? 'numbered' : 'bullet', level: statedLevel(entry) ?? Math.max(0, depth - 1) };
}

/** An entry as this editor itself copies it. */
function ownPlace({ attrs }: Element): ListPlace | null {
  const kind = attrs['data-kind'];
  return kind === 'bullet' || kind === 'numbered' ? { kind, level: Number(attrs['data-level']) || 0 } : null;
}

const boldTags = new Set(['b', 'strong']);
const italicTags = new Set(['i', 'em', 'cite', 'dfn']);

function lookOf(element: Element, setting: Setting): Setting {
  const weight = styleOf(element, 'font-weight');
  const slant = styleOf(element, 'font-style');
  return {
    ...setting,
    bold: weight ? /^(?:bold|bolder|[6-9]\d\d|1000)/.test(weight) : setting.bold || boldTags.has(element.tag),
    italic: slant ? /^(?:italic|oblique)/.test(slant) : setting.italic || italicTags.has(element.tag),
  };
}
