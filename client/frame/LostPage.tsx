import { useT } from '../i18n/I18n.tsx';
import { Empty } from '../ui/Empty.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';

/** In place of a page of a consultation that does not exist. */
export function LostPage({ consultationId }: { consultationId: string }) {
  const t = useT();
  return (
    <Empty
      title={t('app.lost.title')}
      act={
        <LinkButton kind="primary" href={`/c/${consultationId}`}>
          {t('app.lost.toAgenda')}
        </LinkButton>
      }
    >
      {t('app.lost.words')}
    </Empty>
  );
}
