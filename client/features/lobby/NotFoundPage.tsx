import { useT } from '../../i18n/I18n.tsx';
import { AppFrame } from '../../ui/AppFrame.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';

/** In place of an address that leads nowhere. */
export function NotFoundPage() {
  const t = useT();
  return (
    <AppFrame>
      <title>{t('app.lost.title')}</title>
      <Empty
        title={t('app.lost.title')}
        act={
          <LinkButton kind="primary" href="/">
            {t('app.lost.toDoor')}
          </LinkButton>
        }
      >
        {t('app.lost.words')}
      </Empty>
    </AppFrame>
  );
}
