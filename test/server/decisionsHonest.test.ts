/** Whatever the rules allow to happen stands up to the check: in the house, and in the file that has of it what may be disclosed. */
import type { Scope } from '@shared/domain/kernel/slice.ts';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { checkAll, disclosed, isRead, strays } from '../../server/verify/checkers.ts';
import { journalOf, type Told } from '../../server/verify/journal.ts';
import { beginnings, type Happened, play } from '../support/trials.ts';

vi.setConfig({ testTimeout: 240_000 });

/** What was told, as the journal has it: what one command told has one instant in these trials. */
function entriesOf(events: readonly Happened[]): Told[] {
  return events
    .filter((event): event is Happened & { scope: Scope } => event.scope !== 'box')
    .map(({ scope, type, data, at }, index) => ({
      ...{ seq: index + 1, scope, type, at, by: null, commandId: `at-${at}` },
      data: JSON.parse(JSON.stringify(data)) as Told['data'],
    }))
    .filter(isRead);
}

/** Everything that the check has against a journal. */
function against(entries: readonly Told[]): string[] {
  const decisions = checkAll(journalOf(entries, {}));
  return [
    ...decisions.flatMap(({ name, problems }) => problems.map(({ seq, says }) => `${name}: ${seq} ${says}`)),
    ...strays(entries, decisions).map(({ seq, says }) => `${seq} ${says}`),
  ];
}

describe('[AUD-4] an honest journal', () => {
  test('stands wherever a trial begins, with decisions of many kinds', () => {
    const kinds = Array.from({ length: beginnings }, (_, stage) => {
      const entries = entriesOf(play({ stage, steps: [] }).events);
      expect(against(entries)).toEqual([]);
      return checkAll(journalOf(entries, {})).map(({ kind }) => kind);
    });
    expect([...new Set(kinds.flat())].sort()).toEqual(['amendment', 'division', 'silence', 'vote']);
  });

  test('stands, and so does what is disclosed of it', () => {
    const step = fc.integer({ min: 0, max: 2 ** 31 - 1 });
    const plan = fc.record({
      stage: fc.integer({ min: 3, max: beginnings - 1 }),
      steps: fc.array(step, { maxLength: 150, size: 'max' }),
    });
    fc.assert(
      fc.property(plan, (each) => {
        const entries = entriesOf(play(each).events);
        expect(against(entries)).toEqual([]);
        const open = disclosed(entries, checkAll(journalOf(entries, {})));
        const file = entries.map((entry) => (open.has(entry.seq) ? entry : { ...entry, data: null }));
        expect(against(file)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
