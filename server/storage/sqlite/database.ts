import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { DatabaseSyncInstance, SqliteModule } from '@photostructure/sqlite';
import { CannotStart } from '../../ports/cannotStart.ts';
import { StorageFull } from '../../ports/journal.ts';

/** A connection to SQLite; both sources of it have the same interface. */
export type Database = DatabaseSyncInstance;

/** Older versions can corrupt a database in WAL mode. */
const oldestSafe = [3, 51, 3] as const;

/**
 * What every writing connection must be set to; a value is read back because setting one can fail in silence. What is
 * deleted is overwritten (secure_delete), so that an erased name is not still to be read in the file.
 */
const settings = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 2000,
  secure_delete: 1,
} as const;

const codes = { busy: 5, locked: 6, readOnly: 8, ioError: 10, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26 };

/** Opens a connection for writing and makes sure that what it commits stays. @throws CannotStart */
export function connect(file: string): Database {
  try {
    const database = open(file);
    for (const [name, value] of Object.entries(settings)) database.exec(`PRAGMA ${name}=${value}`);
    // Lets the log shrink again after a storm; it is cut at the next checkpoint.
    database.exec('PRAGMA journal_size_limit=33554432');
    checkSettings(database);
    return database;
  } catch (error) {
    throw whyNotOpen(error, file);
  }
}

/**
 * Opens a connection that can only read, also beside a running server. An immutable file is one on a medium that takes
 * no write at all, not even the index of the write-ahead log. @throws CannotStart
 */
export function connectToRead(file: string, isImmutable: boolean): Database {
  try {
    const location = isImmutable ? new URL(`${pathToFileURL(file).href}?immutable=1`) : file;
    const database = open(location, true);
    database.exec(`PRAGMA busy_timeout=${settings.busy_timeout}`);
    // SQLite opens a file at the first look into it.
    oneValue(database, 'SELECT count(*) FROM sqlite_schema');
    return database;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotStart('storage.unreadable', `Cannot read ${file}: ${reason}.`, { cause: error });
  }
}

/** Opens the file whose only content is who holds it; losing it in a power cut costs nothing. */
export function connectToLock(file: string): Database {
  const database = open(file);
  // A killed server's successor may come a moment before the operating system has cleared its locks away.
  database.exec('PRAGMA busy_timeout=1000; PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF');
  return database;
}

/**
 * Does the work in one transaction that is on the disk when this returns; within another it becomes part of that one.
 * @throws StorageFull when nothing was kept
 */
export function durably<T>(database: Database, work: () => T): T {
  if (database.isTransaction) return work();
  try {
    database.exec('BEGIN IMMEDIATE');
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite has already rolled back after some errors.
    if (database.isTransaction) database.exec('ROLLBACK');
    if (isDiskFailure(error)) throw new StorageFull('The disk is full or failing.', { cause: error });
    throw error;
  }
}

/** Closes a writing connection and leaves everything in the one file. */
export function closeInOneFile(database: Database): void {
  try {
    // SQLite does this itself at the end of a connection, which however lasts until its statements are collected.
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // Nothing is lost without it: the log is read at the next start.
  }
  database.close();
}

/** The one value of the one row that a statement gives. */
export function oneValue(database: Database, sql: string): unknown {
  const row: object | undefined = database.prepare(sql).get();
  return row === undefined ? undefined : Object.values(row)[0];
}

/** Turns a failure to open into the sentence that the console shows. */
export function whyNotOpen(error: unknown, file: string): CannotStart {
  if (error instanceof CannotStart) return error;
  const cause = { cause: error };
  switch (resultCode(error)) {
    case codes.readOnly:
    case codes.cannotOpen:
      return new CannotStart(
        'storage.read-only',
        `Cannot write to ${file}: the directory or file is read-only.`,
        cause,
      );
    case codes.full:
      return new CannotStart('storage.full', `Cannot write to ${file}: the disk is full.`, cause);
    case codes.busy:
    case codes.locked:
      return new CannotStart('storage.in-use', `Cannot open ${file}: another program holds it.`, cause);
    case codes.corrupt:
    case codes.notADatabase:
      return new CannotStart('storage.damaged', `Cannot open ${file}: it is damaged or is not a database.`, cause);
    default: {
      const reason = error instanceof Error ? error.message : String(error);
      return new CannotStart('storage.failed', `Cannot open ${file}: ${reason}.`, cause);
    }
  }
}

function checkSettings(database: Database): void {
  for (const [name, wanted] of Object.entries(settings)) {
    const found = oneValue(database, `PRAGMA ${name}`);
    if (found === wanted) continue;
    throw new CannotStart(
      'storage.settings',
      `The database does not take the setting ${name}=${wanted} (it says ${String(found)}), so nothing would be safe in it.`,
    );
  }
}

/** A write that may succeed later when somebody makes room, and of which nothing was kept. */
function isDiskFailure(error: unknown): boolean {
  const { busy, readOnly, ioError, full, cannotOpen } = codes;
  const code = resultCode(error);
  return code !== null && [busy, readOnly, ioError, full, cannotOpen].includes(code);
}

function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  return error.errcode & 0xff;
}

let loaded: SqliteModule | null = null;

function open(location: string | URL, readOnly = false): Database {
  loaded ??= load();
  return new loaded.DatabaseSync(location, { readOnly });
}

/** Node's own SQLite where it is new enough, else the one that comes as a package with the same interface. */
function load(): SqliteModule {
  const own = isSafe(process.versions.sqlite) ? withoutWarning(() => process.getBuiltinModule?.('node:sqlite')) : null;
  const module = (own ?? createRequire(import.meta.url)('@photostructure/sqlite')) as SqliteModule;
  const probe = new module.DatabaseSync(':memory:');
  const version = String(oneValue(probe, 'SELECT sqlite_version()'));
  probe.close();
  if (isSafe(version)) return module;
  throw new CannotStart(
    'storage.sqlite-too-old',
    `SQLite ${version} can lose data; Rapporteur needs ${oldestSafe.join('.')} or newer.`,
  );
}

function isSafe(version: string | undefined): boolean {
  if (version === undefined) return false;
  const parts = version.split('.').map(Number);
  for (const [index, oldest] of oldestSafe.entries()) {
    const part = parts[index] ?? 0;
    if (part !== oldest) return part > oldest;
  }
  return true;
}

/** Node 22 warns that its SQLite is experimental; nobody at the console can do anything about it. */
function withoutWarning<T>(load: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
