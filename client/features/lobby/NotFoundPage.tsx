import { WordsPage } from '../../frame/WordsPage.tsx';
import { useT } from '../../i18n/I18n.tsx';
import { AppFrame } from '../../ui/AppFrame.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';

/** In place of an address that leads nowhere. */
export function NotFoundPage() {
  const t = useT();
  return (
    <AppFrame>
      <title>{t('app.lost.title')}</title>
      <WordsPage
        title={t('app.lost.title')}
        act={
          <LinkButton kind="primary" href="/">
            {t('app.lost.toDoor')}
          </LinkButton>
        }
      >
        <p>{t('app.lost.words')}</p>
      </WordsPage>
    </AppFrame>
  );
}
