import { letters } from '@shared/domain/listMarkers.ts';
import { outcomeOrder } from '@shared/domain/record/items.ts';
import type { RecordOutline } from '@shared/domain/record/shape.ts';
import { BorderStyle, TabStopType } from 'docx';
import type { Wording } from '../wording.ts';
import { measure } from './styles.ts';
import type { Writing } from './writing.ts';

/** The title block: what this is, of which meeting, where and when; no emblem, no distribution, no number of the United Nations. */
export function writeTitleBlock(writing: Writing, { consultation }: RecordOutline, lastEventAt: number): void {
  const { t, days, format, instant } = writing.wording;
  const rule = { style: BorderStyle.SINGLE, space: 4, color: '000000' };
  const tabStops = [{ type: TabStopType.RIGHT, position: measure }];
  writing.plain('Running', [t('record.masthead'), { tab: true }, { text: consultation.symbol, bold: true }], {
    tabStops,
    border: { bottom: { ...rule, size: 18 } },
  });
  const where = [consultation.place, days(consultation.from, consultation.to)].filter((part) => part !== '');
  const names = new Intl.DisplayNames(writing.wording.language, { type: 'language' });
  const tongues = format.list(consultation.languages.map((language) => names.of(language) ?? language));
  writing.plain(
    'Running',
    [writing.wording.join(where), { tab: true }, t('record.asOf', { when: instant(lastEventAt) })],
    {
      tabStops,
      spacing: { before: 60 },
    },
  );
  writing.plain('Running', [t('record.languages', { languages: tongues })]);
  writing.heading(0, '', consultation.title);
  writing.plain('Subtitle2', [t('record.document')]);
  if (consultation.isIndicative)
    writing.plain('Notice', [t('record.indicative')], {
      border: { top: { ...rule, size: 6 }, bottom: { ...rule, size: 6 } },
    });
}

/** The first chapter: the meeting in figures, its rules, and what became of every item. */
export function writeSummary(writing: Writing, number: string, outline: RecordOutline): void {
  const { t, days } = writing.wording;
  const { consultation, coverage, formation, participation, panels } = outline;
  writing.heading(1, number, t('record.chapter.summary'));
  writing.numbered([
    t('record.summary.meeting', {
      place: consultation.place || 'none',
      hasPlace: consultation.place === '' ? 'no' : 'yes',
      days: days(consultation.from, consultation.to),
      panels: panels.length,
      delegations: participation.delegations,
    }),
  ]);
  const rooms = formation.reduce((sum, round) => sum + round.rooms.length, 0);
  writing.numbered([t('record.summary.rooms', { rooms, rounds: formation.length, items: coverage.all })]);
  writing.numbered([t(`record.profile.${consultation.profile}`)]);
  if (!consultation.isClosed) writing.numbered([t('record.summary.open')]);
  if (coverage.all === 0) return;
  writing.numbered([t('record.summary.coverage')]);
  const met = outcomeOrder.filter((kind) => coverage[kind] > 0);
  for (const [at, kind] of met.entries())
    writing.sub(0, `(${letters(at)})`, [t(`record.coverage.${kind}`, { n: coverage[kind] })]);
}

/** The last words: what the document was made from, so that another can be compared with it. */
export function writeColophon(writing: Writing, digest: string): void {
  const { t } = writing.wording;
  writing.plain('Remark', [{ text: t('record.colophon', { digest }), quiet: true }], {
    spacing: { before: 480 },
    border: { top: { style: BorderStyle.SINGLE, space: 6, size: 4, color: '000000' } },
  });
}

/** What stands at the head of every page but the first. */
export function runningHead({ t }: Wording, { consultation }: RecordOutline): { start: string; end: string } {
  return {
    start: consultation.symbol || consultation.title,
    end: consultation.isIndicative ? t('record.indicative') : t('record.document'),
  };
}
