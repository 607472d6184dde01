import { versionsOf } from '@shared/domain/board.ts';
import type { RecordOutline } from '@shared/domain/record/shape.ts';
import { canonicalText } from '@shared/domain/silence/text.ts';
import type { ConsultationState } from '@shared/domain/state.ts';
import { BorderStyle, TabStopType } from 'docx';
import { measure } from './styles.ts';
import { writeHands, writeSecrecy } from './voteAnnex.ts';
import { writeNames, writeRegions } from './voteLists.ts';
import { countWords, type DeclaredVote, requirementWords } from './voteWords.ts';
import type { Writing } from './writing.ts';

/** A declared vote on a sheet of its own, and what makes sure which vote and which text it was. */
export interface VoteSheet {
  vote: DeclaredVote;
  /** The name of who declared it from the chair; null where another did, or where nobody knows any more. */
  chair: string | null;
  /** The SHA-256 of the item's text in the version of the vote; null where that had open brackets. */
  textHash: string | null;
  /** The SHA-256 of what the record says of this vote. */
  digest: string;
}

/** The text of the item that a vote was about in its one spelling; null where it had open brackets. */
export function textOfVote({ plenary }: ConsultationState, voteId: string): string | null {
  const vote = plenary.vote.byId[voteId];
  const versions = versionsOf(plenary.board.items[vote?.itemId ?? '']);
  const voted = versions.find(({ version }) => version === vote?.itemVersion);
  return voted ? canonicalText(voted) : null;
}

/** One sheet for one vote: on what, by which rules, the formula in words and numbers, the lists, the notes, who was in the chair. */
export function writeVoteSheet(writing: Writing, { consultation }: RecordOutline, sheet: VoteSheet): void {
  const { t, days } = writing.wording;
  const { vote } = sheet;
  const rule = { style: BorderStyle.SINGLE, space: 4, color: '000000' };
  writing.plain('Running', [t('record.masthead'), { tab: true }, { text: consultation.symbol, bold: true }], {
    tabStops: [{ type: TabStopType.RIGHT, position: measure }],
    border: { bottom: { ...rule, size: 18 } },
  });
  const meeting = [consultation.title, consultation.place, days(consultation.from, consultation.to)];
  writing.plain('Running', [meeting.filter(Boolean).join(' · ')]);
  writing.heading(0, '', t(`ballot.method.${vote.method}`));
  writing.plain('Subtitle2', [onWhat(vote, t)]);
  if (vote.terms.isIndicative)
    writing.plain('Notice', [t('record.indicative')], {
      border: { top: { ...rule, size: 6 }, bottom: { ...rule, size: 6 } },
    });
  writeFacts(writing, vote);
  writing.plain('Label', [countWords(vote, writing.wording)]);
  writing.plain('Remark', [requirementWords(vote, writing.wording)]);
  if (vote.receipts) writeSecrecy(writing, vote.receipts.length);
  else if (vote.keepsNoNames) writeHands(writing, vote);
  else {
    writing.plain('Remark', [t('record.votes.order')]);
    writeNames(writing, vote);
    writeRegions(writing, vote);
  }
  writeCall(writing, vote);
  writeSigned(writing, sheet);
}

function onWhat(vote: DeclaredVote, t: Writing['wording']['t']): string {
  const { itemNumber: item, itemVersion: version, title, subject } = vote;
  return t(`record.sheet.on.${subject.kind}`, { item, title, version, n: subject.number ?? 0 });
}

function writeFacts(writing: Writing, vote: DeclaredVote): void {
  const { t, instant, format } = writing.wording;
  const { profile, profileVersion: version, members } = vote.terms;
  const time = (at: number) => t('record.letter.date', { when: instant(at) });
  const ballots = vote.receipts?.length ?? null;
  const facts: [string, string][] = [
    [t('record.sheet.number'), format.number(vote.number)],
    ...(vote.secondOf === undefined
      ? []
      : [[t('record.sheet.secondOf'), format.number(vote.secondOf)] as [string, string]]),
    [t('record.sheet.opened'), time(vote.openedAt)],
    [t('record.sheet.locked'), time(vote.lockedAt)],
    [t('record.sheet.declared'), time(vote.declaredAt)],
    [t('record.sheet.rules'), t('result.under', { profile: t(`rules.name.${profile}`), version })],
    [t('record.sheet.members'), format.number(members)],
    // A ballot that cannot be read stops the count (SEC-6): what was declared has none.
    ...(ballots === null
      ? []
      : ([
          [t('record.sheet.ballots'), format.number(ballots)],
          [t('record.sheet.invalid'), format.number(0)],
        ] as [string, string][])),
  ];
  writing.table(
    [
      { head: '', share: 38 },
      { head: '', share: 62 },
    ],
    facts,
  );
}

/** The order of a roll call, and the lot, so that anybody can draw it anew (ROLL-3). */
function writeCall(writing: Writing, { call }: DeclaredVote): void {
  if (!call) return;
  const { t, delegation, join } = writing.wording;
  writing.plain('Label', [t('record.sheet.order')]);
  writing.plain('Remark', [join(call.order.map(delegation))]);
  for (const part of ['commitment', 'nonce', 'seed'] as const)
    writing.plain('Remark', [{ text: `${t(`ballot.lot.${part}`)}: `, bold: true }, call.lot[part]]);
}

/** Places for two signatures, and the hashes by which a sheet is compared with another. */
function writeSigned(writing: Writing, { vote, chair, textHash, digest }: VoteSheet): void {
  const { t } = writing.wording;
  const inTheChair = chair === null ? t('record.sheet.chair') : t('record.sheet.chairIs', { name: chair });
  writing.plain('Label', [''], { spacing: { before: 360 } });
  // The line of a table without a head is where one signs.
  writing.table(
    [
      { head: '', share: 50 },
      { head: '', share: 50 },
    ],
    [[[[{ text: inTheChair, bold: true }]], [[{ text: t('record.sheet.secretariat'), bold: true }]]]],
  );
  const small = (words: string, before: number) =>
    writing.plain('Remark', [{ text: words, quiet: true }], { spacing: { before } });
  small(t('record.sheet.colophon', { digest }), 120);
  if (textHash) small(t('record.sheet.text', { version: vote.itemVersion, hash: textHash }), 60);
}
