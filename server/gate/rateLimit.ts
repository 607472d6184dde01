/** How much one person may ask for, by kind of message: points a second, with a burst. Kept in memory: one process, one limit. */
import { RateLimiterMemory } from 'rate-limiter-flexible';

const classes = {
  command: { points: 60, duration: 2 },
  draft: { points: 120, duration: 2 },
  caret: { points: 60, duration: 2 },
  read: { points: 60, duration: 5 },
  presence: { points: 30, duration: 5 },
} as const;
export type RateClass = keyof typeof classes;

export type RateLimit = ReturnType<typeof createRateLimit>;

export function createRateLimit() {
  const limiters = Object.fromEntries(
    Object.entries(classes).map(([name, options]) => [name, new RateLimiterMemory({ keyPrefix: name, ...options })]),
  ) as Record<RateClass, RateLimiterMemory>;
  return {
    /** Null when it may go on, else how long to wait (ms). */
    async take(kind: RateClass, who: string): Promise<number | null> {
      try {
        await limiters[kind].consume(who);
        return null;
      } catch (refused) {
        if (refused instanceof Error) throw refused;
        return (refused as { msBeforeNext: number }).msBeforeNext;
      }
    },
  };
}
