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

/** One text in its renderings, to be copied or taken along. */
export function TextAsDialog({ title, draft, onClose }: { title: string; draft: DraftText; onClose: () => void }) {
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
      <OpenBrackets open={shown.open} />
    );
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    toast({ text: t('text.as.copied') });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={t('text.as.of', { title })}
      acts={
        'text' in shown && (
          <>
            <Button icon="download" onClick={() => download(`${fileNameOf(title)}.txt`, shown.text, 'text/plain')}>
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

/** Why there is no clean text yet. */
function OpenBrackets({ open }: { open: readonly StandingBracket[] }) {
  const t = useT();
  return (
    <Notice tone="caution">
      <p>{t('text.as.refused', { n: open.length })}</p>
      <ul>
        {open.map(({ id, kind, paragraph, words }) => (
          <li key={id}>
            {paragraph !== null && `${paragraph} · `}
            {t(`editor.bracket.kind.${kind}`, { n: 1 })}: <bdi>[{words}]</bdi>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
