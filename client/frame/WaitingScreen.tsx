import { useT } from '../i18n/I18n.tsx';
import { AppFrame } from '../ui/AppFrame.tsx';
import { ConnectionBanner, type ConnectionState } from '../ui/ConnectionBanner.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { WordsPage } from './WordsPage.tsx';

/** Before the meeting is on the screen: how the line is, or why there is none. */
export function WaitingScreen({ state }: { state: ConnectionState }) {
  const t = useT();
  if (state === 'signed-out') {
    return (
      <AppFrame>
        <WordsPage
          title={t('app.signedOut.title')}
          act={
            <LinkButton kind="primary" href="/">
              {t('app.signedOut.act')}
            </LinkButton>
          }
        >
          <p>{t('app.signedOut.words')}</p>
        </WordsPage>
      </AppFrame>
    );
  }
  return (
    <AppFrame banner={<ConnectionBanner state={state} onAct={() => window.location.reload()} />}>
      <Skeleton lines={6} />
    </AppFrame>
  );
}
