import type { RecordOutline, SilenceOutline, SilenceRoundOutline } from '@shared/domain/record/shape.ts';
import type { Wording } from '../wording.ts';
import type { Writing } from './writing.ts';

/** A procedure in one sentence, under its item. */
export function silenceSentence({ number, rounds, phase }: SilenceOutline, { t }: Wording): string {
  return t('record.silence.name', { number, rounds: rounds.length, outcome: t(`record.silence.state.${phase}`) });
}

/** Every procedure with its rounds: dates, hash, who broke where that may be said, how it ended. */
export function writeSilences(writing: Writing, { silences }: RecordOutline): void {
  const { t, instant } = writing.wording;
  for (const silence of silences) {
    const { number, itemNumber, rounds, phase, notedAt } = silence;
    writing.heading(2, '', t('record.silence.heading', { number, item: itemNumber }));
    for (const round of rounds) {
      writing.numbered([roundSentences(round, writing.wording).join(' ')]);
      writing.plain('Remark', [{ text: t('record.silence.hash', { hash: round.textHash }), quiet: true }]);
      writeObjections(writing, round);
    }
    if (phase !== 'adopted') continue;
    const noted =
      notedAt === null ? t('record.silence.notNoted') : t('record.silence.noted', { when: instant(notedAt) });
    writing.numbered([noted]);
  }
}

/** What a round was opened under and how it ended, in sentences. */
export function roundSentences({ number, itemVersion, opening, end }: SilenceRoundOutline, wording: Wording): string[] {
  const { t, instant } = wording;
  const head = { round: number, version: itemVersion };
  const ended = end ? t(`record.silence.end.${end.as}`) : '';
  const because = end?.reason ? t('record.silence.reason', { text: end.reason }) : '';
  if (!opening) return [t('record.silence.prepared', head), ended, because].filter(Boolean);
  const { openedAt, deadlineAt, notified, shorterBecause, minimumHours, languagesWaived, changes } = opening;
  const first = changes.length === 0 ? deadlineAt : null;
  return [
    first === null
      ? t('record.silence.openedOnce', { ...head, from: instant(openedAt), n: notified.length })
      : t('record.silence.opened', { ...head, from: instant(openedAt), deadline: instant(first), n: notified.length }),
    shorterBecause === null ? '' : t('record.silence.shorter', { hours: minimumHours, reason: shorterBecause }),
    languagesWaived === null ? '' : t('record.silence.waived', { reason: languagesWaived }),
    ...changes.map(({ as, at, deadlineAt: next }) =>
      t(`record.silence.${as}`, { when: instant(at), deadline: instant(next) }),
    ),
    ended || t('record.silence.running'),
    because,
  ].filter(Boolean);
}

function writeObjections(writing: Writing, { opening }: SilenceRoundOutline): void {
  const { t, instant, delegation } = writing.wording;
  for (const { by, at, retractedAt, reason, alternative } of opening?.objections ?? []) {
    const said = [
      t('record.silence.objected', { hasName: by ? 'yes' : 'no', who: by ? delegation(by) : '', when: instant(at) }),
      retractedAt === null ? '' : t('record.silence.retracted', { when: instant(retractedAt) }),
      reason ? t('record.silence.reason', { text: reason }) : '',
      alternative ? t('record.silence.alternative', { text: alternative }) : '',
    ];
    writing.plain('Remark', [said.filter(Boolean).join(' ')]);
  }
}
