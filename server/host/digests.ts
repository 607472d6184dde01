import { createHmac, hash } from 'node:crypto';
import { compareRollCall } from '@shared/data/memberStates.ts';
import type { Context } from '@shared/domain/kernel/slice.ts';

/** The digests that rules may ask for, and the order of states that is outside the domain. */
export const digests: Pick<Context, 'sha256' | 'hmacSha256' | 'compareCodes'> = {
  sha256: (text) => hash('sha256', text, 'hex'),
  hmacSha256: (key, text) => createHmac('sha256', key).update(text).digest('hex'),
  compareCodes: compareRollCall,
};
