import type { RegionalGroup } from '@shared/domain/kernel/words.ts';
import { regionalGroups } from '@shared/domain/kernel/words.ts';
import { convergence, type Positions } from '@shared/domain/position.ts';
import { type ConsultationState, emptyState } from '@shared/domain/state.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { house } from '../support/build.ts';

type Signals = Positions[string];

/** So many delegations of each region that support, can live with, or have a concern. */
function signalled(counts: readonly (readonly [support: number, live: number, concern: number])[]) {
  const delegations: ConsultationState['plenary']['delegation'] = emptyState().plenary.delegation;
  const signals: Signals = {};
  for (const [at, [support, live, concern]] of counts.entries()) {
    const regionalGroup = regionalGroups[at] as RegionalGroup;
    const kinds = [
      ...Array.from({ length: support }, () => 'support' as const),
      ...Array.from({ length: live }, () => 'live' as const),
      ...Array.from({ length: concern }, () => 'concern' as const),
    ];
    for (const [n, kind] of kinds.entries()) {
      const id = `${regionalGroup}-${n}`;
      delegations.byId[id] = { id, kind: 'member-state', code: 'KEN', name: null, regionalGroup, hasCredentials: true };
      signals[id] = kind;
    }
  }
  return convergence(signals, delegations);
}

describe('positions', () => {
  test('[POS-1] positions are the member states’', () => {
    const h = house();
    h.openRooms();
    const itemId = h.reported(1, 'A');
    h.step('commenting');
    h.act('sec', 'delegation.admit', {
      seats: [{ participantId: 'IOM-2', delegationId: 'IOM', role: 'delegate' }],
    });
    expect(h.try('IOM-2', 'position.signal', { itemId, position: 'support' })).toEqual({
      refused: 'position.not-entitled',
    });
    for (const who of ['VAT-1', 'pan-1', 'mod', 'screen'])
      expect(h.try(who, 'position.signal', { itemId, position: 'support' })).toEqual({
        refused: 'rights.not-permitted',
      });
    expect(h.try('KEN-1', 'position.signal', { itemId: 'nothing', position: 'support' })).toEqual({
      refused: 'board.unknown',
    });
  });

  test('[POS-2] a delegation has one position, changed and withdrawn by any of its people', () => {
    const h = house();
    h.openRooms();
    const itemId = h.reported(1, 'A');
    h.step('commenting');
    const signal = (who: string, position: 'support' | 'concern' | 'none') =>
      h.act(who, 'position.signal', { itemId, position }).length;
    expect(signal('KEN-1', 'none')).toBe(0);
    expect(signal('KEN-1', 'support')).toBe(1);
    expect(signal('KEN-2', 'support')).toBe(0);
    expect(signal('KEN-2', 'concern')).toBe(1);
    expect(h.state.plenary.position[itemId]).toEqual({ KEN: 'concern' });
    expect(signal('KEN-1', 'none')).toBe(1);
    expect(h.state.plenary.position[itemId]).toEqual({});
  });

  test('[POS-3] positions are taken while the panel reports, comments or decides', () => {
    const h = house();
    h.openRooms();
    const itemId = h.reported(1, 'A');
    const signal = () => h.try('KEN-1', 'position.signal', { itemId, position: 'support' });
    expect(signal()).toMatchObject({ refused: 'panel.wrong-step' });
    for (const step of ['reporting', 'commenting', 'deciding'] as const) {
      h.step(step);
      expect(signal()).not.toHaveProperty('refused');
    }
    h.step('closed');
    expect(signal()).toMatchObject({ refused: 'panel.wrong-step' });
  });
});

describe('convergence', () => {
  test('[POS-4] the floor is the lowest smoothed support, and silence counts as one half', () => {
    expect(signalled([]).floor).toBe(1 / 2);
    expect(
      signalled([
        [3, 0, 0],
        [3, 1, 0],
        [2, 2, 2],
        [8, 0, 0],
        [0, 5, 0],
      ]).floor,
    ).toBe(5 / 8);
    expect(signalled([[0, 0, 4]]).floor).toBe(1 / 6);
    expect(signalled([[2, 2, 0]]).byRegion.africa).toEqual({ support: 2, live: 2, concern: 0 });
  });

  test('[POS-5] breadth counts the groups in which more accept than have concerns', () => {
    expect(
      signalled([
        [1, 0, 0],
        [0, 1, 0],
        [1, 1, 2],
        [0, 0, 1],
        [0, 0, 0],
      ]).breadth,
    ).toBe(2);
  });

  test('[POS-6] the product multiplies the five', () => {
    expect(
      signalled([
        [1, 0, 0],
        [1, 0, 0],
        [0, 0, 1],
        [2, 0, 0],
        [0, 0, 0],
      ]).product,
    ).toBeCloseTo((2 / 3) * (2 / 3) * (1 / 3) * (3 / 4) * (1 / 2), 12);
  });

  test('[POS-7] fewer than three signals are too few', () => {
    expect(
      signalled([
        [3, 0, 0],
        [1, 1, 1],
        [2, 0, 0],
        [0, 0, 3],
        [0, 0, 0],
      ]).tooFew,
    ).toEqual(['eastern-europe', 'weog']);
  });

  test('[POS-8] the labels, and four regions in full support do not outweigh the fifth', () => {
    const four = [
      [20, 0, 0],
      [20, 0, 0],
      [20, 0, 0],
      [20, 0, 0],
    ] as const;
    expect(signalled([...four, [0, 0, 20]]).label).toBe('divided-by-region');
    expect(signalled([...four, [20, 0, 0]]).label).toBe('convergent');
    expect(signalled([...four, [0, 20, 0]]).label).toBe('convergent');
    expect(signalled([...four, [0, 0, 0]]).label).toBe('open');
    expect(signalled([...four, [2, 1, 2]])).toMatchObject({
      floor: 4 / 7,
      breadth: 5,
      label: 'divided-within-regions',
    });
    expect(signalled([]).label).toBe('open');
  });

  test('[POS-4] [POS-6] more support never lowers the figures, more concern never raises them', () => {
    const region = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60));
    fc.assert(
      fc.property(fc.array(region, { minLength: 5, maxLength: 5 }), fc.nat(4), (counts, at) => {
        const before = signalled(counts);
        const more = ([support, live, concern]: readonly [number, number, number]) =>
          signalled(counts.map(([s, l, c], i) => (i === at ? [s + support, l + live, c + concern] : [s, l, c])));
        expect(more([1, 0, 0]).floor).toBeGreaterThanOrEqual(before.floor);
        expect(more([0, 1, 0]).product).toBeGreaterThanOrEqual(before.product);
        expect(more([0, 0, 1]).floor).toBeLessThanOrEqual(before.floor);
        expect(more([0, 0, 1]).product).toBeLessThanOrEqual(before.product);
        expect(before.breadth).toBeLessThanOrEqual(5);
      }),
      { numRuns: 300 },
    );
  });
});
