import type { Scope } from '@shared/domain/kernel/slice.ts';
import type { BoxWrites } from './ballotBox.ts';

/** An event as it goes into the journal. */
export interface NewEntry {
  scope: Scope;
  /** Number within the scope, from 1, without gaps. */
  pos: number;
  type: string;
  data: Record<string, unknown>;
  at: number;
  /** The participant who acted; null for the program itself, and for whoever acts in a room under the Chatham House Rule. */
  by: string | null;
  commandId: string;
}

/** An entry as it stands in the journal; `seq` counts the whole consultation from 1. */
export interface Entry extends NewEntry {
  seq: number;
}

/**
 * An entry as the archive carries it, so that the chain can be checked without the server. `salt`, `hash` and `link` are
 * hexadecimal; where `salt` and `data` are null the payload is withheld and only its hash stands in the chain.
 */
export interface JournalExportEntry {
  consultationId: string;
  seq: number;
  scope: string;
  pos: number;
  type: string;
  data: Record<string, unknown> | null;
  at: number;
  by: string | null;
  commandId: string;
  salt: string | null;
  hash: string;
  link: string;
}

/** Where a consultation's journal ends; an empty journal ends at 0, on the link that its id gives it. */
export interface JournalHead {
  seq: number;
  link: string;
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
  /**
   * Stores entries and answers, and what becomes of slips, in one durable transaction, or nothing. A gap or a repeat in
   * a scope's positions, and a second answer to one command, are faults and keep nothing either. @throws StorageFull
   */
  append(
    consultationId: string,
    entries: readonly NewEntry[],
    answers: readonly StoredAnswer[],
    boxes?: BoxWrites,
  ): { lastSeq: number };
  /** The answers to those of many commands that have one. */
  answers(consultationId: string, asked: readonly Pick<StoredAnswer, 'by' | 'commandId'>[]): StoredAnswer[];
  /** Every entry in order, for replay and export. */
  entries(consultationId: string): Iterable<Entry>;
  /** Every entry with its place in the chain of hashes. */
  exported(consultationId: string): Iterable<JournalExportEntry>;
  head(consultationId: string): JournalHead;
  /** Entries of one scope with `pos > after`, at most `limit`. */
  after(consultationId: string, scope: Scope, after: number, limit: number): Entry[];
  /** Probes whether writing works again. */
  canWrite(): boolean;
}
