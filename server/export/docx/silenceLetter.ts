import { versionsOf } from '@shared/domain/board.ts';
import { layOut } from '@shared/domain/draftLayout.ts';
import type { ItemOutline, RecordOutline, SilenceOutline, SilenceRoundOutline } from '@shared/domain/record/shape.ts';
import { itemsOf } from '@shared/domain/record.ts';
import type { ConsultationState } from '@shared/domain/state.ts';
import { intlLocaleOf } from '@shared/i18n/translate.ts';
import { BorderStyle, TabStopType } from 'docx';
import { inOneLine } from '../printable.ts';
import { writeBlocks, writeFields } from './itemEntry.ts';
import { roundSentences } from './silenceAnnex.ts';
import { measure } from './styles.ts';
import { TermNotes } from './termNotes.ts';
import type { Writing } from './writing.ts';

/** An adoption that is to be confirmed: the procedure, its last round, and its item in the version that was adopted. */
interface Letter {
  silence: SilenceOutline;
  round: SilenceRoundOutline & { opening: NonNullable<SilenceRoundOutline['opening']> };
  item: ItemOutline;
}

/** What the letter of a procedure is about; null where it has adopted nothing. */
export function letterOf({ plenary }: ConsultationState, outline: RecordOutline, silenceId: string): Letter | null {
  const silence = outline.silences.find(({ id }) => id === silenceId);
  const round = silence?.rounds.at(-1);
  const item = itemsOf(outline.panels).find(({ id }) => id === silence?.itemId);
  if (!silence || !round?.opening || !item || silence.phase !== 'adopted') return null;
  const adopted = versionsOf(plenary.board.items[item.id]).find(({ version }) => version === round.itemVersion);
  if (!adopted) return null;
  const { title, fields, draft, version } = adopted;
  return {
    silence,
    round: { ...round, opening: round.opening },
    item: { ...item, title, fields, version, blocks: layOut(draft) },
  };
}

/** The letter to all permanent missions: what was adopted, when, by which text; the text is annexed. */
export function writeSilenceLetter(writing: Writing, outline: RecordOutline, letter: Letter): void {
  const { t, instant, days } = writing.wording;
  const { consultation } = outline;
  const { silence, round, item } = letter;
  const { openedAt, deadlineAt, notified } = round.opening;
  const rule = { style: BorderStyle.SINGLE, space: 4, color: '000000' };
  writing.plain('Running', [t('record.masthead'), { tab: true }, { text: consultation.symbol, bold: true }], {
    tabStops: [{ type: TabStopType.RIGHT, position: measure }],
    border: { bottom: { ...rule, size: 18 } },
  });
  const meeting = [consultation.title, consultation.place, days(consultation.from, consultation.to)];
  writing.plain('Running', [inOneLine(meeting, writing.wording.isRtl)]);
  const adoptedAt = round.end?.at ?? deadlineAt;
  writing.plain('Running', [t('record.letter.date', { when: instant(adoptedAt) })], { spacing: { before: 240 } });
  writing.heading(0, '', t('record.letter.title'));
  writing.plain('Subtitle2', [t('record.letter.to')]);
  writing.numbered([
    t('record.letter.placed', {
      ...{ title: item.title, item: item.number, version: item.version, round: round.number },
      ...{ when: instant(openedAt), n: notified.length },
    }),
  ]);
  writing.numbered([
    t('record.letter.deadline', {
      utc: instant(deadlineAt),
      newYork: instantIn(writing, deadlineAt, 'America/New_York'),
      geneva: instantIn(writing, deadlineAt, 'Europe/Zurich'),
    }),
  ]);
  writing.numbered([t('record.letter.adopted')]);
  writing.numbered([
    silence.notedAt === null
      ? t('record.letter.toNote')
      : t('record.silence.noted', { when: instant(silence.notedAt) }),
  ]);
  // A hash is one long word: in a justified paragraph it would tear the line apart.
  writing.plain('Remark', [t('record.letter.identified', { hash: round.textHash })]);
  const earlier = silence.rounds.slice(0, -1);
  if (earlier.length > 0) {
    writing.numbered([t('record.letter.earlier', { n: earlier.length })]);
    for (const each of earlier) writing.plain('Remark', [roundSentences(each, writing.wording).join(' ')]);
  }
  writing.plain('Remark', [t('record.letter.signed')], { spacing: { before: 360 } });
  const annex = t('record.letter.annex');
  writing.heading(1, '', annex, { pageBreakBefore: true });
  writing.heading(2, '', item.title);
  writing.restartNumbers();
  writeBlocks(writing, item, new TermNotes(outline, writing.wording));
  writeFields(writing, item, { outline, paragraphs: new Map() });
}

function instantIn(writing: Writing, at: number, timeZone: string): string {
  const options = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(intlLocaleOf(writing.wording.language), { ...options, timeZone }).format(new Date(at));
}
