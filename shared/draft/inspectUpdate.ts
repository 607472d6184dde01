/**
 * Reads an update of a draft without applying it. Yjs believes what it decodes: a length may point past the message into
 * foreign memory, a count may ask for gigabytes, and a second encoding may pass for the first. So every byte is read here
 * once, within bounds, and only what a draft can contain is let through.
 */
import * as decoding from 'lib0/decoding';
import { isLook, isRootName, isSign, longestNote } from './draftShape.ts';

/** A stretch of one replica's numbered additions, `to` not included. */
export interface Stretch {
  client: number;
  from: number;
  to: number;
}

export interface Inspection {
  /** What the update adds. */
  additions: Stretch[];
  /** What it takes away. */
  deletions: Stretch[];
  /** The highest number of each replica that the additions lean on. */
  leansOn: Map<number, number>;
  /** How many blocks it adds. */
  blocks: number;
  /** How many pieces it consists of, added and taken away: what taking it in costs at least. */
  parts: number;
}

class Misfit extends Error {}

/**
 * Most pieces in one update. A page sends 48 KiB at most at once, and an addition takes some nine bytes, so its updates have fewer;
 * the shortest pieces of all would come to more than thirty thousand in a message.
 */
export const mostAdded = 8_000;
export const mostTaken = 20_000;
/** Most replicas of which one update adds something: a page's own words, and what it brings back of others after a crash. */
export const mostAuthors = 500;
/** Replicas choose their number out of 32 bits. */
const highestClient = 2 ** 32 - 1;
/** Numbers beyond this are nobody's typing. */
const highestClock = 2 ** 31;
/** In UTF-8, as JSON, where every character may be escaped. */
const longestValue = longestNote * 6;

const hasOrigin = 0b1000_0000;
const hasRightOrigin = 0b0100_0000;
const hasParentKey = 0b0010_0000;

/** What an update in V1 encoding would do, or null where it is anything else than a well-formed update of a draft. */
export function inspectUpdate(update: Uint8Array): Inspection | null {
  try {
    return read(decoding.createDecoder(update));
  } catch {
    // lib0 throws plain errors at the end of the bytes and for broken UTF-8: all of them mean the same here.
    return null;
  }
}

function read(decoder: decoding.Decoder): Inspection {
  const found: Inspection = { additions: [], deletions: [], leansOn: new Map(), blocks: 0, parts: 0 };
  const clients = decoding.readVarUint(decoder);
  if (clients > mostAuthors) throw new Misfit('authors');
  const named = new Set<number>();
  for (let at = 0; at < clients; at++) readAdditions(decoder, found, named);
  const added = found.parts;
  readDeletions(decoder, found);
  if (added > mostAdded || found.parts - added > mostTaken) throw new Misfit('parts');
  if (decoder.pos !== decoder.arr.length) throw new Misfit('bytes after the end');
  return found;
}

function readAdditions(decoder: decoding.Decoder, found: Inspection, named: Set<number>): void {
  const structs = decoding.readVarUint(decoder);
  const client = readClient(decoder, named);
  let clock = decoding.readVarUint(decoder);
  let from = clock;
  if (structs === 0) throw new Misfit('nothing');
  for (let at = 0; at < structs; at++) {
    found.parts++;
    const info = decoding.readUint8(decoder);
    const ref = info & 0b1_1111;
    if (ref === 10) {
      // A gap that merging left open: what follows it stands on what the server must already have.
      if (clock > from) found.additions.push({ client, from, to: clock });
      clock = advance(clock, decoding.readVarUint(decoder));
      from = clock;
      continue;
    }
    if (ref !== 0) readPlace(decoder, info, client, clock, found);
    clock = advance(clock, ref === 0 ? decoding.readVarUint(decoder) : readContent(decoder, ref, found));
  }
  if (clock > from) found.additions.push({ client, from, to: clock });
}

/** A replica's number; Yjs forgets what it read of one when it is named again, so each is named once. */
function readClient(decoder: decoding.Decoder, named: Set<number>): number {
  const client = decoding.readVarUint(decoder);
  if (client > highestClient) throw new Misfit('client');
  if (named.has(client)) throw new Misfit('client twice');
  named.add(client);
  return client;
}

function advance(clock: number, length: number): number {
  if (length < 1 || clock + length > highestClock) throw new Misfit('length');
  return clock + length;
}

function readPlace(decoder: decoding.Decoder, info: number, client: number, clock: number, found: Inspection): void {
  const lean = () => {
    const onClient = decoding.readVarUint(decoder);
    const onClock = decoding.readVarUint(decoder);
    // Yjs does not look for a replica's own later words, and breaks in the middle of applying them.
    if (onClient === client && onClock >= clock) throw new Misfit('leans on itself');
    if (onClock > (found.leansOn.get(onClient) ?? -1)) found.leansOn.set(onClient, onClock);
  };
  const isPlaced = (info & (hasOrigin | hasRightOrigin)) !== 0;
  if (info & hasOrigin) lean();
  if (info & hasRightOrigin) lean();
  if (isPlaced) return;
  if (decoding.readVarUint(decoder) === 1) {
    if (!isRootName(readText(decoder, 64))) throw new Misfit('another root');
  } else lean();
  if (info & hasParentKey) throw new Misfit('key');
}

/** Reads what is added and answers how many numbers it takes. */
function readContent(decoder: decoding.Decoder, ref: number, found: Inspection): number {
  switch (ref) {
    case 1:
      return decoding.readVarUint(decoder);
    case 4:
      return readText(decoder).length;
    case 5: {
      const sign: unknown = JSON.parse(readText(decoder, 256));
      if (!isSign(sign)) throw new Misfit('sign');
      if ('p' in sign) found.blocks++;
      return 1;
    }
    case 6: {
      const name = readText(decoder, 16);
      if (!isLook(name, JSON.parse(readText(decoder, longestValue)))) throw new Misfit('look');
      return 1;
    }
    default:
      throw new Misfit('content');
  }
}

function readText(decoder: decoding.Decoder, mostBytes = Number.POSITIVE_INFINITY): string {
  const start = decoder.pos;
  const length = decoding.readVarUint(decoder);
  // lib0 would read on into the buffer that the message is only a part of.
  if (length > mostBytes || decoder.pos + length > decoder.arr.length) throw new Misfit('text');
  decoder.pos = start;
  return decoding.readVarString(decoder);
}

function readDeletions(decoder: decoding.Decoder, found: Inspection): void {
  const clients = decoding.readVarUint(decoder);
  const named = new Set<number>();
  for (let at = 0; at < clients; at++) {
    // Each stretch is walked through several times: named ten thousand times, one would be walked through for seconds.
    const client = readClient(decoder, named);
    const stretches = decoding.readVarUint(decoder);
    let end = 0;
    for (let stretch = 0; stretch < stretches; stretch++) {
      found.parts++;
      const from = decoding.readVarUint(decoder);
      if (from < end) throw new Misfit('order');
      end = advance(from, decoding.readVarUint(decoder));
      found.deletions.push({ client, from, to: end });
    }
  }
}

/** Whether a replica that knows `known(client)` numbers of each can take the update in without a gap. */
export function isComplete({ additions, deletions, leansOn }: Inspection, known: (client: number) => number): boolean {
  const reach = new Map<number, number>();
  for (const { client, from, to } of additions) {
    if (from > Math.max(known(client), reach.get(client) ?? 0)) return false;
    reach.set(client, Math.max(to, reach.get(client) ?? 0));
  }
  const reaches = (client: number, clock: number) => clock <= Math.max(known(client), reach.get(client) ?? 0);
  for (const [client, clock] of leansOn) if (!reaches(client, clock + 1)) return false;
  return deletions.every(({ client, to }) => reaches(client, to));
}
