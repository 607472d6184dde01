import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import { type RegionalGroup, regionalGroups } from '@shared/domain/kernel/words.ts';
import type { Sort } from '../../../ui/DataTable.tsx';
import type { Entry } from '../rollCall.ts';

/** A member's line in the table of a vote. */
export interface MemberRow {
  id: DelegationId;
  /** Its place in the English alphabetical order. */
  place: number;
  region: RegionalGroup | null;
  entry: Entry;
}

const entries: readonly Entry[] = ['yes', 'no', 'abstain', 'absent'];

/** The rows by name, group or choice; those that are equal stand in English alphabetical order, whichever way the table is turned. */
export function sortedRows(rows: readonly MemberRow[], { key, direction }: Sort): MemberRow[] {
  const rank = ({ place, region, entry }: MemberRow) => {
    if (key === 'region') return region === null ? regionalGroups.length : regionalGroups.indexOf(region);
    return key === 'entry' ? entries.indexOf(entry) : place;
  };
  const turn = direction === 'descending' ? -1 : 1;
  return [...rows].sort((a, b) => turn * (rank(a) - rank(b)) || a.place - b.place);
}
