/** Exchanges links together: those that came in one turn share one transaction, so that a hall that comes in at once need not queue for the disk. */
import type { LinkUse, People } from '../ports/people.ts';

interface Waiting {
  token: string;
  resolve(use: LinkUse): void;
  reject(error: unknown): void;
}

/** Answers after the session is stored. @throws StorageFull */
export type ExchangeLink = (token: string) => Promise<LinkUse>;

export function createLinkQueue(people: People, terms: () => { now: number; expiresAt: number }): ExchangeLink {
  let waiting: Waiting[] = [];

  function exchangeAll(): void {
    const batch = waiting;
    waiting = [];
    try {
      const { now, expiresAt } = terms();
      const tokens = batch.map(({ token }) => token);
      const used = people.exchangeLinks(tokens, now, expiresAt);
      for (const [at, { resolve }] of batch.entries()) resolve(used[at] ?? { ok: false, code: 'link.unknown' });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  return (token) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(exchangeAll);
      waiting.push({ token, resolve, reject });
    });
}
