/**
 * The chain of hashes that makes the journal tamper-evident. Each entry's payload is hashed with a salt of its own, so
 * that a payload can be withheld from an archive and still not be guessed; each entry's link covers the link before it
 * and everything else the entry says. Whoever knows the last link can tell that nothing before it was altered, removed,
 * inserted or moved. What is cut off at the end can only be seen by comparing the last link with one written down before.
 */
import { hash, randomBytes } from 'node:crypto';
import type { JournalExportEntry, NewEntry } from '../ports/journal.ts';

/** An entry with its place in the chain; `payload` is null where it is withheld. */
export interface ChainedEntry {
  seq: number;
  scope: string;
  pos: number;
  type: string;
  at: number;
  by: string | null;
  commandId: string;
  payload: { salt: Uint8Array; canonical: string } | null;
  hash: Uint8Array;
  link: Uint8Array;
}

/** What is wrong at the first bad entry. */
export type Damage = 'missing' | 'payload' | 'link' | 'position' | 'unreadable';

export type Verdict =
  | { ok: true; entries: number; withheld: number; head: string }
  | {
      ok: false;
      /** How many are intact before the first bad one. */
      entries: number;
      firstBad: number;
      damage: Damage;
      /** Entries whose payload alone is not as it was: the chain goes on behind them. */
      altered: number[];
      /** From here on nothing can be relied on; null where the chain holds to its end. */
      brokenAt: number | null;
    };

const saltBytes = 16;

/** The link on which a consultation's first entry is built; it keeps one journal from passing for another's. */
export function firstLink(consultationId: string): Uint8Array {
  return hash('sha256', `rapporteur journal 1\n${consultationId}`, 'buffer');
}

/** Fresh salts for a batch of entries, drawn at once; gives each by its index. */
export function freshSalts(count: number): (index: number) => Uint8Array {
  const bytes = randomBytes(count * saltBytes);
  return (index) => bytes.subarray(index * saltBytes, (index + 1) * saltBytes);
}

/** JSON values in one spelling: no spaces, keys in the order of their UTF-16 code units. Key order means nothing in JSON. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
}

/** The hash that stands for a payload in the chain. */
export function payloadHash(salt: Uint8Array, canonical: string): Uint8Array {
  return hash('sha256', Buffer.concat([salt, Buffer.from(canonical)]), 'buffer');
}

/** The link of an entry, built on the one before. */
export function linkOf(
  previous: Uint8Array,
  entry: Omit<NewEntry, 'data' | 'scope'> & { seq: number; scope: string },
  hashOfPayload: Uint8Array,
): Uint8Array {
  // The hashes have a fixed length and JSON is unambiguous: no two entries give the same bytes.
  const { seq, scope, pos, type, at, by, commandId } = entry;
  const head = JSON.stringify([seq, scope, pos, type, at, by, commandId]);
  return hash('sha256', Buffer.concat([previous, Buffer.from(head), hashOfPayload]), 'buffer');
}

/** Walks a consultation's journal in order and names the first entry that is not as it was written; null is unreadable. */
export function verify(consultationId: string, entries: Iterable<ChainedEntry | null>): Verdict {
  let previous = firstLink(consultationId);
  let seq = 0;
  let withheld = 0;
  const altered: number[] = [];
  const positions = new Map<string, number>();
  const bad = (brokenAt: number | null, damage: Damage): Verdict => {
    const first = altered[0] ?? brokenAt ?? 0;
    return {
      ...{ ok: false, entries: first - 1, firstBad: first, altered, brokenAt },
      damage: first === brokenAt ? damage : 'payload',
    };
  };
  for (const entry of entries) {
    const damage = entry ? damageOf(entry, seq + 1, previous, positions) : 'unreadable';
    if (!entry || damage) return bad(seq + 1, damage ?? 'unreadable');
    // The link covers the hash of a payload, so that what comes behind an altered one can still be judged.
    if (entry.payload && !isSame(payloadHash(entry.payload.salt, entry.payload.canonical), entry.hash))
      altered.push(entry.seq);
    if (!entry.payload) withheld += 1;
    positions.set(entry.scope, entry.pos);
    previous = entry.link;
    seq += 1;
  }
  return altered.length > 0 ? bad(null, 'payload') : { ok: true, entries: seq, withheld, head: toHex(previous) };
}

function damageOf(
  entry: ChainedEntry,
  seq: number,
  previous: Uint8Array,
  positions: ReadonlyMap<string, number>,
): Damage | null {
  if (entry.seq !== seq) return 'missing';
  if (!isSame(linkOf(previous, entry, entry.hash), entry.link)) return 'link';
  return entry.pos === (positions.get(entry.scope) ?? 0) + 1 ? null : 'position';
}

/** Reads an archive's entry back into the form that the chain is checked in. */
export function fromExport(entry: JournalExportEntry): ChainedEntry {
  const { seq, scope, pos, type, at, by, commandId, salt, data } = entry;
  const payload =
    salt === null || data === null ? null : { salt: Buffer.from(salt, 'hex'), canonical: canonicalJson(data) };
  const hashes = { hash: Buffer.from(entry.hash, 'hex'), link: Buffer.from(entry.link, 'hex') };
  return { seq, scope, pos, type, at, by, commandId, payload, ...hashes };
}

/** The same entry without what it says: the chain still holds, and the salt keeps the payload from being guessed. */
export function withholdPayload(entry: JournalExportEntry): JournalExportEntry {
  return { ...entry, data: null, salt: null };
}

/** Bytes as the archive writes them. */
export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
