import { type ComponentType, lazy } from 'react';
import { AgendaPage } from './features/lobby/AgendaPage.tsx';

/** How much of the window a page takes: a column with margins, the window below the masthead, or all of it. */
export type Layout = 'page' | 'full' | 'bare';

/** A page of a consultation: its address, its name in the catalogue, how it is laid out. */
export interface Place {
  name: PlaceName;
  path: string;
  layout: Layout;
  Page: ComponentType;
}

export type PlaceName =
  | 'agenda'
  | 'board'
  | 'room'
  | 'ballot'
  | 'votes'
  | 'steering'
  | 'seating'
  | 'wall'
  | 'secretariat'
  | 'projector';

const BoardPage = lazy(() =>
  import('./features/board/BoardPage.tsx').then((module) => ({ default: module.BoardPage })),
);
const BallotPage = lazy(() =>
  import('./features/vote/BallotPage.tsx').then((module) => ({ default: module.BallotPage })),
);
const VotesPage = lazy(() => import('./features/vote/VotesPage.tsx').then((module) => ({ default: module.VotesPage })));
const ProjectorPage = lazy(() =>
  import('./features/projector/ProjectorPage.tsx').then((module) => ({ default: module.ProjectorPage })),
);
const SecretariatPage = lazy(() =>
  import('./features/secretariat/SecretariatPage.tsx').then((module) => ({ default: module.SecretariatPage })),
);

/** The pages of a consultation; all but the first come when somebody goes there. */
export const places: readonly Place[] = [
  { name: 'agenda', path: '/c/:id', layout: 'page', Page: AgendaPage },
  { name: 'board', path: '/c/:id/board/:panelId', layout: 'full', Page: BoardPage },
  { name: 'ballot', path: '/c/:id/vote/:voteId', layout: 'full', Page: BallotPage },
  { name: 'votes', path: '/c/:id/votes/:panelId?', layout: 'page', Page: VotesPage },
  { name: 'secretariat', path: '/c/:id/secretariat/*?', layout: 'page', Page: SecretariatPage },
  { name: 'projector', path: '/c/:id/projector/:panelId?', layout: 'bare', Page: ProjectorPage },
];
