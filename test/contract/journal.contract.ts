/** What every adapter of the journal promises. */
import type { Scope } from '@shared/domain/kernel/slice.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Journal, NewEntry, StoredAnswer } from '../../server/ports/journal.ts';
import { fromExport, verify } from '../../server/storage/hashChain.ts';
import type { Opened } from './opened.ts';

const room: Scope = 'room:r1';

/** An entry as the host would append it. */
function entry(scope: Scope, pos: number, data: Record<string, unknown> = { pos }): NewEntry {
  const by = pos % 3 === 0 ? null : `person-${pos % 5}`;
  return { scope, pos, type: 'board.ItemReported', data, at: 1_497_000_000_000 + pos, by, commandId: `command-${pos}` };
}

/** A stored answer to a command. */
function answered(by: string, commandId: string, seq = 1): StoredAnswer {
  return { by, commandId, answer: { ok: true, seq } };
}

const run = (scope: Scope, from: number, count: number) =>
  Array.from({ length: count }, (_, index) => entry(scope, from + index));

export function journalContract(open: () => Opened<Journal>): void {
  let opened: Opened<Journal>;
  let journal: Journal;
  beforeEach(() => {
    opened = open();
    journal = opened.port;
  });
  afterEach(() => opened.end());
  const firstAnswer = (consultationId: string, by: string, commandId: string) =>
    journal.answers(consultationId, [{ by, commandId }])[0]?.answer ?? null;

  describe('appending', () => {
    test('numbers the whole consultation from 1 and goes on', () => {
      expect(journal.append('c1', [...run('plenary', 1, 2), entry(room, 1)], [])).toEqual({ lastSeq: 3 });
      expect(journal.append('c1', [entry('plenary', 3)], [])).toEqual({ lastSeq: 4 });
      expect(journal.append('c2', [entry('plenary', 1)], [])).toEqual({ lastSeq: 1 });
      expect([...journal.entries('c1')].map(({ seq, scope, pos }) => [seq, scope, pos])).toEqual([
        [1, 'plenary', 1],
        [2, 'plenary', 2],
        [3, room, 1],
        [4, 'plenary', 3],
      ]);
    });

    test('gives entries back as they were, keys in the order in which they were told', () => {
      const data = { z: 1, a: { y: [1, null, 'é \u0007 😀 \u2028'], b: true }, big: 2 ** 53 - 1, small: -0.5 };
      const stored = entry('plenary', 1, data);
      journal.append('c1', [stored], []);
      const [read] = journal.entries('c1');
      expect(read).toEqual({ seq: 1, ...stored });
      expect(JSON.stringify(read?.data)).toBe(JSON.stringify(data));
    });

    test('stores answers without entries, as for a refusal', () => {
      const refused: StoredAnswer = {
        by: 'p',
        commandId: 'x',
        answer: { ok: false, code: 'vote.closed', details: { a: 1 } },
      };
      expect(journal.append('c1', [], [refused])).toEqual({ lastSeq: 0 });
      expect(firstAnswer('c1', 'p', 'x')).toEqual(refused.answer);
    });

    test.each([
      ['a position that is taken', [entry('plenary', 3), entry(room, 1), entry(room, 1)], [answered('p', 'new')]],
      ['a gap in the positions', [entry('plenary', 3), entry('plenary', 5)], [answered('p', 'new')]],
      ['a second answer to a command', [entry('plenary', 3)], [answered('p', 'new'), answered('p', 'old')]],
    ])('keeps nothing of a batch with %s', (_, entries, answers) => {
      journal.append('c1', run('plenary', 1, 2), [answered('p', 'old', 2)]);
      const before = { head: journal.head('c1'), entries: [...journal.entries('c1')] };
      expect(() => journal.append('c1', entries, answers)).toThrow();
      expect({ head: journal.head('c1'), entries: [...journal.entries('c1')] }).toEqual(before);
      expect(firstAnswer('c1', 'p', 'new')).toBeNull();
      expect(journal.append('c1', [entry('plenary', 3)], [])).toEqual({ lastSeq: 3 });
    });
  });

  describe('the first answer', () => {
    test('belongs to one person and one consultation', () => {
      journal.append('c1', [], [answered('p', 'x', 7)]);
      expect(firstAnswer('c1', 'p', 'x')).toEqual({ ok: true, seq: 7 });
      expect(firstAnswer('c1', 'q', 'x')).toBeNull();
      expect(firstAnswer('c2', 'p', 'x')).toBeNull();
      journal.append('c1', [], [answered('q', 'x', 8)]);
      expect(firstAnswer('c1', 'q', 'x')).toEqual({ ok: true, seq: 8 });
    });

    test('is found for those of many that have one', () => {
      const given = ['a', 'b', 'c'].map((id, at) => answered(`"${id}`, id, at));
      journal.append('c1', [], given);
      const asked = ['c', 'none', 'a'].map((id) => ({ by: `"${id}`, commandId: id }));
      expect(journal.answers('c1', [...asked, { by: '"a', commandId: 'b' }])).toEqual([given[2], given[0]]);
      expect(journal.answers('c1', [])).toEqual([]);
    });
  });

  describe('reading on', () => {
    test('gives the entries of one scope after a position, at most so many', () => {
      journal.append('c1', [...run('plenary', 1, 10), ...run(room, 1, 3)], []);
      const positions = (after: number, limit: number) =>
        journal.after('c1', 'plenary', after, limit).map(({ pos }) => pos);
      expect(positions(7, 100)).toEqual([8, 9, 10]);
      expect(positions(0, 3)).toEqual([1, 2, 3]);
      expect(positions(10, 5)).toEqual([]);
      expect(journal.after('c1', room, 2, 5)).toEqual([{ seq: 13, ...entry(room, 3) }]);
      expect(journal.after('c1', 'room:other', 0, 5)).toEqual([]);
    });

    test('does not stop the writing, however long a reader takes', () => {
      journal.append('c1', run('plenary', 1, 2500), []);
      let count = 0;
      for (const { seq } of journal.entries('c1')) {
        count += 1;
        expect(seq).toBe(count);
        if (count === 10) journal.append('c1', run('plenary', 2501, 100), []);
      }
      expect(count).toBe(2600);
    });
  });

  describe('over a restart', () => {
    test('everything is there and the chain goes on', () => {
      journal.append('c1', run('plenary', 1, 5), [answered('p', 'x', 5)]);
      const head = journal.head('c1');
      journal = opened.restart();
      expect(journal.head('c1')).toEqual(head);
      expect(firstAnswer('c1', 'p', 'x')).toEqual({ ok: true, seq: 5 });
      expect(() => journal.append('c1', [], [answered('p', 'x', 6)])).toThrow();
      expect(journal.append('c1', [entry('plenary', 6)], [])).toEqual({ lastSeq: 6 });
      const exported = [...journal.exported('c1')];
      expect(verify('c1', exported.map(fromExport))).toMatchObject({ ok: true, entries: 6 });
    });
  });

  test('the head is the link of the last entry, and another for each empty consultation', () => {
    expect(journal.head('c1').seq).toBe(0);
    expect(journal.head('c1').link).not.toBe(journal.head('c2').link);
    journal.append('c1', run('plenary', 1, 3), []);
    expect(journal.head('c1')).toEqual({ seq: 3, link: [...journal.exported('c1')][2]?.link });
  });

  test('what random batches appended is what is read, and the chain holds', () => {
    const scope = fc.constantFrom<Scope>('plenary', 'bureau', 'sealed', 'room:a', 'delegation:KEN');
    const told = fc.record({ scope, data: fc.dictionary(fc.string(), fc.jsonValue()) });
    let round = 0;
    fc.assert(
      fc.property(fc.array(fc.array(told, { maxLength: 8 }), { maxLength: 8 }), (batches) => {
        const id = `property-${(round += 1)}`;
        const positions = new Map<Scope, number>();
        const all: NewEntry[] = [];
        for (const batch of batches) {
          const entries = batch.map(({ scope, data }) => {
            const pos = (positions.get(scope) ?? 0) + 1;
            positions.set(scope, pos);
            return entry(scope, pos, JSON.parse(JSON.stringify(data)));
          });
          all.push(...entries);
          expect(journal.append(id, entries, []).lastSeq).toBe(all.length);
        }
        expect([...journal.entries(id)]).toEqual(all.map((each, index) => ({ seq: index + 1, ...each })));
        const verdict = verify(id, [...journal.exported(id)].map(fromExport));
        expect(verdict).toEqual({ ok: true, entries: all.length, withheld: 0, head: journal.head(id).link });
      }),
      { numRuns: 60 },
    );
  });

  test('a probe says that writing works', () => {
    expect(journal.canWrite()).toBe(true);
  });
}
