import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BallotBox, BoxWrites, Slip } from '../../server/ports/ballotBox.ts';
import type { Journal } from '../../server/ports/journal.ts';
import type { Opened } from './opened.ts';

type Kept = { boxes: BallotBox; journal: Journal };
const slip = (choice: Slip['choice'], n: number): Slip => ({ choice, receipt: n.toString(16).padStart(32, '0') });
const byReceipt = (a: Slip, b: Slip) => (a.receipt < b.receipt ? -1 : 1);
const three = [slip('yea', 1), slip('nay', 2), slip('abs', 3)];

export function ballotBoxContract(open: () => Opened<Kept>): void {
  let opened: Opened<Kept>;
  let kept: Kept;
  beforeEach(() => {
    opened = open();
    kept = opened.port;
  });
  afterEach(() => opened.end());

  const seal = (voteId: string, slips: readonly Slip[], consultationId = 'c1'): BoxWrites => ({
    slips: slips.map((each) => kept.boxes.seal(consultationId, voteId, each)),
    emptied: [],
  });
  const put = (voteId: string, slips: readonly Slip[]) => kept.journal.append('c1', [], [], seal(voteId, slips));
  const found = (voteId: string, consultationId = 'c1') => {
    const { slips, unreadable } = kept.boxes.open(consultationId, voteId);
    return { slips: slips.sort(byReceipt), unreadable };
  };

  test('gives back what was put in, and only of that vote', () => {
    for (const voteId of ['v1', 'v2']) kept.boxes.make('c1', voteId);
    put('v1', three);
    put('v2', three.slice(1));
    expect(found('v1')).toEqual({ slips: three, unreadable: 0 });
    expect(found('v2')).toEqual({ slips: three.slice(1), unreadable: 0 });
    expect(found('v3')).toEqual({ slips: [], unreadable: 0 });
    expect(found('v1', 'c2')).toEqual({ slips: [], unreadable: 0 });
  });

  test('[SEC-4] seals every choice to one length, never twice to the same bytes, under an id drawn by lot', () => {
    kept.boxes.make('c1', 'v1');
    const { slips } = seal('v1', [...three, ...three]);
    expect(new Set(slips.map(({ sealed }) => sealed.length))).toEqual(new Set([65]));
    expect(new Set(slips.map(({ sealed }) => Buffer.from(sealed).toString('hex'))).size).toBe(6);
    expect(new Set(slips.map(({ id }) => Buffer.from(id).toString('hex'))).size).toBe(6);
    const ids = slips.map(({ id }) => Buffer.from(id).toString('hex'));
    const many = Array.from({ length: 20 }, () => kept.boxes.seal('c1', 'v1', slip('yea', 1)));
    const drawn = [...ids, ...many.map(({ id }) => Buffer.from(id).toString('hex'))];
    expect(drawn).not.toEqual([...drawn].sort());
  });

  test('[SEC-4] a batch that fails keeps no slip, and a slip is not kept twice', () => {
    kept.boxes.make('c1', 'v1');
    const answer = { by: 'p', commandId: 'x', answer: { ok: true as const, seq: 1 } };
    kept.journal.append('c1', [], [answer], seal('v1', three.slice(0, 1)));
    expect(() => kept.journal.append('c1', [], [answer], seal('v1', three.slice(1)))).toThrow();
    const again = seal('v1', three.slice(1, 2));
    kept.journal.append('c1', [], [], again);
    expect(() => kept.journal.append('c1', [], [], again)).toThrow();
    expect(found('v1').slips).toEqual(three.slice(0, 2));
  });

  test('a slip of one vote does not open in the box of another, nor a damaged one', () => {
    for (const voteId of ['v1', 'v2']) kept.boxes.make('c1', voteId);
    const moved = seal('v1', three).slips.map((each) => ({ ...each, voteId: 'v2' }));
    kept.journal.append('c1', [], [], { slips: moved, emptied: [] });
    expect(found('v2')).toEqual({ slips: [], unreadable: 3 });
    const [damaged] = seal('v1', three.slice(0, 1)).slips;
    damaged?.sealed.fill(7, 40, 41);
    kept.journal.append('c1', [], [], { slips: damaged ? [damaged] : [], emptied: [] });
    expect(found('v1')).toEqual({ slips: [], unreadable: 1 });
  });

  test('[SEC-1] the key is there after a restart, and is the same where it is made again', () => {
    kept.boxes.make('c1', 'v1');
    put('v1', three.slice(0, 1));
    kept = opened.restart();
    put('v1', three.slice(1, 2));
    kept.boxes.make('c1', 'v1');
    put('v1', three.slice(2));
    expect(found('v1')).toEqual({ slips: three, unreadable: 0 });
    expect(kept.boxes.kept('c1')).toEqual(['v1']);
    expect(kept.boxes.kept('c')).toEqual([]);
  });

  test('without its key a vote takes no slip', () => {
    expect(() => kept.boxes.seal('c1', 'v1', slip('yea', 1))).toThrow('not in the directory of keys');
  });

  test('[SEC-7] a burnt key opens nothing, is still to be seen, and is gone when it is forgotten; each step as often as one likes', () => {
    kept.boxes.make('c1', 'v1');
    put('v1', three);
    for (let times = 0; times < 2; times += 1) {
      kept.boxes.burn('c1', 'v1');
      expect(found('v1')).toEqual({ slips: [], unreadable: 3 });
      expect(() => kept.boxes.seal('c1', 'v1', slip('yea', 1))).toThrow();
      expect(kept.boxes.kept('c1')).toEqual(['v1']);
    }
    kept = opened.restart();
    expect(kept.boxes.kept('c1')).toEqual(['v1']);
    for (let times = 0; times < 2; times += 1) {
      expect(kept.boxes.rewrite()).toBe(true);
      kept.boxes.forget('c1', 'v1');
      expect(kept.boxes.kept('c1')).toEqual([]);
    }
  });

  describe('emptying', () => {
    test('[SEC-7] takes the slips of one vote, in the transaction of its count', () => {
      for (const voteId of ['v1', 'v2']) kept.boxes.make('c1', voteId);
      put('v1', three);
      put('v2', three.slice(1));
      kept.journal.append('c1', [], [], { slips: [], emptied: ['v1'] });
      expect(kept.boxes.rewrite()).toBe(true);
      expect(found('v1')).toEqual({ slips: [], unreadable: 0 });
      expect(found('v2')).toEqual({ slips: three.slice(1), unreadable: 0 });
      put('v2', three.slice(0, 1));
      expect(found('v2').slips).toEqual(three);
    });
  });
}
