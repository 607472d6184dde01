import { type DraftStore, firstEpoch, type RecoveredDraft } from '../../ports/draftStore.ts';
import { type Database, durably } from './database.ts';

/** The drafts' log of updates in one SQLite file. */
export function sqliteDraftStore(database: Database): DraftStore {
  const statements = prepare(database);
  return {
    load(consultationId, itemId) {
      const draft = statements.draft.get(consultationId, itemId) as { epoch: number; n: number } | undefined;
      if (!draft) return null;
      return { epoch: draft.epoch, n: draft.n, updates: [...updatesOf(statements, consultationId, itemId)] };
    },
    append(consultationId, updates) {
      return durably(database, () =>
        updates.map(({ itemId, update }) => {
          const { n } = statements.count.get(consultationId, itemId, firstEpoch) as { n: number };
          statements.insert.run(consultationId, itemId, n, update);
          return n;
        }),
      );
    },
    compact(consultationId, itemId, state) {
      durably(database, () => {
        const draft = statements.draft.get(consultationId, itemId) as { n: number } | undefined;
        if (!draft) throw new Error('a draft without updates has nothing to compact');
        statements.clear.run(consultationId, itemId);
        statements.insert.run(consultationId, itemId, draft.n, state);
      });
    },
    keepRecovered(consultationId, { id, itemId, participantId, text, at }) {
      durably(database, () => statements.keep.run(consultationId, participantId, id, itemId, text, at));
    },
    recovered(consultationId, participantId) {
      return statements.recovered.all(consultationId, participantId) as RecoveredDraft[];
    },
    discardRecovered(consultationId, participantId, id) {
      return durably(database, () => statements.discard.run(consultationId, participantId, id).changes > 0);
    },
  };
}

/** Most rows that are read in one piece: at their largest they take 64 MB. */
const rowsAtOnce = 1_000;

interface Piece {
  last: number | null;
  lengths: string;
  bytes: string;
}

/** A draft's updates in order. Many rows are fetched as one, because handing over a row costs more than reading it. */
function* updatesOf(statements: ReturnType<typeof prepare>, consultationId: string, itemId: string) {
  for (let after = -1; ; ) {
    const piece = statements.updates.get(consultationId, itemId, after, rowsAtOnce) as unknown as Piece;
    if (piece.last === null) return;
    after = piece.last;
    const { buffer, byteOffset } = Buffer.from(piece.bytes, 'hex');
    let from = byteOffset;
    for (const length of piece.lengths.split(' ').map(Number)) {
      yield new Uint8Array(buffer, from, length);
      from += length;
    }
  }
}

function prepare(database: Database) {
  return {
    draft: database.prepare('SELECT epoch, n FROM draft WHERE consultation_id = ? AND item_id = ?'),
    updates: database.prepare(
      `SELECT max(n) AS last, group_concat(length(bytes), ' ') AS lengths, group_concat(hex(bytes), '') AS bytes
        FROM (SELECT n, bytes FROM draft_update WHERE consultation_id = ? AND item_id = ? AND n > ? ORDER BY n LIMIT ?)`,
    ),
    count: database.prepare('INSERT INTO draft VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1 RETURNING n'),
    insert: database.prepare('INSERT INTO draft_update VALUES (?, ?, ?, ?)'),
    clear: database.prepare('DELETE FROM draft_update WHERE consultation_id = ? AND item_id = ?'),
    keep: database.prepare('INSERT INTO recovered_draft VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING'),
    recovered: database.prepare(
      `SELECT id, item_id AS itemId, participant_id AS participantId, text, at FROM recovered_draft
        WHERE consultation_id = ? AND participant_id = ? ORDER BY at, id`,
    ),
    discard: database.prepare(
      'DELETE FROM recovered_draft WHERE consultation_id = ? AND participant_id = ? AND id = ?',
    ),
  };
}
