/**
 * Slips of secret ballots under the public key of their vote: an ephemeral X25519 key for each, HKDF-SHA-256, AES-256-GCM.
 * Two bytes of the same choice never look alike, and each slip has the same length. Whoever has only the database and the
 * public key cannot try the three choices out: the other half of the agreement was thrown away when the slip was sealed.
 */
import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import type { Slip } from '../ports/ballotBox.ts';

const choices = ['yea', 'nay', 'abs'] as const;
const receiptBytes = 16;
const publicBytes = 32;
const tagBytes = 16;
/** Ephemeral key, choice and receipt, seal. */
const sealedBytes = publicBytes + 1 + receiptBytes + tagBytes;
/** What stands before the 32 bytes of a raw X25519 key in DER (RFC 8410). */
const derHead = Buffer.from('302a300506032b656e032100', 'hex');

/** Seals a slip for a vote; `place` says which, so that no slip passes from one box into another. */
export function sealSlip(publicKey: KeyObject, place: string, { choice, receipt }: Slip): Uint8Array {
  const once = generateKeyPairSync('x25519');
  const own = rawOf(once.publicKey);
  const { key, nonce } = agreed(once.privateKey, publicKey, own);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const plain = Buffer.concat([Buffer.of(choices.indexOf(choice)), Buffer.from(receipt, 'hex')]);
  const sealed = Buffer.concat([own, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  plain.fill(0);
  return sealed;
}

/** Opens a slip; null where it was not sealed for this vote, or is damaged. */
export function openSlip(privateKey: KeyObject, place: string, sealed: Uint8Array): Slip | null {
  if (sealed.length !== sealedBytes) return null;
  const own = Buffer.from(sealed.subarray(0, publicBytes));
  try {
    const theirs = createPublicKey({ key: Buffer.concat([derHead, own]), format: 'der', type: 'spki' });
    const { key, nonce } = agreed(privateKey, theirs, own);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce)
      .setAAD(Buffer.from(place))
      .setAuthTag(sealed.subarray(-tagBytes));
    const plain = Buffer.concat([decipher.update(sealed.subarray(publicBytes, -tagBytes)), decipher.final()]);
    const choice = choices[plain[0] ?? choices.length];
    return choice ? { choice, receipt: plain.subarray(1).toString('hex') } : null;
  } catch {
    return null;
  }
}

/** The key and nonce of one slip; the ephemeral key is used once, so the nonce need not be drawn. */
function agreed(privateKey: KeyObject, publicKey: KeyObject, salt: Uint8Array): { key: Uint8Array; nonce: Uint8Array } {
  const secret = diffieHellman({ privateKey, publicKey });
  const bytes = Buffer.from(hkdfSync('sha256', secret, salt, 'rapporteur secret ballot 1', 44));
  return { key: bytes.subarray(0, 32), nonce: bytes.subarray(32) };
}

function rawOf(publicKey: KeyObject): Buffer {
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(derHead.length);
}
