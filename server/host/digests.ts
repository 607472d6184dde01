import { createHmac, hash } from 'node:crypto';
import type { Context } from '@shared/domain/kernel/slice.ts';

/** The digests that rules may ask for. */
export const digests: Pick<Context, 'sha256' | 'hmacSha256'> = {
  sha256: (text) => hash('sha256', text, 'hex'),
  hmacSha256: (key, text) => createHmac('sha256', key).update(text).digest('hex'),
};
