import type { DraftText } from '@shared/domain/draftText.ts';
import { renderPlain } from '@shared/domain/plainGrammar.ts';
import { clean, compilation, type StandingBracket, unattributed } from '@shared/domain/rendering.ts';
import { useState } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { useToast } from '../ui/Announcer.tsx';
import { Dialog } from '../ui/aria/Dialog.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { download, fileNameOf } from './csv.ts';
import styles from './TextAsDialog.module.css';
import { useBracketWording } from './useBracketWording.ts';

const kinds = ['compilation', 'unattributed', 'clean', 'grammar'] as const;
type Kind = (typeof kinds)[number];

interface TextAsDialogProps {
  title: string;
  draft: DraftText;
  onClose: () => void;
  /** Leads to a bracket that is still open. */
  onGo: (bracketId: string) => void;
}

/** One text in its renderings, to be copied or taken along. */
export function TextAsDialog({ title, draft, onClose, onGo }: TextAsDialogProps) {
  const t = useT();
  const toast = useToast();
  const wording = useBracketWording();
  const [kind, setKind] = useState<Kind>('compilation');
  const shown = render(kind);

  function render(as: Kind): { text: string } | { open: StandingBracket[] } {
    if (as === 'compilation') return { text: compilation(draft, wording) };
    if (as === 'unattributed') return { text: unattributed(draft, wording) };
    if (as === 'grammar') return { text: renderPlain(draft) };
    const found = clean(draft);
    return found.ok ? { text: found.text } : { open: found.open };
  }

  const content =
    'text' in shown ? (
      <pre className={styles.text} dir="auto">
        {shown.text}
      </pre>
    ) : (
      <OpenBrackets open={shown.open} onGo={onGo} />
    );
  const copy = (text: string) =>
    // Browsers offer the clipboard to secure pages only; in a hall without TLS one copies by hand.
    Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
      () => toast({ text: t('text.as.copied'), tone: 'success' }),
      () => toast({ text: t('text.as.notCopied'), tone: 'caution' }),
    );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={t('text.as.of', { title: `\u2068${title}\u2069` })}
      acts={
        'text' in shown && (
          <>
            <Button
              icon="download"
              onClick={() => download(`${fileNameOf(title)}-${kind}.txt`, shown.text, 'text/plain;charset=utf-8')}
            >
              {t('text.as.download')}
            </Button>
            <Button kind="primary" icon="copy" onClick={() => void copy(shown.text)}>
              {t('text.as.copy')}
            </Button>
          </>
        )
      }
    >
      <Tabs
        label={t('text.as')}
        tabs={kinds.map((key) => ({ key, label: t(`text.as.${key}`), content }))}
        selected={kind}
        onSelect={setKind}
      />
    </Dialog>
  );
}

/** Why there is no clean text yet, with the way to each bracket. */
function OpenBrackets({ open, onGo }: { open: readonly StandingBracket[]; onGo: (id: string) => void }) {
  const t = useT();
  return (
    <>
      <Notice tone="caution">{t('text.as.refused', { n: open.length })}</Notice>
      <ul className={styles.open}>
        {open.map(({ id, kind, number, paragraph, words }) => (
          <li key={id}>
            <div>
              {paragraph !== null && <span className={styles.where}>{t('text.paragraph', { number: paragraph })}</span>}{' '}
              <strong>{t(`editor.bracket.kind.${kind}`, { n: number ?? 1 })}</strong>
              <p dir="auto">{words === '' ? <em>{t('text.as.noWords')}</em> : words}</p>
            </div>
            <Button size="small" onClick={() => onGo(id)}>
              {t('text.as.go')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
