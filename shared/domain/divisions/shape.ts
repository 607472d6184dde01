import type { DelegationId, DivisionId, ItemId, PanelId, PartId, VoteId } from '../kernel/ids.ts';

export type DivisionPhase =
  | 'moved'
  | 'objected'
  | 'parts'
  | 'whole'
  | 'adopted'
  /** The final vote was carried and only indicates: the text is as it was until the bureau takes it over. */
  | 'indicated'
  | 'rejected'
  /** All operative parts were rejected, and with them the whole. */
  | 'fallen'
  /** The motion was not carried: the proposal is voted on undivided. */
  | 'refused'
  | 'withdrawn';

/** Paragraphs that are voted on together, by their places in the text. */
export interface DivisionPart {
  id: PartId;
  blocks: number[];
  /** What the motion did not name. */
  isRest: boolean;
}

/** A motion to vote on parts of an item separately, and what came of it. */
export interface Division {
  id: DivisionId;
  itemId: ItemId;
  panelId: PanelId;
  /** The version that is divided. */
  itemVersion: number;
  movedBy: DelegationId;
  parts: DivisionPart[];
  /** The paragraphs that are not operative, by their places. */
  preambular: number[];
  phase: DivisionPhase;
  /** When it is granted unless a member state objects before; null where no countdown runs. */
  lapsesAt: number | null;
  /** When that countdown was started, and whether the last one ended without everybody having been heard. */
  calledAt?: number;
  isInterrupted?: boolean;
  objectedBy: DelegationId[];
  speakers: { delegationId: DelegationId; side: 'for' | 'against' }[];
  /** What the vote on each part came to. */
  results: Record<PartId, { isApproved: boolean; voteId: VoteId }>;
}

export interface Divisions {
  byId: Record<string, Division>;
  order: DivisionId[];
}
