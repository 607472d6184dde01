/** What the record of a vote says by names and by groups; only of ways of voting that keep them. */
import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import { regionalGroups } from '@shared/domain/kernel/words.ts';
import { marksOf, recordMarks } from '@shared/i18n/recordMarks.ts';
import type { DeclaredVote } from './voteWords.ts';
import type { Writing } from './writing.ts';

const choices = ['yes', 'no', 'abstain'] as const;

/** Who chose what and who did not vote, each list in one run as verbatim records have it, with the notes to it (AUD-10). */
export function writeNames(writing: Writing, vote: DeclaredVote): void {
  const { t, delegation, join } = writing.wording;
  const { lists, absent } = vote;
  const marks = marksIn(vote);
  const named = (ids: readonly DelegationId[]) =>
    ids.length === 0 ? t('record.votes.nobody') : join(ids.map((id) => `${delegation(id)}${marks(id)}`));
  for (const choice of choices) {
    writing.plain('Label', [t(`record.votes.${choice}`, { n: lists[choice].length })]);
    writing.plain('Remark', [named(lists[choice])]);
  }
  if (absent.length > 0)
    writing.plain('Remark', [
      { text: `${t('record.votes.absent', { n: absent.length })} `, bold: true },
      named(absent),
    ]);
  writeNotes(writing, vote);
}

/** The signs beside a name. */
function marksIn({ entered = [], intended = [] }: DeclaredVote): (id: DelegationId) => string {
  const inHall = new Set(entered);
  const stated = new Set(intended.map(({ id }) => id));
  return (id) => marksOf({ isEntered: inHall.has(id), hasIntended: stated.has(id) });
}

/** The sentences that the signs beside names refer to. */
function writeNotes(writing: Writing, { entered = [], intended = [] }: DeclaredVote): void {
  const { t, delegation, join } = writing.wording;
  const note = (mark: string, words: string) => writing.plain('Remark', [`${mark} ${words}`]);
  if (entered.length > 0)
    note(
      recordMarks.entered,
      t('ballot.roll.enteredList', { n: entered.length, names: join(entered.map(delegation)) }),
    );
  for (const choice of choices) {
    const ids = intended.filter((each) => each.choice === choice).map(({ id }) => delegation(id));
    if (ids.length > 0)
      note(recordMarks.intended, t(`record.votes.intended.${choice}`, { n: ids.length, names: join(ids) }));
  }
  const byOthers = intended.filter(({ isEntered }) => isEntered).map(({ id }) => delegation(id));
  if (byOthers.length > 0)
    note(recordMarks.intended, t('record.votes.intended.entered', { n: byOthers.length, names: join(byOthers) }));
}

/** The numbers by regional group. */
export function writeRegions(writing: Writing, { byRegion }: DeclaredVote): void {
  const { t, format } = writing.wording;
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
