/**
 * Days on which missions may be closed, for a warning and no more: weekends, and the official holidays of the United Nations
 * (ST/IC circulars). Fixed ones that fall on a weekend are observed on the weekday beside it. The two Eids follow the civil
 * Islamic calendar, so that their day may differ by one from the sighting of the moon.
 */

export type DayOff = { day: string; as: 'weekend' } | { day: string; as: Holiday };
export type Holiday =
  | 'new-year'
  | 'good-friday'
  | 'labour-day'
  | 'independence-day'
  | 'thanksgiving'
  | 'christmas'
  | 'eid-al-fitr'
  | 'eid-al-adha';

const dayMs = 86_400_000;
const iso = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Every weekend day and official holiday that a time between two instants touches, by days of Universal Time. */
export function daysOff(from: number, to: number): DayOff[] {
  const found: DayOff[] = [];
  const first = Math.floor(from / dayMs) * dayMs;
  // Nobody reads a longer list; a year has about a hundred and ten of them.
  for (let at = first; at <= to && found.length < 400; at += dayMs) {
    const holiday = holidayOn(at);
    const weekday = new Date(at).getUTCDay();
    if (holiday) found.push({ day: iso(at), as: holiday });
    else if (weekday === 0 || weekday === 6) found.push({ day: iso(at), as: 'weekend' });
  }
  return found;
}

function holidayOn(at: number): Holiday | null {
  const year = new Date(at).getUTCFullYear();
  const fixed: [number, Holiday][] = [
    [observed(Date.UTC(year, 0, 1)), 'new-year'],
    [observed(Date.UTC(year + 1, 0, 1)), 'new-year'],
    [observed(Date.UTC(year, 6, 4)), 'independence-day'],
    [observed(Date.UTC(year, 11, 25)), 'christmas'],
    [easter(year) - 2 * dayMs, 'good-friday'],
    [weekdayIn(year, 8, 1, 1), 'labour-day'],
    [weekdayIn(year, 10, 4, 4), 'thanksgiving'],
  ];
  return fixed.find(([day]) => day === at)?.[1] ?? eidOn(at);
}

/** A Saturday's holiday is kept on the Friday before, a Sunday's on the Monday after. */
function observed(at: number): number {
  const weekday = new Date(at).getUTCDay();
  return at + (weekday === 6 ? -dayMs : weekday === 0 ? dayMs : 0);
}

/** The n-th such weekday of a month. */
function weekdayIn(year: number, month: number, weekday: number, n: number): number {
  const first = new Date(Date.UTC(year, month, 1)).getUTCDay();
  return Date.UTC(year, month, 1 + ((weekday - first + 7) % 7) + 7 * (n - 1));
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
function easter(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1);
}

const islamic = new Intl.DateTimeFormat('en-u-ca-islamic-civil-nu-latn', {
  ...{ month: 'numeric', day: 'numeric', timeZone: 'UTC' },
});

function eidOn(at: number): Holiday | null {
  const parts = islamic.formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const [month, day] = [of('month'), of('day')];
  if (month === 10 && day === 1) return 'eid-al-fitr';
  return month === 12 && day === 10 ? 'eid-al-adha' : null;
}
