import type { Delegations } from '@shared/domain/delegation.ts';
import { type RegionalGroup, regionalGroups } from '@shared/domain/kernel/words.ts';
import { type Convergence, convergence, type Positions } from '@shared/domain/position.ts';

/** One regional group's signals on an item, and how many member states it has here. */
export interface PositionRow {
  region: RegionalGroup;
  support: number;
  live: number;
  concern: number;
  of: number;
}

/** How many accredited member states each regional group has. */
function statesByRegion(delegations: Delegations): Record<RegionalGroup, number> {
  const count = Object.fromEntries(regionalGroups.map((group) => [group, 0])) as Record<RegionalGroup, number>;
  for (const { kind, regionalGroup } of Object.values(delegations.byId))
    if (kind === 'member-state' && regionalGroup) count[regionalGroup] += 1;
  return count;
}

/** The five rows of an item's positions with the figures of convergence. */
export function positionRows(
  signals: Positions[string] | undefined,
  delegations: Delegations,
): { rows: PositionRow[]; figures: Convergence; total: number } {
  const figures = convergence(signals, delegations);
  const of = statesByRegion(delegations);
  const rows = regionalGroups.map((region) => ({ region, ...figures.byRegion[region], of: of[region] }));
  return { rows, figures, total: rows.reduce((sum, row) => sum + row.support + row.live + row.concern, 0) };
}
