import type { ComparedBlock, Comparison, Stretch } from '@shared/domain/comparison.ts';
import type { Block } from '@shared/domain/draftText.ts';
import type { Fields } from '@shared/domain/itemFields.ts';
import { type ShownField, shownFields } from './shownFields.ts';

/** A stretch as it is read; `change` is the number of the change that begins with it. */
export interface ShownStretch extends Stretch {
  key: string;
  change: number | null;
}

/** A paragraph as it is read; it is itself a change where it came, went, moved or was set otherwise with the same words. */
export interface ShownBlock {
  key: string;
  kind: ComparedBlock['kind'] | 'set-otherwise';
  move: number | null;
  change: number | null;
  block: Block;
  stretches: ShownStretch[];
}

/** Numbers what changed in the order of reading: words that replace others are one change, a paragraph that came is one. */
export function layOutComparison({ blocks }: Comparison): { blocks: ShownBlock[]; changes: number } {
  let changes = 0;
  const shown = blocks.flatMap((told, at): ShownBlock[] => {
    const block = told.after ?? told.before;
    if (!block) return [];
    const kind =
      told.kind === 'changed' && told.stretches.every((each) => each.kind === 'same') ? 'set-otherwise' : told.kind;
    const isWhole = kind !== 'same' && kind !== 'changed';
    const change = isWhole ? ++changes : null;
    const isInner = kind === 'changed' || kind === 'moved';
    const stretches = told.stretches.map((each, place) => {
      const begins = isInner && each.kind !== 'same' && (told.stretches[place - 1]?.kind ?? 'same') === 'same';
      return { ...each, key: `${place}`, change: begins ? ++changes : null };
    });
    return [{ key: `${at}`, kind, move: told.move, change, block, stretches }];
  });
  return { blocks: shown, changes };
}

/** The paragraphs that changed, with the number of those left out where they stood. */
export function changedOnly(blocks: readonly ShownBlock[]): (ShownBlock | { key: string; unchanged: number })[] {
  const told: (ShownBlock | { key: string; unchanged: number })[] = [];
  for (const block of blocks) {
    const last = told.at(-1);
    if (block.kind !== 'same') told.push(block);
    else if (last && 'unchanged' in last) last.unchanged += 1;
    else told.push({ key: `same ${block.key}`, unchanged: 1 });
  }
  return told;
}

/** Which fields were stated, changed or taken out between two reports, in the order of the form. */
export function fieldChanges(
  before: Fields,
  after: Fields,
): { field: ShownField; as: 'stated' | 'changed' | 'gone' }[] {
  return shownFields.flatMap((field) => {
    const [was, is] = [said(before, field), said(after, field)];
    if (was === is) return [];
    return [{ field, as: was === '' ? 'stated' : is === '' ? 'gone' : 'changed' } as const];
  });
}

/** What one field of the form is made of: the horizon has its date, a gap its theme. */
export function partsOf(field: ShownField): (keyof Fields)[] {
  return field === 'horizon' ? ['horizon', 'by'] : field === 'gap' ? ['gap', 'gapTheme'] : [field];
}

/** A field's content as one string; nothing, an empty list and an empty line are the same. */
function said(fields: Fields, field: ShownField): string {
  const values: unknown[] = partsOf(field).map((part) => fields[part]);
  const isEmpty = (value: unknown) => value === undefined || value === null || value === '' || `${value}` === '';
  return values.every(isEmpty) ? '' : JSON.stringify(values.map((value) => value ?? null));
}
