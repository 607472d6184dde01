/**
 * The private keys of secret ballots, a file for each in a directory of their own: never in the database, so that no copy
 * of the database carries them. A file is written and synced before its vote opens. At the end it is overwritten first and
 * taken away last: as long as it is there, in whatever state, something is left to do.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CannotStart } from '../ports/cannotStart.ts';

/** No id is spelled with it. */
const between = '~';
const ending = '.key';
const unfinished = `${ending}.new`;
/** Programs that make backups know this sign of a directory that is to be left out (bford.info/cachedir). */
const leaveOut = `Signature: 8a477f597d28d172789f06886806bc55
# Private keys of secret ballots that are running. Leave this directory out of every backup.
`;

export type BallotKeys = ReturnType<typeof openBallotKeys>;

/** Opens the directory of keys, readable by this account alone. @throws CannotStart */
export function openBallotKeys(directory: string) {
  const path = resolve(directory);
  try {
    if (mkdirSync(path, { recursive: true, mode: 0o700 }) !== undefined) syncDirectory(dirname(path));
    const sign = join(path, 'CACHEDIR.TAG');
    if (!existsSync(sign)) writeFileSync(sign, leaveOut, { mode: 0o600 });
    // A key that was being made when the process died; its vote was never opened.
    for (const name of readdirSync(path)) if (name.endsWith(unfinished)) rmSync(join(path, name));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new CannotStart('keys.unwritable', `Cannot write to the directory of keys ${path} (${reason}).`, {
      cause: error,
    });
  }
  const fileOf = (consultationId: string, voteId: string) =>
    join(path, `${consultationId}${between}${voteId}${ending}`);
  /** Public keys alone stay in memory. */
  const known = new Map<string, KeyObject>();

  function privateKey(consultationId: string, voteId: string): KeyObject | null {
    try {
      return createPrivateKey(readFileSync(fileOf(consultationId, voteId), 'utf8'));
    } catch {
      return null;
    }
  }

  return {
    privateKey,
    publicKey(consultationId: string, voteId: string): KeyObject {
      const file = fileOf(consultationId, voteId);
      const ready = known.get(file);
      if (ready) return ready;
      const own = privateKey(consultationId, voteId);
      if (!own) throw new Error('the key of a secret ballot is not in the directory of keys');
      const made = createPublicKey(own);
      known.set(file, made);
      return made;
    },
    make(consultationId: string, voteId: string): void {
      if (privateKey(consultationId, voteId)) return;
      const file = fileOf(consultationId, voteId);
      const pem = generateKeyPairSync('x25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
      // Under another name first: a file of this name is a whole key or one that was overwritten.
      const fresh = file.slice(0, -ending.length) + unfinished;
      writeSynced(fresh, pem);
      renameSync(fresh, file);
      syncDirectory(path);
    },
    burn(consultationId: string, voteId: string): void {
      const file = fileOf(consultationId, voteId);
      known.delete(file);
      if (existsSync(file)) overwrite(file);
    },
    forget(consultationId: string, voteId: string): void {
      rmSync(fileOf(consultationId, voteId), { force: true });
      syncDirectory(path);
    },
    kept(consultationId: string): string[] {
      const beginning = `${consultationId}${between}`;
      return readdirSync(path)
        .filter((name) => name.startsWith(beginning) && name.endsWith(ending))
        .map((name) => name.slice(beginning.length, -ending.length));
    },
  };
}

function writeSynced(file: string, content: string | Buffer): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    writeSync(handle, content.toString());
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Writes noughts over what stands in a file, in its place, before it is cut to nothing. */
function overwrite(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    writeSync(handle, Buffer.alloc(statSync(file).size), 0, statSync(file).size, 0);
    fsyncSync(handle);
    ftruncateSync(handle, 0);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function syncDirectory(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
