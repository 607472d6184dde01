/** One update of a draft's text as it came, before compaction. */
export interface DraftUpdate {
  itemId: string;
  update: Uint8Array;
}

/** The epoch of a draft that has no update yet; text of another epoch must not be merged into it. */
export const firstEpoch = 1;

/** A draft's stored text: its epoch, how many updates it has had, and one or more updates that make it up. */
export interface StoredDraft {
  epoch: number;
  n: number;
  updates: Uint8Array[];
}

/** Words that came after the freeze, kept for the one who wrote them. */
export interface RecoveredDraft {
  id: string;
  itemId: string;
  participantId: string;
  text: string;
  at: number;
}

/** The drafts' own append-only log; no person stands beside an update. */
export interface DraftStore {
  load(consultationId: string, itemId: string): StoredDraft | null;
  /** Appends updates of several drafts in one durable transaction and gives each its number in its draft's log. @throws StorageFull */
  append(consultationId: string, updates: readonly DraftUpdate[]): number[];
  /** Replaces a draft's log by one state in one transaction; `n` goes on counting. @throws StorageFull */
  compact(consultationId: string, itemId: string, state: Uint8Array): void;
  /** Keeps late words for their writer; the same id again changes nothing. @throws StorageFull */
  keepRecovered(consultationId: string, draft: RecoveredDraft): void;
  recovered(consultationId: string, participantId: string): RecoveredDraft[];
  discardRecovered(consultationId: string, participantId: string, id: string): boolean;
}
