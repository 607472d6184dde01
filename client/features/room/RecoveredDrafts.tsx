import { useState } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useToast } from '../../ui/Announcer.tsx';
import { ConfirmDialog } from '../../ui/aria/ConfirmDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './DraftPane.module.css';
import { useRecovered } from './useRecovered.ts';
import type { RoomDrafts } from './useRoomFacts.ts';

/** What one wrote too late for the room's text: shown to its author alone, to copy or to put away. */
export function RecoveredDrafts({ drafts }: { drafts: RoomDrafts }) {
  const t = useT();
  const format = useFormat();
  const wordsOf = useRefusalWords();
  const recovered = useRecovered();
  const [asked, setAsked] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const sentence = (itemId: string, at: number) => {
    const title = drafts.byId[itemId]?.title;
    const when = format.dateTime(at);
    return title ? t('room.recovered.words', { title, at: when }) : t('room.recovered.elsewhere', { at: when });
  };
  const discard = async (id: string) => {
    const answer = await recovered.discard(id);
    if (answer.ok || answer.code === 'draft.unknown') return setAsked(null);
    setError(wordsOf(answer));
  };
  return (
    <>
      {recovered.drafts.map(({ id, itemId, text, at }) => (
        <LateWords key={id} sentence={sentence(itemId, at)} text={text} onDiscard={() => setAsked(id)} />
      ))}
      <ConfirmDialog
        isOpen={asked !== null}
        danger
        title={t('room.recovered.ask')}
        confirmLabel={t('room.recovered.discard')}
        onConfirm={() => asked && void discard(asked)}
        onCancel={() => setAsked(null)}
        error={error}
      >
        <p>{t('room.recovered.askWords')}</p>
      </ConfirmDialog>
    </>
  );
}

function LateWords({ sentence, text, onDiscard }: { sentence: string; text: string; onDiscard: () => void }) {
  const t = useT();
  const toast = useToast();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast({ text: t('room.recovered.copied'), tone: 'success' }),
      // The browser forbids it: the words can still be marked and copied by hand.
      () => toast({ text: t('room.recovered.notCopied'), tone: 'caution' }),
    );
  return (
    <Notice
      tone="caution"
      live
      acts={
        <>
          <Button size="small" icon="copy" onClick={() => void copy()}>
            {t('room.recovered.copy')}
          </Button>
          <Button size="small" icon="delete" onClick={onDiscard}>
            {t('room.recovered.discard')}
          </Button>
        </>
      }
    >
      <div className={styles.recovered}>
        <p>{sentence}</p>
        <p className={styles.words} dir="auto">
          {text}
        </p>
      </div>
    </Notice>
  );
}
