import { regionalGroups } from '@shared/domain/kernel/words.ts';
import type { PeopleCount, RecordOutline } from '@shared/domain/record/shape.ts';
import type { Cell, Writing } from './writing.ts';

/** How the rooms were formed: enough for somebody outside to judge the balance and to draw them again. */
export function writeFormation(writing: Writing, { formation }: RecordOutline): void {
  const { t, format } = writing.wording;
  for (const { panelNumber, number, seed, question, attribution, people, rooms } of formation) {
    writing.heading(2, '', t('record.formation.heading', { panel: panelNumber, round: number }));
    const sizes = rooms.map(({ size }) => size);
    const least = Math.min(...sizes);
    const most = Math.max(...sizes);
    writing.numbered([
      t('record.formation.facts', { people, rooms: rooms.length, least, most }),
      ' ',
      t(`record.attribution.${attribution}`),
    ]);
    writing.plain('Remark', [t('record.formation.question', { question })]);
    writing.plain('Remark', [t('record.formation.seed', { seed })]);
    const groups = [...regionalGroups, 'none' as const].filter((group) =>
      rooms.some(({ regions }) => regions[group] > 0),
    );
    writing.table(
      [
        { head: t('record.formation.room'), share: 12 },
        ...groups.map((group) => ({ head: t(`record.region.short.${group}`), share: 15, isNumber: true })),
        { head: t('record.formation.size'), share: 13, isNumber: true },
      ],
      rooms.map(({ number: room, size, regions }): Cell[] => [
        String(room),
        ...groups.map((group) => format.number(regions[group])),
        format.number(size),
      ]),
      { isWide: true },
    );
  }
}

/** Who took part, in numbers; what would point at few people is left out. */
export function writeParticipation(writing: Writing, { participation }: RecordOutline): void {
  const { t, format } = writing.wording;
  const { threshold, people, delegations, byRegion, byRole } = participation;
  const shown = (count: PeopleCount) => (count === null ? t('record.participation.suppressed') : format.number(count));
  writing.numbered([t('record.participation.facts', { delegations, people: shown(people) })]);
  writing.plain('Label', [t('record.participation.byRegion')]);
  writing.table(
    [
      { head: t('record.positions.group'), share: 40 },
      ...(['delegations', 'people', 'comments', 'positions'] as const).map((key) => ({
        ...{ head: t(`record.participation.${key}`), share: 15, isNumber: true },
      })),
    ],
    byRegion.map((row): Cell[] => [
      t(`record.region.${row.region}`),
      format.number(row.delegations),
      shown(row.people),
      format.number(row.comments),
      format.number(row.positions),
    ]),
  );
  writing.plain('Label', [t('record.participation.byRole')]);
  writing.table(
    [
      { head: t('record.participation.role'), share: 70 },
      { head: t('record.participation.people'), share: 30, isNumber: true },
    ],
    byRole.map((row): Cell[] => [t(`record.role.${row.role}`), shown(row.people)]),
  );
  const isGap = people === null || [...byRegion, ...byRole].some((row) => row.people === null);
  if (isGap) writing.plain('Remark', [t('record.participation.note', { threshold })]);
}
