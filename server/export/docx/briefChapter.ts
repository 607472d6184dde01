import type { RecordOutline } from '@shared/domain/record/shape.ts';
import { letters, type Span, type Writing } from './writing.ts';

/** The issue brief, each paragraph with the items that answer it; returns the number that each paragraph has here. */
export function writeBrief(writing: Writing, number: string, { brief }: RecordOutline): Map<string, number> {
  const { t, join } = writing.wording;
  const numbers = new Map<string, number>();
  if (brief.paragraphs.length === 0) return numbers;
  writing.heading(1, number, brief.title || t('record.chapter.brief'));
  let headings = 0;
  for (const { id, number: own, heading, text, footnotes, answeredBy } of brief.paragraphs) {
    if (heading) writing.heading(2, `${letters(headings++).toUpperCase()}.`, heading);
    const notes: Span[] = footnotes.map((note) => ({ note }));
    const printed = writing.numbered([text, ...notes]);
    numbers.set(id, printed);
    const remarks = [
      ...(own === String(printed) ? [] : [t('record.brief.own', { number: own })]),
      ...(answeredBy.length > 0 ? [t('record.brief.answers', { items: join(answeredBy), n: answeredBy.length })] : []),
    ];
    if (remarks.length > 0)
      writing.plain('Remark', [{ text: remarks.join(' '), quiet: answeredBy.length === 0 }], {
        spacing: { after: 160 },
      });
  }
  return numbers;
}
