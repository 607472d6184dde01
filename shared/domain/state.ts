/**
 * START HERE. What a consultation knows, by who may know it: each scope is a subtree of the state, a column of the journal
 * and a socket room. `plenary` is everybody's; `bureau` the moderators' and secretariat's; a `room` its members'; a
 * `delegation` its own people's; `sealed` nobody's until a tally is declared.
 */
import type { ActionItems } from './actionItem.ts';
import type { Amendments } from './amendments/shape.ts';
import type { Authorship } from './authorship.ts';
import type { Board } from './board.ts';
import type { BracketCounts, Brackets } from './brackets/shape.ts';
import type { Brief } from './brief.ts';
import type { Comments } from './comment.ts';
import type { Consultation } from './consultation.ts';
import type { Delegations } from './delegation.ts';
import type { Divisions } from './divisions/shape.ts';
import type { Explanations } from './explanation/shape.ts';
import type { InstrumentMap } from './instrumentMap.ts';
import type { IntendedVotes } from './intendedVote.ts';
import type { VoteId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import type { Scope } from './kernel/slice.ts';
import type { Calls } from './noObjection.ts';
import type { Panels } from './panel.ts';
import type { Paragraphs } from './paragraph.ts';
import type { Positions } from './position.ts';
import type { OwnAnswers, RollCalls } from './rollCall.ts';
import type { RoomsForBureau, RoomsInPlenary, RoomWithin } from './room.ts';
import type { Proposals, Rounds } from './seating.ts';
import type { BoxStandings, KeptCounts, OwnSlips } from './secretBallot.ts';
import type { HallCounts, ShowsOfHands } from './showOfHands.ts';
import type { OwnObjections, Silences, SilencesForBureau } from './silence/shape.ts';
import type { Sponsors } from './sponsor.ts';
import type { Terms, TermsWithin } from './term.ts';
import type { OwnBallots, SealedBallots, Votes } from './vote.ts';
import type { ChangedLists } from './wordList.ts';

export interface Plenary {
  consultation: Consultation;
  panel: Panels;
  delegation: Delegations;
  brief: Brief;
  instrumentMap: InstrumentMap;
  seating: Rounds;
  room: RoomsInPlenary;
  bracket: BracketCounts;
  term: Terms;
  wordList: ChangedLists;
  board: Board;
  comment: Comments;
  position: Positions;
  vote: Votes;
  secretBallot: BoxStandings;
  silence: Silences;
  showOfHands: ShowsOfHands;
  rollCall: RollCalls;
  intendedVote: IntendedVotes;
  noObjection: Calls;
  sponsor: Sponsors;
  explanation: Explanations;
  amendment: Amendments;
  division: Divisions;
}

export interface Bureau {
  seating: Proposals;
  room: RoomsForBureau;
  silence: SilencesForBureau;
  showOfHands: HallCounts;
}

export interface Sealed {
  vote: SealedBallots;
  secretBallot: KeptCounts;
  /** The server's part of the lot of each roll call. */
  rollCall: Record<VoteId, string>;
}

export interface WithinRoom {
  room: RoomWithin;
  actionItem: ActionItems;
  authorship: Authorship;
  bracket: Brackets;
  paragraph: Paragraphs;
  term: TermsWithin;
}

export interface WithinDelegation {
  vote: OwnBallots;
  secretBallot: OwnSlips;
  silence: OwnObjections;
  rollCall: OwnAnswers;
}

export interface ConsultationState {
  plenary: Plenary;
  bureau: Bureau;
  sealed: Sealed;
  room: Record<string, WithinRoom>;
  delegation: Record<string, WithinDelegation>;
}

const emptyPlenary = (): Plenary => ({
  consultation: { phase: 'unopened' },
  panel: { order: [], byId: {}, live: null },
  delegation: { byId: {}, participants: {} },
  brief: { title: '', paragraphs: [] },
  instrumentMap: { instruments: [], themes: [], cells: {} },
  seating: { byId: {}, order: [] },
  room: { byId: {}, announcements: [] },
  bracket: {},
  term: { byId: {}, disagreements: [] },
  wordList: { byLanguage: {} },
  board: { items: {}, columns: {}, spotlight: {} },
  comment: { byItem: {}, closed: {} },
  position: {},
  vote: { byId: {}, order: [] },
  secretBallot: {},
  showOfHands: {},
  rollCall: {},
  intendedVote: {},
  silence: { byId: {}, order: [] },
  noObjection: { byId: {}, order: [] },
  sponsor: {},
  explanation: { byId: {}, order: [], speaking: null },
  amendment: { byId: {}, order: {}, arranged: {} },
  division: { byId: {}, order: [] },
});
const emptyBureau = (): Bureau => ({
  seating: {},
  room: { help: {} },
  showOfHands: {},
  silence: { objections: {}, read: {} },
});
const emptySealed = (): Sealed => ({
  vote: {},
  secretBallot: {},
  rollCall: {},
});
export const emptyRoom = (): WithinRoom => ({
  room: { hands: [] },
  actionItem: { byId: {}, order: [] },
  authorship: {},
  bracket: { byId: {}, order: [], called: [] },
  paragraph: {},
  term: {},
});
const emptyDelegation = (): WithinDelegation => ({
  vote: {},
  secretBallot: {},
  rollCall: {},
  silence: {},
});

export function emptyState(): ConsultationState {
  return { plenary: emptyPlenary(), bureau: emptyBureau(), sealed: emptySealed(), room: {}, delegation: {} };
}

export type ScopeTree = Plenary | Bureau | Sealed | WithinRoom | WithinDelegation;

/** The subtree that a scope's events fold into; a room's and a delegation's begin empty. */
export function treeOf(state: ConsultationState, scope: Scope): ScopeTree {
  if (scope === 'plenary' || scope === 'bureau' || scope === 'sealed') return state[scope];
  const [kind, id] = split(scope);
  if (kind === 'room') return (state.room[id] ??= emptyRoom());
  return (state.delegation[id] ??= emptyDelegation());
}

/** Puts a whole subtree in place, as a snapshot brings it. */
export function plant(state: ConsultationState, scope: Scope, tree: ScopeTree): void {
  if (scope === 'plenary') state.plenary = tree as Plenary;
  else if (scope === 'bureau') state.bureau = tree as Bureau;
  else if (scope === 'sealed') state.sealed = tree as Sealed;
  else {
    const [kind, id] = split(scope);
    if (kind === 'room') state.room[id] = tree as WithinRoom;
    else state.delegation[id] = tree as WithinDelegation;
  }
}

/** Forgets a scope that its reader has left. */
export function uproot(state: ConsultationState, scope: Scope): void {
  if (scope === 'bureau') state.bureau = emptyBureau();
  const [kind, id] = split(scope);
  if (kind === 'room') delete state.room[id];
  if (kind === 'delegation') delete state.delegation[id];
}

function split(scope: Scope): ['room' | 'delegation' | string, string] {
  const at = scope.indexOf(':');
  return at < 0 ? [scope, ''] : [scope.slice(0, at), must(scope.slice(at + 1), 'id in scope')];
}
