import type { TabledItem } from '@shared/domain/board.ts';
import { useT } from '../../i18n/I18n.tsx';
import { usePermitRefusal, useReplica } from '../../sync/Seat.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { CommentForm } from './CommentForm.tsx';
import styles from './Comments.module.css';
import { CommentThread } from './CommentThread.tsx';
import { PassageChoice } from './PassageChoice.tsx';
import { visibleCount } from './threads.ts';
import type { PassageDesk } from './usePassageDesk.ts';

/** Where the form for a comment on the item stands. */
export const formId = 'comment-form';

/** What panelists and member states say about an item, in threads, with the place to say something. */
export function Comments({ item, desk }: { item: TabledItem; desk: PassageDesk }) {
  const t = useT();
  const count = useReplica(({ plenary }) => visibleCount(plenary.comment.byItem[item.id]));
  const isClosed = useReplica(({ plenary }) => plenary.comment.closed[item.id] === true);
  const permit = usePermitRefusal('comment.post', { itemId: item.id });
  const { threads, mayPost } = desk;
  return (
    <Section title={t('board.comment.heading')} level={3} note={t('board.comments', { n: count })}>
      {isClosed && <Notice>{t('board.comment.closed')}</Notice>}
      {threads.length === 0 && !mayPost && <p className={styles.quiet}>{t('board.comment.none')}</p>}
      {threads.length > 0 && (
        <ol className={styles.threads}>
          {threads.map((thread) => (
            <CommentThread key={thread.root.id} itemId={item.id} thread={thread} desk={desk} />
          ))}
        </ol>
      )}
      {mayPost && (
        <div id={formId}>
          <CommentForm itemId={item.id} replyTo={null} passage={desk.next} onDone={() => desk.setNext(null)}>
            <PassageChoice item={item} desk={desk} />
          </CommentForm>
        </div>
      )}
      {permit?.refused === 'panel.wrong-step' && !isClosed && (
        <p className={styles.quiet}>{t('board.comment.notNow')}</p>
      )}
    </Section>
  );
}
