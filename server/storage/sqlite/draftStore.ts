import { type DraftStore, firstEpoch, type RecoveredDraft } from '../../ports/draftStore.ts';
import { type Database, durably } from './database.ts';

/** The drafts' log of updates in one SQLite file. */
export function sqliteDraftStore(database: Database): DraftStore {
  const statements = prepare(database);
  return {
    load(consultationId, itemId) {
      const draft = statements.draft.get(consultationId, itemId) as { epoch: number; n: number } | undefined;
      if (!draft) return null;
      const rows = statements.updates.all(consultationId, itemId) as { bytes: Uint8Array }[];
      return { epoch: draft.epoch, n: draft.n, updates: rows.map(({ bytes }) => bytes) };
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

function prepare(database: Database) {
  return {
    draft: database.prepare('SELECT epoch, n FROM draft WHERE consultation_id = ? AND item_id = ?'),
    updates: database.prepare('SELECT bytes FROM draft_update WHERE consultation_id = ? AND item_id = ? ORDER BY n'),
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
