import { useT } from '../i18n/I18n.tsx';
import { Button } from '../ui/Button.tsx';
import { WordsPage } from './WordsPage.tsx';

/** In place of a page that failed: that nothing saved is lost, the number to quote, and the way on. */
export function FaultScreen({ reference }: { reference: string }) {
  const t = useT();
  return (
    <div role="alert">
      <WordsPage
        title={t('app.fault.title')}
        act={
          <Button kind="primary" icon="refresh" onClick={() => window.location.reload()}>
            {t('app.fault.act')}
          </Button>
        }
      >
        <p>{t('app.fault.words')}</p>
        <p>{t('app.fault.reference', { reference })}</p>
      </WordsPage>
    </div>
  );
}
