import { intlLocaleOf, type Language } from './translate.ts';

type Instant = number | Date;

const unitsOfTime = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** Writes dates, times, numbers and lists as the readers of one language expect them. */
export interface Format {
  /** 19 June 2017 */
  date(at: Instant, options?: Intl.DateTimeFormatOptions): string;
  /** 14:02, with seconds where an act is certified. */
  time(at: Instant, options?: { seconds?: boolean; timeZone?: string }): string;
  /** 19 June 2017 at 14:02 */
  dateTime(at: Instant, options?: Intl.DateTimeFormatOptions): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** A share between 0 and 1 as a whole percentage. */
  percent(share: number): string;
  /** Kenya, Nepal and Chile */
  list(items: readonly string[], kind?: 'conjunction' | 'disjunction' | 'unit'): string;
  /** 3 minutes ago, in 2 days; below a minute: now. */
  relative(at: Instant, now: Instant): string;
  /** Alphabetical order of the language. */
  compare(a: string, b: string): number;
}

/** The conventions of one language, from Intl. */
export function createFormat(language: Language): Format {
  const locale = intlLocaleOf(language);
  const collator = new Intl.Collator(locale, { numeric: true });
  return {
    date: (at, options = { dateStyle: 'long' }) => new Intl.DateTimeFormat(locale, options).format(at),
    time: (at, options = {}) => new Intl.DateTimeFormat(locale, timeOptions(options)).format(at),
    dateTime: (at, options = { dateStyle: 'long', timeStyle: 'short' }) =>
      // One clock on every page: the hours of a deadline are never to be read twice.
      new Intl.DateTimeFormat(locale, { hourCycle: 'h23', ...options }).format(at),
    number: (value, options) => new Intl.NumberFormat(locale, options).format(value),
    percent: (share) => new Intl.NumberFormat(locale, { style: 'percent' }).format(share),
    list: (items, kind = 'conjunction') => new Intl.ListFormat(locale, { type: kind }).format(items),
    relative: (at, now) => relative(locale, Number(at) - Number(now)),
    compare: (a, b) => collator.compare(a, b),
  };
}

function timeOptions(options: { seconds?: boolean; timeZone?: string }): Intl.DateTimeFormatOptions {
  return {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(options.seconds ? { second: '2-digit' } : {}),
    ...(options.timeZone ? { timeZone: options.timeZone } : {}),
  };
}

function relative(locale: string, distanceMs: number): string {
  const formatter = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, size] of unitsOfTime) {
    if (Math.abs(distanceMs) >= size) return formatter.format(Math.trunc(distanceMs / size), unit);
  }
  return formatter.format(0, 'second');
}
