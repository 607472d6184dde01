import { Suspense } from 'react';
import { matchRoute, Route, useLocation, useRouter } from 'wouter';
import { useT, WholeLanguage } from '../i18n/I18n.tsx';
import { type Place, places } from '../routes.tsx';
import { useReplica, useYou } from '../sync/Seat.tsx';
import { AppFrame } from '../ui/AppFrame.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Banners } from './Banners.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Heralds } from './Heralds.tsx';
import { LostPage } from './LostPage.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { Places } from './Places.tsx';
import { usePreload } from './usePreload.ts';

/** What stands around every page of a consultation: its title, the places of one's role, what everyone must know now. */
export function ConsultationFrame({ consultationId }: { consultationId: string }) {
  const { name, role } = useYou();
  const place = usePlace();
  const title = useReplica(({ plenary }) =>
    plenary.consultation.phase === 'unopened' ? '' : plenary.consultation.title,
  );
  usePreload(role);
  if (place?.layout === 'bare')
    return (
      <>
        <PageName place={place} title={title} />
        <PageOf place={place} />
      </>
    );
  return (
    <AppFrame
      title={title}
      homeHref={`/c/${consultationId}`}
      nav={<Places consultationId={consultationId} current={place?.name ?? null} />}
      person={name}
      personMenu={<PersonMenu />}
      banner={<Banners current={place?.name ?? null} />}
      full={place?.layout === 'full'}
    >
      <PageName place={place} title={title} />
      <Heralds current={place?.name ?? null} />
      {place ? <PageOf place={place} /> : <LostPage consultationId={consultationId} />}
    </AppFrame>
  );
}

/** Which of the consultation's pages the address names. */
function usePlace(): Place | null {
  const { parser } = useRouter();
  const [path] = useLocation();
  return places.find((place) => matchRoute(parser, place.path, path)[0]) ?? null;
}

function PageOf({ place }: { place: Place }) {
  const [path] = useLocation();
  return (
    <ErrorBoundary place={path}>
      <Suspense fallback={<Skeleton lines={6} />}>
        {place.name === 'agenda' ? (
          <Route path={place.path} component={place.Page} />
        ) : (
          <WholeLanguage fallback={<Skeleton lines={6} />}>
            <Route path={place.path} component={place.Page} />
          </WholeLanguage>
        )}
      </Suspense>
    </ErrorBoundary>
  );
}

/** The name of the page in the browser's tab and history; until its words are there, that of the consultation. */
function PageName({ place, title }: { place: Place | null; title: string }) {
  if (!place) return <title>{title}</title>;
  return place.name === 'agenda' ? (
    <PageAndTitle place={place} title={title} />
  ) : (
    <WholeLanguage fallback={<title>{title}</title>}>
      <PageAndTitle place={place} title={title} />
    </WholeLanguage>
  );
}

function PageAndTitle({ place, title }: { place: Place; title: string }) {
  const t = useT();
  return <title>{t('app.tab', { page: t(`app.place.${place.called ?? place.name}`), title })}</title>;
}
