import { letters } from '@shared/domain/listMarkers.ts';
import type { ParagraphOutline, RecordOutline } from '@shared/domain/record/shape.ts';
import type { Span, Writing } from './writing.ts';

/** The issue brief, each paragraph with the items that answer it; returns the number that each paragraph has here. */
export function writeBrief(writing: Writing, number: string, { brief }: RecordOutline): Map<string, number> {
  const { t, join } = writing.wording;
  const numbers = new Map<string, number>();
  const { paragraphs } = brief;
  if (paragraphs.length === 0) return numbers;
  writing.heading(1, number, brief.title || t('record.chapter.brief'));
  const isShifted = areConsecutive(paragraphs);
  if (isShifted) {
    const span = { first: writing.next, last: writing.next + paragraphs.length - 1 };
    const own = { ownFirst: paragraphs[0]?.number ?? '', ownLast: paragraphs.at(-1)?.number ?? '' };
    if (own.ownFirst !== String(span.first))
      writing.plain('ItemLine', [t('record.brief.numbers', { ...span, ...own })]);
  }
  let headings = 0;
  for (const { id, number: own, heading, text, footnotes, answeredBy } of paragraphs) {
    if (heading) writing.heading(2, ...headingOf(heading, `${letters(headings++).toUpperCase()}.`));
    const notes: Span[] = footnotes.map((note) => ({ note }));
    const printed = writing.numbered([text, ...notes]);
    numbers.set(id, printed);
    const remarks = [
      ...(isShifted || own === String(printed) ? [] : [t('record.brief.own', { number: own })]),
      ...(answeredBy.length > 0 ? [t('record.brief.answers', { items: join(answeredBy), n: answeredBy.length })] : []),
    ];
    if (remarks.length > 0) writing.plain('Remark', [remarks.join(' ')], { spacing: { after: 160 } });
  }
  return numbers;
}

/** Whether the paragraphs are numbered 1, 2, 3 … by themselves, so that one line says how the numbers correspond. */
function areConsecutive(paragraphs: readonly ParagraphOutline[]): boolean {
  const first = Number(paragraphs[0]?.number);
  return paragraphs.length > 1 && paragraphs.every(({ number }, at) => number === String(first + at));
}

/** A heading that brings its own number keeps it; any other gets a letter. */
function headingOf(heading: string, letter: string): [string, string] {
  const own = /^((?:[IVXLC]+|[A-Z]|\d+)[.)])\s+(\S.*)$/su.exec(heading);
  return own ? [own[1] ?? letter, own[2] ?? heading] : [letter, heading];
}
