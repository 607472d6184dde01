/**
 * A document as it is being written: paragraphs that number themselves through the whole of it, footnotes, tables.
 * Numbers are typed as text, as United Nations editing does, so that they are the same in every language and program.
 */
import {
  AlignmentType,
  BorderStyle,
  FootnoteReferenceRun,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { isRtlText, printable, stretches } from '../printable.ts';
import type { Wording } from '../wording.ts';
import { bracketShade, hairline, indent, langOf, measure } from './styles.ts';

/** A stretch of words with one look, or a footnote called where it stands. */
export type Span =
  | string
  | {
      text: string;
      bold?: boolean;
      italic?: boolean;
      inBracket?: boolean;
      quiet?: boolean;
      /** Goes in a direction of its own, whatever is around it: "(Canada, Mexico)" in an Arabic sentence. */
      isolated?: boolean;
    }
  /** Where several notes are `about` the same, the later ones refer to the first. */
  | { note: string; about?: string }
  | { tab: true };

/** A cell: lines of spans, each a paragraph of its own. */
export type Cell = string | readonly (readonly Span[])[];

export interface Column {
  head: string;
  /** Its share of the table's width. */
  share: number;
  isNumber?: boolean;
}

type Style =
  | 'SingleTxt'
  | 'ItemLine'
  | 'Label'
  | 'Remark'
  | 'TableText'
  | 'TableHead'
  | 'Notice'
  | 'Subtitle2'
  | 'Running';

const levels = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hair = { style: BorderStyle.SINGLE, size: 4, color: hairline } as const;
const strong = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const;

type Line = typeof none | typeof hair | typeof strong;

interface CellLook {
  style: 'TableHead' | 'TableText';
  isNumber: boolean;
  width: number;
  borders: { top: Line; bottom: Line };
  keepNext: boolean;
}

/** A document while it grows. */
export class Writing {
  readonly body: (Paragraph | Table)[] = [];
  readonly footnotes: Record<string, { children: Paragraph[] }> = {};
  readonly wording: Wording;
  #paragraphs = 0;
  #notes = 0;
  readonly #noted = new Map<string, number>();

  constructor(wording: Wording) {
    this.wording = wording;
  }

  /** A heading at a level from 0 (the title); its number hangs in the margin. */
  heading(level: 0 | 1 | 2 | 3, number: string, text: string, more: Partial<IParagraphOptions> = {}): void {
    const spans: Span[] = number === '' ? [text] : [number, { tab: true }, text];
    // A heading without a number begins where the numbers of the others do, whatever language it is in.
    this.body.push(this.paragraph(spans, { heading: levels[level], ...more }, []));
  }

  /** A paragraph with the next number of the document; returns the number. */
  numbered(spans: readonly Span[]): number {
    this.#paragraphs += 1;
    const tabStops = [{ type: TabStopType.LEFT, position: indent.body + indent.step }];
    const all = [`${this.#paragraphs}.`, { tab: true } as const, ...spans];
    this.body.push(this.paragraph(all, { style: 'SingleTxt', tabStops }, spans));
    return this.#paragraphs;
  }

  /** An annex counts its paragraphs from one. */
  restartNumbers(): void {
    this.#paragraphs = 0;
  }

  /** The number that the next numbered paragraph gets. */
  get next(): number {
    return this.#paragraphs + 1;
  }

  /** A sub-paragraph under its marker, at a depth from 0. */
  sub(depth: number, marker: string, spans: readonly Span[]): void {
    const left = indent.body + indent.step * (Math.min(depth, 6) + 2);
    const tabStops = [{ type: TabStopType.LEFT, position: left }];
    const place = { left, right: indent.end, hanging: indent.step };
    const all = [marker, { tab: true } as const, ...spans];
    this.body.push(this.paragraph(all, { style: 'SingleTxt', indent: place, tabStops }, spans));
  }

  /** A paragraph without a number. */
  plain(style: Style, spans: readonly Span[], more: Partial<IParagraphOptions> = {}): void {
    // The document's own words go in its direction; what somebody said, in the direction of what was said.
    this.body.push(this.paragraph(spans, { style, ...more }, style === 'Remark' ? spans : []));
  }

  /** A table with a head that repeats on every page; in a language from right to left it is mirrored. */
  table(
    columns: readonly Column[],
    rows: readonly (readonly Cell[])[],
    { isWide = false, isPlain = false } = {},
  ): void {
    // Word counts the indent of a mirrored table from the right, others from the left: it gets none.
    const from = isWide || this.wording.isRtl ? 0 : indent.body;
    const whole = measure - from;
    const shares = columns.reduce((sum, { share }) => sum + share, 0);
    const widths = columns.map(({ share }) => Math.floor((whole * share) / shares));
    const isHeadless = columns.every(({ head }) => head === '');
    const row = (cells: readonly Cell[], look: Pick<CellLook, 'style' | 'borders' | 'keepNext'>) =>
      columns.map(({ isNumber = false }, at) =>
        this.#cell(linesOf(cells[at] ?? ''), { ...look, isNumber, width: widths[at] ?? 0 }),
      );
    // A small table is read at one glance: it stays on one page.
    const isTogether = rows.length <= 8 && !isPlain;
    const head = row(
      columns.map((column) => column.head),
      { style: 'TableHead', borders: { top: none, bottom: strong }, keepNext: true },
    );
    const lines = rows.map(
      (cells, at) =>
        new TableRow({
          cantSplit: !isPlain,
          children: row(cells, {
            style: 'TableText',
            borders: { top: isHeadless && at === 0 ? hair : none, bottom: isPlain ? none : hair },
            keepNext: isTogether && at < rows.length - 1,
          }),
        }),
    );
    this.body.push(
      new Table({
        rows: isHeadless ? lines : [new TableRow({ tableHeader: true, cantSplit: true, children: head }), ...lines],
        width: { size: whole, type: WidthType.DXA },
        indent: { size: from, type: WidthType.DXA },
        columnWidths: widths,
        layout: TableLayoutType.FIXED,
        visuallyRightToLeft: this.wording.isRtl,
        borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
      }),
      // Two tables without a paragraph between would be one to a word processor.
      this.paragraph([], { spacing: { after: 0, line: 120 } }),
    );
  }

  #cell(lines: readonly (readonly Span[])[], look: CellLook): TableCell {
    const { style, isNumber, width, borders, keepNext } = look;
    // Sides of the page: a foreign text keeps its direction, and stands where its column stands.
    const alignment = isNumber === this.wording.isRtl ? AlignmentType.LEFT : AlignmentType.RIGHT;
    return new TableCell({
      children: lines.map((spans) => this.paragraph(spans, { style, alignment, keepNext })),
      width: { size: width, type: WidthType.DXA },
      margins: { left: 60, right: 60, top: 20, bottom: 20 },
      verticalAlign: style === 'TableHead' ? VerticalAlign.BOTTOM : VerticalAlign.TOP,
      borders: { ...borders, left: none, right: none },
    });
  }

  /** A paragraph in the direction of what people wrote in it, or else of the document. */
  paragraph(spans: readonly Span[], options: Partial<IParagraphOptions>, content: readonly Span[] = spans): Paragraph {
    const said = (span: Span) => (typeof span === 'string' ? span : 'text' in span && !span.isolated ? span.text : '');
    const words = content.map(said).join('');
    const isRtl = isRtlText(words, this.wording.isRtl);
    return new Paragraph({
      ...options,
      bidirectional: isRtl,
      children: spans.flatMap((span) => this.runs(span, isRtl)),
    });
  }

  /** The runs of a span: cut where the direction changes, each with its language. */
  runs(span: Span, isRtl: boolean): (TextRun | FootnoteReferenceRun)[] {
    if (typeof span === 'string') return this.runs({ text: span }, isRtl);
    if ('tab' in span) return [new TextRun({ children: [new Tab()], rightToLeft: isRtl })];
    if ('note' in span) return [this.#note(span)];
    const { text, bold = false, italic = false, inBracket = false, quiet = false, isolated = false } = span;
    return stretches(printable(text), isolated ? isRtlText(text, isRtl) : isRtl).flatMap((stretch) =>
      stretch.text.split('\n').map(
        (line, at) =>
          new TextRun({
            text: line,
            ...(at > 0 ? { break: 1 } : {}),
            ...(bold ? { bold, boldComplexScript: true } : {}),
            ...(italic ? { italics: true, italicsComplexScript: true } : {}),
            ...(quiet ? { color: '595959' } : {}),
            ...(inBracket ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: bracketShade } } : {}),
            rightToLeft: stretch.isRtl,
            language: langOf(this.wording.language),
          }),
      ),
    );
  }

  #note({ note, about }: { note: string; about?: string }): FootnoteReferenceRun {
    this.#notes += 1;
    const first = about === undefined ? undefined : this.#noted.get(about);
    if (about !== undefined && first === undefined) this.#noted.set(about, this.#notes);
    const text = first === undefined ? note : this.wording.t('record.term.again', { n: first });
    this.footnotes[this.#notes] = { children: [this.paragraph([' ', text], { style: 'FootnoteText' }, [text])] };
    return new FootnoteReferenceRun(this.#notes);
  }
}

function linesOf(cell: Cell): readonly (readonly Span[])[] {
  return typeof cell === 'string' ? [[cell]] : cell.length === 0 ? [['']] : cell;
}
