import { emptyDraft, seedClient, textOf } from '@shared/draft/draftShape.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { docOf } from '../../server/gate/liveDraft.ts';
import { joinTyped } from '../../server/gate/typedRuns.ts';

/** What several people who see each other's letters, or not yet, sent the server, in the order in which it took them in. */
function logOf(steps: readonly { who: number; does: number; at: number }[]): Uint8Array[] {
  const log: Uint8Array[] = [];
  const docs = [0, 1, 2].map((who) => {
    const doc = emptyDraft();
    doc.clientID = 1_000 + who;
    doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'other' && log.push(update));
    return { doc, caret: 1 };
  });
  for (const { who, does, at } of steps) {
    const own = docs[who % docs.length];
    if (!own) continue;
    const text = textOf(own.doc);
    if (does < 2) own.caret = 1 + (at % text.length);
    own.caret = Math.min(own.caret, text.length);
    if (does === 2 && own.caret > 1) text.delete(--own.caret, 1);
    else if (does === 3) for (const { doc } of docs) exchange(own.doc, doc);
    else if (does === 4) text.insertEmbed(own.caret++, { p: `p${log.length}` }, {});
    else {
      const letters = ['a', 'é', '日', '😀', '\ud83d', 'two words'][at % 6] ?? 'a';
      text.insert(own.caret, letters, does === 5 ? { bold: true } : {});
      own.caret += letters.length;
    }
  }
  return log;
}

function exchange(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)), 'other');
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)), 'other');
}

function oneByOne(updates: readonly Uint8Array[]): Y.Doc {
  const doc = emptyDraft();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

/** A letter of replica 7 behind another, in bytes. */
function letter(clock: number, origin: { client: number; clock: number }): Uint8Array {
  return Uint8Array.of(1, 1, 7, clock, 0b1000_0100, origin.client, origin.clock, 1, 97 + clock, 0);
}

const step = fc.record({ who: fc.nat({ max: 2 }), does: fc.nat({ max: 30 }), at: fc.nat({ max: 300 }) });

describe('a log of typing', () => {
  test('is the same text, letter by letter and joined, whoever wrote between whose letters', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const log = logOf(steps);
        const [expected, opened] = [oneByOne(log), docOf(log)];
        expect(textOf(opened).toDelta()).toEqual(textOf(expected).toDelta());
        expect(opened.store.pendingStructs ?? opened.store.pendingDs).toBeNull();
        expect(Y.encodeStateAsUpdate(opened)).toEqual(Y.encodeStateAsUpdate(expected));
      }),
      { numRuns: 300 },
    );
  });

  test('is not joined where a letter says that it stands elsewhere, as no page of ours would', () => {
    const [seed, own] = [{ client: seedClient, clock: 0 }, (clock: number) => ({ client: 7, clock })];
    const log = [letter(0, seed), letter(1, own(0)), letter(2, own(0)), letter(3, own(2))];
    expect(joinTyped(log)).toHaveLength(2);
    expect(Y.encodeStateAsUpdate(docOf(log))).toEqual(Y.encodeStateAsUpdate(oneByOne(log)));
    const gap = [letter(0, seed), letter(2, own(1))];
    expect(joinTyped(gap)).toEqual(gap);
  });

  test('may hold the same letters more than once, as after a lost answer', () => {
    const doc = emptyDraft();
    const log: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => log.push(update));
    for (let at = 1; at <= 40; at++) textOf(doc).insert(at, 'x', {});
    const again = [...log.slice(0, 30), Y.encodeStateAsUpdate(doc), ...log.slice(20), ...log];
    expect(textOf(docOf(again)).toString()).toBe('x'.repeat(40));
  });

  test('of letters typed one behind the other is taken in as a few updates', () => {
    const doc = emptyDraft();
    const log: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => log.push(update));
    const text = textOf(doc);
    for (let place = 0; place < 20; place++)
      for (let n = 0; n < 100; n++) text.insert(1 + place + n, n % 6 === 5 ? ' ' : 'a', {});
    expect(log).toHaveLength(2_000);
    expect(joinTyped(log)).toHaveLength(20);
    expect(oneByOne(joinTyped(log)).store.clients.get(doc.clientID)?.length).toBeLessThanOrEqual(40);
  });
});
