import { useStore } from 'zustand';
import { useT } from '../i18n/I18n.tsx';
import type { DraftChannel } from '../sync/draftChannel.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './DraftEditor.module.css';

/** Says where the words went that came too late, and gives them back where only this page has them. */
export function LateWords({ channel }: { channel: DraftChannel }) {
  const t = useT();
  const announce = useAnnounce();
  const lateWords = useStore(channel.view, (view) => view.lateWords);
  if (!lateWords) return null;
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    announce(t('editor.late.copied'));
  };
  const acts = (
    <Button size="small" onClick={channel.dismissLateWords}>
      {t('editor.late.dismiss')}
    </Button>
  );
  if (lateWords.keptBy === 'server')
    return (
      <Notice tone="caution" live acts={acts}>
        {t('editor.late.server')}
      </Notice>
    );
  const { text } = lateWords;
  return (
    <Notice tone="caution" live acts={acts}>
      <p>{t('editor.late.browser')}</p>
      <blockquote className={styles.late} dir="auto">
        {text}
      </blockquote>
      {/* On plain HTTP browsers offer no clipboard: the words can be selected all the same. */}
      {globalThis.navigator?.clipboard && (
        <Button size="small" icon="copy" onClick={() => void copy(text)}>
          {t('editor.late.copy')}
        </Button>
      )}
    </Notice>
  );
}
