import { instruments } from '@shared/data/instruments.ts';
import { letters } from '@shared/domain/listMarkers.ts';
import type { MapOutline, RecordOutline } from '@shared/domain/record/shape.ts';
import type { Cell, Writing } from './writing.ts';

/** As many themes as a page takes beside the names of the instruments. */
const mostColumns = 5;

/** Whether the map has anything to say. */
export function isMapEmpty({ rows, gaps }: MapOutline): boolean {
  return rows.length === 0 && gaps.every((each) => each.length === 0);
}

/** Instruments by themes: which covers what, partly, not, or twice; then the notes, and the gaps that items declare. */
export function writeMap(writing: Writing, { map }: RecordOutline): void {
  const places = new Map(instruments.map(({ id }, at) => [id, at]));
  const placeOf = (id: string) => places.get(id) ?? instruments.length;
  const rows = [...map.rows].sort((one, other) => placeOf(one.id) - placeOf(other.id));
  const ordered = { ...map, rows };
  for (let from = 0; from < map.themes.length; from += mostColumns) writePart(writing, ordered, from);
  writeNotes(writing, ordered);
  writeGaps(writing, ordered);
}

function writePart(writing: Writing, { themes, rows, gaps }: MapOutline, from: number): void {
  const { t, join } = writing.wording;
  const shown = themes.slice(from, from + mostColumns);
  const share = Math.floor(70 / shown.length);
  const cellOf = ({ said, citedBy }: MapOutline['rows'][number]['cells'][number]): Cell => [
    ...(said ? [[{ text: t(`record.map.value.${said.value}`), bold: true }]] : []),
    ...(citedBy.length > 0 ? [[{ text: t('record.map.cited', { items: join(citedBy) }), quiet: true }]] : []),
  ];
  const declared = gaps.slice(from, from + mostColumns).map((each): Cell => {
    const items = [...new Set(each.map(({ declaredBy }) => declaredBy))];
    return items.length > 0 ? t('record.map.declared', { items: join(items) }) : '';
  });
  writing.table(
    [
      { head: t('record.map.instrument'), share: 100 - share * shown.length },
      ...shown.map(({ name, panelNumber }) => ({
        head: panelNumber === null ? name : `${panelNumber}. ${name}`,
        share,
      })),
    ],
    [
      ...rows.map((row): Cell[] => [nameOf(row), ...row.cells.slice(from, from + mostColumns).map(cellOf)]),
      ...(declared.some((each) => each !== '') ? [[t('record.map.none'), ...declared]] : []),
    ],
  );
}

function nameOf({ id, name }: MapOutline['rows'][number]): string {
  return name ?? instruments.find((each) => each.id === id)?.shortName ?? id;
}

/** What was noted beside a value, and where it was read. */
function writeNotes(writing: Writing, { themes, rows }: MapOutline): void {
  const { t } = writing.wording;
  const notes = rows.flatMap((row) =>
    row.cells.flatMap(({ said }, at) => {
      const source = said?.source ? t('record.map.source', { source: said.source }) : '';
      const words = [said?.note ?? '', source].filter(Boolean).join(' ');
      return words === ''
        ? []
        : [t('record.map.note', { instrument: nameOf(row), theme: themes[at]?.name ?? '', words })];
    }),
  );
  if (notes.length === 0) return;
  writing.plain('Label', [t('record.map.notes')]);
  for (const [at, note] of notes.entries()) writing.sub(0, `(${letters(at)})`, [note]);
}

function writeGaps(writing: Writing, { themes, gaps }: MapOutline): void {
  const { t } = writing.wording;
  const rows = gaps.flatMap((each, at) =>
    each.map(({ gap, declaredBy }): Cell[] => [themes[at]?.name ?? '', gap, declaredBy]),
  );
  if (rows.length === 0) return;
  writing.plain('Label', [t('record.map.gaps')]);
  writing.table(
    [
      { head: t('record.map.theme'), share: 28 },
      { head: t('record.map.gap'), share: 60 },
      { head: t('record.map.item'), share: 12 },
    ],
    rows,
  );
}
