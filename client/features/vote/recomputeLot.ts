import type { VoteId } from '@shared/domain/kernel/ids.ts';
import type { RollCall } from '@shared/domain/rollCall.ts';
import { drawnText, placeOf } from '@shared/domain/voting/lot.ts';

/** What this browser found when it computed a lot again. */
export interface Recomputed {
  /** The seed is the one whose digest was published before the draw. */
  isCommitted: boolean;
  start: number;
  /** The call began where the lot says. */
  isSame: boolean;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const hexOf = (buffer: ArrayBuffer) =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Computes a lot again with the browser's own cryptography; rejects where the browser offers none (no secure address). */
export async function recomputeLot(
  voteId: VoteId,
  { commitment, lot, seed, order }: Pick<RollCall, 'commitment' | 'lot' | 'seed' | 'order'>,
): Promise<Recomputed> {
  if (!lot || seed === null) throw new Error('nothing was drawn');
  const digest = hexOf(await crypto.subtle.digest('SHA-256', bytesOf(seed)));
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytesOf(seed), algorithm, false, ['sign']);
  for (let round = 0; ; round += 1) {
    const text = drawnText({ nonce: lot.nonce, voteId }, round);
    const start = placeOf(hexOf(await crypto.subtle.sign('HMAC', key, bytesOf(text))), order.length);
    if (start !== null) return { isCommitted: digest === commitment, start, isSame: start === lot.start };
  }
}
