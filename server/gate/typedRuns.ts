/**
 * Makes a long log of typing short before Yjs takes it in. A letter typed right behind the last one is an update of its own in the
 * log, and taking in an update costs many times what its letter does. Those letters stand there as one word in the end
 * anyway: here they are joined in bytes, so that a log of tens of thousands of rows is taken in as some hundreds of updates.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** An update that does nothing but add letters of one replica. */
interface Letters {
  client: number;
  clock: number;
  /** How many numbers they take. */
  units: number;
  info: number;
  origin: Place;
  rightOrigin: Place | null;
  words: Uint8Array;
}

interface Place {
  client: number;
  clock: number;
}

/** A run of letters that may still go on. `at` is its place among the updates: where it began. */
interface Run {
  first: Letters;
  parts: Uint8Array[];
  units: number;
  at: number;
}

/** Letters that have a left neighbour, and perhaps a right one. */
const afterOne = 0b1000_0100;
const betweenTwo = 0b1100_0100;

/** The same text in fewer updates; each stands where its first letter stood, so that nothing comes before what it leans on. */
export function joinTyped(updates: readonly Uint8Array[]): Uint8Array[] {
  const out: Uint8Array[] = [];
  const runs = new Map<number, Run>();
  for (const update of updates) {
    const letters = lettersIn(update);
    const run = letters && runs.get(letters.client);
    if (letters && run && goesOn(run, letters)) {
      run.parts.push(letters.words);
      run.units += letters.units;
      continue;
    }
    if (letters) {
      if (run) out[run.at] = write(run, out[run.at]);
      runs.set(letters.client, { first: letters, parts: [letters.words], units: letters.units, at: out.length });
    }
    out.push(update);
  }
  for (const run of runs.values()) out[run.at] = write(run, out[run.at]);
  return out;
}

/** Whether letters stand right behind a run and before the same neighbour: exactly then Yjs itself makes one piece of them. */
function goesOn({ first, units }: Run, { clock, origin, rightOrigin }: Letters): boolean {
  return (
    clock === first.clock + units &&
    origin.client === first.client &&
    origin.clock === clock - 1 &&
    rightOrigin?.client === first.rightOrigin?.client &&
    rightOrigin?.clock === first.rightOrigin?.clock
  );
}

function lettersIn(update: Uint8Array): Letters | null {
  // One replica, one addition; everything longer is no typing.
  if (update.length > 200 || update[0] !== 1 || update[1] !== 1) return null;
  const decoder = decoding.createDecoder(update);
  decoder.pos = 2;
  const client = decoding.readVarUint(decoder);
  const clock = decoding.readVarUint(decoder);
  const info = decoding.readUint8(decoder);
  if (info !== afterOne && info !== betweenTwo) return null;
  const origin = readPlace(decoder);
  const rightOrigin = info === betweenTwo ? readPlace(decoder) : null;
  const length = decoding.readVarUint(decoder);
  // No deletions behind the letters.
  if (decoder.pos + length + 1 !== update.length || update[update.length - 1] !== 0) return null;
  const words = update.subarray(decoder.pos, decoder.pos + length);
  return { client, clock, units: unitsOf(words), info, origin, rightOrigin, words };
}

function readPlace(decoder: decoding.Decoder): Place {
  return { client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) };
}

/** How many UTF-16 units the bytes of a UTF-8 text stand for. */
function unitsOf(words: Uint8Array): number {
  let units = 0;
  // A byte that goes on with a character counts nothing; a character of four bytes is a pair.
  for (const byte of words) if ((byte & 0b1100_0000) !== 0b1000_0000) units += byte >= 0b1111_0000 ? 2 : 1;
  return units;
}

function write({ first, parts }: Run, alone: Uint8Array | undefined): Uint8Array {
  if (alone && parts.length === 1) return alone;
  const encoder = encoding.createEncoder();
  encoding.writeUint8(encoder, 1);
  encoding.writeUint8(encoder, 1);
  for (const number of [first.client, first.clock]) encoding.writeVarUint(encoder, number);
  encoding.writeUint8(encoder, first.info);
  for (const place of [first.origin, first.rightOrigin])
    if (place) for (const number of [place.client, place.clock]) encoding.writeVarUint(encoder, number);
  encoding.writeVarUint(
    encoder,
    parts.reduce((sum, { length }) => sum + length, 0),
  );
  for (const part of parts) encoding.writeUint8Array(encoder, part);
  encoding.writeUint8(encoder, 0);
  return encoding.toUint8Array(encoder);
}
