/** How much one person may ask for, by kind of message: points a second, with a burst. Kept in memory: one process, one limit. */

const classes = {
  command: { points: 60, duration: 2 },
  draft: { points: 120, duration: 2 },
  caret: { points: 60, duration: 2 },
  read: { points: 60, duration: 5 },
  presence: { points: 30, duration: 5 },
} as const;
export type RateClass = keyof typeof classes;

export type RateLimit = ReturnType<typeof createRateLimit>;

interface Window {
  left: number;
  endsAt: number;
}

/** A refusal that costs no more than this is anybody's; a dearer one is paid for with so many times its length. */
const freeMs = 100;
const timesAsLong = 20;

/** How often the windows that are over are forgotten. */
const sweepEvery = 10_000;

export function createRateLimit(now: () => number = () => performance.now()) {
  const windows = new Map<string, Window>();
  let taken = 0;

  function sweep(at: number): void {
    for (const [key, { endsAt }] of windows) if (endsAt <= at) windows.delete(key);
  }

  return {
    /** Null when it may go on, else how long to wait (ms). */
    take(kind: RateClass, who: string): number | null {
      const at = now();
      taken += 1;
      if (taken % sweepEvery === 0) sweep(at);
      const key = `${kind} ${who}`;
      const { points, duration } = classes[kind];
      let window = windows.get(key);
      if (!window || window.endsAt <= at) {
        window = { left: points, endsAt: at + duration * 1_000 };
        windows.set(key, window);
      }
      window.left -= 1;
      return window.left >= 0 ? null : Math.ceil(window.endsAt - at);
    },
    /** Something was refused after so much work (ms): whoever has asked for it waits many times as long. */
    charge(kind: RateClass, who: string, spentMs: number): void {
      if (spentMs > freeMs) windows.set(`${kind} ${who}`, { left: 0, endsAt: now() + spentMs * timesAsLong });
    },
  };
}
