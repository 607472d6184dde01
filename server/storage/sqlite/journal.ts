import type { Scope } from '@shared/domain/kernel/slice.ts';
import { noBoxWrites } from '../../ports/ballotBox.ts';
import type { Entry, Journal, JournalExportEntry, JournalHead, NewEntry, StoredAnswer } from '../../ports/journal.ts';
import { canonicalJson, firstLink, freshSalts, linkOf, payloadHash, toHex } from '../hashChain.ts';
import { writeBoxes } from './ballotBox.ts';
import { type Database, durably } from './database.ts';

interface Row {
  seq: number;
  scope: Scope;
  pos: number;
  type: string;
  data: string;
  at: number;
  by: string | null;
  command_id: string;
  salt: Uint8Array;
  hash: Uint8Array;
  link: Uint8Array;
}

/** How many entries are fetched at a time: a reader that pauses must not hold the log's old pages. */
const pageSize = 1000;
/** Larger than a group of commands, so that leaving the read-only mode is not a promise broken at once. */
const probeBytes = 64 * 1024;

/** The journal in one SQLite file. */
export function sqliteJournal(database: Database): Journal {
  const statements = prepare(database);
  const intoBoxes = writeBoxes(database);
  const head = (consultationId: string): { seq: number; link: Uint8Array } =>
    (statements.head.get(consultationId) as Row | undefined) ?? { seq: 0, link: firstLink(consultationId) };

  return {
    append(consultationId, entries, answers, boxes = noBoxWrites) {
      return durably(database, () => {
        const start = head(consultationId);
        const lastSeq = insertEntries(statements, consultationId, start, entries);
        for (const { by, commandId, answer } of answers)
          statements.insertAnswer.run(consultationId, by, commandId, JSON.stringify(answer));
        intoBoxes(consultationId, boxes);
        return { lastSeq };
      });
    },
    answers(consultationId, asked) {
      if (asked.length === 0) return [];
      const pairs = JSON.stringify(asked.map(({ by, commandId }) => [by, commandId]));
      const rows = statements.answers.all(pairs, consultationId) as { at: number; answer: string }[];
      return rows.flatMap(({ at, answer }) => {
        const of = asked[at];
        return of ? [{ ...of, answer: JSON.parse(answer) as StoredAnswer['answer'] }] : [];
      });
    },
    *entries(consultationId) {
      for (const row of rowsOf(statements, consultationId)) yield entryOf(row);
    },
    *exported(consultationId) {
      for (const row of rowsOf(statements, consultationId)) yield exportOf(consultationId, row);
    },
    head(consultationId): JournalHead {
      const { seq, link } = head(consultationId);
      return { seq, link: toHex(link) };
    },
    after(consultationId, scope, after, limit) {
      return (statements.after.all(consultationId, scope, after, limit) as Row[]).map(entryOf);
    },
    canWrite() {
      try {
        // Written and taken away again: what the probe needed stays free inside the file for the entries to come.
        durably(database, () => statements.insertProbe.run(probeBytes));
        durably(database, () => statements.clearProbe.run());
        return true;
      } catch {
        return false;
      }
    },
  };
}

function prepare(database: Database) {
  return {
    head: database.prepare('SELECT seq, link FROM journal WHERE consultation_id = ? ORDER BY seq DESC LIMIT 1'),
    lastPos: database.prepare('SELECT max(pos) AS pos FROM journal WHERE consultation_id = ? AND scope = ?'),
    insert: database.prepare('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    page: database.prepare('SELECT * FROM journal WHERE consultation_id = ? AND seq > ? ORDER BY seq LIMIT ?'),
    after: database.prepare(
      'SELECT * FROM journal WHERE consultation_id = ? AND scope = ? AND pos > ? ORDER BY pos LIMIT ?',
    ),
    // The order of a cross join is kept: each that is asked for is found by the key.
    answers: database.prepare(
      'SELECT asked.key AS at, answer.answer FROM json_each(?) AS asked CROSS JOIN answer ' +
        'ON consultation_id = ? AND actor = asked.value ->> 0 AND command_id = asked.value ->> 1',
    ),
    insertAnswer: database.prepare('INSERT INTO answer VALUES (?, ?, ?, ?)'),
    insertProbe: database.prepare('INSERT INTO probe (weight) VALUES (zeroblob(?))'),
    clearProbe: database.prepare('DELETE FROM probe'),
  };
}
type Statements = ReturnType<typeof prepare>;

function insertEntries(
  statements: Statements,
  consultationId: string,
  start: { seq: number; link: Uint8Array },
  entries: readonly NewEntry[],
): number {
  let { seq, link } = start;
  const salts = freshSalts(entries.length);
  const positions = new Map<Scope, number>();
  for (const [index, entry] of entries.entries()) {
    const { scope, pos, type, data, at, by, commandId } = entry;
    const last = positions.get(scope) ?? lastPos(statements, consultationId, scope);
    if (pos !== last + 1) throw new Error(`position ${pos} follows ${last} in ${scope}`);
    positions.set(scope, pos);
    seq += 1;
    // Stored in the order in which the rule told it, so that a replay walks every record as the live state did.
    const text = JSON.stringify(data);
    const salt = salts(index);
    const hash = payloadHash(salt, canonicalJson(JSON.parse(text)));
    link = linkOf(link, { seq, scope, pos, type, at, by, commandId }, hash);
    statements.insert.run(consultationId, seq, scope, pos, type, text, at, by, commandId, salt, hash, link);
  }
  return seq;
}

function lastPos(statements: Statements, consultationId: string, scope: Scope): number {
  return (statements.lastPos.get(consultationId, scope) as { pos: number | null }).pos ?? 0;
}

function* rowsOf(statements: Statements, consultationId: string): Generator<Row> {
  let after = 0;
  for (;;) {
    const rows = statements.page.all(consultationId, after, pageSize) as Row[];
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last.seq;
  }
}

function entryOf({ seq, scope, pos, type, data, at, by, command_id: commandId }: Row): Entry {
  return { seq, scope, pos, type, data: JSON.parse(data) as Record<string, unknown>, at, by, commandId };
}

function exportOf(consultationId: string, row: Row): JournalExportEntry {
  const hashes = { salt: toHex(row.salt), hash: toHex(row.hash), link: toHex(row.link) };
  return { consultationId, ...entryOf(row), ...hashes };
}
