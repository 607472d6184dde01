import { CannotStart } from '../../ports/cannotStart.ts';
import { type Database, durably, oneValue } from './database.ts';

/** The schema's history in order; an entry that has been released is never edited. */
const migrations: readonly string[] = [
  `
  -- Clustered by consultation, because it is read and written from one end to the other.
  CREATE TABLE journal (
    consultation_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    scope TEXT NOT NULL,
    pos INTEGER NOT NULL,
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    at INTEGER NOT NULL,
    by TEXT,
    command_id TEXT NOT NULL,
    salt BLOB NOT NULL,
    hash BLOB NOT NULL,
    link BLOB NOT NULL,
    PRIMARY KEY (consultation_id, seq),
    UNIQUE (consultation_id, scope, pos)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE answer (
    consultation_id TEXT NOT NULL,
    actor TEXT NOT NULL,
    command_id TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (consultation_id, actor, command_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE probe (id INTEGER PRIMARY KEY, weight BLOB NOT NULL) STRICT;

  CREATE TABLE consultation (id TEXT PRIMARY KEY, created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE person (
    consultation_id TEXT NOT NULL REFERENCES consultation (id),
    participant_id TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT,
    language TEXT,
    PRIMARY KEY (consultation_id, participant_id)
  ) STRICT, WITHOUT ROWID;

  -- A link or session without a consultation is the secretariat's, for the whole house.
  CREATE TABLE link (
    id TEXT PRIMARY KEY,
    token_hash BLOB NOT NULL UNIQUE,
    consultation_id TEXT REFERENCES consultation (id),
    participant_id TEXT,
    issued_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    devices_left INTEGER NOT NULL CHECK (devices_left >= 0),
    is_revoked INTEGER NOT NULL DEFAULT 0,
    CHECK ((consultation_id IS NULL) = (participant_id IS NULL))
  ) STRICT;
  CREATE INDEX link_of_seat ON link (consultation_id, participant_id);

  CREATE TABLE session (
    id TEXT PRIMARY KEY,
    token_hash BLOB NOT NULL UNIQUE,
    consultation_id TEXT REFERENCES consultation (id),
    participant_id TEXT,
    expires_at INTEGER NOT NULL,
    CHECK ((consultation_id IS NULL) = (participant_id IS NULL))
  ) STRICT;
  CREATE INDEX session_of_seat ON session (consultation_id, participant_id);
  CREATE INDEX session_by_expiry ON session (expires_at);

  CREATE TABLE draft (
    consultation_id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (consultation_id, item_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE draft_update (
    consultation_id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    n INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (consultation_id, item_id, n),
    FOREIGN KEY (consultation_id, item_id) REFERENCES draft (consultation_id, item_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE recovered_draft (
    consultation_id TEXT NOT NULL,
    participant_id TEXT NOT NULL,
    id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (consultation_id, participant_id, id)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- Sealed slips of secret ballots, clustered by an id drawn by lot: no time, no number, no command, nobody beside them.
  CREATE TABLE slip (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    consultation_id TEXT NOT NULL,
    vote_id TEXT NOT NULL,
    sealed BLOB NOT NULL CHECK (length(sealed) = 65)
  ) STRICT, WITHOUT ROWID;
  `,
];

/** Brings the schema to this program's version, one transaction per step. @throws CannotStart @throws StorageFull */
export function migrate(database: Database): void {
  const version = Number(oneValue(database, 'PRAGMA user_version'));
  if (version > migrations.length) {
    throw new CannotStart(
      'storage.newer',
      `The data was written by a newer Rapporteur (schema ${version}; this one knows ${migrations.length}).`,
    );
  }
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue;
    durably(database, () => {
      database.exec(sql);
      database.exec(`PRAGMA user_version=${index + 1}`);
    });
  }
}
