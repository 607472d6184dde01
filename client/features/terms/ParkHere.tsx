import { nameIn } from '@shared/domain/terms/glossary.ts';
import { useState } from 'react';
import { useLang, useT } from '../../i18n/I18n.tsx';
import { ParkForm } from '../../parts/terms/ParkForm.tsx';
import { useTerms } from '../../parts/terms/useTerms.ts';
import { ComboBox } from '../../ui/aria/ComboBox.tsx';
import { Stack } from '../../ui/Stack.tsx';
import styles from './TermsPage.module.css';

/** Parks words that are typed, or a term of the glossary, from one's room and from none of its drafts. */
export function ParkHere({ roomId, onDone }: { roomId: string; onDone: () => void }) {
  const t = useT();
  const { lang } = useLang();
  const terms = useTerms();
  const [termId, setTermId] = useState<string | null>(null);
  const term = termId === null ? undefined : terms?.byId.get(termId);
  const options = (terms?.all ?? []).map((each) => ({
    value: each.id,
    label: nameIn(each, lang).preferred,
    keywords: each.names.flatMap(({ preferred, variants }) => [preferred, ...variants]).join(' '),
  }));
  return (
    <div className={styles.parkHere}>
      <Stack gap={2}>
        {terms && (
          <ComboBox label={t('terms.park.term')} optional value={termId} onChange={setTermId} options={options} />
        )}
        <ParkForm
          roomId={roomId}
          itemId={null}
          termId={term?.id ?? null}
          words={term ? nameIn(term, lang).preferred : ''}
          asksWords
          onDone={onDone}
        />
      </Stack>
    </div>
  );
}
