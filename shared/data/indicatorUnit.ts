/** The unit in which an indicator is told, as far as its English words say so. */
export type IndicatorUnit = 'percent' | 'per100000' | 'per1000' | 'number' | 'deaths' | 'index';

/** The first that fits decides; null: there is a unit, but none that could be worded for all, such as per 100,000 workers. */
const rules: readonly [RegExp, IndicatorUnit | null][] = [
  // Several measures in one: only the first would be told.
  [/^\(a\)/, null],
  [/\bper 100,000 population\b/, 'per100000'],
  [/\bper 1,000 population\b/, 'per1000'],
  [/\bper (million|[\d,]+) /, null],
  [/^(Proportions?|Percentage) of\b/, 'percent'],
  [/\bas a proportion of\b/, 'percent'],
  [/^Number of\b/, 'number'],
  [/\b(mortality|death) (rate|ratio)\b/i, 'deaths'],
  [/\bindex\b/i, 'index'],
];

/** The unit that the words of an indicator suggest; null where they suggest none. */
export function indicatorUnit(text: string): IndicatorUnit | null {
  return rules.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
