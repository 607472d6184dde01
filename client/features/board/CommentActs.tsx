import type { Comment } from '@shared/domain/comment.ts';
import type { ItemId } from '@shared/domain/kernel/ids.ts';
import { type FormEvent, useId, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, usePermitRefusal } from '../../sync/Seat.tsx';
import { Dialog } from '../../ui/aria/Dialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { Cluster, Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** What the bureau does with a comment: hide and reveal it, mark a question answered. Nothing for everybody else. */
export function CommentActs({ itemId, comment }: { itemId: ItemId; comment: Comment }) {
  const t = useT();
  const place = { itemId };
  const mayHide = usePermitRefusal('comment.hide', place) === null;
  const mayMark = usePermitRefusal('comment.markAnswered', place) === null && comment.kind === 'question';
  const reveal = useCommand('comment.reveal');
  const mark = useCommand('comment.markAnswered');
  const [isHiding, setHiding] = useState(false);
  if (!mayHide && !mayMark) return null;
  const commentId = comment.id;
  return (
    <>
      <Cluster gap={1}>
        {mayMark && comment.hidden === null && (
          <Button
            kind="plain"
            size="small"
            icon={comment.isAnswered ? 'undo' : 'done'}
            pending={mark.isPending}
            onClick={() => void mark.send({ itemId, commentId, isAnswered: !comment.isAnswered })}
          >
            {t(comment.isAnswered ? 'board.comment.unmark' : 'board.comment.mark')}
          </Button>
        )}
        {mayHide && comment.hidden === null && (
          <Button kind="plain" size="small" icon="minus" onClick={() => setHiding(true)}>
            {t('board.comment.hide')}
          </Button>
        )}
        {mayHide && comment.hidden !== null && (
          <Button
            kind="plain"
            size="small"
            icon="view"
            pending={reveal.isPending}
            onClick={() => void reveal.send({ itemId, commentId })}
          >
            {t('board.comment.reveal')}
          </Button>
        )}
      </Cluster>
      <RefusalNote refusal={mark.refusal ?? reveal.refusal} />
      {isHiding && <HideDialog itemId={itemId} commentId={commentId} onClose={() => setHiding(false)} />}
    </>
  );
}

function HideDialog({ itemId, commentId, onClose }: { itemId: ItemId; commentId: string; onClose: () => void }) {
  const t = useT();
  const formId = useId();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { send, isPending, refusal } = useCommand('comment.hide');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '') return;
    const answer = await send({ itemId, commentId, reason: reason.trim() });
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      locked={isPending}
      title={t('board.comment.hideTitle')}
      acts={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" form={formId} pending={isPending}>
            {t('board.comment.hide')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap={3}>
          <TextField
            label={t('board.comment.hideReason')}
            hint={t('board.comment.hideHint')}
            maxLength={300}
            value={reason}
            onChange={setReason}
            error={isTried && reason.trim() === '' ? t('board.comment.hideMissing') : undefined}
          />
          <RefusalNote refusal={refusal} />
        </Stack>
      </form>
    </Dialog>
  );
}
