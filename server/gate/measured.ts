/**
 * Takes a large update in piece by piece, and gives it up where it costs too much. To find a new piece's place, Yjs looks at all
 * that stands between its two neighbours as its author knew them: next to nothing where people write, yet a message of
 * some thousand pieces that all name the first and the last letter would keep the house busy for half a minute.
 */
import { splitUpdate } from '@shared/draft/splitUpdate.ts';
import * as Y from 'yjs';

/** What one update may cost (ms of the processor): many times what the largest of a page costs. */
export const mostCost = 1_000;
/** Some forty pieces: between these the cost is looked at. */
const sliceBytes = 1_024;

/** Milliseconds that the processor has worked for this process: a wait for others costs nobody their words. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** @throws in the middle of it, where it would cost too much */
export function applyMeasured(doc: Y.Doc, update: Uint8Array, clock: () => number = worked): void {
  const slices = splitUpdate(update, sliceBytes);
  const began = slices.length > 1 ? clock() : 0;
  for (const slice of slices) {
    if (slices.length > 1 && clock() - began > mostCost) throw new Error('costs too much');
    Y.applyUpdate(doc, slice);
  }
}
