import { readDraft, writeDraft } from '@shared/draft/draftDoc.ts';
import { emptyDraft, textOf } from '@shared/draft/draftShape.ts';
import { isValidDraft } from '@shared/draft/draftValidity.ts';
import { inspectUpdate, isComplete } from '@shared/draft/inspectUpdate.ts';
import { lackingUpdates, splitUpdate } from '@shared/draft/splitUpdate.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';

function written(text: string): Y.Doc {
  const doc = emptyDraft();
  const runs = [
    { text, bold: true as const },
    { text: '', note: 'n' },
    { text: 'and more', italic: true as const },
  ];
  writeDraft(doc, { blocks: [{ kind: 'bullet', level: 1, runs }] });
  return doc;
}

/** Several replicas that write and delete at random, exchanging now and then. */
function history(steps: readonly number[]): Y.Doc {
  const first = written('Each State 😀 shall');
  const docs = [first, emptyDraft(), emptyDraft()];
  for (const [step, number] of steps.entries()) {
    const doc = docs[number % docs.length] ?? first;
    const text = textOf(doc);
    if (number % 5 === 0 && text.length > 4) text.delete(1 + (number % (text.length - 3)), 2);
    else text.insert(1 + (number % text.length), `${step}日😀`.repeat(1 + (number % 7)));
    if (number % 3 === 0) for (const other of docs) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  }
  for (const other of docs) Y.applyUpdate(first, Y.encodeStateAsUpdate(other));
  return first;
}

const numbers = (maxLength: number) => fc.array(fc.nat({ max: 1_000 }), { maxLength });

describe('an update before it is applied', () => {
  test('random bytes are read within their bounds', () => {
    // They lie inside a larger buffer, as those of a message do: nothing beyond them may be read.
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const buffer = new Uint8Array(4_096).fill(65);
        buffer.set(bytes, 100);
        const found = inspectUpdate(buffer.subarray(100, 100 + bytes.length));
        expect(found === null || found.additions.length + found.deletions.length <= bytes.length).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a cut or lengthened update is refused, wherever it is cut', () => {
    const update = Y.encodeStateAsUpdate(written('words'));
    expect(inspectUpdate(update)).not.toBeNull();
    const buffer = new Uint8Array(update.length + 1_000).fill(66);
    buffer.set(update);
    for (let length = 0; length < update.length; length++) expect(inspectUpdate(buffer.subarray(0, length))).toBeNull();
    expect(inspectUpdate(buffer.subarray(0, update.length + 1))).toBeNull();
  });

  test('one changed bit never makes a document that is found valid and cannot be read', () => {
    const update = Y.encodeStateAsUpdate(written('some words'));
    let taken = 0;
    for (let at = 0; at < update.length * 8; at++) {
      const changed = update.slice();
      changed[at >> 3] = (changed[at >> 3] ?? 0) ^ (1 << (at & 7));
      const found = inspectUpdate(changed);
      if (!found || !isComplete(found, () => 0)) continue;
      const doc = emptyDraft();
      Y.applyUpdate(doc, changed);
      if (!isValidDraft(doc)) continue;
      taken++;
      expect(() => readDraft(doc)).not.toThrow();
    }
    // Most bits are letters: a changed letter is a fine update.
    expect(taken).toBeGreaterThan(20);
  });

  test('a count that asks for gigabytes is refused at once', () => {
    expect(inspectUpdate(Uint8Array.of(1, 255, 255, 255, 255, 15, 1, 0, 0, 1))).toBeNull();
    expect(inspectUpdate(Uint8Array.of(255, 255, 255, 255, 15))).toBeNull();
    expect(inspectUpdate(Uint8Array.of(1, 1, 1, 0, 0, 255, 255, 255, 255, 255, 255, 15, 0))).toBeNull();
  });

  test('the second encoding does not pass for the first', () => {
    expect(inspectUpdate(Y.encodeStateAsUpdateV2(written('words')))).toBeNull();
  });
});

describe('an update in pieces', () => {
  test('every piece fits, leans on nothing that follows, and together they are the whole', () => {
    fc.assert(
      fc.property(numbers(60), (steps) => {
        const doc = history(steps);
        const taken = emptyDraft();
        const most = 120;
        for (const piece of splitUpdate(Y.encodeStateAsUpdate(doc), most)) {
          const found = inspectUpdate(piece);
          expect(found && isComplete(found, (client) => Y.getState(taken.store, client))).toBe(true);
          expect(piece.length).toBeLessThan(2.5 * most);
          Y.applyUpdate(taken, piece);
          expect(taken.store.pendingStructs).toBeNull();
        }
        expect(readDraft(taken)).toEqual(readDraft(doc));
        expect(Y.decodeStateVector(Y.encodeStateVector(taken))).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)));
      }),
    );
  });

  test('what the other side lacks is sent, and nothing where it lacks nothing', () => {
    fc.assert(
      fc.property(numbers(30), numbers(10), (before, after) => {
        const server = emptyDraft();
        const mine = history(before);
        Y.applyUpdate(server, Y.encodeStateAsUpdate(mine));
        const theirs = () => ({ vector: Y.encodeStateVector(server), update: Y.encodeStateAsUpdate(server) });
        expect(lackingUpdates(mine, theirs(), 200)).toEqual([]);
        const text = textOf(mine);
        for (const number of after) {
          if (number % 2 && text.length > 3) text.delete(1 + (number % (text.length - 2)), 1);
          else text.insert(1 + (number % text.length), 'new ');
        }
        for (const update of lackingUpdates(mine, theirs(), 200)) Y.applyUpdate(server, update);
        expect(readDraft(server)).toEqual(readDraft(mine));
        expect(lackingUpdates(mine, theirs(), 200)).toEqual([]);
      }),
    );
  });
});
