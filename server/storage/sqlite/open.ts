import { join } from 'node:path';
import type { BallotBox } from '../../ports/ballotBox.ts';
import { CannotStart } from '../../ports/cannotStart.ts';
import type { DraftStore } from '../../ports/draftStore.ts';
import { type Journal, StorageFull } from '../../ports/journal.ts';
import type { People } from '../../ports/people.ts';
import { openBallotKeys } from '../ballotKeys.ts';
import { sqliteBallotBox } from './ballotBox.ts';
import { closeInOneFile, connect, type Database } from './database.ts';
import { lockDirectory, makeDirectory } from './directoryLock.ts';
import { sqliteDraftStore } from './draftStore.ts';
import { sqliteJournal } from './journal.ts';
import { migrate } from './migrations.ts';
import { sqlitePeople } from './people.ts';

/** Everything that a house keeps, behind its ports. */
export interface Storage {
  journal: Journal;
  people: People;
  drafts: DraftStore;
  boxes: BallotBox;
  close(): void;
}

/** The name of the one database file in a data directory. */
export const databaseFile = 'rapporteur.db';

/** Where the keys of secret ballots lie unless the operator says otherwise: beside the database, never in it. */
export function keysBeside(dataDir: string): string {
  return join(dataDir, 'keys');
}

/** Takes a data directory for this process and opens what is in it. @throws CannotStart */
export function openStorage(dataDir: string, keysDir = keysBeside(dataDir)): Storage {
  makeDirectory(dataDir);
  const lock = lockDirectory(dataDir);
  let database: Database | null = null;
  const close = () => {
    if (database) closeInOneFile(database);
    lock.release();
  };
  try {
    database = connect(join(dataDir, databaseFile));
    migrate(database);
    const journal = sqliteJournal(database);
    if (!journal.canWrite()) throw new StorageFull('The data directory does not take a write.');
    const boxes = sqliteBallotBox(database, openBallotKeys(keysDir));
    return { journal, people: sqlitePeople(database), drafts: sqliteDraftStore(database), boxes, close };
  } catch (error) {
    close();
    if (!(error instanceof StorageFull)) throw error;
    const sentence = `Cannot write to ${dataDir}: the disk is full or failing, or the files are read-only.`;
    throw new CannotStart('storage.full', sentence, { cause: error });
  }
}
