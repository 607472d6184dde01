import { useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { Button } from '../../../ui/Button.tsx';
import type { ReasonName } from '../fieldProblem.ts';
import { WordsField } from './WordsField.tsx';

/** Why something does not apply to the item: asked for only by who says so, or shown where it is said. */
export function ReasonField({ itemId, field, saved }: { itemId: string; field: ReasonName; saved: string }) {
  const t = useT();
  const [isAsked, setAsked] = useState(false);
  if (isAsked || saved !== '') return <WordsField itemId={itemId} field={field} saved={saved} isNew={isAsked} />;
  return (
    <div>
      <Button kind="plain" size="small" aria-label={t(`fields.because.${field}`)} onClick={() => setAsked(true)}>
        {t('fields.notApplicable')}
      </Button>
    </div>
  );
}
