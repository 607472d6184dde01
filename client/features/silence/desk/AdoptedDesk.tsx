import type { Silence } from '@shared/domain/silence/shape.ts';
import { useState } from 'react';
import { below, fetchDocument } from '../../../http.ts';
import { useFormat, useLang, useT } from '../../../i18n/I18n.tsx';
import { RefusalNote, useRefusalWords } from '../../../parts/RefusalNote.tsx';
import { useCommand, useSeat, useYou } from '../../../sync/Seat.tsx';
import { useToast } from '../../../ui/Announcer.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import styles from '../Silence.module.css';

/** After an adoption: the letter to all missions, and the note that the first plenary takes. */
export function AdoptedDesk({ silence }: { silence: Silence }) {
  const t = useT();
  const format = useFormat();
  const { role } = useYou();
  const note = useCommand('silence.takeNote');
  return (
    <>
      {role === 'secretariat' && <LetterAct silence={silence} />}
      {silence.notedAt === null ? (
        <Notice
          acts={
            <Button
              size="small"
              icon="check"
              pending={note.isPending}
              onClick={() => void note.send({ silenceId: silence.id })}
            >
              {t('silence.takeNote')}
            </Button>
          }
        >
          {t('silence.toNote')}
        </Notice>
      ) : (
        <p>{t('silence.notedAt', { when: format.dateTime(silence.notedAt) })}</p>
      )}
      <RefusalNote refusal={note.refusal} />
    </>
  );
}

/** The confirmation as a Word file, in the language on the screen. */
function LetterAct({ silence }: { silence: Silence }) {
  const t = useT();
  const toast = useToast();
  const words = useRefusalWords();
  const { lang } = useLang();
  const { consultationId } = useSeat();
  const [isPending, setPending] = useState(false);
  const path = `${below(consultationId, 'export', 'silence', silence.id, 'letter.docx')}?lang=${lang}`;
  const save = async () => {
    setPending(true);
    const answer = await fetchDocument(path, new AbortController().signal);
    setPending(false);
    if (!answer.ok) return toast({ text: words(answer), tone: 'danger' });
    const url = URL.createObjectURL(answer.blob);
    const link = document.createElement('a');
    Object.assign(link, { href: url, download: answer.name });
    link.click();
    // The browser reads the file after the press has returned.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  };
  return (
    <div className={styles.acts}>
      <Button kind="primary" icon="download" pending={isPending} onClick={() => void save()}>
        {t('silence.letter')}
      </Button>
    </div>
  );
}
