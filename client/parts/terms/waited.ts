const minuteMs = 60_000;
const hour = 60;
const day = 24 * hour;

export type Waited = readonly (readonly [count: number, unit: 'day' | 'hour' | 'minute'])[];

/** How long something has waited, as one says it: in minutes, from an hour on with the hours, from a day on without minutes. */
export function waited(ms: number): Waited {
  const minutes = Math.max(0, Math.floor(ms / minuteMs));
  const units =
    minutes < day
      ? ([
          [Math.floor(minutes / hour), 'hour'],
          [minutes % hour, 'minute'],
        ] as const)
      : ([
          [Math.floor(minutes / day), 'day'],
          [Math.floor((minutes % day) / hour), 'hour'],
        ] as const);
  return units.filter(([count]) => count > 0);
}
