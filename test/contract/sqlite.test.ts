import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { openStorage, type Storage } from '../../server/storage/sqlite/open.ts';
import { ballotBoxContract } from './ballotBox.contract.ts';
import { draftStoreContract } from './draftStore.contract.ts';
import { journalContract } from './journal.contract.ts';
import type { Opened } from './opened.ts';
import { peopleContract } from './people.contract.ts';

function onSqlite<Port>(pick: (storage: Storage) => Port): () => Opened<Port> {
  return () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-contract-'));
    let storage = openStorage(dataDir);
    return {
      port: pick(storage),
      restart() {
        storage.close();
        storage = openStorage(dataDir);
        return pick(storage);
      },
      end() {
        storage.close();
        rmSync(dataDir, { recursive: true });
      },
    };
  };
}

describe('the journal in SQLite', () => journalContract(onSqlite(({ journal }) => journal)));
describe('the ballot boxes in SQLite', () => ballotBoxContract(onSqlite(({ boxes, journal }) => ({ boxes, journal }))));
describe('the people in SQLite', () => peopleContract(onSqlite(({ people }) => people)));
describe('the drafts in SQLite', () => draftStoreContract(onSqlite(({ drafts }) => drafts)));
