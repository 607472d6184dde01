import type { RecordOutline, VoteOutline } from '@shared/domain/record/shape.ts';
import { fewBallots } from '@shared/domain/secretCount.ts';
import { writeNames, writeRegions } from './voteLists.ts';
import { countWords, type DeclaredVote, requirementWords, voteSentences } from './voteWords.ts';
import type { Writing } from './writing.ts';

/** The recorded votes: names in three lists in English alphabetical order, the arithmetic in words, a table by region. */
export function writeVotes(writing: Writing, { votes }: RecordOutline): void {
  const { t } = writing.wording;
  writing.plain('Remark', [t('record.votes.order')]);
  for (const vote of votes) {
    const isIndicative = vote.terms.isIndicative ? t('record.indicative') : '';
    writing.heading(2, '', headingOf(vote, t));
    if (isIndicative) writing.plain('ItemLine', [isIndicative]);
    if (vote.phase === 'running') writing.numbered([voteSentences(vote, writing.wording)]);
    else writeDeclared(writing, vote);
  }
}

/** "Vote 3, on amendment 2 to item 1.1". */
function headingOf({ number, itemNumber: item, subject }: VoteOutline, t: Writing['wording']['t']): string {
  if (subject.kind === 'item') return t('record.votes.heading', { number, item });
  return t(`record.votes.heading.${subject.kind}`, { number, item, n: subject.number ?? 0 });
}

function writeDeclared(writing: Writing, vote: DeclaredVote): void {
  const { t, instant } = writing.wording;
  const { profile, profileVersion: version } = vote.terms;
  writing.numbered([
    [
      t('record.votes.declared', { when: instant(vote.declaredAt), version: vote.itemVersion }),
      countWords(vote, writing.wording),
    ].join(' '),
  ]);
  writing.numbered([requirementWords(vote, writing.wording)]);
  const under = t('result.under', { profile: t(`rules.name.${profile}`), version });
  writing.plain('Remark', [`${t(`ballot.method.${vote.method}`)} · ${under}`]);
  if (vote.receipts) writeSecret(writing, vote.receipts);
  else if (vote.keepsNoNames) writeHands(writing, vote);
  else {
    writeNames(writing, vote);
    writeRegions(writing, vote);
  }
}

/** A show of hands has totals, and where the hands were counted. */
export function writeHands(writing: Writing, { isCountedInHall }: DeclaredVote): void {
  const { t } = writing.wording;
  const where = t(isCountedInHall ? 'ballot.hands.recordInHall' : 'ballot.hands.recordOnDevices');
  writing.plain('Remark', [`${t('record.votes.totalsOnly')} ${where}`]);
}

/** A secret ballot has totals and receipts, and nothing by delegation or region. */
function writeSecret(writing: Writing, receipts: readonly string[]): void {
  const { t } = writing.wording;
  const n = receipts.length;
  writeSecrecy(writing, n);
  if (n > 0)
    writing.plain('Remark', [{ text: `${t('record.votes.receipts', { n })} `, bold: true }, receipts.join(' ')]);
}

/** That a ballot was secret, and a warning where few were cast. */
export function writeSecrecy(writing: Writing, n: number): void {
  const { t } = writing.wording;
  writing.plain('Remark', [t('record.votes.secret')]);
  if (n > 0 && n < fewBallots) writing.plain('Remark', [t('record.votes.few')]);
}
