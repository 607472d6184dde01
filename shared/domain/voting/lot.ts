/**
 * The lot that decides whom a roll call begins with. Nobody alone decides it, and everybody can recompute it: the server
 * commits itself to a seed by its digest before the chair brings a number of their own; both together give the start.
 */

/** An HMAC-SHA-256 of a text under a key, in hexadecimal. */
export type Hmac = (key: string, text: string) => string;

/** What a lot is drawn from, once the seed is revealed. */
export interface Lot {
  seed: string;
  nonce: string;
  voteId: string;
  /** How many could be drawn. */
  among: number;
}

const span = 2n ** 256n;

/** The text whose digest is drawn: nonce and vote, and from the second try on the number of the try. */
export function drawnText({ nonce, voteId }: Pick<Lot, 'nonce' | 'voteId'>, round: number): string {
  return `${nonce}${voteId}${round === 0 ? '' : `#${round}`}`;
}

/** Where a digest falls among so many; null where it would make the first of them likelier than the last. */
export function placeOf(digest: string, among: number): number | null {
  const value = BigInt(`0x${digest}`);
  const count = BigInt(among);
  return value < span - (span % count) ? Number(value % count) : null;
}

/** ROLL-2: the place in English alphabetical order, from nought, with which a roll call begins. */
export function drawnStart(hmac: Hmac, lot: Lot): number {
  for (let round = 0; ; round += 1) {
    const place = placeOf(hmac(lot.seed, drawnText(lot, round)), lot.among);
    if (place !== null) return place;
  }
}
