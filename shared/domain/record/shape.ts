/**
 * What the official record says, as plain data: no names of people, delegations by their id, words by the keys of their
 * enums. Whoever prints it (Word, a preview, the archive) resolves names and words in a language.
 */

import type { Change } from '../amendments/changes.ts';
import type { AmendmentPhase } from '../amendments/shape.ts';
import type { Division, DivisionPhase } from '../divisions/shape.ts';
import type { LaidBlock } from '../draftLayout.ts';
import type { MapCell } from '../instrumentMap.ts';
import type { Fields } from '../itemFields.ts';
import type {
  CallId,
  DelegationId,
  ExplanationListId,
  InstrumentId,
  ItemId,
  PanelId,
  ParagraphId,
  ParticipantId,
  RoomId,
  RoundId,
  SilenceId,
  TermId,
  ThemeId,
  VoteId,
} from '../kernel/ids.ts';
import type {
  Attribution,
  Choice,
  CommentKind,
  DelegationKind,
  Language,
  Receipt,
  RegionalGroup,
  Role,
  Stage,
  Step,
} from '../kernel/words.ts';
import type { Call } from '../noObjection.ts';
import type { Convergence } from '../position.ts';

import type { ProfileId, RuleProfile } from '../ruleProfile.ts';

import type { Opening, SilencePhase, SilenceRound } from '../silence/shape.ts';

import type { TermFacts, TermName, TermOutcome } from '../term.ts';
import type { Vote } from '../vote.ts';

/** Orders delegations by their codes, as a roll call does: the table of states is outside the domain. */
export type CompareCodes = (a: string, b: string) => number;

export interface RecordOutline {
  consultation: ConsultationFacts;
  /** Every delegation that the record can name, by id. */
  delegations: Record<DelegationId, NamedDelegation>;
  brief: { title: string; paragraphs: ParagraphOutline[] };
  panels: PanelOutline[];
  coverage: Coverage;
  terms: TermsOutline;
  map: MapOutline;
  votes: VoteOutline[];
  silences: SilenceOutline[];
  calls: CallOutline[];
  explanations: ExplanationsOutline[];
  amendments: AmendmentOutline[];
  divisions: DivisionOutline[];
  formation: RoundOutline[];
  participation: Participation;
}

export interface ConsultationFacts {
  title: string;
  symbol: string;
  place: string;
  from: string;
  to: string;
  languages: Language[];
  profile: ProfileId;
  profileVersion: number;
  quorum: RuleProfile['quorum'];
  /** Every result is headed "Indicative, not a decision". */
  isIndicative: boolean;
  isClosed: boolean;
}

interface NamedDelegation {
  code: string | null;
  name: string | null;
  kind: DelegationKind;
  regionalGroup: RegionalGroup | null;
}

/** A paragraph of the issue brief with the numbers of the items that answer it. */
export interface ParagraphOutline {
  id: ParagraphId;
  number: string;
  heading: string | null;
  text: string;
  footnotes: string[];
  panelId: PanelId | null;
  answeredBy: string[];
}

/** The map of instruments and gaps: a row per instrument of which it says something, a cell per theme. */
export interface MapOutline {
  themes: { id: PanelId | ThemeId; name: string; panelNumber: number | null }[];
  /** `name` is that of an own instrument; the others are in the list of the program. */
  rows: { id: InstrumentId; name: string | null; cells: { said: MapCell | null; citedBy: string[] }[] }[];
  /** By theme, what items declare as missing, with their numbers. */
  gaps: { gap: string; declaredBy: string }[][];
}

export interface PanelOutline {
  id: PanelId;
  number: number;
  title: string;
  section: string;
  step: Step;
  questions: string[];
  panelists: ParticipantId[];
  /** In the order short, medium, long, none; a horizon without items is left out. */
  horizons: { horizon: Horizon; items: ItemOutline[] }[];
}

export type Horizon = 'short' | 'medium' | 'long' | 'none';

/** What became of an item; exactly one of these is true of each. */
export type Outcome =
  | { as: 'decided'; result: 'carried' | 'not-carried' | 'tied' | 'no-quorum' | 'without-vote' | 'by-silence' }
  /** Nobody objected: adopted, or under an indicative profile no more than that. */
  | { as: 'decided'; result: 'adopted' | 'no-objection' }
  | { as: Exclude<Stage, 'decided'> }
  | { as: 'parked' | 'not-taken-up'; reason: string }
  | { as: 'taken-back' }
  /** Accounted for under the items that it became part of, or became. */
  | { as: 'merged' | 'split'; into: ItemId[] };

/** A version made by an amendment of a delegation, or by a division that left parts out, by their numbers. */
export type MadeOutline =
  | { as: 'amendment'; version: number; number: number; proposer: DelegationId }
  | { as: 'division'; version: number; parts: number[] };

export interface ItemOutline {
  id: ItemId;
  /** Number of the panel and, in the order of the record, of the item: `2.7`. */
  number: string;
  title: string;
  blocks: LaidBlock[];
  fields: Fields;
  paragraphId: ParagraphId | null;
  outcome: Outcome;
  room: { id: RoomId; round: number; number: number; regions: RegionalGroup[] };
  /** What became part of it, with the rooms to be credited; nearest first. */
  sources: { id: ItemId; room: { round: number; number: number } }[];
  /** The item that it was split from. */
  partOf: ItemId | null;
  version: number;
  /** How many versions were reported, this one included. */
  versions: number;
  /** The versions that the plenary has made of those before, and by what. */
  made: MadeOutline[];
  brackets: number;
  waiver: string | null;
  comments: CommentOutline[];
  /** The signals by regional group; null where no delegation has signalled. */
  positions: Convergence | null;
  votes: VoteId[];
  silences: SilenceId[];
  calls: CallId[];
  /** In the order of joining. */
  sponsors: DelegationId[];
  /** Those of them that the bureau entered for a delegation in the hall. */
  enteredSponsors: DelegationId[];
}

/** A comment is its delegation's, a panelist's own, or the bureau's. */
export interface CommentOutline {
  kind: CommentKind;
  speaker:
    | { as: 'delegation'; delegationId: DelegationId }
    | { as: 'panelist'; participantId: ParticipantId }
    | { as: 'bureau' };
  isReply: boolean;
  /** The words of the item that it is on; null where it is on the whole. */
  quote: string | null;
  isAnswered: boolean;
  /** Null where the bureau has hidden the words; `hidden` says why. */
  text: string | null;
  hidden: string | null;
}

/** How many items came to what. */
export type Coverage = Record<Outcome['as'] | 'all', number>;

/** The terms of the items that are not agreed language, and the disagreements that rooms have parked, in the order of their parking. */
export interface TermsOutline {
  noted: {
    id: TermId;
    names: TermName[];
    definition: string;
    source: TermFacts['source'];
    neutral: string;
    isContested: boolean;
  }[];
  places: Record<ItemId, TermPlace[]>;
  disagreements: DisagreementOutline[];
}

/** Where a term first ends in an item: in which block, after how many characters of its pieces, a sign counting one. */
export interface TermPlace {
  termId: TermId;
  block: number;
  at: number;
}

export interface DisagreementOutline {
  words: string;
  notes: { panel: number; round: number; room: number; note: string }[];
  outcome: TermOutcome | null;
}

interface VoteHead {
  id: VoteId;
  number: number;
  itemNumber: string;
  itemVersion: number;
  /** The title of the item in that version. */
  title: string;
  method: Vote['method'];
  subject: SubjectOutline;
  terms: Vote['terms'];
}

/** What of the item was voted on: itself, an amendment or a part by its number, the motion for division or to reconsider, what was left as a whole. */
export type SubjectOutline =
  | { kind: 'amendment' | 'part'; number: number }
  | { kind: 'item' | 'division' | 'whole' | 'reconsideration'; number: null };

/** An amendment and what became of it; votes and amendments by their numbers. */
export interface AmendmentOutline {
  itemNumber: string;
  number: number;
  /** The version that its changes are of. */
  itemVersion: number;
  proposer: DelegationId;
  coSponsors: DelegationId[];
  rationale: string;
  changes: Change[];
  state: AmendmentPhase;
  because: number | null;
  vote: number | null;
}

/** A motion for division and what its parts came to; paragraphs are counted from 1. */
export interface DivisionOutline {
  itemNumber: string;
  itemVersion: number;
  movedBy: DelegationId;
  objectedBy: DelegationId[];
  speakers: Division['speakers'];
  state: DivisionPhase;
  parts: {
    number: number;
    paragraphs: number[];
    isRest: boolean;
    isOperative: boolean;
    isApproved: boolean | null;
    vote: number | null;
  }[];
}

/** A vote in the annex. Before the declaration there is nothing to tell but that it is running. */
export type VoteOutline =
  | (VoteHead & { phase: 'running'; received: number })
  | (VoteHead & {
      phase: 'declared';
      openedAt: number;
      lockedAt: number;
      declaredAt: number;
      outcome: Extract<Vote, { phase: 'declared' }>['outcome'];
      /** Receipts of a secret ballot, of which there are no lists and no numbers by region (SEC-8); null for any other vote. */
      receipts: Receipt[] | null;
      /** In English alphabetical order. */
      lists: Record<Choice, DelegationId[]>;
      /** Members that had the right when the vote was opened and cast nothing. */
      absent: DelegationId[];
      byRegion: Record<RegionalGroup, Record<Choice | 'absent', number>>;
      /** The totals are all that is on record. */
      keepsNoNames?: true;
      /** How delegations stated after the vote that they had intended to vote; footnotes, counted nowhere. */
      intended?: { id: DelegationId; choice: Choice; isEntered?: true }[];
      /** Whose answer the secretariat entered for them in the hall; counted like any other. */
      entered?: DelegationId[];
      /** The hands were counted in the hall, not on devices. */
      isCountedInHall?: true;
      /** The order of a roll call, and the lot by which it began where it did. */
      call?: { order: DelegationId[]; lot: { commitment: string; nonce: string; seed: string } };
      /** What became of a tie that is put to a second vote, which has its own number. */
      tie?: { as: 'waiting'; until: number } | { as: 'lapsed'; at: number } | { as: 'held' };
      /** The number of the tied vote that this one is the second of. */
      secondOf?: number;
    });

/** A silence procedure with its rounds; a breaker is named only where everyone may know (SIL-19). */
export interface SilenceOutline {
  id: SilenceId;
  number: number;
  itemId: ItemId;
  itemNumber: string;
  phase: SilencePhase;
  notedAt: number | null;
  rounds: SilenceRoundOutline[];
}

export interface SilenceRoundOutline extends Pick<SilenceRound, 'number' | 'itemVersion' | 'textHash' | 'end'> {
  opening: Omit<Opening, 'setAt' | 'reminders' | 'reminded' | 'breakerShown'> | null;
}

interface CallHead {
  id: CallId;
  number: number;
  itemNumber: string;
  itemVersion: number;
  terms: Call['terms'];
  calledAt: number;
  endsAt: number;
}

/** A call for adoption without a vote. */
export type CallOutline =
  | (CallHead & { phase: 'running' })
  | (CallHead & { phase: 'adopted'; endedAt: number })
  | (CallHead & { phase: 'objected' | 'retracted'; endedAt: number; objector: DelegationId });

/** The explanations before or after a decision. */
export interface ExplanationsOutline {
  id: ExplanationListId;
  when: 'before' | 'after';
  /** Of the vote, or of a position where there was no vote; null while nothing has been decided. */
  of: 'vote' | 'position' | null;
  decision: VoteId | CallId | null;
  itemNumber: string;
  itemVersion: number;
  subject: SubjectOutline;
  statements: {
    delegationId: DelegationId;
    /** How long it spoke; null where it handed in a text only. */
    spokenSeconds: number | null;
    text: string | null;
    dissociates: number[];
  }[];
}

/** A round of rooms, for whoever wants to check or recompute it. */
export interface RoundOutline {
  id: RoundId;
  panelNumber: number;
  number: number;
  seed: string;
  question: string;
  attribution: Attribution;
  people: number;
  rooms: { number: number; size: number; regions: Record<RegionalGroup | 'none', number> }[];
}

/** A number of people; null where it is between 1 and 4, or would let such a number be worked out. */
export type PeopleCount = number | null;

export interface RegionParticipation {
  region: RegionalGroup | 'none';
  delegations: number;
  people: PeopleCount;
  comments: number;
  positions: number;
}

export interface Participation {
  /** Below this many people no number is given. */
  threshold: number;
  people: PeopleCount;
  delegations: number;
  byRegion: RegionParticipation[];
  byRole: { role: Exclude<Role, 'display'>; people: PeopleCount }[];
}
