import { regionalGroups } from '@shared/domain/kernel/words.ts';
import type { RecordOutline, VoteOutline } from '@shared/domain/record/shape.ts';
import { fewBallots } from '@shared/domain/secretCount.ts';
import { countWords, requirementWords, voteSentences } from './voteWords.ts';
import type { Writing } from './writing.ts';

const choices = ['yes', 'no', 'abstain'] as const;

/** The recorded votes: names in three lists in English alphabetical order, the arithmetic in words, a picture by region. */
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

function writeDeclared(writing: Writing, vote: Extract<VoteOutline, { phase: 'declared' }>): void {
  const { t, delegation, join, instant, format } = writing.wording;
  const { lists, absent, byRegion } = vote;
  writing.numbered([
    [
      t('record.votes.declared', { when: instant(vote.declaredAt), version: vote.itemVersion }),
      countWords(vote, t),
    ].join(' '),
  ]);
  writing.numbered([requirementWords(vote, t)]);
  const { profile, profileVersion: version } = vote.terms;
  writing.plain('Remark', [t('result.under', { profile: t(`rules.name.${profile}`), version })]);
  if (vote.receipts) {
    writeSecret(writing, vote.receipts);
    return;
  }
  if (vote.keepsNoNames) {
    writing.plain('Remark', [t('record.votes.totalsOnly')]);
    return;
  }
  const names = (ids: readonly string[]) =>
    ids.length === 0 ? [[t('record.votes.nobody')]] : ids.map((id) => [delegation(id)]);
  writing.table(
    choices.map((choice) => ({ head: t(`record.votes.${choice}`, { n: lists[choice].length }), share: 1 })),
    [choices.map((choice) => names(lists[choice]))],
    { isPlain: true },
  );
  if (absent.length > 0)
    writing.plain('Remark', [
      { text: `${t('record.votes.absent', { n: absent.length })} `, bold: true },
      join(absent.map(delegation)),
    ]);
  for (const choice of choices) {
    const ids = (vote.intended ?? []).filter((each) => each.choice === choice).map(({ id }) => delegation(id));
    if (ids.length > 0)
      writing.plain('Remark', [t(`record.votes.intended.${choice}`, { n: ids.length, names: join(ids) })]);
  }
  const entered = (vote.intended ?? []).filter(({ isEntered }) => isEntered).map(({ id }) => delegation(id));
  if (entered.length > 0)
    writing.plain('Remark', [t('record.votes.intended.entered', { n: entered.length, names: join(entered) })]);
  writing.plain('Label', [t('record.votes.byRegion')]);
  writing.table(
    [
      { head: t('record.positions.group'), share: 40 },
      ...[...choices, 'absent' as const].map((choice) => ({
        head: t(`record.votes.column.${choice}`),
        share: 15,
        isNumber: true,
      })),
    ],
    regionalGroups.map((group) => [
      t(`record.region.${group}`),
      ...[...choices, 'absent' as const].map((choice) => format.number(byRegion[group][choice])),
    ]),
  );
}

/** A secret ballot has totals and receipts, and nothing by delegation or region. */
function writeSecret(writing: Writing, receipts: readonly string[]): void {
  const { t } = writing.wording;
  const n = receipts.length;
  writing.plain('Remark', [t('record.votes.secret')]);
  if (n > 0 && n < fewBallots) writing.plain('Remark', [t('record.votes.few')]);
  if (n > 0)
    writing.plain('Remark', [{ text: `${t('record.votes.receipts', { n })} `, bold: true }, receipts.join(' ')]);
}
