import type { Comment } from '@shared/domain/comment.ts';
import type { ItemId } from '@shared/domain/kernel/ids.ts';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { PersonName } from '../../parts/PersonName.tsx';
import { useIsBureau, useYou } from '../../sync/Seat.tsx';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import type { IconName } from '../../ui/icons.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { CommentActs } from './CommentActs.tsx';
import { CommentForm } from './CommentForm.tsx';
import styles from './Comments.module.css';
import type { ThreadPassage } from './passages.ts';
import type { Thread } from './threads.ts';
import { type PassageDesk, threadId } from './usePassageDesk.ts';

const looks: Record<Comment['kind'], { tone: Tone; icon: IconName }> = {
  support: { tone: 'success', icon: 'check' },
  reservation: { tone: 'caution', icon: 'flag' },
  question: { tone: 'accent', icon: 'help' },
  proposal: { tone: 'neutral', icon: 'edit' },
  information: { tone: 'neutral', icon: 'info' },
};

/** A comment with its answers and the place to answer. */
export function CommentThread({ itemId, thread, desk }: { itemId: ItemId; thread: Thread; desk: PassageDesk }) {
  const t = useT();
  const [isAnswering, setAnswering] = useState(false);
  const { root, answers } = thread;
  const { mayPost: mayAnswer } = desk;
  const passage = desk.passages.get(root.id);
  return (
    <li
      id={threadId(root.id)}
      tabIndex={-1}
      className={cx(styles.thread, passage?.mark && passage.mark.id === desk.chosen && styles.chosen)}
    >
      {passage && <OnPassage passage={passage} onGo={desk.toText} />}
      <CommentView itemId={itemId} comment={root} />
      {answers.length > 0 && (
        <ol className={styles.answers}>
          {answers.map((answer) => (
            <li key={answer.id}>
              <CommentView itemId={itemId} comment={answer} />
            </li>
          ))}
        </ol>
      )}
      {mayAnswer && root.hidden === null && !isAnswering && (
        <Button kind="plain" size="small" icon="chat" onClick={() => setAnswering(true)}>
          {t('board.comment.answer')}
        </Button>
      )}
      {mayAnswer && isAnswering && (
        <CommentForm
          itemId={itemId}
          replyTo={root.id}
          onDone={() => setAnswering(false)}
          onCancel={() => setAnswering(false)}
        />
      )}
    </li>
  );
}

/** The words that a thread is on, and the way to them in the text; or that they are no longer in it. */
function OnPassage({ passage, onGo }: { passage: ThreadPassage; onGo(markId: string): void }) {
  const t = useT();
  const { quote, mark, isChanged } = passage;
  const words = (
    <q className={styles.quote} dir="auto">
      {quote}
    </q>
  );
  if (!mark)
    return (
      <p className={styles.on}>
        {words} <span>{t('board.comment.gone')}</span>
      </p>
    );
  return (
    <p className={styles.on}>
      <button type="button" className={styles.toText} title={t('board.comment.toText')} onClick={() => onGo(mark.id)}>
        <VisuallyHidden>{t('board.comment.toText')}: </VisuallyHidden>
        {words}
      </button>
      {isChanged && <span>{t('board.comment.changed')}</span>}
    </p>
  );
}

/** One comment: who from where, of what kind, when, and its words; hidden ones say why. */
function CommentView({ itemId, comment }: { itemId: ItemId; comment: Comment }) {
  const t = useT();
  const format = useFormat();
  const { participantId } = useYou();
  const { kind, role, hidden } = comment;
  // Who hides may reveal, and must see what.
  const seesHidden = useIsBureau() || comment.by === participantId;
  const isPanelist = role === 'panelist';
  return (
    <article className={cx(styles.comment, isPanelist && styles.panelist)} data-hidden={hidden !== null || undefined}>
      <header className={styles.by}>
        <Badge tone={looks[kind].tone} icon={looks[kind].icon}>
          {t(`board.comment.kind.${kind}`)}
        </Badge>
        <strong>
          <PersonName id={comment.by} />
        </strong>
        {isPanelist ? (
          <Badge outlined icon="mic">
            {t('parts.role.panelist')}
          </Badge>
        ) : comment.delegationId ? (
          <DelegationName id={comment.delegationId} withRegion />
        ) : (
          <span>{t(`parts.role.${role}`)}</span>
        )}
        <time className={styles.when} dateTime={new Date(comment.at).toISOString()}>
          {format.time(comment.at)}
        </time>
        {comment.isAnswered && (
          <Badge tone="success" icon="done">
            {t('board.comment.answered')}
          </Badge>
        )}
      </header>
      {hidden !== null && <p className={styles.quiet}>{t('board.comment.hidden', { reason: hidden })}</p>}
      {(hidden === null || seesHidden) && (
        <p className={styles.words} dir="auto">
          {comment.text}
        </p>
      )}
      {hidden !== null && comment.by === participantId && <p className={styles.quiet}>{t('board.comment.onlyYou')}</p>}
      <CommentActs itemId={itemId} comment={comment} />
    </article>
  );
}
