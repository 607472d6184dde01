import { randomBytes } from 'node:crypto';
import type { BallotBox, BoxWrites, Slip } from '../../ports/ballotBox.ts';
import type { BallotKeys } from '../ballotKeys.ts';
import { openSlip, sealSlip } from '../sealing.ts';
import { type Database, durably, oneValue } from './database.ts';

const idBytes = 16;

const placeOf = (consultationId: string, voteId: string) => `${consultationId}/${voteId}`;

/** The ballot boxes in the house's SQLite file, their keys outside it. */
export function sqliteBallotBox(database: Database, keys: BallotKeys): BallotBox {
  const slips = database.prepare('SELECT sealed FROM slip WHERE consultation_id = ? AND vote_id = ?');
  return {
    make: keys.make,
    seal(consultationId, voteId, slip) {
      const publicKey = keys.publicKey(consultationId, voteId);
      const sealed = sealSlip(publicKey, placeOf(consultationId, voteId), slip);
      return { voteId, id: randomBytes(idBytes), sealed };
    },
    open(consultationId, voteId) {
      const own = keys.privateKey(consultationId, voteId);
      const place = placeOf(consultationId, voteId);
      const rows = slips.all(consultationId, voteId) as { sealed: Uint8Array }[];
      const opened = rows.map(({ sealed }) => own && openSlip(own, place, sealed));
      const readable = opened.filter((slip): slip is Slip => slip !== null);
      return { slips: readable, unreadable: rows.length - readable.length };
    },
    burn: keys.burn,
    rewrite: () => rewriteTable(database),
    forget: keys.forget,
    kept: keys.kept,
  };
}

/** Puts slips into their boxes and empties others, within the transaction that is running. */
export function writeBoxes(database: Database) {
  // Prepared at the first slip: whoever only reads may have a file of an earlier version, which has no boxes.
  let prepared: Record<'insert' | 'empty', ReturnType<Database['prepare']>> | null = null;
  return (consultationId: string, { slips, emptied }: BoxWrites): void => {
    if (slips.length + emptied.length === 0) return;
    prepared ??= {
      insert: database.prepare('INSERT INTO slip VALUES (?, ?, ?, ?)'),
      empty: database.prepare('DELETE FROM slip WHERE consultation_id = ? AND vote_id = ?'),
    };
    for (const { id, voteId, sealed } of slips) prepared.insert.run(id, consultationId, voteId, sealed);
    for (const voteId of emptied) prepared.empty.run(consultationId, voteId);
  };
}

/**
 * Copies what is left into a fresh table in the order of its ids and drops the old one: every page of it is freed and, by
 * secure_delete, overwritten. Then the log, which holds the pages as they were, is cut to nothing.
 */
function rewriteTable(database: Database): boolean {
  durably(database, () => {
    database.exec(`
      DROP TABLE IF EXISTS slip_anew;
      CREATE TABLE slip_anew (${slipColumns}) STRICT, WITHOUT ROWID;
      INSERT INTO slip_anew SELECT * FROM slip ORDER BY id;
      DROP TABLE slip;
      ALTER TABLE slip_anew RENAME TO slip`);
  });
  // A reader that is in the way is not waited for: everybody else would wait with it.
  const patience = Number(oneValue(database, 'PRAGMA busy_timeout'));
  database.exec('PRAGMA busy_timeout=0');
  try {
    const cut = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number } | undefined;
    return cut?.busy === 0;
  } finally {
    database.exec(`PRAGMA busy_timeout=${patience}`);
  }
}

/** The table of slips: clustered by an id drawn by lot; nothing in it says when, in what order, or whose. */
const slipColumns = `
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    consultation_id TEXT NOT NULL,
    vote_id TEXT NOT NULL,
    sealed BLOB NOT NULL CHECK (length(sealed) = 65)`;
