import type { AmendmentId, DelegationId, ItemId, PanelId, VoteId } from '../kernel/ids.ts';
import type { Change } from './changes.ts';

export type AmendmentPhase =
  | 'proposed'
  | 'withdrawn'
  | 'accepted'
  | 'adopted'
  /** Carried by an indicative vote: the text is as it was until the bureau takes the amendment over. */
  | 'indicated'
  | 'rejected'
  | 'not-put';

/** A change of a tabled text that a delegation proposes. */
export interface Amendment {
  id: AmendmentId;
  itemId: ItemId;
  panelId: PanelId;
  /** Its number among those to the item, from 1. */
  number: number;
  /** The version of the text that its changes are of. */
  version: number;
  changes: Change[];
  rationale: string;
  proposer: DelegationId;
  coSponsors: DelegationId[];
  /** Those that are not put when this one is adopted, as the chair has ruled. */
  implies: AmendmentId[];
  phase: AmendmentPhase;
  /** The vote that decided it. */
  voteId: VoteId | null;
  /** The amendment because of which it was not put. */
  because: AmendmentId | null;
}

export interface Amendments {
  byId: Record<AmendmentId, Amendment>;
  /** Those to each item, in the chair's order, or else as they came. */
  order: Record<ItemId, AmendmentId[]>;
  /** Items whose amendments the chair has put in order. */
  arranged: Record<ItemId, true>;
}
