import type { CallOutline, ExplanationsOutline, ItemOutline, RecordOutline } from '@shared/domain/record/shape.ts';
import { inOneLine } from '../printable.ts';
import type { Wording } from '../wording.ts';
import type { Writing } from './writing.ts';

/** Who sponsors an item, in a line, and whom of them the bureau entered. */
export function sponsorsLine(
  { sponsors, enteredSponsors: entered }: Pick<ItemOutline, 'sponsors' | 'enteredSponsors'>,
  { t, delegation, join }: Wording,
): string {
  const line = t('record.item.sponsors', { n: sponsors.length, names: join(sponsors.map(delegation)) });
  if (entered.length === 0) return line;
  return `${line} (${t('record.item.sponsorsEntered', { n: entered.length, names: join(entered.map(delegation)) })})`;
}

/** A call for adoption in sentences: that nobody objected, or who did. */
export function callSentences(call: CallOutline, { t, delegation, instant }: Wording): string {
  const { number, itemVersion: version, terms } = call;
  const name = t('record.call.name', { number, version, when: instant(call.calledAt) });
  if (call.phase === 'running') return `${name} ${t('record.call.running')}`;
  if (call.phase === 'adopted')
    return `${name} ${t(terms.isIndicative ? 'record.call.noObjection' : 'record.call.adopted')}`;
  return `${name} ${t(`record.call.${call.phase}`, { name: delegation(call.objector) })}`;
}

/** The decisions without a vote, in the order in which they were called for. */
export function writeCalls(writing: Writing, { calls }: RecordOutline): void {
  const { t } = writing.wording;
  for (const call of calls) {
    writing.heading(2, '', t('record.calls.heading', { number: call.number, item: call.itemNumber }));
    if (call.terms.isIndicative) writing.plain('ItemLine', [t('record.indicative')]);
    writing.numbered([callSentences(call, writing.wording)]);
  }
}

/** What delegations explained, list by list: who, how long, the text as it was handed in, the dissociations. */
export function writeExplanations(writing: Writing, { explanations }: RecordOutline): void {
  for (const list of explanations) {
    writing.heading(2, '', headingOf(list, writing.wording));
    for (const statement of list.statements) writeStatement(writing, statement);
  }
}

function headingOf({ when, of, itemNumber, itemVersion, subject }: ExplanationsOutline, { t, isRtl }: Wording): string {
  const about = t(`record.explanations.${when}.${of ?? 'vote'}`, { item: itemNumber, version: itemVersion });
  if (subject.kind === 'item') return about;
  return inOneLine([about, t(`record.explanations.on.${subject.kind}`, { n: subject.number ?? 0 })], isRtl);
}

function writeStatement(writing: Writing, statement: ExplanationsOutline['statements'][number]): void {
  const { t, delegation, join, format } = writing.wording;
  const { delegationId, spokenSeconds, text, dissociates } = statement;
  const facts = [
    spokenSeconds === null
      ? t('record.explanations.textOnly')
      : t('record.explanations.spoke', { minutes: Math.floor(spokenSeconds / 60), seconds: spokenSeconds % 60 }),
    ...(dissociates.length > 0
      ? [
          t('record.explanations.dissociates', {
            n: dissociates.length,
            list: join(dissociates.map((number) => format.number(number))),
          }),
        ]
      : []),
  ];
  writing.numbered([{ text: `${delegation(delegationId)}. `, bold: true }, facts.join(' ')]);
  for (const paragraph of (text ?? '').split(/\n+/).filter((each) => each.trim() !== ''))
    writing.plain('SingleTxt', [paragraph]);
}
