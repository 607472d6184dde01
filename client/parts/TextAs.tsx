import type { DraftText } from '@shared/domain/draftText.ts';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { Button } from '../ui/Button.tsx';

const TextAsDialog = lazy(() => import('./TextAsDialog.tsx').then((module) => ({ default: module.TextAsDialog })));

/** Opens a text as a compilation, without attribution, or clean; the text is read when it is asked for. */
export function TextAs({ title, read }: { title: string; read(): DraftText }) {
  const t = useT();
  const [draft, setDraft] = useState<DraftText | null>(null);
  const [bracket, setBracket] = useState<string | null>(null);
  // Once the dialog is gone: it keeps the focus as long as it is there.
  useEffect(() => {
    if (draft || bracket === null) return;
    goToBracket(bracket);
    setBracket(null);
  }, [draft, bracket]);
  const goTo = (id: string) => {
    setBracket(id);
    setDraft(null);
  };
  return (
    <>
      <Button size="small" icon="document" onClick={() => setDraft(read())}>
        {t('text.as')}
      </Button>
      {draft && (
        <Suspense>
          <TextAsDialog title={title} draft={draft} onClose={() => setDraft(null)} onGo={goTo} />
        </Suspense>
      )}
    </>
  );
}

/** Takes the reader, or the caret of who writes, to where a bracket opens on the page. */
function goToBracket(id: string): void {
  const sign = document.querySelector<HTMLElement>(`[data-bracket="${CSS.escape(id)}"]`);
  if (!sign) return;
  sign.scrollIntoView({ block: 'center' });
  const editor = sign.closest<HTMLElement>('[contenteditable="true"]');
  if (editor) {
    editor.focus({ preventScroll: true });
    document.getSelection()?.collapse(sign.parentNode, [...(sign.parentNode?.childNodes ?? [])].indexOf(sign) + 1);
    return;
  }
  sign.tabIndex = -1;
  sign.focus({ preventScroll: true });
}
