import { useRef } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useToast } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from './Silence.module.css';

/** A text that is ready to be copied into another program; it is not changed here. */
export function CopyText({ label, text, rows = 4 }: { label: string; text: string; rows?: number }) {
  const t = useT();
  const toast = useToast();
  const place = useRef<HTMLDivElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast({ text: t('silence.copied'), tone: 'success' });
    } catch {
      // Without a secure line browsers give no clipboard: what is marked is copied by hand.
      place.current?.querySelector('textarea')?.select();
    }
  };
  return (
    <div className={styles.copy} ref={place}>
      <TextArea label={label} value={text} onChange={() => {}} readOnly rows={rows} dir="auto" />
      <Button size="small" icon="copy" onClick={() => void copy()}>
        {t('silence.copy')}
      </Button>
    </div>
  );
}
