import * as z from 'zod/mini';
import { standing } from './board.ts';
import type { Delegations } from './delegation.ts';
import { DelegationId, ItemId } from './kernel/ids.ts';
import { defineSlice, refuse } from './kernel/slice.ts';
import { PositionKind, type RegionalGroup, regionalGroups } from './kernel/words.ts';

/** Each delegation's standing signal on each item; a withdrawn one is absent. */
export type Positions = Record<ItemId, Record<DelegationId, Exclude<PositionKind, 'none'>>>;

/** A delegation may signal at any time where it stands; anybody of it may change the signal. */
export const position = defineSlice({
  name: 'position',
  commands: { signal: z.strictObject({ itemId: ItemId, position: PositionKind }) },
  events: {
    plenary: {
      PositionSignalled: z.strictObject({ itemId: ItemId, delegationId: DelegationId, position: PositionKind }),
    },
  },
  decide: {
    signal({ plenary }, { itemId, position }, { actor }, tell) {
      if (actor.kind === 'system' || actor.delegationId === null) return refuse('rights.not-permitted');
      const item = standing(plenary.board, itemId);
      if ('refused' in item) return item;
      // POS-1: positions are the member states'.
      if (plenary.delegation.byId[actor.delegationId]?.kind !== 'member-state') return refuse('position.not-entitled');
      const signalled = plenary.position[itemId]?.[actor.delegationId] ?? 'none';
      if (signalled === position) return [];
      return [tell.plenary.PositionSignalled({ itemId, delegationId: actor.delegationId, position })];
    },
  },
  evolve: {
    plenary: {
      PositionSignalled(positions, { itemId, delegationId, position }) {
        const known = (positions[itemId] ??= {});
        if (position === 'none') delete known[delegationId];
        else known[delegationId] = position;
      },
    },
  },
});

/** Signals of one regional group on one item, in delegations. */
export interface RegionSignals {
  support: number;
  live: number;
  concern: number;
}

export interface Convergence {
  byRegion: Record<RegionalGroup, RegionSignals>;
  /** Lowest smoothed support over the regions, (A+1)/(S+2); the main order. */
  floor: number;
  /** Regions in which more delegations accept than have concerns. */
  breadth: number;
  /** The product of the smoothed supports over the regions, as Polis has it. */
  product: number;
  /** Regions with fewer than three signals. */
  tooFew: RegionalGroup[];
  label: 'convergent' | 'divided-by-region' | 'divided-within-regions' | 'open';
}

/**
 * How far the regions agree on an item (practice.md §20): support and "can live with" accept, concern does not.
 * Convergent is a floor of 0.6 at least with all five regions accepting; one region that rejects what others accept divides.
 */
export function convergence(signals: Positions[ItemId] | undefined, delegations: Delegations): Convergence {
  const byRegion = Object.fromEntries(
    regionalGroups.map((group) => [group, { support: 0, live: 0, concern: 0 }]),
  ) as Record<RegionalGroup, RegionSignals>;
  for (const [id, kind] of Object.entries(signals ?? {})) {
    const group = delegations.byId[id]?.regionalGroup;
    if (group) byRegion[group][kind] += 1;
  }
  const regions = regionalGroups.map((group) => {
    const { support, live, concern } = byRegion[group];
    const accept = support + live;
    const all = accept + concern;
    return { group, accept, concern, all, smoothed: (accept + 1) / (all + 2) };
  });
  const floor = Math.min(...regions.map(({ smoothed }) => smoothed));
  const breadth = regions.filter(({ accept, concern }) => accept > concern).length;
  const against = regions.filter(({ accept, concern }) => concern > accept).length;
  const torn = regions.some(
    ({ accept, concern }) => accept > 0 && concern > 0 && Math.min(accept, concern) * 3 >= accept + concern,
  );
  const label =
    floor >= 0.6 && breadth === 5
      ? 'convergent'
      : against > 0 && breadth > 0
        ? 'divided-by-region'
        : torn
          ? 'divided-within-regions'
          : 'open';
  return {
    byRegion,
    floor,
    breadth,
    product: regions.reduce((product, { smoothed }) => product * smoothed, 1),
    tooFew: regions.filter(({ all }) => all < 3).map(({ group }) => group),
    label,
  };
}
