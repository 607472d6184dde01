import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '../../ports/cannotStart.ts';
import { type ChainedEntry, canonicalJson } from '../hashChain.ts';
import { connectToRead, type Database, oneValue } from './database.ts';
import { databaseFile } from './open.ts';

/** One consultation's journal as it stands in the file; null is an entry that cannot be read. */
export interface StoredChain {
  consultationId: string;
  entries: Iterable<ChainedEntry | null>;
}

/** A data directory opened to be checked; nothing in it is changed. */
export interface StoredChains {
  chains: StoredChain[];
  /** What SQLite itself finds wrong with the file, or null. */
  damage(): string | null;
  close(): void;
}

interface RawRow {
  seq: bigint;
  scope: string;
  pos: bigint;
  type: string;
  data: string;
  at: bigint;
  by: string | null;
  command_id: string;
  salt: Uint8Array;
  hash: Uint8Array;
  link: Uint8Array;
}

const pageSize = 1000;

/** Opens a data directory for checking, also while a server is running on it. @throws CannotStart */
export function readChains(dataDir: string): StoredChains {
  const file = join(dataDir, databaseFile);
  if (!existsSync(file)) throw new CannotStart('storage.missing', `There is no ${databaseFile} in ${dataDir}.`);
  const database = openToRead(file);
  try {
    const sql = 'SELECT id FROM consultation UNION SELECT DISTINCT consultation_id FROM journal ORDER BY 1';
    const found = database.prepare(sql).all() as { id: string }[];
    return {
      chains: found.map(({ id }) => ({ consultationId: id, entries: entriesOf(database, id) })),
      damage: () => integrityOf(database),
      close: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw new CannotStart('storage.unreadable', `Cannot read the journal in ${file}: ${reasonOf(error)}.`, {
      cause: error,
    });
  }
}

/** Opens the file of a data directory to read it, whatever medium it lies on. @throws CannotStart */
export function openToRead(file: string): Database {
  try {
    return connectToRead(file, false);
  } catch (error) {
    // On a medium that cannot be written SQLite wants to be told that nobody else writes either.
    const log = `${file}-wal`;
    if (existsSync(log) && statSync(log).size > 0) throw error;
    return connectToRead(file, true);
  }
}

function* entriesOf(database: Database, consultationId: string): Generator<ChainedEntry | null> {
  const page = database.prepare('SELECT * FROM journal WHERE consultation_id = ? AND seq > ? ORDER BY seq LIMIT ?');
  // A number that tampering has made too large for JavaScript is to be seen, not to stop the reading.
  page.setReadBigInts(true);
  let after = -(2n ** 63n);
  for (;;) {
    const rows = tryAll(() => page.all(consultationId, after, pageSize) as RawRow[]);
    if (!rows) {
      yield null;
      return;
    }
    for (const row of rows) yield chainedOf(row);
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last.seq;
  }
}

function chainedOf(row: RawRow): ChainedEntry | null {
  const { scope, type, by, command_id: commandId, hash, link } = row;
  const canonical = canonicalOf(row.data);
  if (canonical === null) return null;
  const numbers = { seq: Number(row.seq), pos: Number(row.pos), at: Number(row.at) };
  return { ...numbers, scope, type, by, commandId, payload: { salt: row.salt, canonical }, hash, link };
}

/** The payload in one spelling, or null where it is not spelt as the journal spells: that too is tampering. */
function canonicalOf(text: string): string | null {
  try {
    const data: unknown = JSON.parse(text);
    return JSON.stringify(data) === text ? canonicalJson(data) : null;
  } catch {
    return null;
  }
}

function integrityOf(database: Database): string | null {
  try {
    const found = oneValue(database, 'PRAGMA integrity_check(1)');
    return found === 'ok' ? null : String(found);
  } catch (error) {
    return reasonOf(error);
  }
}

/** A page of a damaged file makes SQLite throw; where it does, the entries end in one that cannot be read. */
function tryAll<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
