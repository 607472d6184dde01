import { readDraft } from '@shared/draft/draftDoc.ts';
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { DraftTextView } from '../../parts/DraftTextView.tsx';
import type { DraftChannel } from '../../sync/draftChannel.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './DraftPane.module.css';
import { useOpenDraft } from './openDraft.ts';

/** The words of the open draft. */
export function DraftWords({ itemId }: { itemId: string }) {
  const t = useT();
  const channel = useOpenDraft();
  return (
    <section id={`words-of-${itemId}`} className={styles.text} aria-label={t('room.text')}>
      {channel ? <ReadWords channel={channel} /> : <Skeleton lines={4} />}
    </section>
  );
}

function ReadWords({ channel }: { channel: DraftChannel }) {
  const [draft, setDraft] = useState(() => readDraft(channel.view.getState().doc));
  useEffect(() => {
    let { doc } = channel.view.getState();
    const read = () => setDraft(readDraft(doc));
    const follow = () => {
      const next = channel.view.getState().doc;
      if (next === doc) return;
      doc.off('update', read);
      doc = next;
      doc.on('update', read);
      read();
    };
    doc.on('update', read);
    read();
    const stop = channel.view.subscribe(follow);
    return () => {
      stop();
      doc.off('update', read);
    };
  }, [channel]);
  return <DraftTextView draft={draft} withAttributions />;
}
