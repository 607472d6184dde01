import { createHash } from 'node:crypto';
import { stateDigest } from '@shared/domain/record/digest.ts';
import type { ConsultationState } from '@shared/domain/state.ts';

/** The SHA-256, in hexadecimal, of what a consultation says: content and order, not clock, not ids of chance. */
export function digestOf(state: ConsultationState): string {
  return sha256(stateDigest(state));
}

/** The SHA-256 of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
