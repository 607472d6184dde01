import { type ReactNode, useEffect, useRef, useState } from 'react';
import { fetchDocument } from '../http.ts';
import { useT } from '../i18n/I18n.tsx';
import { useToast } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { useRefusalWords } from './RefusalNote.tsx';

/** Makes a document on the server and saves it on this device; it can be given up while it is being made. */
export function DownloadButton(props: {
  path: string;
  kind?: 'primary' | 'quiet';
  size?: 'small' | 'regular';
  children: ReactNode;
}) {
  const t = useT();
  const toast = useToast();
  const words = useRefusalWords();
  const running = useRef<AbortController | null>(null);
  const [isPending, setPending] = useState(false);
  useEffect(() => () => running.current?.abort(), []);
  const download = async () => {
    const attempt = new AbortController();
    running.current = attempt;
    setPending(true);
    const answer = await fetchDocument(props.path, attempt.signal);
    if (attempt.signal.aborted) return;
    setPending(false);
    if (!answer.ok) return toast({ text: words(answer), tone: 'danger' });
    save(answer.blob, answer.name);
    toast({ text: t('trust.saved', { name: answer.name }), tone: 'success' });
  };
  return (
    <>
      <Button
        kind={props.kind ?? 'quiet'}
        size={props.size ?? 'regular'}
        icon="download"
        pending={isPending}
        onClick={() => void download()}
      >
        {props.children}
      </Button>
      {isPending && (
        <Button
          kind="plain"
          onClick={() => {
            running.current?.abort();
            setPending(false);
          }}
        >
          {t('ui.cancel')}
        </Button>
      )}
    </>
  );
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
