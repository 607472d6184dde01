import { type ComponentType, lazy } from 'react';
import { AgendaPage } from './features/lobby/AgendaPage.tsx';

/** How much of the window a page takes: a column with margins, the window below the masthead, or all of it. */
export type Layout = 'page' | 'full' | 'bare';

export type PlaceName =
  | 'agenda'
  | 'board'
  | 'room'
  | 'ballot'
  | 'votes'
  | 'rules'
  | 'silence'
  | 'ballots'
  | 'consensus'
  | 'explanations'
  | 'amendments'
  | 'terms'
  | 'instruments'
  | 'steering'
  | 'seating'
  | 'wall'
  | 'secretariat'
  | 'projector';

/** A page of a consultation: its address, its name in the catalogue, how it is laid out. */
export interface Place {
  name: PlaceName;
  path: string;
  /** The place whose name it goes by in the window's title, where it has none of its own. */
  called?: PlaceName;
  layout: Layout;
  Page: ComponentType;
}

const loadBoard = () => import('./features/board/BoardPage.tsx').then(({ BoardPage }) => ({ default: BoardPage }));
const loadRoom = () => import('./features/room/RoomPage.tsx').then(({ RoomPage }) => ({ default: RoomPage }));
const loadBallot = () => import('./features/vote/BallotPage.tsx').then(({ BallotPage }) => ({ default: BallotPage }));
const loadVotes = () => import('./features/vote/VotesPage.tsx').then(({ VotesPage }) => ({ default: VotesPage }));
const loadRules = () => import('./features/rules/RulesPage.tsx').then(({ RulesPage }) => ({ default: RulesPage }));
const loadSilence = () =>
  import('./features/silence/SilencePage.tsx').then(({ SilencePage }) => ({ default: SilencePage }));
const loadBallots = () =>
  import('./features/vote/ballots/BallotsPage.tsx').then(({ BallotsPage }) => ({ default: BallotsPage }));
const loadConsensus = () =>
  import('./features/consensus/ConsensusPage.tsx').then(({ ConsensusPage }) => ({ default: ConsensusPage }));
const loadExplanations = () =>
  import('./features/explanations/ExplanationsPage.tsx').then(({ ExplanationsPage }) => ({
    default: ExplanationsPage,
  }));
const loadAmendments = () =>
  import('./features/amendments/AmendmentsPage.tsx').then(({ AmendmentsPage }) => ({ default: AmendmentsPage }));
const loadTerms = () => import('./features/terms/TermsPage.tsx').then(({ TermsPage }) => ({ default: TermsPage }));
const loadInstruments = () =>
  import('./features/instruments/InstrumentsPage.tsx').then(({ InstrumentsPage }) => ({ default: InstrumentsPage }));
const loadSteering = () =>
  import('./features/steering/SteeringPage.tsx').then(({ SteeringPage }) => ({ default: SteeringPage }));
const loadSeating = () =>
  import('./features/steering/SeatingPage.tsx').then(({ SeatingPage }) => ({ default: SeatingPage }));
const loadWall = () => import('./features/steering/WallPage.tsx').then(({ WallPage }) => ({ default: WallPage }));
const loadSecretariat = () =>
  import('./features/secretariat/SecretariatPage.tsx').then(({ SecretariatPage }) => ({ default: SecretariatPage }));
const loadProjector = () =>
  import('./features/projector/ProjectorPage.tsx').then(({ ProjectorPage }) => ({ default: ProjectorPage }));

/** The pages of a consultation; all but the first are fetched when somebody goes there. */
export const places: readonly Place[] = [
  { name: 'agenda', path: '/c/:id', layout: 'page', Page: AgendaPage },
  { name: 'board', path: '/c/:id/board/:panelId', layout: 'full', Page: lazy(loadBoard) },
  { name: 'room', path: '/c/:id/room/:roomId', layout: 'full', Page: lazy(loadRoom) },
  { name: 'ballot', path: '/c/:id/vote/:voteId', layout: 'full', Page: lazy(loadBallot) },
  { name: 'votes', path: '/c/:id/votes/:panelId?', layout: 'page', Page: lazy(loadVotes) },
  { name: 'rules', path: '/c/:id/rules', layout: 'page', Page: lazy(loadRules) },
  { name: 'silence', path: '/c/:id/silence/:itemId?', layout: 'page', Page: lazy(loadSilence) },
  { name: 'ballots', path: '/c/:id/ballots', called: 'ballot', layout: 'page', Page: lazy(loadBallots) },
  { name: 'consensus', path: '/c/:id/consensus/:panelId?', layout: 'page', Page: lazy(loadConsensus) },
  { name: 'explanations', path: '/c/:id/explanations/:decision?', layout: 'page', Page: lazy(loadExplanations) },
  { name: 'amendments', path: '/c/:id/amendments/:itemId?', layout: 'page', Page: lazy(loadAmendments) },
  { name: 'terms', path: '/c/:id/terms', layout: 'page', Page: lazy(loadTerms) },
  { name: 'instruments', path: '/c/:id/instruments', layout: 'page', Page: lazy(loadInstruments) },
  { name: 'steering', path: '/c/:id/steering/:panelId', layout: 'full', Page: lazy(loadSteering) },
  { name: 'seating', path: '/c/:id/seating/:panelId', layout: 'page', Page: lazy(loadSeating) },
  { name: 'wall', path: '/c/:id/wall/:panelId', layout: 'full', Page: lazy(loadWall) },
  { name: 'secretariat', path: '/c/:id/secretariat/*?', layout: 'page', Page: lazy(loadSecretariat) },
  { name: 'projector', path: '/c/:id/projector/:panelId?', layout: 'bare', Page: lazy(loadProjector) },
];

/** Fetches what a delegate needs next, so that room, board and ballot open at once, also when the hall's network is full. */
export function preloadDelegatePages(): void {
  for (const load of [loadRoom, loadBoard, loadBallot]) {
    // A failed attempt is repeated when the page is opened.
    load().catch(() => {});
  }
}
