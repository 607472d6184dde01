import type { Method } from '@shared/domain/ruleProfile.ts';

/** What may still be done while a lock counts down, by the way of voting; a roll call has none. */
export const lockWords = {
  recorded: { announced: 'ballot.lock.announced', warning: 'ballot.lock.warning' },
  'show-of-hands': { announced: 'ballot.lock.announced.hands', warning: 'ballot.lock.warning.hands' },
  secret: { announced: 'ballot.lock.announced.secret', warning: 'ballot.lock.warning.secret' },
  'roll-call': { announced: 'ballot.lock.announced', warning: 'ballot.lock.warning' },
} as const satisfies Record<Method, object>;
