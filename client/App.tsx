import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { HomePage } from './features/lobby/HomePage.tsx';
import { JoinPage } from './features/lobby/JoinPage.tsx';
import { NotFoundPage } from './features/lobby/NotFoundPage.tsx';
import { ErrorBoundary } from './frame/ErrorBoundary.tsx';
import { InnerLinks } from './frame/InnerLinks.tsx';
import { WaitingScreen } from './frame/WaitingScreen.tsx';
import { I18nProvider } from './i18n/I18n.tsx';
import { AnnouncerProvider } from './ui/Announcer.tsx';

const ConsultationApp = lazy(() =>
  import('./frame/ConsultationApp.tsx').then((module) => ({ default: module.ConsultationApp })),
);

/** The whole program in the browser: the lobby at once, a consultation and its pages when one goes there. */
export function App() {
  return (
    <I18nProvider>
      <ErrorBoundary>
        <AnnouncerProvider>
          <InnerLinks />
          <Suspense fallback={<WaitingScreen state="connecting" />}>
            <Switch>
              <Route path="/">
                <HomePage />
              </Route>
              <Route path="/join">
                <JoinPage />
              </Route>
              <Route path="/c/:id/*?">{({ id }) => <ConsultationApp key={id} consultationId={id} />}</Route>
              <Route>
                <NotFoundPage />
              </Route>
            </Switch>
          </Suspense>
        </AnnouncerProvider>
      </ErrorBoundary>
    </I18nProvider>
  );
}
