import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CannotStart } from '../../ports/cannotStart.ts';
import { connectToLock, type Database, oneValue, whyNotOpen } from './database.ts';

/** Makes sure that the data directory exists, and that its name is on the disk. @throws CannotStart */
export function makeDirectory(dataDir: string): void {
  const path = resolve(dataDir);
  try {
    if (mkdirSync(path, { recursive: true }) === undefined) return;
    const parent = openSync(dirname(path), 'r');
    fsyncSync(parent);
    closeSync(parent);
  } catch (error) {
    throw whyNotMade(error, path);
  }
}

/**
 * Takes a data directory for this process until `release`. The lock is the operating system's, held through a SQLite
 * file of its own: when its holder dies, in whatever way, it is gone. @throws CannotStart
 */
export function lockDirectory(dataDir: string): { release(): void } {
  const file = join(dataDir, 'rapporteur.lock');
  let lock: Database | null = null;
  try {
    lock = connectToLock(file);
    // The number is committed first, so that whoever is refused can name the holder.
    lock.exec(`BEGIN IMMEDIATE; PRAGMA user_version=${process.pid}; COMMIT; BEGIN IMMEDIATE`);
    const held = lock;
    return { release: () => held.close() };
  } catch (error) {
    const why = whyNotOpen(error, file);
    const holder = why.code === 'storage.in-use' && lock ? Number(oneValue(lock, 'PRAGMA user_version')) : null;
    lock?.close();
    if (holder === null) throw why;
    throw new CannotStart(
      'storage.in-use',
      `Another server (process ${holder}) is using the data directory ${dataDir}; stop it first or choose another directory.`,
      { cause: error },
    );
  }
}

function whyNotMade(error: unknown, path: string): CannotStart {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const cause = { cause: error };
  if (['EACCES', 'EPERM', 'EROFS'].includes(code))
    return new CannotStart('storage.read-only', `Cannot write to ${path}: the directory or file is read-only.`, cause);
  if (['EEXIST', 'ENOTDIR'].includes(code))
    return new CannotStart('storage.not-a-directory', `The data directory ${path} is not a directory.`, cause);
  return new CannotStart('storage.failed', `Cannot make the data directory ${path} (${code || String(error)}).`, cause);
}
