import type { PersonRow } from '@shared/protocol/http.ts';

/** How a person's newest link stands. */
export type LinkState = 'none' | 'ready' | 'used-up' | 'expired' | 'revoked';
export const linkStates: readonly LinkState[] = ['none', 'ready', 'used-up', 'expired', 'revoked'];

/** The state of a link at an instant. */
export function linkStateOf(link: PersonRow['link'], now: number): LinkState {
  if (!link) return 'none';
  if (link.isRevoked) return 'revoked';
  if (link.expiresAt <= now) return 'expired';
  return link.devicesLeft > 0 ? 'ready' : 'used-up';
}
