import type { Scope } from '@shared/domain/kernel/slice.ts';

/** An event as it goes into the journal. */
export interface NewEntry {
  scope: Scope;
  /** Number within the scope, from 1, without gaps. */
  pos: number;
  type: string;
  data: Record<string, unknown>;
  at: number;
  /** The participant who acted, or null for the program itself. */
  by: string | null;
  commandId: string;
}

/** An entry as it stands in the journal; `seq` counts the whole consultation from 1. */
export interface Entry extends NewEntry {
  seq: number;
}

/** The first answer to a command; a repeat of the same id by the same person gets it again. */
export interface StoredAnswer {
  by: string;
  commandId: string;
  answer: { ok: true; seq: number } | { ok: false; code: string; details?: Record<string, unknown> };
}

/** Thrown by a write when the disk is full or failing: nothing of the batch was kept. */
export class StorageFull extends Error {}

/** The append-only record of one house's consultations. */
export interface Journal {
  /** Stores entries and answers in one durable transaction, or nothing. @throws StorageFull */
  append(consultationId: string, entries: readonly NewEntry[], answers: readonly StoredAnswer[]): { lastSeq: number };
  answer(consultationId: string, by: string, commandId: string): StoredAnswer['answer'] | null;
  /** Every entry in order, for replay and export. */
  entries(consultationId: string): Iterable<Entry>;
  /** Entries of one scope with `pos > after`, at most `limit`. */
  after(consultationId: string, scope: Scope, after: number, limit: number): Entry[];
  /** Probes whether writing works again. */
  canWrite(): boolean;
}
