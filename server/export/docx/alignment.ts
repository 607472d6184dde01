import { gcmObjective } from '@shared/data/gcmObjectives.ts';
import { instrumentOrBody } from '@shared/data/instruments.ts';
import type { Measure } from '@shared/domain/itemFields.ts';
import type { ItemOutline, RecordOutline } from '@shared/domain/record/shape.ts';
import { itemsOf } from '@shared/domain/record.ts';
import { measureLines } from './itemEntry.ts';
import type { Cell, Writing } from './writing.ts';

/** How the items are measured and what they are aligned with, over all panels. Says whether there was anything to write. */
export function writeAlignment(writing: Writing, number: string, { panels, map }: RecordOutline): boolean {
  const { t } = writing.wording;
  // LIN-11: what became of others is counted there.
  const items = itemsOf(panels).filter(({ outcome }) => outcome.as !== 'merged' && outcome.as !== 'split');
  const measured = byMeasure(items);
  const targets = byKey(items, ({ fields }) => fields.targets ?? []);
  const objectives = byKey(items, ({ fields }) => (fields.objectives ?? []).map(String));
  const instruments = byKey(items, ({ fields }) => fields.instruments ?? []);
  const own = new Map(map.rows.map(({ id, name }) => [id, name]));
  if (measured.length + targets.length + objectives.length + instruments.length === 0) return false;
  writing.heading(1, number, t('record.chapter.alignment'));
  if (measured.length > 0) {
    writing.plain('Label', [t('record.alignment.measures')]);
    writing.table(
      [
        { head: t('record.alignment.measure'), share: 82 },
        { head: t('record.alignment.items'), share: 18 },
      ],
      measured.map(({ measure, numbers }) => [measureLines(measure, writing.wording), writing.wording.join(numbers)]),
    );
  }
  aligned(writing, 'targets', targets, writing.wording.agenda);
  aligned(writing, 'objectives', objectives, (code) => gcmObjective(Number(code))?.title ?? '');
  aligned(
    writing,
    'instruments',
    instruments,
    (id) => instrumentOrBody(id)?.name ?? own.get(id) ?? '',
    ({ key }) => instrumentOrBody(key)?.shortName ?? own.get(key) ?? key,
  );
  return true;
}

interface Aligned {
  key: string;
  items: string[];
}

/** Each measure with the numbers of the items that share it, in the order of the items. */
function byMeasure(items: readonly ItemOutline[]): { measure: Measure; numbers: string[] }[] {
  const found = new Map<string, { measure: Measure; numbers: string[] }>();
  for (const { fields, number } of items) {
    for (const measure of fields.measures ?? []) {
      const key = JSON.stringify(measure);
      const known = found.get(key) ?? { measure, numbers: [] };
      found.set(key, { measure, numbers: [...new Set([...known.numbers, number])] });
    }
  }
  return [...found.values()];
}

/** Each key with the numbers of its items, in the order of the keys as numbers, then letters. */
function byKey(items: readonly ItemOutline[], keysOf: (item: ItemOutline) => readonly string[]): Aligned[] {
  const found = new Map<string, string[]>();
  for (const item of items)
    for (const key of new Set(keysOf(item))) found.set(key, [...(found.get(key) ?? []), item.number]);
  const { compare } = new Intl.Collator('en', { numeric: true });
  return [...found].map(([key, numbers]) => ({ key, items: numbers })).sort((a, b) => compare(a.key, b.key));
}

function aligned(
  writing: Writing,
  kind: 'targets' | 'objectives' | 'instruments',
  rows: readonly Aligned[],
  wordsOf: (key: string) => string,
  nameOf: (row: Aligned) => string = ({ key }) => key,
): void {
  if (rows.length === 0) return;
  const { t, join } = writing.wording;
  writing.plain('Label', [t(`record.alignment.${kind}`)]);
  writing.table(
    [
      { head: t(`record.alignment.${kind}.key`), share: kind === 'instruments' ? 26 : 14 },
      { head: t(`record.alignment.${kind}.words`), share: kind === 'instruments' ? 56 : 68 },
      { head: t('record.alignment.items'), share: 18 },
    ],
    rows.map((row): Cell[] => [nameOf(row), wordsOf(row.key), join(row.items)]),
  );
}
