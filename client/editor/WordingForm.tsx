import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Hanging.module.css';

/** Another wording, typed and sent; it stays until it has arrived. */
export function WordingForm(props: {
  label: string;
  /** What one begins with. */
  start?: string;
  send(words: string): Promise<boolean> | undefined;
  close: () => void;
}) {
  const t = useT();
  const [words, setWords] = useState(props.start ?? '');
  const [isSending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // Not by its attribute: the sheet may not have found its place yet, and the page must not jump.
  useEffect(() => {
    const field = form.current?.querySelector('input');
    field?.focus({ preventScroll: true });
    field?.select();
  }, []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending || !words.trim()) return;
    setSending(true);
    const isDone = await props.send(words.trim());
    setSending(false);
    if (isDone) props.close();
  };
  return (
    <form ref={form} className={styles.wording} onSubmit={submit}>
      <TextField
        label={props.label}
        dir="auto"
        value={words}
        onChange={setWords}
        onKeyDown={(event) => event.key === 'Escape' && props.close()}
      />
      <Button size="small" type="submit" icon="send" pending={isSending}>
        {t(isSending ? 'editor.sending' : 'editor.bracket.send')}
      </Button>
      <IconButton size="small" icon="close" label={t('editor.late.dismiss')} onClick={props.close} />
    </form>
  );
}
