import { useT } from '../i18n/I18n.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { WordsPage } from './WordsPage.tsx';

/** In place of a page of a consultation that does not exist. */
export function LostPage({ consultationId }: { consultationId: string }) {
  const t = useT();
  return (
    <WordsPage
      title={t('app.lost.title')}
      act={
        <LinkButton kind="primary" href={`/c/${consultationId}`}>
          {t('app.lost.toAgenda')}
        </LinkButton>
      }
    >
      <p>{t('app.lost.words')}</p>
    </WordsPage>
  );
}
