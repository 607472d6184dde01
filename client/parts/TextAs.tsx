import type { DraftText } from '@shared/domain/draftText.ts';
import { lazy, Suspense, useState } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { Button } from '../ui/Button.tsx';

const TextAsDialog = lazy(() => import('./TextAsDialog.tsx').then((module) => ({ default: module.TextAsDialog })));

/** Opens a text as a compilation, without attribution, or clean; the text is read when it is asked for. */
export function TextAs({ title, read }: { title: string; read(): DraftText }) {
  const t = useT();
  const [draft, setDraft] = useState<DraftText | null>(null);
  return (
    <>
      <Button size="small" icon="document" onClick={() => setDraft(read())}>
        {t('text.as')}
      </Button>
      {draft && (
        <Suspense>
          <TextAsDialog title={title} draft={draft} onClose={() => setDraft(null)} />
        </Suspense>
      )}
    </>
  );
}
