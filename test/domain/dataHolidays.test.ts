import { daysOff } from '@shared/data/officialHolidays.ts';
import { describe, expect, test } from 'vitest';

const within = (from: string, to: string) =>
  daysOff(Date.parse(from), Date.parse(to)).map(({ day, as }) => `${day} ${as}`);

describe('days on which missions may be closed', () => {
  test('are the weekend days that a time touches', () => {
    expect(within('2026-11-26T12:00Z', '2026-11-27T12:00Z')).toEqual(['2026-11-26 thanksgiving']);
    expect(within('2026-11-20T12:00Z', '2026-11-23T12:00Z')).toEqual(['2026-11-21 weekend', '2026-11-22 weekend']);
    expect(within('2026-11-23T00:00Z', '2026-11-25T23:00Z')).toEqual([]);
  });

  test.each([
    ['2026-04-03', 'good-friday'],
    ['2025-04-18', 'good-friday'],
    ['2026-09-07', 'labour-day'],
    ['2026-07-03', 'independence-day'],
    ['2026-12-25', 'christmas'],
    ['2027-01-01', 'new-year'],
    ['2027-12-31', 'new-year'],
  ])('%s is %s', (day, as) => {
    expect(within(`${day}T10:00Z`, `${day}T11:00Z`)).toEqual([`${day} ${as}`]);
  });

  test('the two Eids of 2026, to a day', () => {
    const found = within('2026-01-01T00:00Z', '2026-12-31T00:00Z').filter((each) => each.includes('eid'));
    const days = found.map((each) => Date.parse(each.slice(0, 10)));
    const near = (at: number | undefined, day: string) => Math.abs((at ?? 0) - Date.parse(day)) <= 86_400_000;
    expect([near(days[0], '2026-03-20'), near(days[1], '2026-05-27'), days.length]).toEqual([true, true, 2]);
  });
});
