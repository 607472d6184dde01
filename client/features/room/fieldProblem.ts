import type { Measure } from '@shared/domain/itemFields.ts';
import type { FieldName } from './fieldDesk.ts';

/** The fields that say why something does not apply. */
export const reasonNames = ['noMeasure', 'noAlignment', 'noDisaggregation', 'noInstrument'] as const;
export type ReasonName = (typeof reasonNames)[number];

/** Most characters of what is written in words. */
export const longest = {
  title: 120,
  gap: 500,
  means: 1_000,
  text: 500,
  unit: 60,
  baseline: 60,
  target: 60,
  source: 200,
  noMeasure: 300,
  noAlignment: 300,
  noDisaggregation: 300,
  noInstrument: 300,
};

/** Why a value cannot be saved as it stands, as a key of the catalogue; null where it can. */
export function fieldProblem(field: FieldName, value: unknown): string | null {
  if (field === 'title' && String(value).trim() === '') return 'room.problem.title';
  if (field === 'title' || field === 'gap' || field === 'means' || isReason(field))
    return String(value ?? '').length > longest[field] ? 'room.problem.long' : null;
  if (field === 'by') return value === null || /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? null : 'room.problem.date';
  return field === 'measures' ? measuresProblem(value as readonly Measure[]) : null;
}

function measuresProblem(measures: readonly Measure[]): string | null {
  const parts = ['text', 'unit', 'baseline', 'target', 'source'] as const;
  const isLong = measures.some((measure) => parts.some((part) => measure[part].length > longest[part]));
  return isLong ? 'room.problem.long' : null;
}

function isReason(field: FieldName): field is ReasonName {
  return reasonNames.some((each) => each === field);
}
