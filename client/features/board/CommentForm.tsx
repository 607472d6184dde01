import type { ItemId } from '@shared/domain/kernel/ids.ts';
import { CommentKind } from '@shared/domain/kernel/words.ts';
import type { Passage } from '@shared/domain/passage.ts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useSeat } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { SegmentedControl } from '../../ui/RadioGroup.tsx';
import { Cluster } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import styles from './Comments.module.css';
import { keepUnsent, unsentAt } from './unsentComments.ts';

type Kind = (typeof CommentKind.options)[number];

const longest = 4_000;

/** Says something about an item, or answers; what is typed stays until it has been posted. */
export function CommentForm(props: {
  itemId: ItemId;
  replyTo: string | null;
  passage?: Passage | null;
  onDone?: () => void;
  onCancel?: () => void;
  children?: ReactNode;
}) {
  const { itemId, replyTo, passage = null, onDone, onCancel } = props;
  const t = useT();
  const { consultationId } = useSeat();
  const place = `${consultationId}/${itemId}/${replyTo ?? ''}`;
  const [text, setText] = useState(() => unsentAt(place));
  const [kind, setKind] = useState<Kind>(replyTo === null ? 'support' : 'information');
  const [isTried, setTried] = useState(false);
  const { send, isPending, refusal } = useCommand('comment.post');
  const type = (next: string) => {
    setText(next);
    keepUnsent(place, next);
  };
  const wrong =
    text.trim() === ''
      ? t('board.comment.empty')
      : text.trim().length > longest
        ? t('board.comment.tooLong')
        : undefined;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong) return;
    const answer = await send({ itemId, kind, text: text.trim(), replyTo, passage });
    if (!answer.ok) return;
    type('');
    setTried(false);
    onDone?.();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      {props.children}
      <KindChoice value={kind} onChange={setKind} />
      <TextArea
        label={t(replyTo === null ? 'board.comment.text' : 'board.comment.answerText')}
        value={text}
        onChange={type}
        rows={3}
        dir="auto"
        limit={longest}
        error={isTried ? wrong : undefined}
      />
      <RefusalNote refusal={refusal} />
      <Cluster>
        <Button kind={replyTo === null ? 'primary' : 'quiet'} type="submit" icon="send" pending={isPending}>
          {t(replyTo === null ? 'board.comment.post' : 'board.comment.postAnswer')}
        </Button>
        {onCancel && (
          <Button kind="plain" onClick={onCancel}>
            {t('ui.cancel')}
          </Button>
        )}
      </Cluster>
    </form>
  );
}

/** The kind of a comment: all five at once, or a list where the window is narrow. */
function KindChoice({ value, onChange }: { value: Kind; onChange: (kind: Kind) => void }) {
  const t = useT();
  const isNarrow = useIsNarrow();
  const options = CommentKind.options.map((each) => ({ value: each, label: t(`board.comment.kind.${each}`) }));
  if (!isNarrow)
    return <SegmentedControl label={t('board.comment.kind')} value={value} onChange={onChange} options={options} />;
  const choose = (next: string) => {
    const kind = CommentKind.options.find((each) => each === next);
    if (kind) onChange(kind);
  };
  return <NativeSelect label={t('board.comment.kind')} value={value} onChange={choose} options={options} />;
}
