import type { TabledItem } from '@shared/domain/board.ts';
import { useMemo } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { usePermitRefusal, useReplica } from '../../sync/Seat.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { CommentForm } from './CommentForm.tsx';
import styles from './Comments.module.css';
import { CommentThread } from './CommentThread.tsx';
import { threadsOf, visibleCount } from './threads.ts';

const none: never[] = [];

/** What panelists and member states say about an item, in threads, with the place to say something. */
export function Comments({ item }: { item: TabledItem }) {
  const t = useT();
  const comments = useReplica(({ plenary }) => plenary.comment.byItem[item.id]) ?? none;
  const isClosed = useReplica(({ plenary }) => plenary.comment.closed[item.id] === true);
  const permit = usePermitRefusal('comment.post', { itemId: item.id });
  const threads = useMemo(() => threadsOf(comments), [comments]);
  const mayPost = permit === null && !isClosed && !item.isTakenBack && !item.gone;
  return (
    <Section title={t('board.comment.heading')} level={3} note={t('board.comments', { n: visibleCount(comments) })}>
      {isClosed && <Notice>{t('board.comment.closed')}</Notice>}
      {threads.length === 0 && !mayPost && <p className={styles.quiet}>{t('board.comment.none')}</p>}
      {threads.length > 0 && (
        <ol className={styles.threads}>
          {threads.map((thread) => (
            <CommentThread key={thread.root.id} itemId={item.id} thread={thread} mayAnswer={mayPost} />
          ))}
        </ol>
      )}
      {mayPost && <CommentForm itemId={item.id} replyTo={null} />}
      {permit?.refused === 'panel.wrong-step' && !isClosed && (
        <p className={styles.quiet}>{t('board.comment.notNow')}</p>
      )}
    </Section>
  );
}
